package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// mySociety's extension: a program and the city exchange what is said of its reports.
@HouseTest
class ExchangingUpdatesTest {
  private static final String UPDATE = "/service_requests_updates/request_update";

  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired Clients clients;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired CaseWork work;
  @Autowired JdbcClient sql;

  private Program program;
  private Reference report;

  @BeforeEach
  void aReportOfTheProgram() throws Exception {
    program = Program.with(web, clients);
    var category = Filed.in(requests, categories).category();
    report = filed(category, "Un trou.");
  }

  private Reference filed(String category, String words) throws Exception {
    var answer =
        program.post(
            "requests.xml",
            "service_code",
            category,
            "address_string",
            "devant l’école",
            "description",
            words);
    return Reference.read(Program.at(answer, "/service_requests/request/service_request_id"))
        .orElseThrow();
  }

  private void move(State to, Optional<Outcome> outcome, String words) {
    var asked = work.find(report.toString(), ana).orElseThrow().asked();
    work.move(ana, report, asked.version(), to, outcome, words);
  }

  /// Lets the ten minutes pass in which a change can be taken back.
  private void settle() {
    sql.sql("update cases.entry set at = at - interval '11 minutes' where account = :ana")
        .param("ana", ana.id())
        .update();
  }

  private MvcTestResult updates(Program of, String more) {
    return of.get("v2/servicerequestupdates.xml?api_key=" + of.key() + more);
  }

  private MvcTestResult write(String number, String status, String words) {
    return program.post(
        "servicerequestupdates.xml",
        "update_id",
        number,
        "service_request_id",
        report.toString(),
        "status",
        status,
        "description",
        words,
        "updated_datetime",
        Instant.now().toString());
  }

  private List<String> thread() {
    return work.find(report.toString(), ana).orElseThrow().thread().stream()
        .flatMap(line -> line.words().stream())
        .toList();
  }

  @Test
  void whatTheStaffSaidIsToldToTheProgramThatFiledItAndToNoOther() throws Exception {
    move(State.UNDER_WAY, Optional.empty(), "Nous venons lundi.");
    move(State.CLOSED, Optional.of(Outcome.DONE), "C’est bouché.");
    settle();
    var told = updates(program, "");
    assertThat(Program.at(told, UPDATE + "[1]/service_request_id")).isEqualTo(report.toString());
    assertThat(Program.at(told, UPDATE + "[1]/status")).isEqualTo("IN_PROGRESS");
    assertThat(Program.at(told, UPDATE + "[1]/description")).isEqualTo("Nous venons lundi.");
    assertThat(Program.at(told, UPDATE + "[2]/status")).isEqualTo("FIXED");
    assertThat(updates(Program.with(web, clients), "")).bodyText().doesNotContain("lundi");
    assertThat(updates(new Program(web, "wrong"), "")).hasStatus(403);
  }

  @Test
  void whatCanStillBeTakenBackIsNotToldYet() {
    move(State.UNDER_WAY, Optional.empty(), "Nous venons lundi.");
    assertThat(updates(program, "")).bodyText().doesNotContain("lundi");
    settle();
    assertThat(updates(program, "")).bodyText().contains("lundi");
  }

  @Test
  void aMessageIsToldWithTheStateInWhichItWasWritten() throws Exception {
    work.write(ana, report, UUID.randomUUID(), "Nous regardons.", true);
    settle();
    move(State.CLOSED, Optional.of(Outcome.DONE), "C’est bouché.");
    var told = updates(program, "");
    assertThat(Program.at(told, UPDATE + "[1]/description")).isEqualTo("Nous regardons.");
    assertThat(Program.at(told, UPDATE + "[1]/status")).isEqualTo("OPEN");
    assertThat(told).bodyText().doesNotContain("FIXED");
  }

  @Test
  void nothingIsMissedBetweenTwoTimesThatTouch() {
    move(State.UNDER_WAY, Optional.empty(), "Nous venons lundi.");
    settle();
    var now = Instant.now();
    int told = 0;
    for (var from = now.minusSeconds(3600); from.isBefore(now); from = from.plusSeconds(60)) {
      var span = "&start_date=" + from + "&end_date=" + from.plusSeconds(60);
      told += updates(program, span).getResponse().getContentAsByteArray().length > 200 ? 1 : 0;
    }
    assertThat(told).isEqualTo(1);
  }

