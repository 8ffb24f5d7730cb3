package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyal.shell.database.Clone.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/import` as the city's engineer types it, with Foyal stopped and running.
class ImportVerbIT {
  private static final String COMMUNES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code_insee":"99998","nom":"Ouest d’exemple"},"geometry":
      {"type":"Polygon","coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1.1],[1,1]]]}},
      {"type":"Feature","properties":{"code_insee":"99999","nom":"Est d’exemple"},"geometry":
      {"type":"Polygon","coordinates":[[[1.1,1],[1.2,1],[1.2,1.1],[1.1,1.1],[1.1,1]]]}}]}
      """;
  private static final String STREETS =
      "nom_voie,longueur_m,lon,lat\nRue de l’Ouest,5,1.05,1.05\nRue de l’Est,5,1.15,1.05\n";

  private static final String CITY =
      """
      foyal.shell.city-name=Ville d\\u2019exemple
      foyal.shell.time-zone=America/Martinique
      foyal.territory.commune=99998
      """;

  @TempDir static Path root;
  @TempDir Path temporary;

  static Clone clone;

  @BeforeAll
  static void lay() throws Exception {
    clone = Clone.in(root);
  }

  private Ended bring(String commune, String... words) throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", temporary.resolve("data").toString()));
    return clone.type(
        Map.of("FOYAL_TERRITORY_COMMUNE", commune), "import", all.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(temporary.resolve(name), content).toString();
  }

  @Test
  void bringsFilesInWhileFoyalIsStoppedAndWhileItRuns() throws Exception {
    var stopped = bring("", file("communes.geojson", COMMUNES));
    assertThat(stopped.code()).as(stopped.said()).isZero();
    assertThat(stopped.said()).contains("Import no. 1", "new 2");
    var data = temporary.resolve("data");
    try (var program = Program.start(data).awaitOpen()) {
      assertThat(program.get("/fr/areas/99998").body()).contains("Ouest d’exemple");
      var renamed = COMMUNES.replace("Ouest d’exemple", "Couchant d’exemple");
      var running = bring("", file("communes.geojson", renamed));
      assertThat(running.code()).as(running.said()).isZero();
      assertThat(running.said()).contains("changed 1");
      Ledger.await(() -> shows(program, "Couchant d’exemple"), "the new name on the page");
      assertThat(bring("", "--undo").said()).contains("Import no. 2", "is undone");
      Ledger.await(() -> shows(program, "Ouest d’exemple"), "the old name on the page");
    }
    assertThat(new Cluster(data, data).server()).isEmpty();
  }

  private static boolean shows(Program program, String name) {
    try {
      return program.get("/fr/areas/99998").body().contains(name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void takesTheCitysOwnCommuneUnlessAskedOtherwiseAndTellsByItsCode() throws Exception {
    Prepared.copyTo(temporary.resolve("data"));
    assertThat(bring("99998", file("communes.geojson", COMMUNES)).code()).isZero();
    var streets = file("voies.csv", STREETS);
    var trial = bring("99998", streets, "--dry-run");
    assertThat(trial.code()).as(trial.said()).isZero();
    assertThat(trial.said())
        .contains("Trial: nothing is written yet.", "new 1", "left aside (other communes) 1");
    assertThat(bring("99998", streets, "--commune", "99998,99999").said()).contains("new 2");
    var bad = file("bad.csv", STREETS + "Rue loin,5,1.05,\n");
    var refused = bring("99998", bad, "--all-or-nothing");
    assertThat(refused.code()).as(refused.said()).isEqualTo(1);
    assertThat(refused.said()).contains("Line 4", "lat");
    for (var words : List.of(List.of("--nonsense"), List.of(streets, "--undo"))) {
      var wrong = bring("99998", words.toArray(String[]::new));
      assertThat(wrong.code()).as(wrong.said()).isEqualTo(2);
      assertThat(wrong.said()).contains("What to do: bin/import FILE…").doesNotContain("Exception");
    }
  }

  @Test
  void takesTheCommuneOfTheCityThatOpenedLastWithoutBeingTold() throws Exception {
    var data = temporary.resolve("data");
    var city = Files.writeString(temporary.resolve("city.properties"), CITY);
    try (var program =
        Program.start(data, "--spring.config.additional-location=file:" + city).awaitOpen()) {
      assertThat(
              typed("import", data, file("communes.geojson", COMMUNES), "--commune", "99998,99999")
                  .code())
          .isZero();
      assertThat(typed("import", data, file("voies.csv", STREETS), "--dry-run").said())
          .contains("new 1", "left aside (other communes) 1");
      assertThat(program.get("/fr/").body()).contains("Ville d’exemple");
    }
    assertThat(typed("import", data, file("voies.csv", STREETS)).said())
        .contains("new 1", "left aside (other communes) 1");
    var invited = typed("staff", data, "invite", "ana@example.org", "agent", "--language", "en");
    assertThat(invited.code()).as(invited.said()).isZero();
    assertThat(invited.said())
        .contains("Ville d’exemple: hand this link over", "/en/staff/invitation/");
    var wrong = typed("staff", data, "invite", "bo@example.org", "agent", "--language", "tlh");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.said()).contains("Foyal does not speak « tlh ».", "What to do:");
  }

  private Ended typed(String verb, Path data, String... words)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return clone.type(verb, all.toArray(String[]::new));
  }
}
