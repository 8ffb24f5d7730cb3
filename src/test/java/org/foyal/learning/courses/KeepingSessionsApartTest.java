package org.foyal.learning.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Conflicting;
import org.foyal.learning.courses.Planning.Done;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a session needs stays its own: sessions of one series don't run into each other, a room
/// does not shrink under those who come, and what was given up is remembered as long as it must be.
@HouseTest
class KeepingSessionsApartTest {
  @Autowired Timetable timetable;
  @Autowired Courses courses;
  @Autowired Resources resources;
  @Autowired Taught taught;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private String course = "";
  private UUID place = UUID.randomUUID();
  private UUID room = UUID.randomUUID();
  private UUID trainer = UUID.randomUUID();

  @BeforeEach
  void somebodyTeachesSomething() {
    course = taught.course("Ranger ses photos");
    place = taught.place("Maison à part").id();
    room = taught.room(place);
    trainer = taught.trainer("Théo");
  }

  private Plan on(int days) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    return Taught.in(Taught.plan(course, place, day), room, trainer);
  }

  private Planning change(Session session, Plan plan, Scope scope) {
    var now = courses.get(session.id());
    return timetable.change(Actor.CONSOLE, now.id(), now.version(), plan, scope);
  }

  @Test
  void sessionsOfOneSeriesThatWouldRunIntoEachOtherAreToldAndStay() {
    var daily = new Repetition(Optional.of(Rhythm.DAY), 2, Set.of());
    var made = taught.series(on(10), daily);
    var afternoon = Taught.at(on(10), LocalTime.of(14, 0), LocalTime.of(15, 0));
    assertThat(change(made.get(1), afternoon, Scope.THIS)).isInstanceOf(Done.class);
    var first = courses.get(made.getFirst().id());
    var wish = Taught.at(timetable.planOf(first), LocalTime.of(14, 0), LocalTime.of(15, 0));
    assertThat(timetable.preview(first, wish, Scope.ALL))
        .allSatisfy(day -> assertThat(day.conflicts()).hasSizeGreaterThanOrEqualTo(2));
    assertThat(change(first, wish, Scope.ALL))
        .isInstanceOfSatisfying(
            Conflicting.class,
            no ->
                assertThat(no.conflicts())
                    .extracting(one -> one.session().orElseThrow())
                    .contains(made.get(0).id(), made.get(1).id()));
    assertThat(courses.get(first.id())).isEqualTo(first);
  }

  @Test
  void theSameFormTwiceStandsInTheTrailOnce() {
    var form = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      assertThat(timetable.plan(Actor.CONSOLE, form, on(20), Repetition.ONCE, false))
          .isInstanceOf(Done.class);
    }
    assertThat(
            sql.sql("select count(*) from people.act where about like :form")
                .param("form", "%" + form + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private Resource room(int seats) {
    var now = resources.find(room).orElseThrow();
    return new Resource(
        room,
        Resource.Kind.ROOM,
        now.name(),
        now.place(),
        OptionalInt.of(seats),
        Optional.empty(),
        now.active(),
        false,
        now.version());
  }

  @Test
  void aRoomDoesNotBecomeSmallerThanASessionThatIsToComeInIt() {
    var one = taught.session(on(30)); // eight seats
    assertThat(resources.update(Actor.CONSOLE, room(7))).isFalse();
    assertThat(resources.crowding(room(7))).contains(one);
    assertThat(resources.update(Actor.CONSOLE, room(8))).isTrue();
    timetable.cancel(
        Actor.CONSOLE, one.id(), 1, Scope.THIS, new Cancelled(Reason.ROOM, Optional.empty()));
    assertThat(resources.update(Actor.CONSOLE, room(7))).isTrue();
    assertThat(timetable.plan(Actor.CONSOLE, UUID.randomUUID(), on(31), Repetition.ONCE, false))
        .isEqualTo(new Planning.Refused(Planning.Why.ROOM_SEATS));
  }

  @Test
  void whatPeopleCountedOnAndIsGoneIsAChangeAndWhatComesOnTopIsNone() {
    var one = taught.session(Taught.conditions(on(40), true, true));
    change(one, Taught.conditions(timetable.planOf(one), true, false), Scope.THIS);
    assertThat(courses.get(one.id()).sequence()).as("a step").isEqualTo(1);
    change(one, Taught.conditions(timetable.planOf(one), false, false), Scope.THIS);
    assertThat(courses.get(one.id()).sequence()).as("no childcare").isEqualTo(2);
    change(one, Taught.conditions(timetable.planOf(one), true, true), Scope.THIS);
    assertThat(courses.get(one.id()).sequence()).isEqualTo(2);
  }

  private UUID half(UUID whole) {
    return taught.half(whole, place);
  }

  private Planning plan(Plan plan) {
    return timetable.plan(Actor.CONSOLE, UUID.randomUUID(), plan, Repetition.ONCE, false);
  }

  @Test
  void aHallAndItsHalfAreNeverTakenAtOnceAndTwoHalvesAre() {
    var left = half(room);
    var right = half(room);
    var hall = Taught.in(on(80), room);
    assertThat(plan(Taught.in(on(80), left))).isInstanceOf(Done.class);
    assertThat(plan(Taught.in(on(80), right))).isInstanceOf(Done.class);
    assertThat(plan(hall))
        .isInstanceOfSatisfying(
            Conflicting.class,
            no ->
                assertThat(no.conflicts())
                    .extracting(Planning.Conflict::resource)
                    .containsExactly("Moitié", "Moitié"));
    var other = taught.session(Taught.in(on(81), room));
    assertThat(plan(Taught.in(on(81), left))).isInstanceOf(Conflicting.class);
    change(other, timetable.planOf(other).on(on(82).day()), Scope.THIS);
    assertThat(plan(Taught.in(on(81), left)))
        .as("given back with the hall")
        .isInstanceOf(Done.class);
    assertThat(plan(Taught.in(on(82), right))).isInstanceOf(Conflicting.class);
  }

  @Test
  void aNewHalfIsTakenWhereTheHallIsAndNoHalfHasHalves() {
    taught.session(Taught.in(on(83), room));
    var half = half(room);
    assertThat(plan(Taught.in(on(83), half))).isInstanceOf(Conflicting.class);
    assertThat(half(half)).isEqualTo(new UUID(0, 0));
    assertThat(half(taught.room(taught.place("Ailleurs").id()))).isEqualTo(new UUID(0, 0));
    assertThat(resources.parts()).containsEntry(half, room);
  }

  @Test
  void aTrainerWhoIsReplacedIsNoLongerOfTheSessionAndMayTakeItBack() {
    var one = taught.session(on(50));
    var other = taught.trainer("Rose");
    change(one, Taught.with(timetable.planOf(one), other), Scope.THIS);
    assertThat(timetable.planOf(courses.get(one.id())).with()).containsExactly(other);
    assertThat(
            courses.listLeft(
                one.changedAt().minusSeconds(1), Optional.empty(), Optional.of(trainer)))
        .extracting(Session::id)
        .containsExactly(one.id());
    change(one, Taught.with(timetable.planOf(courses.get(one.id())), trainer), Scope.THIS);
    assertThat(timetable.planOf(courses.get(one.id())).with()).containsExactly(trainer);
    assertThat(
            courses.listLeft(
                one.changedAt().minusSeconds(1), Optional.empty(), Optional.of(trainer)))
        .isEmpty();
    assertThat(courses.get(one.id()).sequence()).isEqualTo(2);
  }

  @Test
  void theNameOfATrainerIsErasedAYearAfterTheLastSession() {
    taught.session(on(60));
    var tom = resources.find(trainer).orElseThrow();
    var gone =
        new Resource(
            trainer,
            tom.kind(),
            tom.name(),
            tom.place(),
            tom.seats(),
            tom.account(),
            false,
            false,
            tom.version());
    assertThat(resources.update(Actor.CONSOLE, gone)).isTrue();
    sql.sql("update learning.resource set changed_at = now() - interval '370 days' where id = :id")
        .param("id", trainer)
        .update();
    resources.forget();
    assertThat(resources.find(trainer).orElseThrow().name())
        .as("a session is kept")
        .isEqualTo("Théo");
    sql.sql(
            """
            update learning.occupation set during = tstzrange(now() - interval '367 days', now() - interval '366 days')
            where resource = :id
            """)
        .param("id", trainer)
        .update();
    resources.forget();
    assertThat(resources.find(trainer).orElseThrow().name()).isEqualTo("–");
    assertThat(resources.find(taught.trainer("Nora")).orElseThrow().name()).isEqualTo("Nora");
  }
}