  @Test
  void anUpdateOfTheProgramStandsInTheThreadOnce() throws Exception {
    var first = write("17", "OPEN", "C’est plus grand que je ne pensais.");
    assertThat(first).hasStatusOk();
    var id = Program.at(first, "/service_request_updates/request_update/update_id");
    assertThat(id).isNotBlank();
    assertThat(Program.at(write("17", "OPEN", "…"), "//update_id")).isEqualTo(id);
    assertThat(thread()).containsOnlyOnce("C’est plus grand que je ne pensais.");
  }

  @Test
  void aProgramThatTakesItForRepairedClosesNothing() {
    assertThat(write("1", "FIXED", "Réparé !")).hasStatusOk();
    assertThat(thread()).contains("Réparé !\n(Open311: FIXED)");
    assertThat(work.find(report.toString(), ana).orElseThrow().asked().closed()).isFalse();
  }

  @Test
  void aClosedReportGoesOnWhenTheUpdateSaysSo() {
    move(State.CLOSED, Optional.of(Outcome.DONE), "C’est bouché.");
    assertThat(write("1", "FIXED", "Merci.")).hasStatus(400);
    assertThat(write("2", "REOPEN", "Le trou est revenu.")).hasStatusOk();
    assertThat(write("2", "REOPEN", "Le trou est revenu.")).as("the same once more").hasStatusOk();
    var next = work.find(report.toString(), ana).orElseThrow().asked().followedBy();
    assertThat(next).isPresent();
    assertThat(work.find(next.orElseThrow().toString(), ana).orElseThrow().thread()).hasSize(1);
    assertThat(write("3", "OPEN", "Et il grandit.")).hasStatusOk();
    assertThat(work.find(next.get().toString(), ana).orElseThrow().thread().getLast().words())
        .contains("Et il grandit.");
  }

  @Test
  void anUpdateThatComesOnceMoreOpensNothingThatWasClosedMeanwhile() {
    assertThat(write("1", "OPEN", "Toujours là.")).hasStatusOk();
    move(State.CLOSED, Optional.of(Outcome.DONE), "C’est bouché.");
    assertThat(write("1", "OPEN", "Toujours là.")).as("the answer got lost").hasStatusOk();
    assertThat(work.find(report.toString(), ana).orElseThrow().asked().followedBy()).isEmpty();
    assertThat(write("2", "REOPEN", "Il est revenu.")).hasStatusOk();
    assertThat(write("1", "OPEN", "Toujours là.")).as("along the chain").hasStatusOk();
    var next = work.find(report.toString(), ana).orElseThrow().asked().followedBy().orElseThrow();
    assertThat(work.find(next.toString(), ana).orElseThrow().thread()).hasSize(1);
  }

  @Test
  void anUpdateWithoutAStatusOpensNothingAgain() {
    move(State.CLOSED, Optional.of(Outcome.DONE), "C’est bouché.");
    assertThat(write("1", "", "Merci !")).hasStatus(400);
    assertThat(work.find(report.toString(), ana).orElseThrow().asked().followedBy()).isEmpty();
  }

  @Test
  void aPictureOfAnUpdateIsRefusedInWordsAndNotLostInSilence() {
    assertThat(
            program.post(
                "servicerequestupdates.xml",
                "update_id",
                "1",
                "service_request_id",
                report.toString(),
                "status",
                "OPEN",
                "description",
                "x",
                "media_url",
                "https://example.org/a.jpg"))
        .hasStatus(400)
        .bodyText()
        .contains("media_url", "ne prend pas de photo");
    assertThat(thread()).doesNotContain("x");
  }

  @Test
  void aReportOfAnotherIsNotFoundAndWhatIsMissingIsNamed() throws Exception {
    var other = new Program(web, Program.with(web, clients).key());
    assertThat(
            other.post(
                "servicerequestupdates.xml",
                "update_id",
                "1",
                "service_request_id",
                report.toString(),
                "description",
                "x"))
        .hasStatus(404);
    assertThat(program.post("servicerequestupdates.xml")).hasStatus(400);
    assertThat(write("1", "LATE", "x")).hasStatus(400).bodyText().contains("status");
    assertThat(write("", "OPEN", "x")).hasStatus(400).bodyText().contains("update_id");
    assertThat(write("1", "OPEN", "x".repeat(4001)))
        .hasStatus(400)
        .bodyText()
        .contains("description");
  }
}
