package org.foyal.cases.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question;
import org.foyal.cases.Question.About;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
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

/// The queue on paper and as a file.
@HouseTest
class TakingTheQueueAlongTest {
  private final Member ana = new Member(Role.AGENT);

  @Autowired MockMvcTester web;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String address, Member who) {
    return web.get().uri(address).with(who.here()).exchange();
  }

  private Case mine(String subject, String words) {
    var question =
        new Question(
            UUID.randomUUID(),
            "requests",
            subject,
            words,
            new About(
                Optional.empty(),
                Optional.empty(),
                Optional.of("devant le 12 (14.60000, -61.07000)"),
                Optional.empty()),
            Channel.WEB,
            new Asker(
                Optional.of("Bo"), Optional.empty(), Optional.of("0696 12 34 56"), Language.FR),
            Optional.empty(),
            new Delay(5, true, Silence.NOTHING),
            null,
            false,
            Optional.empty(),
            Optional.empty());
    var made = ((Opened) cases.open(question)).opened();
    work.assign(Actor.of(ana), made.reference(), 1, true);
    return made;
  }

  private void due(Case one, int daysAgo) {
    sql.sql(
            "update cases.case_file set opened_on = :today - 60, promised_on = :today - :days"
                + " where id = :id")
        .param("today", cases.today())
        .param("days", daysAgo)
        .param("id", one.id())
        .update();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void bothAreForAgentsAndAdministrators(Role role) {
    int expected = role == Role.ADMIN || role == Role.AGENT ? 200 : 403;
    assertThat(get("/fr/staff/cases/today", new Member(role))).hasStatus(expected);
    assertThat(get("/fr/staff/cases/queue.csv", new Member(role))).hasStatus(expected);
  }

  @Test
  void theDaySheetHoldsWhatIOweTodayWhereItIsWhatWasAskedAndTheLastWords() {
    var late = mine("Trou dans la chaussée", "Devant <b>l’école</b>.");
    due(late, 3);
    var today = mine("Lampadaire éteint", "Il fait noir.");
    due(today, 0);
    work.write(Actor.of(ana), today.reference(), UUID.randomUUID(), "Échelle à prendre.", false);
    var notYet = mine("Banc cassé", "Le pied.");
    var somebodyElses = asked.by(Asked.ana(Asked.address())).opened();
    due(somebodyElses, 3);
    assertThat(get("/fr/staff/cases/today", ana))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence(late.reference().toString(), today.reference().toString())
        .contains(
            "Bo · 0696 12 34 56",
            "&lt;b&gt;l’école",
            "Il fait noir.",
            "Échelle à prendre.",
            "devant le 12 (14.60000, -61.07000)",
            "2 demandes")
        .doesNotContain(notYet.reference().toString(), somebodyElses.reference().toString());
  }

  @Test
  void whatGoesOnIsTakenAlongWithWhatWasAskedFirst() {
    var first = mine("Trou", "Un trou devant la porte rouge.");
    var code = cases.code(first);
    work.move(
        Actor.of(ana),
        first.reference(),
        2,
        State.CLOSED,
        Optional.of(Outcome.DONE),
        "C’est bouché.");
    var opened =
        (Opened)
            cases
                .goOn(first.reference().toString(), code, UUID.randomUUID(), "Il est revenu.")
                .orElseThrow();
    var again = opened.opened();
    work.assign(Actor.of(ana), again.reference(), again.version(), true);
    due(again, 1);
    assertThat(get("/fr/staff/cases/today", ana))
        .bodyText()
        .contains("porte rouge", "Il est revenu.", "devant le 12");
    assertThat(get("/fr/staff/cases/" + again.reference(), ana))
        .bodyText()
        .contains("devant le 12 (14.60000, -61.07000)");
  }

  @Test
  void theFileHoldsWhatTheFiltersFindAndNobodysName() {
    var formula = mine("=HYPERLINK(\"http://x\")", "Bonjour.");
    mine("Banc cassé", "Le pied.");
    assertThat(get("/fr/staff/cases/queue.csv?who=mine", ana))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains(
            "Référence,Sujet,De quoi il s’agit,Quartier,Lieu,État",
            formula.reference()
                + ",\"'=HYPERLINK(\"\"http://x\"\")\",,,\"devant le 12 (14.60000, -61.07000)\",Reçue",
            "Banc cassé")
        .doesNotContain("0696", ",Bo");
    assertThat(get("/fr/staff/cases/queue.csv?who=mine&q=banc", ana))
        .bodyText()
        .contains("Banc cassé")
        .doesNotContain("HYPERLINK");
    for (var nothing : new String[] {"%27", "%00", "nowhere"}) {
      assertThat(get("/fr/staff/cases/queue.csv?state=X&department=" + nothing, ana))
          .as(nothing)
          .hasStatusOk();
    }
  }
}
