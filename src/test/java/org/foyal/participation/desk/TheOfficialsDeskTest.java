package org.foyal.participation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.participation.Questions;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An official sees what is asked, sees an answer before it is published, and nobody else's
/// questions; agents write questions down; administrators enter mandates.
@HouseTest
class TheOfficialsDeskTest {
  private final Member elise = new Member(Role.ELECTED);
  private final Member felix = new Member(Role.ELECTED);
  private final Member admin = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Council council;
  @Autowired Questions questions;
  @Autowired JdbcClient sql;

  private Mandate mine;
  private Keys keys;

  @BeforeEach
  void aQuestionToMe() {
    mine = put.mandate(elise.id(), felix.id());
    keys = put.published(mine, "Quand un trottoir ?");
  }

  private MvcTestResult send(Member who, String path, Map<String, String> fields) {
    var request = web.post().uri("/fr" + path).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult get(Member who, String path) {
    return web.get().uri("/fr" + path).with(who.here()).exchange();
  }

  private Map<String, String> answer(String act) {
    return new HashMap<>(
        Map.of(
            "form", UUID.randomUUID().toString(),
            "seen", "0",
            "act", act,
            "words", "Il est au budget.",
            "author", "OFFICIAL",
            "what1", "Un trottoir",
            "due1", questions.today().plusDays(90).toString()));
  }

  private String at() {
    return "/staff/answers/" + keys.reference();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleOpensItsOwnDoors(Role role) {
    boolean answers = role == Role.ADMIN || role == Role.ELECTED;
    boolean reads = role == Role.ADMIN || role == Role.AGENT;
    boolean notes = reads || role == Role.MEDIATOR;
    var who = new Member(role);
    assertThat(get(who, "/staff/answers")).hasStatus(answers ? 200 : 403);
    assertThat(get(who, "/staff/participation")).hasStatus(reads ? 200 : 403);
    assertThat(get(who, "/staff/participation/new")).hasStatus(notes ? 200 : 403);
    assertThat(get(who, "/staff/mandates")).hasStatus(role == Role.ADMIN ? 200 : 403);
  }

  @Test
  void anAnswerIsSeenBeforeItIsPublished() {
    assertThat(get(elise, "/staff/answers"))
        .bodyText()
        .contains("Quand un trottoir", keys.reference().toString());
    assertThat(send(elise, at(), answer("preview")))
        .hasStatusOk()
        .bodyText()
        .contains("Ce que tout le monde lira", "Rien n’est encore publié");
    assertThat(questions.find(keys.reference()).orElseThrow().answered()).isFalse();
    assertThat(send(elise, at(), answer("publish"))).hasStatus(302);
    assertThat(questions.find(keys.reference()).orElseThrow().answered()).isTrue();
    assertThat(get(elise, "/staff/answers")).bodyText().contains("Un trottoir");
  }

  @Test
  void anotherOfficialsQuestionIsNotThere() {
    var other = new Member(Role.ELECTED);
    put.mandate(other.id());
    assertThat(get(other, at())).hasStatus(404);
    assertThat(send(other, at(), answer("publish"))).hasStatus(404);
  }

  @Test
  void ofTwoAnswersAtOnceTheSecondKeepsItsWordsAndIsTold() {
    send(elise, at(), answer("publish"));
    var second = answer("publish");
    second.put("words", "Il est voté depuis hier.");
    assertThat(send(felix, at(), second))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un a écrit avant vous", "Il est au budget.", "Il est voté depuis hier.");
    assertThat(web.get().uri("/fr/questions/" + keys.reference()).exchange())
        .bodyText()
        .doesNotContain("Il est voté depuis hier.");
  }

  @Test
  void whatIsMissingInAnAnswerIsTold() {
    for (var wrong :
        Map.of("words", "", "author", "NOBODY", "due1", "demain", "what1", "x".repeat(301))
            .entrySet()) {
      var fields = answer("publish");
      fields.put(wrong.getKey(), wrong.getValue());
      assertThat(send(elise, at(), fields)).as(wrong.getKey()).hasStatus(422);
    }
    assertThat(questions.find(keys.reference()).orElseThrow().answered()).isFalse();
  }

  private long pledge() {
    return sql.sql(
            """
            select p.id from participation.pledge p
            join participation.answer a on a.id = p.answer
            join participation.question q on q.case_id = a.case_id where q.mandate = :to
            """)
        .param("to", mine.code())
        .query(Long.class)
        .single();
  }

  @Test
  void anotherOfficialSaysNothingOfMyCommitment() {
    send(elise, at(), answer("publish"));
    var other = new Member(Role.ELECTED);
    var theirs = put.published(put.mandate(other.id()), "Et la lumière ?");
    var said =
        Map.of(
            "declared", "DROPPED",
            "knownOn", questions.today().toString(),
            "source", "on me l’a dit",
            "seen", "0");
    assertThat(send(other, at() + "/pledges/" + pledge(), said)).hasStatus(404);
    assertThat(send(other, "/staff/answers/" + theirs.reference() + "/pledges/" + pledge(), said))
        .hasStatus(404);
    assertThat(get(elise, at())).bodyText().doesNotContain("on me l’a dit");
  }

  @Test
  void aLineThatCantStandKeepsWhatWasTyped() {
    send(elise, at(), answer("publish"));
    var said =
        Map.of("declared", "KEPT", "knownOn", "2999-01-01", "source", "une visite", "seen", "0");
    assertThat(send(elise, at() + "/pledges/" + pledge(), said))
        .hasStatus(422)
        .bodyText()
        .contains("value=\"une visite\"");
  }

  @Test
  void whoseMandateHasEndedFindsNothingAtTheDesk() {
    put.end(mine);
    assertThat(get(elise, "/staff/answers")).bodyText().doesNotContain("Quand un trottoir");
    assertThat(send(elise, at(), answer("publish"))).hasStatus(404);
    assertThat(get(new Member(Role.AGENT), "/staff/participation"))
        .bodyText()
        .contains("À transmettre", keys.reference().toString());
  }

  @Test
  void aCommitmentIsFollowedFromTheDesk() {
    send(elise, at(), answer("publish"));
    long pledge = pledge();
    var said =
        Map.of(
            "declared", "KEPT",
            "knownOn", questions.today().toString(),
            "source", "réception des travaux",
            "seen", "0");
    assertThat(send(elise, at() + "/pledges/" + pledge, said)).hasStatus(302);
    assertThat(send(elise, at() + "/pledges/" + pledge, said)).hasStatus(409);
    assertThat(get(elise, at())).bodyText().contains("réception des travaux", "tenu");
    assertThat(send(elise, at() + "/pledges/999999999", said)).hasStatus(404);
    assertThat(send(elise, at() + "/pledges/" + pledge, Map.of())).hasStatus(422);
  }

  @Test
  void aQuestionIsWrittenDownForSomebodyWithTheirYes() {
    var agent = new Member(Role.MEDIATOR);
    var fields =
        new HashMap<>(
            Map.of(
                "to", mine.code(),
                "channel", "PHONE",
                "title", "Et le banc ?",
                "words", "Il est cassé.",
                "phone", "0696 12 34 56",
                "other", "yes",
                "form", UUID.randomUUID().toString()));
    assertThat(send(agent, "/staff/participation/new", fields))
        .hasStatus(422)
        .bodyText()
        .contains("Demandez son accord");
    fields.put("agreed", "yes");
    assertThat(send(agent, "/staff/participation/new", fields))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("par téléphone");
    assertThat(send(agent, "/staff/participation/new", fields)).hasStatusOk();
    assertThat(
            sql.sql(
                    """
                    select a.consent from cases.asker a join cases.case_file c on c.id = a.case_id
                    join participation.question q on q.case_id = c.id
                    where q.mandate = :to and c.channel = 'PHONE'
                    """)
                .param("to", mine.code())
                .query(String.class)
                .list())
        .containsExactly("SPOKEN");
  }

  @Test
  void atTheCounterSimilarQuestionsAreShownFirstAndWhoWroteNeedsNoSpokenYes() {
    var agent = new Member(Role.AGENT);
    var word = "zebu" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    var before = put.published(mine, "Un abri " + word + " ?");
    var fields =
        new HashMap<>(
            Map.of(
                "to",
                mine.code(),
                "channel",
                "EMAIL",
                "title",
                "Quand un abri " + word + " ?",
                "words",
                "Il pleut.",
                "email",
                "bo@example.org",
                "form",
                UUID.randomUUID().toString()));
    assertThat(send(agent, "/staff/participation/new", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Aucune n’est la même", before.reference().toString())
        .doesNotContain("agreed-error");
    fields.put("other", "yes");
    assertThat(send(agent, "/staff/participation/new", fields))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store");
    fields.put("form", UUID.randomUUID().toString());
    fields.put("area", "no-such");
    assertThat(send(agent, "/staff/participation/new", fields)).hasStatus(422);
  }

  private Map<String, String> mandate(String code) {
    return new HashMap<>(
        Map.of(
            "code", code,
            "name", "Élu " + code,
            "roleFr", "maire",
            "body", mine.body().code(),
            "since", "2026-03-20",
            "days", "30",
            "place", "0"));
  }

  @Test
  void administratorsEnterWhoWasElectedAndTwoAtOnceAreTold() {
    var code = "n" + UUID.randomUUID().toString().substring(0, 8);
    var fields = mandate(code);
    assertThat(send(admin, "/staff/mandates", fields)).hasStatus(302);
    assertThat(send(admin, "/staff/mandates", fields)).hasStatus(422);
    assertThat(council.findMandate(code).orElseThrow().delay().working_days()).isEqualTo(30);
    fields.put("version", "1");
    fields.put("name", "Élu nouveau");
    assertThat(send(admin, "/staff/mandates/" + code, fields)).hasStatus(302);
    assertThat(send(admin, "/staff/mandates/" + code, fields)).hasStatus(409);
  }

  @ParameterizedTest
  @CsvSource({
    "body, none",
    "since, hier",
    "until, 2020-01-01",
    "days, 0",
    "roleFr, ''",
    "name, ' '",
    "place, -1",
    "code, A B"
  })
  void whatIsWrongWithAMandateIsTold(String field, String typed) {
    var fields = mandate("w" + UUID.randomUUID().toString().substring(0, 8));
    fields.put(field, typed);
    assertThat(send(admin, "/staff/mandates", fields)).hasStatus(422);
  }

  @Test
  void bodiesAndThemesAreEnteredAndChanged() {
    var code = "b" + UUID.randomUUID().toString().substring(0, 8);
    for (var path : new String[] {"/staff/bodies", "/staff/themes"}) {
      var fields =
          new HashMap<>(
              Map.of("code", code, "titleFr", "Nom " + code, "kind", "COMMUNE", "place", "1"));
      assertThat(send(admin, path, fields)).hasStatus(302);
      assertThat(send(admin, path, fields)).hasStatus(422);
      fields.put("version", "1");
      fields.put("active", "yes");
      assertThat(send(admin, path + "/" + code, fields)).hasStatus(302);
      assertThat(send(admin, path + "/" + code, fields)).hasStatus(409);
      assertThat(get(admin, path + "/" + code)).hasStatusOk();
    }
    assertThat(web.get().uri("/fr/elected").exchange()).bodyText().contains("Nom " + code);
  }

  @Test
  void anAgentPublishesOrKeepsBackAtTheDesk() {
    var agent = new Member(Role.AGENT);
    var waits = put.asked(mine, "Une question à lire");
    var path = "/staff/participation/" + waits.reference();
    assertThat(get(agent, "/staff/participation")).bodyText().contains("Une question à lire");
    assertThat(send(agent, path, Map.of())).hasStatus(422);
    assertThat(send(agent, path, Map.of("shown", "HIDDEN", "seen", "0"))).hasStatus(422);
    var odd = Map.of("shown", "HIDDEN", "rule", "\u0000", "seen", "-1");
    assertThat(send(agent, path, odd)).hasStatus(422);
    assertThat(send(agent, path, Map.of("shown", "SHOWN", "seen", "0"))).hasStatus(302);
    assertThat(get(agent, path + "?done=yes"))
        .bodyText()
        .contains("publiée</span>", "Ne pas publier")
        .doesNotContain("value=\"SHOWN\"");
  }

  @Test
  void anOlderPageDecidesNothingAndADoubleClickDecidesOnce() {
    var agent = new Member(Role.AGENT);
    var waits = put.asked(mine, "Une question à lire");
    var path = "/staff/participation/" + waits.reference();
    var hide = Map.of("shown", "HIDDEN", "rule", "insult", "seen", "0");
    assertThat(send(agent, path, hide)).hasStatus(302);
    assertThat(send(agent, path, hide)).hasStatus(302);
    assertThat(send(new Member(Role.AGENT), path, Map.of("shown", "SHOWN", "seen", "0")))
        .hasStatus(422)
        .bodyText()
        .contains("Quelqu’un a décidé avant vous", "name=\"seen\" value=\"1\"");
    assertThat(decisions(waits)).isOne();
    assertThat(send(new Member(Role.AGENT), path, Map.of("shown", "SHOWN", "seen", "1")))
        .hasStatus(302);
  }

  private int decisions(Keys about) {
    return sql.sql(
            """
            select count(*) from cases.decision d
            join participation.question q on q.case_id = d.case_id where q.reference = :reference
            """)
        .param("reference", about.reference().signs())
        .query(Integer.class)
        .single();
  }

  @Test
  void anAgentPutsAQuestionToAnotherOfficial() {
    var agent = new Member(Role.AGENT);
    var path = "/staff/participation/" + keys.reference();
    var other = put.mandate();
    assertThat(get(agent, path)).bodyText().contains("Transmettre", other.name());
    assertThat(send(agent, path + "/transfer", Map.of("to", "nobody"))).hasStatus(422);
    assertThat(send(agent, path + "/transfer", Map.of())).hasStatus(422);
    assertThat(send(agent, path + "/transfer", Map.of("to", other.code()))).hasStatus(302);
    assertThat(questions.find(keys.reference()).orElseThrow().mandate()).isEqualTo(other.code());
  }
}
