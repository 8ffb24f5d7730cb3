package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.figures.Counted.Fate;
import org.foyal.learning.figures.Published.Tally;
import org.foyal.learning.figures.Tab.Cell;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What was published is corrected where nobody can be found by it, whichever version one has; and
/// quarters are added up where all of them are told.
@HouseTest
class CorrectingFiguresTest {
  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  @Autowired LearningFigures figures;
  @Autowired Publishing publishing;
  @Autowired Territory territory;
  @Autowired FigurePublicationStore publications;

  private Counted counted;

  @BeforeEach
  void begin() {
    counted = new Counted(taught, sql);
  }

  private Quarter quarter(int after) {
    var first = Quarter.of(publishing.today().minusYears(5).withDayOfYear(1));
    return Quarter.of(first.first().plusMonths(3L * (14 + after)));
  }

  private long shown(Quarter quarter, Cell cell) {
    return publications.latest(quarter).orElseThrow().shown(cell).orElseThrow();
  }

  private UUID session(Quarter quarter, String area) {
    var place = counted.place(area);
    return counted.session(quarter.first(), place, counted.course("EVERYBODY"), 300, false);
  }

  /// So many who came are recorded as invented after all.
  private void takeOut(UUID session, int people) {
    sql.sql(
            """
            update learning.participation set example = true where id in (
              select id from learning.participation where session = :session and not example
              order by id desc limit :people)
            """)
        .param("session", session)
        .param("people", people)
        .update();
  }

