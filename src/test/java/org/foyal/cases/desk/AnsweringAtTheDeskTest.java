package org.foyal.cases.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The agents' pages: the queue, one case, the departments.
@HouseTest
class AnsweringAtTheDeskTest {
  private final Member ana = new Member(Role.AGENT);

  @Autowired MockMvcTester web;
  @Autowired CaseWork work;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String address, Member who) {
    return web.get().uri(address).with(who.here()).exchange();
  }

  private MvcTestResult post(String address, Member who, Map<String, String> fields) {
    var request = web.post().uri(address).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private Case now(Case one) {
    return work.find(one.reference().toString(), new Actor(ana.id(), "Ana", "x"))
        .orElseThrow()
        .asked();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theQueueIsForAgentsAndAdministrators(Role role) {
    boolean may = role == Role.ADMIN || role == Role.AGENT;
    assertThat(get("/fr/staff/cases", new Member(role))).hasStatus(may ? 200 : 403);
    assertThat(get("/fr/staff/departments", new Member(role)))
        .hasStatus(role == Role.ADMIN ? 200 : 403);
  }

  @Test
  void anAgentTakesMovesAndUndoesACase() {
    var one = asked.by(Asked.ana(Asked.address())).opened();
    var door = "/fr/staff/cases/" + one.reference();
    assertThat(get("/fr/staff/cases", ana)).bodyText().contains("Lampadaire éteint");
    assertThat(post(door + "/assign", ana, Map.of("version", "" + one.version(), "mine", "yes")))
        .hasStatus(302);
    assertThat(
            post(
                door + "/move",
                ana,
                Map.of("version", "" + now(one).version(), "state", "CLOSED", "outcome", "DONE")))
        .hasStatus(422)
        .bodyText()
        .contains("Pour fermer, écrivez");
    assertThat(
            post(
                door + "/move",
                ana,
                Map.of(
                    "version",
                    "" + now(one).version(),
                    "state",
                    "CLOSED",
                    "outcome",
                    "DONE",
                    "words",
                    "C’est réparé.")))
        .hasStatus(302);
    assertThat(get(door + "?done=moved", ana))
        .bodyText()
        .contains("C’est réparé.", "Annuler ce changement");
    assertThat(post(door + "/undo", ana, Map.of("version", "" + now(one).version())))
        .hasStatus(302);
    assertThat(now(one).state()).isEqualTo(Case.State.RECEIVED);
  }

  @Test
  void theSecondOfTwoIsToldAndKeepsItsWords() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    var door = "/fr/staff/cases/" + one.reference();
    var fields =
        Map.of("version", "" + one.version(), "state", "UNDER_WAY", "words", "Une équipe y va.");
    assertThat(post(door + "/move", ana, fields)).hasStatus(302);
    assertThat(post(door + "/move", new Member(Role.AGENT), fields))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un a changé cette demande", "Une équipe y va.</textarea>");
  }

  @Test
  void whatComesWrongIsRefusedInWords() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    var door = "/fr/staff/cases/" + one.reference();
    assertThat(post(door + "/move", ana, Map.of("state", "EXPLODED"))).hasStatus(422);
    assertThat(post(door + "/move", ana, Map.of("version", "x", "state", "CLOSED"))).hasStatus(400);
    assertThat(post(door + "/write", ana, Map.of("words", " "))).hasStatus(422);
    assertThat(post(door + "/write", ana, Map.of("words", "x".repeat(4001)))).hasStatus(422);
    assertThat(post(door + "/hand-over", ana, Map.of("version", "1"))).hasStatus(422);
    assertThat(get("/fr/staff/cases/3333-3333", ana)).hasStatus(404);
    assertThat(get("/fr/staff/cases/3333-3335", ana)).hasStatus(404);
    assertThat(get("/fr/staff/cases?page=-5&department=%27", ana)).hasStatusOk();
    assertThat(get("/fr/staff/cases?page=2147483647", ana)).hasStatusOk();
  }

  @Test
  void aCaseIsGivenToAnAgentWhoCanSignInAndTheTrailNamesThem() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    var door = "/fr/staff/cases/" + one.reference();
    var bo = asked.member(Role.AGENT);
    var partner = asked.member(Role.OPERATOR);
    for (var nobody : List.of("" + partner.id(), UUID.randomUUID().toString(), "\u0000<b>")) {
      assertThat(
              post(door + "/assign", ana, Map.of("version", "1", "mine", "other", "agent", nobody)))
          .hasStatus(422)
          .bodyText()
          .contains("dont le compte est actif");
    }
    var give = Map.of("version", "1", "mine", "other", "agent", "" + bo.id());
    assertThat(post(door + "/assign", ana, give)).hasStatus(302);
    assertThat(now(one).agent()).contains(Objects.requireNonNull(bo.id()));
    assertThat(
            sql.sql("select about from people.act where who = :by and what = 'cases.act.assigned'")
                .param("by", ana.id())
                .query(String.class)
                .list())
        .containsExactly(one.reference() + " → Bo Test");
    var second = asked.by(Asker.unknown(Language.FR)).opened();
    assertThat(bulk("GIVE", Map.of("agent", "" + bo.id()), second.reference() + ".1"))
        .hasStatusOk();
    assertThat(now(second).agent()).contains(Objects.requireNonNull(bo.id()));
    assertThat(bulk("GIVE", Map.of("agent", "nobody"), second.reference() + ".2")).hasStatus(422);
  }

  @Test
  void severalAreTakenAtOnceAndWhatSomebodyElseChangedIsTold() {
    var department = asked.department().code();
    var first = asked.at(department).opened();
    var changed = asked.at(department).opened();
    work.assign(new Actor(UUID.randomUUID(), "Bo", "x"), changed.reference(), 1, true);
    var came =
        bulk(
            "ASSIGN",
            Map.of("department", department),
            first.reference() + ".1",
            changed.reference() + ".1",
            first.reference().signs() + ".1");
    assertThat(came)
        .hasStatusOk()
        .bodyText()
        .contains("Une demande a changé.", "restent comme elles sont", "/" + changed.reference());
    assertThat(now(first).agent()).contains(ana.id());
    assertThat(now(changed).agent()).isPresent().get().isNotEqualTo(ana.id());
  }

  @Test
  void severalAreHandedOverAndMovedOn() {
    var department = asked.department().code();
    var first = asked.at(department).opened();
    var second = asked.at(department).opened();
    var to = asked.department().code();
    assertThat(
            bulk(
                "HAND_OVER", Map.of("to", to), first.reference() + ".1", second.reference() + ".1"))
        .bodyText()
        .contains("2 demandes ont changé.");
    assertThat(now(second).department()).get().extracting(one -> one.code()).isEqualTo(to);
    assertThat(bulk("UNDER_WAY", Map.of(), first.reference() + ".2")).hasStatusOk();
    assertThat(now(first).state()).isEqualTo(Case.State.UNDER_WAY);
    assertThat(bulk("UNDER_WAY", Map.of(), first.reference() + ".3"))
        .bodyText()
        .contains("Celles-ci ne peuvent pas", "ne revient pas en arrière");
  }

  @Test
  void aHeapOfTicksOrNoneIsRefusedInWords() {
    assertThat(bulk("ASSIGN", Map.of())).hasStatus(422).bodyText().contains("Cochez au moins");
    assertThat(bulk("ASSIGN", Map.of(), "x.1", "3333-3335.99999999999", "3333-3335"))
        .hasStatus(422);
    var random = new java.util.Random(4);
    var many =
        java.util.stream.Stream.generate(() -> Reference.next(random) + ".1")
            .limit(51)
            .toArray(String[]::new);
    assertThat(bulk("ASSIGN", Map.of(), many)).hasStatus(422).bodyText().contains("Cinquante");
    var one = asked.by(Asker.unknown(Language.FR)).opened().reference() + ".1";
    assertThat(bulk("EXPLODE", Map.of(), one)).hasStatus(422);
    assertThat(bulk("HAND_OVER", Map.of("to", "nowhere"), one)).hasStatus(422);
    assertThat(bulk("HAND_OVER", Map.of("to", "a\u0000"), one)).hasStatus(422);
    assertThat(bulk("ASSIGN", Map.of(), many[0])).bodyText().contains("n’existe pas");
    assertThat(post("/fr/staff/cases/bulk", new Member(Role.MEDIATOR), Map.of("pick", one)))
        .hasStatus(403);
  }

  @Test
  void theFiltersStayInTheAddressAndOddOnesAskForNothing() {
    var address = "/fr/staff/cases?q={q}&state=CLOSED&who=free&page=3";
    assertThat(web.get().uri(address, "lamp&x=\"<b>").with(ana.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("q=lamp%26x%3D%22%3Cb%3E", "state=CLOSED", "who=free", "page=2");
    assertThat(get("/fr/staff/cases?state=X&channel=%00&who=%27&late=1&q=%25", ana)).hasStatusOk();
  }

  private MvcTestResult bulk(String act, Map<String, String> fields, String... picks) {
    var request = web.post().uri("/fr/staff/cases/bulk").with(ana.here()).with(csrf());
    request.param("act", act);
    fields.forEach(request::param);
    if (picks.length > 0) {
      request.param("pick", picks);
    }
    return request.exchange();
  }

  @Test
  void anAgentSaysThatTwoAreTheSameAndUndoesIt() {
    var lead = asked.by(Asked.ana(Asked.address())).opened();
    var twin = asked.by(Asked.ana(Asked.address())).opened();
    var door = "/fr/staff/cases/" + twin.reference();
    assertThat(post(door + "/merge", ana, Map.of("version", "1", "into", "3333-3333")))
        .hasStatus(422)
        .bodyText()
        .contains("celle d’aucune demande", "id=\"into-error\"");
    var into = lead.reference().toString().toLowerCase(java.util.Locale.ROOT);
    assertThat(post(door + "/merge", ana, Map.of("version", "1", "into", into))).hasStatus(302);
    assertThat(get(door + "?done=merged", ana))
        .bodyText()
        .contains("vont ensemble", "La même chose que", "/" + lead.reference());
    assertThat(get("/fr/staff/cases/" + lead.reference(), ana))
        .bodyText()
        .contains("une demande sur la même chose", "Une autre personne lit aussi ce texte");
    assertThat(post(door + "/undo", ana, Map.of("version", "2"))).hasStatus(302);
    assertThat(now(twin).mergedInto()).isEmpty();
  }

  @Test
  void theCodeIsShownAgainAtTheCounterAndOnlyWhenAsked() {
    var opened = asked.by(Asker.unknown(Language.FR));
    var door = "/fr/staff/cases/" + opened.opened().reference();
    assertThat(get(door, ana)).bodyText().doesNotContain(opened.code());
    assertThat(post(door + "/code", ana, Map.of("mine", "no"))).bodyText().contains(opened.code());
    assertThat(post(door + "/code", ana, Map.of("mine", "yes")))
        .hasStatusOk()
        .bodyText()
        .doesNotContain(opened.code());
  }

  @Test
  void aDepartmentIsEnteredCorrectedAndTellsTheSecondEditor() {
    var boss = new Member(Role.ADMIN);
    var code = "voirie-" + UUID.randomUUID().toString().substring(0, 8);
    var fields = Map.of("code", code, "name", "Voirie", "phone", "0596 00 00 00");
    assertThat(post("/fr/staff/departments", boss, fields)).hasStatus(302);
    assertThat(post("/fr/staff/departments", boss, fields))
        .hasStatus(422)
        .bodyText()
        .contains("déjà pris");
    var door = "/fr/staff/departments/" + code;
    var edited =
        Map.of(
            "version",
            "1",
            "name",
            "Voirie et réseaux",
            "email",
            "voirie@example.org",
            "active",
            "yes");
    assertThat(post(door, boss, edited)).hasStatus(302);
    assertThat(post(door, boss, edited))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un a changé", "voirie@example.org");
    assertThat(post(door, boss, Map.of("version", "2", "name", "")))
        .hasStatus(422)
        .bodyText()
        .contains("les habitants doivent pouvoir joindre");
    assertThat(post(door, boss, Map.of("version", "2", "name", "V", "email", "a b@c")))
        .hasStatus(422);
  }
}
