package org.foyal.learning.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Planning.Overtaken;
import org.foyal.learning.courses.Planning.Refused;
import org.foyal.learning.courses.Planning.Why;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions and series are planned, moved and cancelled, and nothing is ever booked twice.
@HouseTest
class PlanningSessionsTest {
  private static final Cancelled CYCLONE = new Cancelled(Reason.CYCLONE, Optional.empty());

  @Autowired Timetable timetable;
  @Autowired Courses courses;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private String course = "";
  private UUID place = UUID.randomUUID();
  private UUID room = UUID.randomUUID();
  private UUID trainer = UUID.randomUUID();

  @BeforeEach
  void somebodyTeachesSomething() {
    course = taught.course("Envoyer un mail");
    place = taught.place("Maison d’essai").id();
    room = taught.room(place);
    trainer = taught.trainer("Tina");
  }

  private LocalDate day(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
  }

  private Plan on(int days) {
    return Taught.in(Taught.plan(course, place, day(days)), room, trainer);
  }

  private Planning plan(Plan plan, Repetition repetition) {
    return timetable.plan(Actor.CONSOLE, UUID.randomUUID(), plan, repetition, false);
  }

  private static Repetition weekly(int times, LocalDate... without) {
    return new Repetition(Optional.of(Rhythm.WEEK), times, Set.of(without));
  }

  @Test
  void aRoomAndATrainerAreNeverTakenTwiceAndWhoTriesIsToldByWhat() {
    var there = taught.session(on(10));
    var late = Taught.at(on(10), LocalTime.of(11, 45), LocalTime.of(12, 30));
    assertThat(plan(late, Repetition.ONCE))
        .isInstanceOfSatisfying(
            Conflicting.class,
            no -> {
              assertThat(no.conflicts()).hasSize(2);
              assertThat(no.conflicts())
                  .allSatisfy(one -> {
                    assertThat(one.session()).contains(there.id());
                    assertThat(one.day()).isEqualTo(day(10));
                    assertThat(one.until())
                        .as("with the cleaning up")
                        .isEqualTo(there.endsAt().plusSeconds(900));
                  });
            });
    var after = Taught.at(on(10), LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertThat(plan(after, Repetition.ONCE)).as("half open").isInstanceOf(Done.class);
  }

  @Test
  void ofManyWhoTakeTheSameRoomAtOnceOneHasItAndTheOthersAreTold() throws Exception {
    for (int round = 0; round < 5; round++) {
      var wanted = on(20 + round);
      var outcomes = atOnce(8, () -> plan(wanted, Repetition.ONCE));
      assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Conflicting.class::isInstance).hasSize(7);
    }
  }

  @Test
  void seriesThatCrossAtOnceNeverHangAndOneOfThemHasThem() throws Exception {
    for (int round = 0; round < 5; round++) {
      var first = on(200 + 7 * round);
      var last = on(200 + 7 * round + 21);
      var count = new java.util.concurrent.atomic.AtomicInteger();
      var outcomes =
          atOnce(4, () -> plan(count.getAndIncrement() % 2 == 0 ? first : last, weekly(6)));
      assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
      outcomes.stream()
          .flatMap(
              one -> one instanceof Done(var made) ? made.stream() : java.util.stream.Stream.of())
          .findFirst()
          .ifPresent(made ->
              timetable.cancel(Actor.CONSOLE, made.id(), made.version(), Scope.ALL, CYCLONE));
    }
  }

