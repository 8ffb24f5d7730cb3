package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.foyal.HouseTest;
import org.foyal.learning.appointments.Booked;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// When a session is moved, cancelled or made larger, whoever comes is told once, and the line goes
/// on; names are erased a year after the last session.
@HouseTest
class FollowingSessionsTest {
  @Autowired Joined joined;
  @Autowired Booked booked;
  @Autowired Timetable timetable;
  @Autowired Courses courses;
  @Autowired Turns turns;
  @Autowired Enrolments enrolments;
  @Autowired Attendance attendance;
  @Autowired Closures closures;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient sql;

  private Planning change(Session session, Plan plan) {
    var now = courses.get(session.id());
    return timetable.change(Actor.CONSOLE, now.id(), now.version(), plan, Scope.THIS);
  }

  private void cancel(Session session) {
    var now = courses.get(session.id());
    assertThat(
            timetable.cancel(
                Actor.CONSOLE,
                now.id(),
                now.version(),
                Scope.THIS,
                new Cancelled(Reason.CYCLONE, Optional.empty())))
        .isInstanceOf(Planning.Done.class);
  }

  @Test
  void whoeverComesIsToldOnceThatASessionIsMoved() {
    var session = joined.session(2);
    var person = Joined.person("Ana");
    joined.join(session, person);
    change(
        session, Taught.at(timetable.planOf(session), LocalTime.of(14, 0), LocalTime.of(15, 30)));
    assertThat(joined.letter(person)).contains("Changement", "14:00");
    int told = joined.letters(person);
    turns.follow(session.id());
    assertThat(turns.untold()).doesNotContain(session.id());
    assertThat(joined.letters(person)).isEqualTo(told);
  }

  @Test
  void whoeverComesIsToldWhenWhatTheyCountOnIsGone() {
    var session = joined.session(2);
    var person = Joined.person("Ana");
    joined.join(session, person);
    change(session, Taught.conditions(timetable.planOf(session), false, false));
    assertThat(joined.letter(person))
        .contains("Changement", "L’accès sans marche n’est pas sûr", "Pas de garde d’enfants");
  }

  @Test
  void whoeverComesToAnotherOneThenKeepsBothAndIsToldToChoose() {
    var course = joined.course();
    var ten = joined.session(course, 2, 0, LocalTime.of(10, 0));
    var two = joined.session(course, 2, 0, LocalTime.of(14, 0));
    var person = Joined.person("Ana");
    var other = joined.join(ten, person);
    var keys = joined.join(two, person);
    change(two, Taught.at(timetable.planOf(two), LocalTime.of(10, 30), LocalTime.of(12, 0)));
    assertThat(joined.letter(person)).contains("à vous de choisir");
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
    assertThat(enrolments.follow(keys.reference(), keys.code()).orElseThrow().place().clashes())
        .isTrue();
    enrolments.cancel(other.reference(), other.code(), Participation.Reason.TIME);
    assertThat(enrolments.follow(keys.reference(), keys.code()).orElseThrow().place().clashes())
        .isFalse();
  }

  @Test
  void whoeverHasAnAppointmentThenIsToldToChooseToo() {
    var session = joined.session(joined.course(), 2, 0, LocalTime.of(14, 0));
    var person = Joined.person("Ana");
    joined.join(session, person);
    booked.at(joined.session(joined.course(), 1, 0, LocalTime.of(10, 0)), person);
    change(
        session, Taught.at(timetable.planOf(session), LocalTime.of(10, 30), LocalTime.of(12, 0)));
    assertThat(joined.letter(person)).contains("à vous de choisir");
  }

