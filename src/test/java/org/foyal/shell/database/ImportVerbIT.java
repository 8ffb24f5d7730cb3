package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  @TempDir static Path root;
  @TempDir Path temporary;

  record Ended(int code, String said) {}

  /// The verbs and the packaged program as they lie in the repository, built already.
  @BeforeAll
  static void lay() throws Exception {
    Files.createDirectories(root.resolve("target"));
    for (var folder : List.of("bin", "src/main", "frontend", ".mvn")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.createFile(root.resolve("pom.xml"));
    for (var file : List.of("import", ".jdk", ".build")) {
      Files.copy(
          Path.of("bin", file),
          root.resolve("bin").resolve(file),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createFile(root.resolve("target/foyal-demo.jar"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = Path.of("target/foyal.jar").toAbsolutePath().toString();
    var app = root.resolve("target/app").toString();
    var unpacked =
        run(List.of(java, "-Djarmode=tools", "-jar", jar, "extract", "--destination", app), "");
    assertThat(unpacked.code()).as(unpacked.said()).isZero();
    Files.createFile(root.resolve("target/run.stamp"));
  }

  private static Ended run(List<String> command, String commune)
      throws IOException, InterruptedException {
    var said = Files.createTempFile(root, "said", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("FOYAL_TERRITORY_COMMUNE", commune);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end:\n" + Files.readString(said));
    }
    return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }

  private Ended bring(String commune, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("bin/import").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--data", temporary.resolve("data").toString()));
    return run(command, commune);
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
}