  private static <T> List<T> atOnce(int many, Callable<T> act) throws Exception {
    var barrier = new CyclicBarrier(many);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, many)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    barrier.await();
                    return act.call();
                  }))
              .toList();
      var came = new ArrayList<T>();
      for (var one : running) {
        came.add(one.get());
      }
      return came;
    }
  }

  @Test
  void theDatabaseItselfRefusesToBookTwice() {
    var there = taught.session(on(30));
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into learning.occupation (resource, during, appointment)
                    select resource, during, gen_random_uuid() from learning.occupation where session = :id
                    """)
                .param("id", there.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never_booked_twice");
  }

  @Test
  void aConflictAnywhereInASeriesChangesNothingAndSaysWhichDays() {
    taught.session(on(40 + 14));
    var before = count();
    assertThat(plan(on(40), weekly(4)))
        .isInstanceOfSatisfying(
            Conflicting.class,
            no ->
                assertThat(no.conflicts())
                    .extracting(Planning.Conflict::day)
                    .containsOnly(day(54)));
    assertThat(count()).isEqualTo(before);
    assertThat(plan(on(40), weekly(4, day(54))))
        .isInstanceOfSatisfying(Done.class, done -> assertThat(done.sessions()).hasSize(3));
  }

  private long count() {
    return sql.sql("select count(*) from learning.session").query(Long.class).single();
  }

  @Test
  void aSeriesIsMovedFromOneSessionOnAllAtOnceAndThoseBeforeStay() {
    var made = taught.series(on(60), weekly(4));
    var second = made.get(1);
    var wish = timetable.planOf(second).on(day(68));
    assertThat(timetable.change(Actor.CONSOLE, second.id(), 1, wish, Scope.FOLLOWING))
        .isInstanceOfSatisfying(Done.class, done -> assertThat(done.sessions()).hasSize(3));
    assertThat(made.stream().map(one -> courses.get(one.id())))
        .extracting(one -> LocalDate.ofInstant(one.startsAt(), ZoneOffset.UTC))
        .containsExactly(day(60), day(68), day(75), day(82));
    assertThat(made.stream().map(one -> courses.get(one.id()).sequence()))
        .containsExactly(0, 1, 1, 1);
  }

  @Test
  void aSeriesThatIsMovedIntoAConflictStaysAsItWasAndSaysSo() {
    var made = taught.series(on(100), weekly(3));
    taught.session(Taught.at(on(114), LocalTime.of(14, 0), LocalTime.of(15, 0)));
    var wish =
        Taught.at(timetable.planOf(made.getFirst()), LocalTime.of(14, 0), LocalTime.of(15, 0));
    assertThat(timetable.change(Actor.CONSOLE, made.getFirst().id(), 1, wish, Scope.ALL))
        .isInstanceOfSatisfying(
            Conflicting.class,
            no ->
                assertThat(no.conflicts())
                    .extracting(Planning.Conflict::day)
                    .containsOnly(day(114)));
    assertThat(made).allSatisfy(one -> assertThat(courses.get(one.id())).isEqualTo(one));
    assertThat(timetable.change(Actor.CONSOLE, made.getFirst().id(), 1, wish, Scope.THIS))
        .isInstanceOf(Done.class);
  }

  @Test
  void whoChangesASessionAfterSomebodyElseIsTold() {
    var one = taught.session(on(120));
    var wish = Taught.seats(timetable.planOf(one), 9);
    assertThat(timetable.change(Actor.CONSOLE, one.id(), 1, wish, Scope.THIS))
        .isInstanceOf(Done.class);
    assertThat(courses.get(one.id()).sequence()).as("seats are no matter of calendars").isZero();
    assertThat(timetable.change(Actor.CONSOLE, one.id(), 1, wish, Scope.THIS))
        .isEqualTo(new Overtaken());
    assertThat(timetable.cancel(Actor.CONSOLE, one.id(), 1, Scope.THIS, CYCLONE))
        .isEqualTo(new Overtaken());
  }

  @Test
  void aCancelledSessionGivesItsRoomBackKeepsItsReasonAndIsChangedNoMore() {
    var one = taught.session(on(130));
    assertThat(timetable.cancel(Actor.CONSOLE, one.id(), 1, Scope.THIS, CYCLONE))
        .isInstanceOf(Done.class);
    var now = courses.get(one.id());
    assertThat(now.cancelled()).contains(CYCLONE);
    assertThat(now.sequence()).isEqualTo(1);
    assertThat(plan(on(130), Repetition.ONCE)).isInstanceOf(Done.class);
    assertThat(timetable.change(Actor.CONSOLE, one.id(), 2, timetable.planOf(one), Scope.THIS))
        .isEqualTo(new Refused(Why.CANCELLED));
  }

  @Test
  void theSameFormTwiceMakesOneSession() {
    var form = UUID.randomUUID();
    var before = count();
    for (int i = 0; i < 2; i++) {
      assertThat(timetable.plan(Actor.CONSOLE, form, on(140), weekly(2), false))
          .isInstanceOf(Done.class);
    }
    assertThat(count()).isEqualTo(before + 2);
  }

  @Test
  void theSameFormManyTimesAtOnceMakesOneSession() throws Exception {
    for (var wanted : List.of(on(145), Taught.plan(course, place, day(146)))) {
      var form = UUID.randomUUID();
      var before = count();
      assertThat(
              atOnce(6, () -> timetable.plan(Actor.CONSOLE, form, wanted, Repetition.ONCE, false)))
          .allMatch(Done.class::isInstance);
      assertThat(count()).isEqualTo(before + 1);
    }
  }

  @Test
  void whatCantBeIsRefusedForItsReason() {
    assertThat(refused(Taught.at(on(150), LocalTime.of(10, 0), LocalTime.of(9, 0))))
        .contains(Why.END);
    assertThat(refused(Taught.at(on(150), LocalTime.of(10, 0), LocalTime.of(10, 0))))
        .contains(Why.END);
    assertThat(refused(Taught.at(on(150), LocalTime.of(0, 0), LocalTime.of(23, 0))))
        .contains(Why.LONG);
    assertThat(refused(on(-1))).contains(Why.PAST);
    assertThat(refused(on(800))).contains(Why.FAR);
    assertThat(refused(Taught.seats(on(150), 0))).contains(Why.SEATS);
    assertThat(refused(Taught.seats(on(150), 501))).contains(Why.SEATS);
    assertThat(refused(Taught.seats(on(150), 13))).contains(Why.ROOM_SEATS);
    assertThat(refused(Taught.in(on(150), trainer))).contains(Why.RESOURCE);
    assertThat(refused(Taught.in(on(150), room, taught.room(place)))).contains(Why.RESOURCE);
    assertThat(refused(Taught.in(on(150), room, UUID.randomUUID()))).contains(Why.RESOURCE);
    assertThat(
            refused(
                Taught.in(
                    Taught.plan(course, place, day(150)),
                    taught.room(taught.place("Ailleurs").id()))))
        .contains(Why.ROOM_ELSEWHERE);
    assertThat(refused(Taught.plan("no-such-course", place, day(150)))).contains(Why.COURSE);
    assertThat(refused(Taught.plan(course, UUID.randomUUID(), day(150)))).contains(Why.PLACE);
    assertThat(timetable.check(on(150), weekly(101))).contains(Why.TIMES);
    assertThat(timetable.check(on(150), weekly(0))).contains(Why.TIMES);
    assertThat(timetable.check(on(150), weekly(1, day(150)))).contains(Why.TIMES);
    assertThat(timetable.check(on(150), weekly(100)))
        .as("to more than two years")
        .contains(Why.FAR);
    assertThat(timetable.check(on(5), new Repetition(Optional.of(Rhythm.DAY), 100, Set.of())))
        .isEmpty();
  }

  private Optional<Why> refused(Plan plan) {
    var why = timetable.check(plan, Repetition.ONCE);
    assertThat(plan(plan, Repetition.ONCE)).isEqualTo(new Refused(why.orElseThrow()));
    return why;
  }

  @Test
  void aClosedDayIsToldAndNotForbidden() {
    var newYear = LocalDate.of(day(0).getYear() + 1, 1, 1);
    var plan = Taught.in(Taught.plan(course, place, newYear), room);
    assertThat(timetable.preview(plan, weekly(2)))
        .satisfiesExactly(
            first -> assertThat(first.closed()).isPresent(),
            second -> assertThat(second.closed()).isEmpty());
  }
}