  @Test
  void whereASessionIsCancelledEverybodyIsToldAndKeepsTheirTurnInTheNextOne() {
    var course = joined.course();
    var session = joined.session(course, 1, 0, LocalTime.of(10, 0));
    var next = joined.session(course, 1, 0, LocalTime.of(16, 0));
    joined.join(session, Joined.person("Ana"));
    var early = Joined.person("Léa");
    var waited = joined.join(session, early);
    joined.join(next, Joined.person("Max"));
    var later = joined.join(next, Joined.person("Rose"));
    cancel(session);
    assertThat(joined.state(waited)).isEqualTo("REVOKED");
    assertThat(joined.letter(early)).contains("Annulé", "vous gardez votre rang");
    var again = joined.joinAgain(next, early, waited);
    assertThat(
            sql.sql(
                    "select reference from learning.participation where session = :s and state = 'WAITING' order by since, id")
                .param("s", next.id())
                .query(String.class)
                .list())
        .containsExactly(again.reference().replace("-", ""), later.reference().replace("-", ""));
  }

  @Test
  void aCycloneClosesDaysAtOnePlaceAndShowsItBefore() {
    var session = joined.session(2);
    var other = joined.session(2);
    var person = Joined.person("Ana");
    var keys = joined.join(session, person);
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
    var days = new Closures.Days(day.minusDays(1), day.plusDays(1), Optional.of(session.place()));
    assertThat(closures.preview(days))
        .singleElement()
        .satisfies(one -> assertThat(one.people()).isOne());
    var why = new Cancelled(Reason.CYCLONE, Optional.empty());
    assertThat(closures.close(Actor.CONSOLE, days, why)).isOne();
    assertThat(closures.close(Actor.CONSOLE, days, why)).isZero();
    assertThat(joined.state(keys)).isEqualTo("REVOKED");
    assertThat(joined.letter(person)).contains("Annulé");
    assertThat(courses.get(other.id()).planned()).isTrue();
  }

  @Test
  void whoeverHasNoEmailIsListedToBeCalledWhateverChanges() {
    var session = joined.session(2);
    var keys = joined.join(session, Joined.called("Man Titine", Joined.number()));
    cancel(session);
    assertThat(attendance.toCall())
        .filteredOn(call -> call.place().id() == keys.id())
        .singleElement()
        .satisfies(call -> assertThat(call.about()).isEqualTo("cancelled"));
    attendance.answer(Actor.CONSOLE, keys.id(), Attendance.Answer.TOLD);
    assertThat(attendance.toCall()).noneMatch(call -> call.place().id() == keys.id());
  }

  @Test
  void whyPeopleStayedAwayIsOnlyCountedTheDayAfter() {
    var session = joined.session(3);
    joined
        .join(session, 2)
        .forEach(
            one -> enrolments.cancel(one.reference(), one.code(), Participation.Reason.HEALTH));
    joined.nearer(session, -60 * 24 * 3);
    turns.forget();
    turns.forget();
    assertThat(
            sql.sql("select reason || people from learning.away where session = :s")
                .param("s", session.id())
                .query(String.class)
                .list())
        .containsExactly("HEALTH2");
    assertThat(
            sql.sql("select distinct reason from learning.participation where session = :s")
                .param("s", session.id())
                .query(String.class)
                .list())
        .containsExactly("COUNTED");
  }

  @Test
  void moreSeatsAreOfferedToTheLine() {
    var session = joined.session(1);
    joined.join(session, Joined.person("Ana"));
    var waits = joined.join(session, Joined.person("Léa"));
    change(session, Taught.seats(timetable.planOf(session), 2));
    assertThat(joined.state(waits)).isEqualTo("OFFERED");
  }

  @Test
  void fewerSeatsThanPeopleAreRefusedWithASentence() {
    var session = joined.session(3);
    joined.join(session, 3);
    var plan = Taught.seats(timetable.planOf(session), 2);
    assertThat(change(session, plan)).isEqualTo(new Planning.Refused(Planning.Why.SEATS_TAKEN));
    assertThat(courses.get(session.id()).seats()).isEqualTo(3);
  }

