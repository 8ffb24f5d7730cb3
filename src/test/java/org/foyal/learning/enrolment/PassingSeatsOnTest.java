package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.learning.appointments.Booked;
import org.foyal.learning.courses.SeatsLeft;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Enrolment.Seated;
import org.foyal.learning.enrolment.Enrolment.Waiting;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.learning.enrolment.Participation.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A seat that is given back is held for whoever waits longest, and nobody jumps.
@HouseTest
class PassingSeatsOnTest {
  @Autowired Joined joined;
  @Autowired Booked booked;
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

  private void offersEndAndMinutesPass(Session session) {
    joined.offersEnd(session);
    promotion.promote(session.id());
  }

  @Test
  void ofTwoWhoNeverAnswerEachIsAskedThreeTimesAndTheLastOneKeepsTheOffer() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    var third = joined.join(session, Joined.person("Max"));
    cancel(first);
    for (int i = 0; i < 5; i++) {
      var order = i % 2 == 0 ? List.of("OFFERED", "WAITING") : List.of("WAITING", "OFFERED");
      assertThat(List.of(joined.state(second), joined.state(third))).isEqualTo(order);
      offersEndAndMinutesPass(session);
    }
    assertThat(List.of(joined.state(second), joined.state(third)))
        .containsExactly("LAPSED", "OFFERED");
    offersEndAndMinutesPass(session);
    assertThat(joined.state(third)).isEqualTo("OFFERED");
  }

  @Test
  void theOnlyOneWhoWaitsKeepsTheOfferHoweverLongTheyTakeAndIsWrittenToOnce() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var person = Joined.person("Léa");
    var only = joined.join(session, person);
    cancel(first);
    int letters = joined.letters(person);
    for (int i = 0; i < 5; i++) {
      offersEndAndMinutesPass(session);
    }
    assertThat(joined.state(only)).isEqualTo("OFFERED");
    assertThat(joined.letters(person)).isEqualTo(letters);
    assertThat(joined.heldFor_hours(only)).isPositive();
    var events = enrolments.follow(only.reference(), only.code()).orElseThrow().events();
    assertThat(events)
        .extracting(LineStore.Event::what)
        .containsExactly("WAITING", "OFFERED", "PROLONGED");
    assertThat(enrolments.accept(only.reference(), only.code())).isInstanceOf(Acting.Done.class);
  }

  @Test
  void anOfferThatWasHeldOnGoesToWhoeverComesToWaitOnceItEnds() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    cancel(first);
    offersEndAndMinutesPass(session);
    var third = joined.join(session, Joined.person("Max"));
    assertThat(joined.state(third)).isEqualTo("WAITING");
    offersEndAndMinutesPass(session);
    assertThat(List.of(joined.state(second), joined.state(third)))
        .containsExactly("WAITING", "OFFERED");
  }

  @Test
  void aKeptSeatIsNotTakenFromThoseForWhomItIsForSomebodyWhoCannotHaveIt() {
    var session = joined.session(2, 50);
    joined.join(session, Joined.person("Ana"));
    var kept = joined.join(session, Joined.person("Léa"), true);
    var meant = joined.join(session, Joined.person("Rose"), true);
    var other = joined.join(session, Joined.person("Max"));
    cancel(kept);
    offersEndAndMinutesPass(session);
    assertThat(List.of(joined.state(meant), joined.state(other)))
        .containsExactly("OFFERED", "WAITING");
  }

  @Test
  void whoeverTurnsAnOfferDownStaysInTheLineAndIsNotAskedAgainAtOnce() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    cancel(first);
    assertThat(enrolments.decline(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
    promotion.promote(session.id());
    assertThat(joined.state(second)).isEqualTo("WAITING");
    assertThat(attendance.left(List.of(session.id())))
        .containsEntry(session.id(), new SeatsLeft.Left(1, 0));
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Max"))))
        .isInstanceOf(Seated.class);
  }

  @Test
  void whoeverHasAnAppointmentThenKeepsNobodyFromASeat() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var busy = Joined.person("Léa");
    joined.join(session, busy);
    booked.at(session, busy);
    cancel(first);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Max"))))
        .isInstanceOf(Seated.class);
  }

  @Test
  void whatIsTurnedDownGoesToTheNextOneAndDoesNotCount() {
    var session = joined.session(1);
    var first = joined.join(session, Joined.person("Ana"));
    var second = joined.join(session, Joined.person("Léa"));
    var third = joined.join(session, Joined.person("Max"));
    cancel(first);
    enrolments.decline(second.reference(), second.code());
    assertThat(joined.state(third)).isEqualTo("OFFERED");
    var place = enrolments.follow(second.reference(), second.code()).orElseThrow().place();
    assertThat(place.offers()).isZero();
    assertThat(enrolments.decline(first.reference(), first.code())).isInstanceOf(Acting.Not.class);
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
    int letters = joined.letters(person);
    cancel(third);
    promotion.tellFirstCome(session.id());
    assertThat(joined.letters(person)).isEqualTo(letters + 1);
    assertThat(attendance.left(List.of(session.id())))
        .containsEntry(session.id(), new SeatsLeft.Left(1, 0));
    assertThat(enrolments.accept(second.reference(), second.code()))
        .isInstanceOf(Acting.Done.class);
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

  private Acting cancelOne(Keys keys) {
    return enrolments.cancel(keys.reference(), keys.code(), Reason.TIME);
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
  void aKeptPlaceSaysHowManyOfThoseForWhomItIsWerePassedOver() {
    var course = joined.course();
    var session = joined.session(course, 2, 50, LocalTime.of(10, 0));
    var busy = Joined.person("Rose");
    joined.join(session, Joined.person("Ana"));
    var kept = joined.join(session, Joined.person("Léa"), true);
    joined.join(session, busy, true);
    joined.join(joined.session(course, 5, 0, LocalTime.of(10, 30)), busy);
    joined.join(session, Joined.person("Max"));
    var next = joined.join(session, Joined.person("Jo"), true);
    cancel(kept);
    var offered = enrolments.follow(next.reference(), next.code()).orElseThrow().events().getLast();
    assertThat(offered.seat()).contains("RESERVED");
    assertThat(offered.passedOver()).contains(1);
  }

  @Test
  void twoOffersAtTheSameTimeAcceptedAtOnceGiveOneSeat() throws Exception {
    var course = joined.course();
    for (int i = 0; i < 5; i++) {
      var person = Joined.person("Léa");
      var one = offered(joined.session(course, 1, 0, LocalTime.of(10, 0)), person);
      var other = offered(joined.session(course, 1, 0, LocalTime.of(10, 30)), person);
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = people.submit(() -> enrolments.accept(one.reference(), one.code()));
        var second = people.submit(() -> enrolments.accept(other.reference(), other.code()));
        assertThat(List.of(first.get(), second.get()))
            .hasOnlyElementsOfTypes(Acting.Done.class, Acting.Not.class)
            .filteredOn(Acting.Done.class::isInstance)
            .hasSize(1);
      }
    }
  }

  private Keys offered(Session session, Draft.Person person) {
    var first = joined.join(session, Joined.person("Ana"));
    var waits = joined.join(session, person);
    cancel(first);
    return waits;
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
