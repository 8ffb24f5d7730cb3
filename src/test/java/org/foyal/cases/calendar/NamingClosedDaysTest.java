package org.foyal.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Cases;
import org.foyal.cases.Question.Delay;
import org.foyal.cases.calendar.ClosedDays.Entering;
import org.foyal.people.Actor;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An administrator names the days on which the city is closed.
@HouseTest
class NamingClosedDaysTest {
  private static final Delay FIVE = new Delay(5, true, Silence.NOTHING);

  private final Member ada = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired Cases cases;
  @Autowired ClosedDays closed;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private List<LocalDate> before;

  @BeforeEach
  void theDaysThatOthersNamed() {
    before = sql.sql("select day from cases.closed_day").query(LocalDate.class).list();
  }

  @AfterEach
  void everyDayIsAsBefore() {
    sql.sql("delete from cases.closed_day where cast(day as text) <> all(:before)")
        .param("before", before.stream().map(LocalDate::toString).toArray(String[]::new))
        .update();
  }

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(ada.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult enter(LocalDate day, String act) {
    return post("/fr/staff/closed-days", Map.of("day", "" + day, "name", "Pont", "act", act));
  }

  @Test
  void aDayThatIsClosedMovesWhatIsPromisedFromThenOnAndNothingThatWasPromised() {
    var before = asked.by(Asked.ana(Asked.address())).opened();
    var day = cases.promise(FIVE).promisedOn();
    assertThat(enter(day, "preview"))
        .hasStatusOk()
        .bodyText()
        .contains("serait promise pour une autre date", "5 jours ouvrés", "gard");
    assertThat(cases.promise(FIVE).promisedOn()).as("nothing is saved by looking").isEqualTo(day);
    assertThat(enter(day, "")).hasStatus(302);
    assertThat(cases.promise(FIVE).promisedOn()).isAfter(day);
    assertThat(cases.list(List.of(before.id())))
        .hasEntrySatisfying(
            before.id(),
            now -> assertThat(now.due().promisedOn()).isEqualTo(before.due().promisedOn()));
    assertThat(post("/fr/staff/closed-days/open", Map.of("day", "" + day, "act", "preview")))
        .hasStatusOk()
        .bodyText()
        .contains("Si la Ville travaille");
    assertThat(post("/fr/staff/closed-days/open", Map.of("day", "" + day))).hasStatus(302);
    assertThat(cases.promise(FIVE).promisedOn()).isEqualTo(day);
  }

  @Test
  void ofTwoWhoEnterTheSameDayTheSecondIsTold() {
    var day = cases.promise(FIVE).promisedOn();
    assertThat(closed.add(Actor.CONSOLE, new ClosedDay(day, "Pont"))).isEqualTo(Entering.DONE);
    assertThat(enter(day, "")).hasStatus(422).bodyText().contains("déjà fermée");
    assertThat(closed.remove(Actor.CONSOLE, day)).isTrue();
    assertThat(post("/fr/staff/closed-days/open", Map.of("day", "" + day)))
        .hasStatus(422)
        .bodyText()
        .contains("rien n’a changé");
  }

  @Test
  void publicHolidaysWeekEndsAndDaysThatAreOverAreRefused() {
    var next = LocalDate.of(cases.today().getYear() + 1, 1, 1);
    assertThat(closed.check(next)).isEqualTo(Entering.CLOSED_ALREADY);
    var saturday = cases.today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    assertThat(closed.check(saturday)).isEqualTo(Entering.CLOSED_ALREADY);
    assertThat(closed.check(saturday.plusDays(1))).isEqualTo(Entering.CLOSED_ALREADY);
    assertThat(closed.check(cases.today())).isEqualTo(Entering.PAST);
    assertThat(closed.check(cases.today().plusYears(4))).isEqualTo(Entering.FAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2027-02-30", "tomorrow", "2027-2-9", "+99999-01-01", "<b>\u0000"})
  void whatIsNoDayIsToldInWords(String typed) {
    assertThat(post("/fr/staff/closed-days", Map.of("day", typed, "name", "Pont")))
        .hasStatus(422)
        .bodyText()
        .contains("Donnez un jour");
    assertThat(post("/fr/staff/closed-days/open", Map.of("day", typed))).hasStatus(422);
  }

  @Test
  void theListSaysWhereEachDayComesFrom() {
    assertThat(web.get().uri("/fr/staff/closed-days").with(ada.here()))
        .hasStatusOk()
        .bodyText()
        .contains("férié", "Noël");
  }

  @Test
  void whatIfNeedsNoDatabase() {
    var day = LocalDate.of(2027, 3, 3);
    var days = new WorkingDays(new Closing("fr", false, Set.of()), Set::of);
    assertThat(days.isOpen(day)).isTrue();
    assertThat(days.with(Set.of(day)).isOpen(day)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void administratorsNameThem(Role role) {
    assertThat(web.get().uri("/fr/staff/closed-days").with(new Member(role).here()))
        .hasStatus(role == Role.ADMIN ? 200 : 403);
  }
}
