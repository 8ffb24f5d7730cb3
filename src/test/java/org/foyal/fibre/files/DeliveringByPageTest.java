package org.foyal.fibre.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.cases.desk.Member;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Staff of the city and of an operator bring files in by the page.
@HouseTest
class DeliveringByPageTest {
  private static final String PAGE = "/fr/staff/fibre/files";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final Member boss = new Member(Role.ADMIN);
  private final Member operator = new Member(Role.OPERATOR);

  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired Partners partners;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    partners.add(Actor.CONSOLE, new Operator("EXMP", "Exemple", true));
  }

  private MvcTestResult tries(Member who, String name, String text, String... fields) {
    var request =
        web.post()
            .uri(PAGE + "/trials")
            .multipart()
            .file(new MockMultipartFile("file", name, "text/csv", text.getBytes(UTF_8)))
            .param("communes", TwoNeighbourhoods.COMMUNE)
            .with(who.here())
            .with(csrf());
    for (int i = 0; i + 1 < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
  }

  private MvcTestResult applies(Member who, MvcTestResult trial, String... fields) {
    var request = web.post().uri(PAGE).with(who.here()).with(csrf());
    var all = new LinkedHashMap<String, String>();
    HIDDEN.matcher(body(trial)).results().forEach(one -> all.put(one.group(1), one.group(2)));
    assertThat(all).containsKey("upload");
    all.remove("_csrf");
    for (int i = 0; i + 1 < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    all.forEach(request::param);
    return request.exchange();
  }

  private long acts(String what) {
    return sql.sql("select count(*) from people.act where what = :what")
        .param("what", what)
        .query(Long.class)
        .single();
  }

  @Test
  void aTrialShowsWhatWouldChangeThenItIsAppliedAndUndoneAndTheTrailSaysSo() {
    long before = acts("fibre.files.act.applied");
    var trial = tries(boss, Delivering.name("0415"), new Ipe().and("IMB/A").text());
    assertThat(trial).hasStatusOk();
    assertThat(body(trial)).contains("Essai\u00a0: rien n’est encore écrit.", "IMB/A", "nouveau");
    assertThat(files.listDeliveries(Optional.empty())).isEmpty();
    assertThat(body(applies(boss, trial))).contains("C’est fait.");
    assertThat(acts("fibre.files.act.applied")).isEqualTo(before + 1);
    long id = files.listDeliveries(Optional.empty()).getFirst().id();
    var undone =
        web.post().uri(PAGE + "/" + id + "/undo").with(boss.here()).with(csrf()).exchange();
    assertThat(body(undone)).contains("est annulé");
  }

  @Test
  void whatWouldBeGoneIsConfirmedByItsNumber() {
    var both = new Ipe().and("IMB/A").and("IMB/B").text();
    applies(boss, tries(boss, Delivering.name("0415"), both));
    var trial =
        tries(boss, Delivering.name("0430"), new Ipe().and("IMB/A").text(), "complete", "yes");
    assertThat(body(trial)).contains("Un immeuble disparaîtrait", "name=\"gone\" value=\"1\"");
    assertThat(applies(boss, trial)).hasStatus(422);
    var again =
        tries(boss, Delivering.name("0430"), new Ipe().and("IMB/A").text(), "complete", "yes");
    assertThat(applies(boss, again, "gone", "1")).hasStatusOk();
  }

  @Test
  void somebodyOfAnOperatorSpeaksForNobodyUntilAnAdministratorSaysForWhom() {
    var text = new Ipe().and("IMB/A").text();
    assertThat(body(web.get().uri(PAGE).with(operator.here()).exchange()))
        .contains("ne parle encore pour aucun opérateur");
    assertThat(tries(operator, Delivering.name("0415"), text)).hasStatus(422);
    partners.letSpeak(Actor.CONSOLE, operator.id(), Optional.of("EXMP"));
    var trial = tries(operator, Delivering.name("0415"), text);
    assertThat(trial).hasStatusOk();
    assertThat(body(applies(operator, trial))).contains("C’est fait.");
    assertThat(tries(operator, "x_OTHR_PM_IPEZMD_V30_20260430.csv", text)).hasStatus(422);
  }

  @Test
  void refusedRowsAreShownAndGivenAsATable() {
    var text = new Ipe().and("IMB/A").and("IMB/B", "EtatImmeuble", "=FINI").text();
    var trial = tries(boss, Delivering.name("0415"), text);
    assertThat(body(trial))
        .contains(
            "état inconnu",
            "« =FINI » n’est pas un état".replace("« ", "«\u00a0").replace(" »", "\u00a0»"));
    applies(boss, trial);
    long id = files.listDeliveries(Optional.empty()).getFirst().id();
    var table = web.get().uri(PAGE + "/" + id + "/refused.csv").with(boss.here()).exchange();
    assertThat(table).hasStatusOk();
    assertThat(body(table).lines()).hasSize(2);
    var others = web.get().uri(PAGE + "/" + id + "/refused.csv").with(operator.here()).exchange();
    assertThat(others).hasStatus(404);
  }

  @Test
  void questionsAreAnsweredOnTheirPage() {
    applies(
        boss,
        tries(
            boss,
            Delivering.name("0415"),
            new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE").text()));
    var trial = tries(boss, Delivering.name("0430"), new Ipe().and("IMB/A").text());
    assertThat(body(trial)).contains("Questions à l’opérateur", "un état ne recule pas");
    applies(boss, trial);
    var page = body(web.get().uri("/fr/staff/fibre/questions").with(boss.here()).exchange());
    assertThat(page).contains("IMB/A", "appliquer ce changement");
    long id = sql.sql("select id from fibre.doubt").query(Long.class).single();
    var at = "/fr/staff/fibre/questions/" + id;
    assertThat(web.post().uri(at).with(boss.here()).with(csrf()).exchange()).hasStatus(422);
    assertThat(
            web.post()
                .uri(at)
                .param("verdict", "right")
                .with(operator.here())
                .with(csrf())
                .exchange())
        .hasStatus(422);
    var answered =
        web.post()
            .uri(at)
            .param("verdict", "right")
            .param("words", "vrai")
            .with(boss.here())
            .with(csrf())
            .exchange();
    assertThat(body(answered)).contains("La réponse est gardée.", "vrai");
  }

  @Test
  void whatIsWrongWithTheFormThatAppliesIsSaidAsItIs() {
    var text = new Ipe().and("IMB/A").text();
    assertThat(body(applies(boss, tries(boss, Delivering.name("0415"), text), "asOf", "hier")))
        .contains("Ce jour n’existe pas")
        .doesNotContain("ne parle encore pour aucun");
    assertThat(
            body(applies(boss, tries(boss, Delivering.name("0415"), text), "projection", "GAUSS")))
        .contains("Choisissez une projection de la liste.");
    assertThat(files.listDeliveries(Optional.empty())).isEmpty();
  }

  @Test
  void strangersAndAgentsAreTurnedAway() {
    var agent = new Member(Role.AGENT);
    for (var path : java.util.List.of("files", "questions", "partners")) {
      assertThat(web.get().uri("/fr/staff/fibre/" + path).with(agent.here()).exchange())
          .hasStatus(403);
    }
    assertThat(web.get().uri("/fr/staff/fibre/partners").with(operator.here()).exchange())
        .hasStatus(403);
    assertThat(web.get().uri(PAGE).exchange()).hasStatus(303);
  }

  @Test
  void formsThatNoBrowserSendsAreAnsweredWithHelp() {
    for (var fields :
        java.util.List.of(
            Map.<String, String>of(),
            Map.of("upload", "../../etc/passwd", "name", "x"),
            Map.of("upload", "00000000-0000-0000-0000-000000000000", "name", "x"))) {
      var request = web.post().uri(PAGE).with(boss.here()).with(csrf());
      fields.forEach(request::param);
      assertThat(request.exchange()).hasStatus(422);
    }
    assertThat(tries(boss, "", "", "asOf", "x")).hasStatus(422);
    for (var bad : java.util.List.of("asOf", "projection")) {
      assertThat(tries(boss, "x.csv", "a;b", bad, "\u0000<script>")).hasStatus(422);
    }
    assertThat(tries(boss, "<script>.csv", "a;b", "operator", "\u202e", "communes", "'; drop"))
        .hasStatus(422);
    assertThat(
            web.post()
                .uri(PAGE + "/999999999999999999/undo")
                .with(boss.here())
                .with(csrf())
                .exchange())
        .hasStatusOk();
    assertThat(web.get().uri(PAGE + "/buildings.csv?on=x").with(boss.here()).exchange())
        .hasStatus(400);
    assertThat(web.get().uri(PAGE + "/buildings.csv").with(boss.here()).exchange()).hasStatusOk();
  }
}
