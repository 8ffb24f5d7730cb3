package org.foyal.participation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Merging;
import org.foyal.cases.Moving;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A question is a case in the queue; what becomes of it is said at its own desk alone.
@HouseTest
class LeavingQuestionsToTheirDeskTest {
  private final Member agent = new Member(Role.AGENT);
  private final Actor ana = Put.somebody();

  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Asked asked;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Merging merging;

  private Keys keys;

  @BeforeEach
  void aQuestion() {
    keys = put.published(put.mandate(), "Quand un trottoir ?");
  }

  private Case now() {
    return work.find(keys.reference().toString(), ana).orElseThrow().asked();
  }

  private MvcTestResult send(String act, Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/cases/" + keys.reference() + "/" + act)
            .with(agent.here())
            .with(csrf())
            .param("version", Integer.toString(now().version()));
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void anAgentReadsItInTheQueueAndIsLedToItsDesk() {
    assertThat(web.get().uri("/fr/staff/cases/" + keys.reference()).with(agent.here()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("On y répond sur sa propre page", "/fr/staff/participation/" + keys.reference())
        .doesNotContain("/move\"", "/merge\"", "/hand-over\"");
  }

  @Test
  void anAgentClosesMovesAndJoinsNone() {
    var other = asked.by(Asked.ana(Asked.address())).opened();
    assertThat(send("move", Map.of("state", "CLOSED", "outcome", "NOT_POSSIBLE", "words", "Non.")))
        .hasStatus(422)
        .bodyText()
        .contains("On y répond sur sa propre page");
    assertThat(send("move", Map.of("state", "UNDER_WAY"))).hasStatus(422);
    assertThat(send("merge", Map.of("into", other.reference().toString()))).hasStatus(422);
    assertThat(now().state()).isEqualTo(State.RECEIVED);
  }

  @Test
  void anAgentHandsNoneOverToADepartmentNeitherAloneNorWithOthers() {
    var department = asked.department().code();
    assertThat(send("hand-over", Map.of("department", department)))
        .hasStatus(422)
        .bodyText()
        .contains("On y répond sur sa propre page");
    var bulk =
        web.post()
            .uri("/fr/staff/cases/bulk")
            .with(agent.here())
            .with(csrf())
            .param("act", "HAND_OVER")
            .param("to", department)
            .param("pick", keys.reference().signs() + "." + now().version())
            .exchange();
    assertThat(bulk).bodyText().contains("On y répond sur sa propre page");
    assertThat(now().department()).isEmpty();
  }

  @Test
  void aReportDoesNotJoinAQuestion() {
    var other = asked.by(Asked.ana(Asked.address())).opened();
    assertThat(
            merging.merge(ana, other.reference(), other.version(), keys.reference().toString(), ""))
        .isEqualTo(new Moving.Refused("into", "cases.problem.into-kind"));
  }

  @Test
  void noAgentSaysThatAReportIsAnswered() {
    var other = asked.by(Asked.ana(Asked.address())).opened();
    var answer =
        web.post()
            .uri("/fr/staff/cases/" + other.reference() + "/move")
            .with(agent.here())
            .with(csrf())
            .param("version", Integer.toString(other.version()))
            .param("state", "CLOSED")
            .param("outcome", "ANSWERED")
            .param("words", "Voilà.")
            .exchange();
    assertThat(answer).hasStatus(422);
  }

  @Test
  void whoeverAskedDoesNotGoOnWithWhatIsAnsweredForGood() {
    var open = now();
    work.move(
        ana, open.reference(), open.version(), State.CLOSED, Optional.of(Outcome.ANSWERED), "Oui.");
    assertThat(cases.goOn(keys.reference().toString(), keys.code(), UUID.randomUUID(), "Encore."))
        .isEmpty();
    assertThat(web.get().uri("/fr/follow/" + keys.reference() + "/" + keys.code()).exchange())
        .bodyText()
        .doesNotContain("go-on");
  }
}