  @Test
  void whatIsNoLongerKeptIsErasedAndTheCountStays() {
    var session = joined.session(2);
    var person = Joined.person("Ana");
    var keys = joined.join(session, person);
    sql.sql("update learning.participation set needs = '{STEP_FREE}' where id = :id")
        .param("id", keys.id())
        .update();
    joined.nearer(session, -60 * 24 * 3);
    turns.forget();
    assertThat(
            text(
                "select array_to_string(needs, ',') from learning.participation where id = :id",
                keys.id()))
        .isEmpty();
    assertThat(
            text(
                "select name from learning.learner where email = :id",
                person.email().orElseThrow()))
        .isEqualTo("Ana");
    joined.nearer(session, -60 * 24 * 370);
    sql.sql(
            "update learning.learner set seen_at = now() - interval '370 days' where email = :email")
        .param("email", person.email().orElseThrow())
        .update();
    turns.forget();
    assertThat(
            sql.sql(
                    "select l.name || coalesce(l.email, '') || coalesce(l.contact, '') from learning.learner l join learning.participation p on p.learner = l.id where p.id = :id")
                .param("id", keys.id())
                .query(String.class)
                .single())
        .isEmpty();
  }

  private String text(String query, Object id) {
    return sql.sql(query).param("id", id).query(String.class).single();
  }

  @Test
  void whoeverComesWithinTwoDaysIsRemindedOnce() {
    var session = joined.session(2);
    var person = Joined.person("Ana");
    joined.join(session, person);
    remind(session);
    int before = joined.letters(person);
    joined.nearer(session, 60 * 40);
    remind(session);
    remind(session);
    assertThat(joined.letters(person)).isEqualTo(before + 1);
    assertThat(joined.letter(person)).contains("C’est bientôt");
  }

  private void remind(Session session) {
    turns.toRemind().stream()
        .filter(one -> one.session().equals(session.id()))
        .forEach(turns::remind);
  }

  @Test
  void whoeverHasATelephoneOnlyIsCalledToRemindThem() {
    var session = joined.session(2);
    var keys = joined.join(session, Joined.called("Man Titine", Joined.number()));
    joined.nearer(session, 60 * 40);
    remind(session);
    assertThat(about(keys)).containsExactly("remind");
    enrolments.cancel(keys.reference(), keys.code(), Participation.Reason.TIME);
    assertThat(about(keys)).isEmpty();
  }

  @Test
  void whileSomebodyAsksHowManySeatsAreTakenNobodyTakesOne() throws Exception {
    var session = joined.session(2);
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      var join =
          transactions.execute(_ -> {
            assertThat(attendance.taken(session.id())).isZero();
            var draft = Joined.draft(session, Joined.person("Ana"));
            var waits = others.submit(() -> enrolments.enrol(draft));
            assertThatThrownBy(() -> waits.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
            return waits;
          });
      assertThat(Objects.requireNonNull(join).get()).isInstanceOf(Enrolment.Seated.class);
    }
  }

  @Test
  void oneThatFailsHoldsUpNoneOfTheOthers() {
    var done = new java.util.ArrayList<Integer>();
    EnrolmentNightly.each(
        java.util.List.of(1, 2, 3),
        one -> {
          if (one == 2) {
            throw new java.util.NoSuchElementException("gone");
          }
          done.add(one);
        });
    assertThat(done).containsExactly(1, 3);
  }

  private java.util.List<String> about(Joined.Keys keys) {
    return attendance.toCall().stream()
        .filter(call -> call.place().id() == keys.id())
        .map(Attendance.Call::about)
        .toList();
  }

  @Test
  void theListOfCallsTellsNothingThatIsOverOrNoLongerTrue() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var offered = joined.join(session, Joined.called("Man Titine", Joined.number()));
    joined.join(session, Joined.person("Max"));
    enrolments.cancel(first.reference(), first.code(), Participation.Reason.TIME);
    assertThat(about(offered)).containsExactly("offered");
    enrolments.accept(offered.reference(), offered.code());
    assertThat(about(offered)).isEmpty();
    var gone = joined.session(1);
    var keys = joined.join(gone, Joined.called("Ti Jo", Joined.number()));
    cancel(gone);
    assertThat(about(keys)).containsExactly("cancelled");
    joined.nearer(gone, -60 * 24);
    assertThat(about(keys)).isEmpty();
  }
}
