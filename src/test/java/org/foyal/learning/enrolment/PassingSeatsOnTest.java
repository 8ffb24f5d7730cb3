package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.learning.enrolment.Enrolment.Seated;
import org.foyal.learning.enrolment.Enrolment.Waiting;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A seat that is given back is held for whoever waits longest, and nobody jumps.
@HouseTest
class PassingSeatsOnTest {
  private static final Actor MEDIATOR = new Actor(UUID.randomUUID(), "Médiatrice", "127.0.0.1");

  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Attendance attendance;
  @Autowired Promotion promotion;
  @Autowired Turns turns;
  @Autowired JdbcClient sql;

  private void cancel(Keys keys) {
    assertThat(enrolments.cancel(keys.reference(), keys.code(), Reason.TRANSPORT))
        .isInstanceOf(Acting.Done.class);
  }

  @Test
  void aSeatGivenBackIsOfferedToWhoeverWaitsLongestAndHeldForThem() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var person = Joined.person("Léa");
    var second = joined.join(session, person);
    var third = joined.join(session, Joined.person("Max"));
    cancel(first);
    assertThat(joined.state(second)).isEqualTo("OFFERED");
    assertThat(joined.state(third)).isEqualTo("WAITING");
    assertThat(joined.letter(person)).contains("Une place pour vous", second.code());
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Jumper"))))
        .isInstanceOf(Waiting.class);
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
    assertThat(joined.state(second)).isEqualTo("CONFIRMED");
  }

  @Test
  void anOfferAnsweredLateIsToldSoAndTheSeatIsTheNextOnes() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    var third = joined.join(session, Joined.person("Max"));
    cancel(first);
    joined.offersEnd(session);
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOfSatisfying(
            Acting.Not.class,
            not -> assertThat(not.problem()).isEqualTo("learning.enrolment.problem.offer-over"));
    assertThat(joined.state(second)).isEqualTo("WAITING");
    assertThat(joined.state(third)).isEqualTo("OFFERED");
  }

  @Test
  void anOfferAnsweredLateIsTakenStillWhenNobodyElseWaits() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    cancel(first);
    joined.offersEnd(session);
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
  }

  @Test
  void whoeverAnswersNoneOfThreeOffersNoLongerWaits() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    cancel(first);
    for (int i = 0; i < 3; i++) {
      assertThat(joined.state(second)).isEqualTo("OFFERED");
      joined.offersEnd(session);
      promotion.promote(session.id());
    }
    assertThat(joined.state(second)).isEqualTo("LAPSED");
  }

  @Test
  void whoeverIsElsewhereIsPassedOverAndKeepsTheirPlace() {
    var course = joined.course();
    var session = joined.session(course, 1, 0, LocalTime.of(10, 0));
    var other = joined.session(course, 5, 0, LocalTime.of(10, 30));
    var first = joined.join(session, Joined.person("Ana"));
    var busy = Joined.person("Léa");
    var second = joined.join(session, busy);
    var elsewhere = joined.join(other, busy);
    var third = joined.join(session, Joined.person("Max"));
    cancel(first);
    assertThat(List.of(joined.state(second), joined.state(third)))
        .containsExactly("WAITING", "OFFERED");
    cancel(elsewhere);
    cancel(third);
    assertThat(joined.state(second)).isEqualTo("OFFERED");
  }

  @Test
  void keptSeatsGoToEverybodyOnceTheyAreReleased() {
    var session = joined.session(2, 50);
    joined.join(session, Joined.person("Ana"));
    var waits = joined.join(session, Joined.person("Max"));
    promotion.promote(session.id());
    assertThat(joined.state(waits)).isEqualTo("WAITING");
    joined.nearer(session, 5 * 24 * 60);
    assertThat(turns.toPromote()).contains(session.id());
    promotion.promote(session.id());
    assertThat(joined.state(waits)).isEqualTo("OFFERED");
  }

  @Test
  void aKeptSeatGivenBackIsNotKeptTwice() {
    var session = joined.session(2, 50);
    var kept = joined.join(session, Joined.person("Léa"), true);
    joined.join(session, Joined.person("Rose"), true);
    cancel(kept);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Max"))))
        .isInstanceOf(Seated.class);
  }

  @Test
  void inTheLastTwoHoursTheSeatIsForWhoeverTakesItFirst() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var person = Joined.person("Léa");
    var second = joined.join(session, person);
    var third = joined.join(session, Joined.person("Max"));
    joined.nearer(session, 100);
    cancel(first);
    promotion.tellFirstCome(session.id());
    assertThat(joined.letter(person)).contains("au premier qui la prend");
    assertThat(enrolments.accept(third.reference(), third.code())).isInstanceOf(Acting.Done.class);
    assertThat(enrolments.accept(second.reference(), second.code())).isInstanceOf(Acting.Not.class);
  }

  @Test
  void cancellingTwiceAtOnceFreesOneSeat() throws Exception {
    var session = joined.session(2);
    var keys = joined.join(session, 2);
    var third = joined.join(session, Joined.person("Léa"));
    var fourth = joined.join(session, Joined.person("Max"));
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = people.submit(() -> cancelOne(keys.getFirst()));
      var two = people.submit(() -> cancelOne(keys.getFirst()));
      one.get();
      two.get();
    }
    assertThat(List.of(joined.state(third), joined.state(fourth)))
        .containsExactly("OFFERED", "WAITING");
  }

  private void release(UUID session) {
    turns.unconfirmed().stream()
        .filter(one -> one.session().equals(session))
        .forEach(turns::release);
  }

  private Acting cancelOne(Keys keys) {
    return enrolments.cancel(keys.reference(), keys.code(), Reason.TIME);
  }

  @Test
  void threeAbsencesAskForAWordADayBeforeAndNothingMore() {
    var course = joined.course();
    var person = Joined.person("Ana");
    for (int i = 0; i < 3; i++) {
      var session = joined.session(course, 2, 0, LocalTime.of(10, 0).plusHours(2L * i));
      var keys = joined.join(session, person);
      joined.nearer(session, -60 - 200 * i);
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
    joined.nearer(next, 23 * 60);
    release(next.id());
    assertThat(List.of(joined.state(keys), joined.state(waits)))
        .containsExactly("WAITING", "OFFERED");
  }

  @Test
  void whoeverSaysThatTheyComeKeepsTheSeat() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    sql.sql("update learning.participation set to_confirm = true where id = :id")
        .param("id", keys.id())
        .update();
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
    sql.sql("update learning.participation set to_confirm = true where id = :id")
        .param("id", second.id())
        .update();
    joined.nearer(session, 20 * 60);
    cancel(first);
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
    release(session.id());
    assertThat(joined.state(second)).isEqualTo("CONFIRMED");
  }

  @Test
  void whoeverDoesNotConfirmAfterThreeOffersNoLongerWaits() {
    var session = joined.session(1);
    var keys = joined.join(session, Joined.person("Ana"));
    sql.sql("update learning.participation set to_confirm = true, offers = 3 where id = :id")
        .param("id", keys.id())
        .update();
    joined.nearer(session, 20 * 60);
    release(session.id());
    assertThat(joined.state(keys)).isEqualTo("LAPSED");
  }

  @Test
  void onceItHasBegunNobodyWaitsAndNoOfferHolds() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var offered = joined.join(session, Joined.person("Léa"));
    var waits = joined.join(session, Joined.person("Max"));
    cancel(first);
    joined.nearer(session, -1);
    assertThat(enrolments.accept(offered.reference(), offered.code()))
        .isInstanceOf(Acting.Not.class);
    assertThat(turns.over()).contains(session.id());
    turns.endLine(session.id());
    assertThat(List.of(joined.state(offered), joined.state(waits)))
        .containsExactly("LAPSED", "LAPSED");
  }

  @Test
  void keptSeatsAreTheirsFirstWhenAShareIsKeptLater() {
    var session = joined.session(4);
    joined.join(session, Joined.person("Ana"));
    joined.join(session, Joined.person("Max"));
    sql.sql("update learning.session set reserved_percent = 50 where id = :id")
        .param("id", session.id())
        .update();
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Jo"))))
        .isInstanceOf(Waiting.class);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Léa"), true)))
        .isInstanceOf(Seated.class);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Rose"), true)))
        .isInstanceOf(Seated.class);
  }

  @Test
  void anOpenPlaceIsExplained() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    cancel(first);
    var followed = enrolments.follow(second.reference(), second.code()).orElseThrow();
    assertThat(followed.events())
        .extracting(LineStore.Event::what)
        .containsExactly("WAITING", "OFFERED");
    assertThat(followed.events().getLast().seat()).contains("OPEN");
  }

  @Test
  void aWrongCodeOpensNothing() {
    var keys = joined.join(joined.session(1), Joined.person("Ana"));
    assertThat(enrolments.follow(keys.reference(), "2222-2222")).isEmpty();
    assertThat(enrolments.cancel(keys.reference(), "2222-2222", Reason.TIME))
        .isInstanceOf(Acting.NotThere.class);
    assertThat(joined.state(keys)).isEqualTo("CONFIRMED");
  }
}
