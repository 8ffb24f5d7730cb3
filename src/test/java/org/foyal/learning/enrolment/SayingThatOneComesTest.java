package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// After three absences somebody says again that they come: asked in time, and never shut out.
@HouseTest
class SayingThatOneComesTest {
  private static final Actor MEDIATOR = new Actor(UUID.randomUUID(), "Médiatrice", "127.0.0.1");

  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Attendance attendance;
  @Autowired Turns turns;
  @Autowired JdbcClient sql;

  private void cancel(Keys keys) {
    assertThat(enrolments.cancel(keys.reference(), keys.code(), Reason.TRANSPORT))
        .isInstanceOf(Acting.Done.class);
  }

  @Test
  void threeAbsencesAskForAWordADayBeforeAndNothingMore() {
    var course = joined.course();
    var person = Joined.person("Ana");
    for (int i = 0; i < 3; i++) {
      var session = joined.session(course, 2, 0, LocalTime.of(10, 0).plusHours(2L * i));
      var keys = joined.join(session, person);
      joined.nearer(session, -60 - 200 * i); // begun
      attendance.note(
          MEDIATOR,
          session.id(),
          Map.of(keys.id(), new Attendance.Noted(State.CONFIRMED, State.NO_SHOW)));
      assertThat(joined.state(keys)).isEqualTo("NO_SHOW");
    }
    var next = joined.session(course, 1, 0, LocalTime.of(18, 0));
    var keys = joined.join(next, person);
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
    var waits = joined.join(next, Joined.person("Max"));
    joined.nearer(next, 70 * 60);
    remind(next.id());
    assertThat(joined.letter(person)).contains("Venez-vous");
    joined.nearer(next, 23 * 60);
    joined.askedToConfirm(keys, 60);
    release(next.id());
    assertThat(List.of(joined.state(keys), joined.state(waits)))
        .containsExactly("WAITING", "OFFERED");
    assertThat(joined.letter(person)).contains("Vous êtes à la fin de la liste d’attente");
    assertThat(enrolments.confirm(keys.reference(), keys.code()))
        .isInstanceOfSatisfying(
            Acting.Not.class,
            not -> assertThat(not.problem()).isEqualTo("learning.enrolment.problem.released"));
  }

  @Test
  void whoeverWasNotAskedInTimeKeepsTheSeat() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, 23 * 60);
    joined.askedToConfirm(keys, 30);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
  }

  @Test
  void whoeverSaysThatTheyComeRightAfterTheSeatWentBackHasItIfItIsOfferedToThem() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, 20 * 60);
    joined.askedToConfirm(keys, 60);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("OFFERED");
    assertThat(enrolments.confirm(keys.reference(), keys.code())).isInstanceOf(Acting.Done.class);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
  }

  @Test
  void whoeverSaysThatTheyComeKeepsTheSeat() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    joined.askedToConfirm(keys, 60);
    assertThat(enrolments.confirm(keys.reference(), keys.code())).isInstanceOf(Acting.Done.class);
    joined.nearer(session, 23 * 60);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
  }

  @Test
  void whoeverTakesAnOfferOnTheLastDayHasSaidThatTheyCome() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    joined.nearer(session, 20 * 60);
    joined.askedToConfirm(second, 60);
    cancel(first);
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
    release(session.id());
    assertThat(joined.state(second)).isEqualTo("CONFIRMED");
  }

  @Test
  void whoeverDoesNotConfirmAfterThreeOffersWaitsAndTheirLetterSaysSo() {
    var session = joined.session(1);
    var person = Joined.person("Ana");
    var keys = joined.join(session, person);
    sql.sql("update learning.participation set offers = 3 where id = :id")
        .param("id", keys.id())
        .update();
    joined.join(session, Joined.person("Max"));
    joined.nearer(session, 20 * 60);
    joined.askedToConfirm(keys, 60);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("WAITING");
    assertThat(joined.letter(person)).contains("Vous êtes à la fin de la liste d’attente");
  }

  private void release(UUID session) {
    turns.unconfirmed().stream()
        .filter(one -> one.session().equals(session))
        .forEach(turns::release);
  }

  private void remind(UUID session) {
    turns.toRemind().stream().filter(one -> one.session().equals(session)).forEach(turns::remind);
  }
}
