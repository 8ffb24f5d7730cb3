package org.foyal.territory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.people.Visitor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An administrator with a browser without JavaScript brings files in, over HTTP.
@HouseTest
@Import(TestStaff.class)
class ImportingByPageTest {
  private static final String PAGE = "/fr/staff/imports";
  private static final String SQUARE =
      "[[[-61.1,14.6],[-61.0,14.6],[-61.0,14.7],[-61.1,14.7],[-61.1,14.6]]]";
  private static final String HEADER = "nom_voie,nb_troncons,longueur_m,lon,lat\n";
  private static final String GOOD = HEADER + "Rue A,1,50,-61.05,14.65\nRue B,1,9,-61.05,14.65\n";
  private static final String MIXED = HEADER + "Rue A,1,50,-61.05,14.65\nRue B,1,9,14.65,-61.05\n";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @Autowired TerritoryFiles files;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @LocalServerPort int port;
  @TempDir Path folder;

  @BeforeEach
  void oneCommuneIsKnown() throws IOException {
    staff.calm();
    Emptied.territory(sql, events);
    var commune =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"code_insee":"97201","nom":"Une"},
        "geometry":{"type":"Polygon","coordinates":%s}}]}\
        """
            .formatted(SQUARE);
    files.bring(ImportOrder.of(Files.writeString(folder.resolve("c.json"), commune), "test"));
  }

  private static String written(long number) {
    return NumberFormat.getInstance(Locale.FRANCE).format(number);
  }

  private Visitor signedIn(Role role) {
    return staff.signedIn(port, staff.member(role));
  }

  private long streets() {
    return sql.sql("select count(*) from territory.street where replaced is null")
        .query(Long.class)
        .single();
  }

  private long acts(String what) {
    return sql.sql("select count(*) from people.act where what = :what and about like '%voies%'")
        .param("what", what)
        .query(Long.class)
        .single();
  }

  /// The form as a browser sends it, with a file.
  private static Visitor.Answer send(
      Visitor visitor, String fileName, String content, Map<String, String> fields) {
    var boundary = "foyal-test-boundary";
    var body = new StringBuilder();
    var all = new LinkedHashMap<>(fields);
    all.put("_csrf", visitor.token(visitor.get(PAGE)));
    all.forEach((name, value) ->
        body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)));
    body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, fileName))
        .append(content)
        .append("\r\n--")
        .append(boundary)
        .append("--\r\n");
    return visitor.send(
        visitor
            .request(PAGE + "/trials")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
  }

  private static Map<String, String> form(boolean keep) {
    return Map.of(
        "source", "", "licence", "", "period", "", "communes", "", "keep", Boolean.toString(keep));
  }

  /// Presses « Appliquer » on a trial's page.
  private static Visitor.Answer apply(Visitor visitor, Visitor.Answer trial) {
    var fields = new LinkedHashMap<String, String>();
    var hidden = HIDDEN.matcher(trial.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    assertThat(fields).containsKey("upload");
    var token = String.valueOf(fields.remove("_csrf"));
    return visitor.post(PAGE, fields, token);
  }

  private static Visitor.Answer undo(Visitor visitor, long id) {
    return visitor.fill(PAGE, PAGE + "/" + id + "/undo", Map.of());
  }

  @Test
  void aTrialShowsWhatWouldChangeThenItIsAppliedAndTakenBackAndTheTrailSaysSo() {
    var ada = signedIn(Role.ADMIN);
    long applied = acts("files.act.applied");
    long undone = acts("files.act.undone");

    var trial = send(ada, "voies.csv", GOOD, form(true));
    assertThat(trial.status()).isEqualTo(200);
    assertThat(trial.body())
        .contains(
            "Essai\u00a0: rien n’est encore écrit.",
            "voies.csv",
            "<strong>nouveau</strong> 97201-rue-a Rue A")
        .containsPattern("<dt>nouvelles</dt>\\s*<dd>2</dd>");
    assertThat(streets()).isZero();
    assertThat(files.listImports()).hasSize(1);

    var done = apply(ada, trial);
    var past = files.listImports().getFirst();
    assertThat(done.body()).contains("C’est fait. Import n° " + written(past.id()));
    assertThat(past.by()).isEqualTo("Ana Test");
    assertThat(streets()).isEqualTo(2);
    assertThat(acts("files.act.applied")).isEqualTo(applied + 1);

    assertThat(undo(ada, past.id()).body()).contains("est annulé\u00a0: tout est comme avant lui");
    assertThat(streets()).isZero();
    assertThat(acts("files.act.undone")).isEqualTo(undone + 1);
    assertThat(undo(ada, past.id()).body()).contains("Il n’y a rien à annuler.");
    assertThat(acts("files.act.undone")).isEqualTo(undone + 1);
  }

  @Test
  void aRefusedRowIsToldWithLineReasonAndCureAndGivenAsATable() {
    var ada = signedIn(Role.ADMIN);
    var trial = send(ada, "voies.csv", MIXED, form(true));
    assertThat(trial.body())
        .containsPattern(">3</td>\\s*<td[^>]*>La latitude et la longitude sont échangées")
        .contains("Écrivez la longitude d’abord, puis la latitude.");
    assertThat(apply(ada, trial).body()).contains("C’est fait.", "refused.csv");
    assertThat(streets()).isEqualTo(1);
    var table = ada.get(PAGE + "/" + files.listImports().getFirst().id() + "/refused.csv");
    assertThat(table.raw().headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(table.body().lines()).hasSize(2).last().asString().startsWith("3;La latitude");
  }

  @Test
  void nothingIsTakenWhereAllOrNothingWasAsked() {
    var ada = signedIn(Role.ADMIN);
    var held = apply(ada, send(ada, "voies.csv", MIXED, form(false)));
    assertThat(held.body()).contains("Rien n’est écrit\u00a0: des lignes sont refusées");
    assertThat(streets()).isZero();
    assertThat(files.listImports()).hasSize(1);
  }

  @Test
  void aWrongFileIsToldWithTheNearestColumnAndCantBeApplied() {
    var ada = signedIn(Role.ADMIN);
    var answer = send(ada, "voies.csv", GOOD.replace("nom_voie", "nom_vois"), form(true));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "Ce fichier ne peut pas être lu.", "Il manque la colonne\u00a0: nom_voie", "nom_vois")
        .doesNotContain("name=\"upload\"");
    assertThat(send(ada, "", "", form(true)).body()).contains("Choisissez un fichier.");
  }

  @Test
  void aStrangerAndAnAgentAreTurnedAwayAndNothingOfTheirsIsKept() {
    for (var visitor : List.of(new Visitor(port), signedIn(Role.AGENT))) {
      assertThat(visitor.get(PAGE).status()).isIn(303, 403);
      assertThat(send(visitor, "voies.csv", GOOD, form(true)).status()).isEqualTo(403);
    }
    var agent = signedIn(Role.AGENT);
    assertThat(agent.get("/fr/staff").body()).doesNotContain("/fr/staff/imports");
    assertThat(undo(agent, files.listImports().getFirst().id()).status()).isEqualTo(403);
    assertThat(files.listImports()).hasSize(1);
  }

  @Test
  void theDeskLeadsTheAdministratorHere() {
    assertThat(signedIn(Role.ADMIN).get("/fr/staff").body()).contains("href=\"/fr/staff/imports\"");
  }

  @Test
  void aHostileFileNameIsOnlyText() {
    var ada = signedIn(Role.ADMIN);
    var trial = send(ada, "../../<script>alert(1)</script>.csv", GOOD, form(true));
    assertThat(trial.body()).doesNotContain("<script>alert").contains("script&gt;.csv");
    for (var name : List.of("..\\..\\x.csv", "x".repeat(400), "%00.csv", "voies\u202evsc.exe")) {
      var answer = send(ada, name, GOOD, form(true));
      assertThat(answer.status()).as(name).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("x".repeat(151));
    }
    assertThat(send(ada, "x".repeat(5_000), GOOD, form(true)).status()).isEqualTo(413);
  }

  @Test
  void formsThatNoBrowserSendsAreAnsweredWithHelp() {
    var ada = signedIn(Role.ADMIN);
    var token = ada.token(ada.get(PAGE));
    for (var fields :
        List.of(
            Map.<String, String>of(),
            Map.of("upload", "../../etc/passwd", "name", "x"),
            Map.of("upload", "00000000-0000-0000-0000-000000000000", "name", "x"),
            Map.of("upload", "x", "name", "x", "keep", "perhaps"))) {
      assertThat(ada.post(PAGE, fields, token).status()).as("%s", fields).isLessThan(500);
    }
    assertThat(send(ada, "voies.csv", GOOD, Map.of()).status()).isLessThan(500);
    assertThat(send(ada, "voies.csv", GOOD, Map.of("keep", "perhaps")).status()).isLessThan(500);
    assertThat(send(ada, "v.csv", GOOD, Map.of("source", "x\0y".repeat(9_000))).status())
        .isLessThan(500);
    for (var path : List.of("/trials", "/1/undo", "/0/refused.csv", "/x/refused.csv")) {
      assertThat(ada.get(PAGE + path).status()).as(path).isLessThan(500);
    }
    assertThat(ada.post(PAGE + "/trials", Map.of(), token).status()).isLessThan(500);
    assertThat(ada.post(PAGE + "/999999999999999999/undo", Map.of(), token).status())
        .isLessThan(500);
  }
}