  private String staff(Quarter quarter) {
    var answer =
        web.get()
            .uri("/fr/staff/learning/figures?quarter=" + quarter.code())
            .with(new Member(Role.MEDIATOR).here())
            .exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void aCorrectionIsHeldAgainstEveryVersionNotOnlyTheLast() {
    var quarter = quarter(0);
    var id = session(quarter, "972993101");
    counted.people(id, 40, Fate.CAME, "972993101");
    assertThat(publishing.publish(quarter)).isTrue();
    counted.people(id, 12, Fate.CAME, "972993101");
    assertThat(publishing.publish(quarter)).isTrue();
    takeOut(id, 11);
    assertThat(publishing.publish(quarter)).as("one more than the first version").isFalse();
    assertThat(shown(quarter, Tab.CAME_IN.all())).isEqualTo(52);
    assertThat(staff(quarter)).contains("Une correction attend, depuis le");
    takeOut(id, 1);
    assertThat(publishing.publish(quarter)).as("as in the first version").isTrue();
    assertThat(shown(quarter, Tab.CAME_IN.all())).isEqualTo(40);
    assertThat(staff(quarter)).doesNotContain("Une correction attend");
  }

  @Test
  void aTableThatHasToWaitHoldsNoOtherTableBack() {
    var quarter = quarter(1);
    var id = session(quarter, "972993201");
    counted.people(id, 40, Fate.CAME, "972993201");
    counted.people(id, 30, Fate.CAME, "972993202");
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(staff(quarter)).doesNotContain("Une correction attend");
    counted.people(id, 15, Fate.CAME, "972993201");
    move("972993202", "972993201", 5);
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(shown(quarter, Tab.CAME_IN.all())).isEqualTo(85);
    assertThat(shown(quarter, Tab.FROM.part("972993201"))).isEqualTo(40);
    assertThat(shown(quarter, Tab.FROM.all())).isEqualTo(70);
    assertThat(staff(quarter)).contains("Une correction attend, depuis le");
    assertThat(publishing.publish(quarter)).as("nothing is new").isFalse();
    counted.people(id, 16, Fate.CAME, "972993202");
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(shown(quarter, Tab.FROM.part("972993201"))).isEqualTo(60);
    assertThat(staff(quarter)).doesNotContain("Une correction attend");
  }

  @Test
  void whoWasNotAbsentAfterAllIsCorrectedWhereTheyAreEnough() {
    var quarter = quarter(6);
    var id = session(quarter, "972993601");
    counted.people(id, 40, Fate.CAME, "972993601");
    counted.people(id, 30, Fate.ABSENT, "972993601");
    assertThat(publishing.publish(quarter)).isTrue();
    cameAfterAll(id, 3);
    assertThat(publishing.publish(quarter)).as("three would be found").isFalse();
    cameAfterAll(id, 9);
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(shown(quarter, Tab.CAME_IN.all())).isEqualTo(52);
    assertThat(shown(quarter, Tab.ABSENT_IN.all())).isEqualTo(18);
  }

  private void cameAfterAll(UUID session, int people) {
    sql.sql(
            """
            with chosen as (
              select id, row_number() over () + (select max(seat) from learning.participation
                where session = :session) as seat
              from learning.participation where session = :session and state = 'NO_SHOW'
              limit :people)
            update learning.participation p set state = 'PRESENT', seat = chosen.seat
            from chosen where chosen.id = p.id
            """)
        .param("session", session)
        .param("people", people)
        .update();
  }

  private void move(String from, String to, int people) {
    sql.sql(
            """
            update learning.learner set area = :to where id in (
              select id from learning.learner where area = :from limit :people)
            """)
        .param("from", from)
        .param("to", to)
        .param("people", people)
        .update();
  }

  @Test
  void whereAllWhoCameFromANeighbourhoodAreGoneItsNumberIsNought() {
    var quarter = quarter(2);
    var id = session(quarter, "972993301");
    counted.people(id, 40, Fate.CAME, "972993301");
    counted.people(id, 15, Fate.CAME, "972993302");
    publishing.publish(quarter);
    takeOut(id, 15);
    assertThat(publishing.publish(quarter)).isTrue();
    assertThat(shown(quarter, Tab.FROM.part("972993302"))).isZero();
  }

  @Test
  void whatOneOfTwoQuartersHidesHasNoSum() {
    var first = quarter(3);
    var second = quarter(4);
    var here = session(first, "972993401");
    var there = session(first, "972993402");
    counted.people(here, 40, Fate.CAME, "972993401");
    counted.people(there, 20, Fate.CAME, "972993402");
    var few = session(second, "972993401");
    var many = session(second, "972993403");
    counted.people(few, 4, Fate.CAME, "972993401");
    counted.people(many, 40, Fate.CAME, "972993403");
    publishing.publish(first);
    publishing.publish(second);
    var both = new Period(first.first(), second.last());
    assertThat(told(both, "972993401"))
        .containsEntry("learning.sessions", 2L)
        .doesNotContainKeys("learning.seats-taken", "learning.people");
    assertThat(told(both, "972993402"))
        .as("in the other quarter there was nothing")
        .containsEntry("learning.seats-taken", 20L);
    assertThat(told(first.period(), "972993401")).containsEntry("learning.seats-taken", 40L);
  }

  private Map<String, Long> told(Period period, String area) {
    return figures.figures(period).stream()
        .filter(one -> one.areaCode().equals(area))
        .collect(Collectors.toMap(Figure::key, Figure::count));
  }

  @Test
  void theSumOfQuartersIsTheWholeOrNothing() {
    var some = Tab.FROM.part("A");
    var other = Tab.FROM.part("B");
    var day = LocalDate.of(2020, 1, 1);
    var one = new Published(Quarter.of(day), 1, day, Map.of(some, new Tally(40, true)));
    var two =
        new Published(
            Quarter.of(day).after(),
            1,
            day,
            Map.of(some, new Tally(4, false), other, new Tally(50, true)));
    assertThat(Published.sum(List.of(one, two))).containsExactly(Map.entry(other, 50L));
    assertThat(Published.sum(List.of(one))).containsExactly(Map.entry(some, 40L));
  }

  @Test
  void aRoomThatAsksReadsWhyPeopleStayedAway() {
    var quarter = quarter(5);
    var id = session(quarter, "972993501");
    counted.people(id, 40, Fate.CAME, "972993501");
    counted.away(id, "OTHER_APPOINTMENT", 14);
    counted.away(id, "CHILDCARE", 12);
    publishing.publish(quarter);
    var city = territory.city().map(Area::code);
    var reasons =
        figures.figures(quarter.period()).stream()
            .filter(one -> one.key().startsWith("learning.away"))
            .map(one -> one.key() + " " + one.areaCode() + " " + one.count());
    assertThat(reasons)
        .containsExactlyInAnyOrderElementsOf(
            city.stream()
                .flatMap(code ->
                    Stream.of(
                        "learning.away " + code + " 26",
                        "learning.away.other-appointment " + code + " 14",
                        "learning.away.childcare " + code + " 12"))
                .toList());
    assertThat(LearningFigures.key(Tab.AWAY.part("OTHER_APPOINTMENT")))
        .isEqualTo("learning.away.other-appointment");
  }
}
