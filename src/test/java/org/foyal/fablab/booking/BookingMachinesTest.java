package org.foyal.fablab.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.booking.Booking.Care;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Member;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Machines are booked by whoever may work at them, once at a time; the database holds it.
@HouseTest
class BookingMachinesTest {
  @Autowired Lab lab;
  @Autowired Bookings bookings;
  @Autowired LabDays days;
  @Autowired Ladder ladder;
  @Autowired LabHours hours;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private MachineType type;
  private Machine machine;
  private Member ana;

  @BeforeEach
  void aMachineAndSomebodyWhoMayUseIt() {
    sql.sql("delete from fablab.opening_hours").update();
    sql.sql(
            "delete from fablab.duty where not exists (select from fablab.booking b where b.supervised and b.during && fablab.duty.during)")
        .update();
    for (var day : DayOfWeek.values()) {
      lab.hours(day, "08:00", "20:00", Opening.Kind.STAFFED);
      lab.hours(day, "20:00", "23:00", Opening.Kind.SELF);
    }
    type = lab.type("Fraiseuse", Optional.empty(), new Rules(0, 1, 1, 1, java.util.List.of()));
    machine = lab.machine(type);
    ana = somebody("Ana", Level.AUTONOMOUS_STAFFED);
  }

  @AfterEach
  void closeAgain() {
    sql.sql("delete from fablab.opening_hours").update();
  }

  private Member somebody(String name, Level level) {
    var member = lab.member(name + " " + UUID.randomUUID().toString().substring(0, 6));
    if (level != Level.NONE) {
      lab.granted(member, type, level);
    }
    return member;
  }

  private ZoneId zone() {
    return city.timeZone();
  }

  /// A while some days ahead, by the city's clock.
  private Span span(int daysAhead, String from, String until) {
    var day = clock.instant().atZone(zone()).toLocalDate().plusDays(daysAhead);
    return new Span(
        day.atTime(LocalTime.parse(from)).atZone(zone()).toInstant(),
        day.atTime(LocalTime.parse(until)).atZone(zone()).toInstant());
  }

  private Asked asked(Member member, Span span, boolean orWait) {
    return new Asked(
        UUID.randomUUID(), member.id(), machine.id(), span, orWait, Optional.empty(), false);
  }

  private Booked book(Member member, Span span) {
    return bookings.book(asked(member, span, false));
  }

  private Booking booked(Member member, Span span) {
    if (book(member, span) instanceof Booked.Confirmed(var made, var _)) {
      return made;
    }
    throw new AssertionError("not booked");
  }

  @Test
  void itIsTheirsAndTheirCodeOpensIt() {
    var made = booked(ana, span(3, "10:00", "11:00"));
    assertThat(made.care()).isEqualTo(Care.STAFFED);
    assertThat(bookings.find(made.reference(), bookings.code(made))).isPresent();
    assertThat(bookings.find(made.reference(), "wrong")).isEmpty();
  }

  @Test
  void ofManyWhoAskAtOnceOneHasIt() throws Exception {
    var span = span(3, "10:00", "11:00");
    var people =
        IntStream.range(0, 12).mapToObj(i -> somebody("P" + i, Level.AUTONOMOUS_STAFFED)).toList();
    try (var threads = Executors.newFixedThreadPool(12)) {
      var came =
          threads.invokeAll(
              people.stream().<Callable<Booked>>map(one -> () -> book(one, span)).toList());
      int confirmed = 0;
      for (var one : came) {
        confirmed += one.get() instanceof Booked.Confirmed ? 1 : 0;
      }
      assertThat(confirmed).isOne();
    }
  }

  @Test
  void whatIsCleanedAfterwardsIsNotFreeAndTheNextFreeWhilesAreTold() {
    booked(ana, span(3, "10:00", "11:00")); // ten minutes of cleaning
    var ben = somebody("Ben", Level.AUTONOMOUS_STAFFED);
    assertThat(book(ben, span(3, "11:00", "12:00")))
        .isInstanceOfSatisfying(
            Booked.Taken.class,
            taken -> assertThat(taken.free().getFirst()).isEqualTo(span(3, "11:30", "12:30")));
    assertThat(book(ben, span(3, "11:10", "12:00"))).isInstanceOf(Booked.Confirmed.class);
  }

  @Test
  void anEditIntoANeighbourIsRefusedAndLeavesWhatWasBooked() {
    booked(somebody("Ben", Level.AUTONOMOUS_STAFFED), span(3, "12:00", "13:00"));
    var mine = booked(ana, span(3, "10:00", "11:00"));
    assertThat(bookings.move(mine.reference(), bookings.code(mine), span(3, "12:30", "13:30")))
        .isInstanceOf(Booked.Taken.class);
    assertThat(bookings.find(mine.reference(), bookings.code(mine)).orElseThrow().span())
        .isEqualTo(mine.span());
    assertThat(bookings.move(mine.reference(), bookings.code(mine), span(3, "10:30", "11:30")))
        .isInstanceOf(Booked.Confirmed.class);
  }

  @Test
  void nobodyIsInTwoPlacesAtOnce() {
    booked(ana, span(3, "10:00", "11:00"));
    machine = lab.machine(type);
    assertThat(book(ana, span(3, "10:30", "11:30"))).isInstanceOf(Booked.ElsewhereThen.class);
  }

  @Test
  void whoeverWasNeverTrainedIsToldWhatIsMissingAndTheDatabaseRefusesThemToo() {
    var eve = somebody("Eve", Level.NONE);
    assertThat(book(eve, span(3, "10:00", "11:00")))
        .isInstanceOfSatisfying(
            Booked.NotAllowed.class, no -> assertThat(no.missing()).isNotEmpty());
    assertThatThrownBy(() -> planted(eve, span(3, "10:00", "11:00")))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("not allowed to work at it then");
  }

  private void planted(Member member, Span span) {
    sql.sql(
            """
            insert into fablab.booking (id, reference, member, machine, type, during, held, state, staffed, channel,
              asked_at, changed_at)
            values (gen_random_uuid(), 'PLANTED' || (random() * 8)::int, :member, :machine, :type, tstzrange(:from, :until), tstzrange(:from, :until),
              'CONFIRMED', true, 'WEB', now(), now())
            """)
        .param("member", member.id())
        .param("machine", machine.id())
        .param("type", type.code())
        .param("from", span.from().atOffset(java.time.ZoneOffset.UTC))
        .param("until", span.until().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  @Test
  void withoutStaffOnlyWhoMayWorkAloneDoes() {
    assertThat(book(ana, span(3, "20:30", "21:30"))).isInstanceOf(Booked.NotAllowed.class);
    var pro = somebody("Pro", Level.AUTONOMOUS);
    assertThat(booked(pro, span(3, "20:30", "21:30")).care()).isEqualTo(Care.ALONE);
  }

  @Test
  void whoeverIsLookedAfterTakesOneOfThoseOnDuty() {
    var span = span(4, "10:00", "11:00");
    var eve = somebody("Eve", Level.SUPERVISED);
    assertThat(book(eve, span)).isInstanceOf(Booked.NobodySupervises.class);
    days.onDuty(Lab.STAFF, UUID.randomUUID(), UUID.randomUUID(), span(4, "09:00", "12:00"), false);
    assertThat(booked(eve, span).care()).isEqualTo(Care.SUPERVISED);
    machine = lab.machine(type); // one of the staff for one person at this kind of machine
    assertThat(book(somebody("Ned", Level.SUPERVISED), span))
        .isInstanceOf(Booked.NobodySupervises.class);
    days.onDuty(Lab.STAFF, UUID.randomUUID(), UUID.randomUUID(), span(4, "09:00", "12:00"), false);
    assertThat(book(somebody("Ned", Level.SUPERVISED), span)).isInstanceOf(Booked.Confirmed.class);
    var duty = days.duties(span).getFirst();
    assertThat(days.offDuty(Lab.STAFF, duty.id())).as("somebody needs them").isEqualTo(2);
  }

  @Test
  void limitsHoldForEverybody() {
    assertThat(book(ana, span(3, "10:00", "10:10"))).isInstanceOf(Booked.Length.class);
    assertThat(book(ana, span(3, "07:00", "09:00"))).isInstanceOf(Booked.NotOpen.class);
    assertThat(book(ana, span(61, "10:00", "11:00"))).isInstanceOf(Booked.TooFar.class);
    var now = clock.instant();
    assertThat(book(ana, new Span(now.plusSeconds(60), now.plusSeconds(3660))))
        .isInstanceOf(Booked.TooSoon.class);
    booked(ana, span(3, "08:00", "11:00"));
    assertThat(book(ana, span(3, "12:00", "13:30"))).isInstanceOf(Booked.TooMuchThatDay.class);
    for (int i = 4; i < 8; i++) {
      booked(ana, span(i, "15:00", "16:00"));
    }
    assertThat(book(ana, span(9, "15:00", "16:00"))).isInstanceOf(Booked.TooManyAhead.class);
  }

  @Test
  void theSameFormTwiceBooksOnce() {
    var asked = asked(ana, span(3, "10:00", "11:00"), false);
    assertThat(bookings.book(asked)).isInstanceOf(Booked.Confirmed.class);
    assertThat(bookings.book(asked)).isInstanceOf(Booked.SentBefore.class);
  }

  @Test
  void whatIsGivenBackIsHeldForWhoeverWaitsLongest() {
    var span = span(5, "10:00", "11:00");
    var mine = booked(ana, span);
    var first = somebody("First", Level.AUTONOMOUS_STAFFED);
    var second = somebody("Second", Level.AUTONOMOUS_STAFFED);
    var waits = (Booked.Waits) bookings.book(asked(first, span, true));
    assertThat(bookings.book(asked(second, span, true)))
        .isInstanceOfSatisfying(Booked.Waits.class, one -> assertThat(one.ahead()).isOne());
    assertThat(bookings.cancel(mine.reference(), bookings.code(mine), Reason.TRANSPORT)).isTrue();
    var offered = bookings.find(waits.booking().reference(), waits.code()).orElseThrow();
    assertThat(offered.state()).isEqualTo(State.OFFERED);
    assertThat(book(somebody("Jumper", Level.AUTONOMOUS_STAFFED), span))
        .isInstanceOf(Booked.Taken.class);
    assertThat(bookings.confirm(offered.reference(), waits.code())).isTrue();
    assertThat(bookings.find(offered.reference(), waits.code()).orElseThrow().state())
        .isEqualTo(State.CONFIRMED);
  }

  @Test
  void anOfferWithoutAnswerGoesToTheNext() {
    var span = span(5, "10:00", "11:00");
    var mine = booked(ana, span);
    var first =
        (Booked.Waits) bookings.book(asked(somebody("A", Level.AUTONOMOUS_STAFFED), span, true));
    var next =
        (Booked.Waits) bookings.book(asked(somebody("B", Level.AUTONOMOUS_STAFFED), span, true));
    bookings.cancel(mine.reference(), bookings.code(mine), Reason.TIME);
    sql.sql("update fablab.booking set offered_until = now() - interval '1 minute' where id = :id")
        .param("id", first.booking().id())
        .update();
    days.pass();
    assertThat(bookings.find(first.booking().reference(), first.code()).orElseThrow().state())
        .isEqualTo(State.LAPSED);
    assertThat(bookings.find(next.booking().reference(), next.code()).orElseThrow().state())
        .isEqualTo(State.OFFERED);
  }

  @Test
  void whatTheLabClosesIsNoAbsenceAndComesFirstNextTime() {
    var span = span(6, "10:00", "11:00");
    var mine = booked(ana, span);
    assertThat(days.close(Lab.STAFF, Optional.of(machine.id()), span, "")).isOne();
    var after = bookings.find(mine.reference(), bookings.code(mine)).orElseThrow();
    assertThat(after.state()).isEqualTo(State.REVOKED);
    assertThat(after.reason()).contains(Reason.MACHINE);
    assertThat(days.note(Lab.STAFF, mine.id(), State.NO_SHOW)).isFalse();
    booked(somebody("Now", Level.AUTONOMOUS_STAFFED), span);
    var other = somebody("Longer", Level.AUTONOMOUS_STAFFED);
    assertThat(bookings.book(asked(other, span, true))).isInstanceOf(Booked.Waits.class);
    assertThat(bookings.book(asked(ana, span, true)))
        .isInstanceOfSatisfying(Booked.Waits.class, one -> assertThat(one.ahead()).isZero());
  }

  @Test
  void aLabThatIsClosedForADayIsNotBookedAgain() {
    var span = span(9, "10:00", "11:00");
    booked(ana, span);
    assertThat(days.close(Lab.STAFF, Optional.empty(), span, "Cyclone")).isOne();
    assertThat(book(somebody("Next", Level.AUTONOMOUS_STAFFED), span))
        .isInstanceOf(Booked.NotOpen.class);
    hours.open(Lab.STAFF, LocalDate.ofInstant(span.from(), zone()));
  }

  @Test
  void anOfferThatNobodyHasTakenRunsNoMachine() {
    var span = span(10, "10:00", "11:00");
    var mine = booked(ana, span);
    var waits = somebody("Waits", Level.AUTONOMOUS_STAFFED);
    bookings.book(asked(waits, span, true));
    bookings.cancel(mine.reference(), bookings.code(mine), Reason.TIME);
    assertThat(bookings.running(waits.id(), machine.id(), span.from())).isEmpty();
  }

  @Test
  void anAuthorisationThatLapsesBeforeTheStartKeepsTheMachineFromStarting() {
    var span = span(7, "10:00", "11:00");
    var mine = booked(ana, span);
    assertThat(bookings.running(ana.id(), machine.id(), span.from())).isPresent();
    ladder.suspend(Lab.STAFF, ana.id(), type.code(), Optional.empty(), "A oublié les lunettes");
    var after = bookings.find(mine.reference(), bookings.code(mine)).orElseThrow();
    assertThat(after.state()).isEqualTo(State.CONFIRMED);
    assertThat(after.lapsed()).isTrue();
    assertThat(bookings.running(ana.id(), machine.id(), span.from())).isEmpty();
  }

  @Test
  void whatHappenedStaysWritten() {
    var mine = booked(ana, span(3, "10:00", "11:00"));
    assertThatThrownBy(() ->
            sql.sql("delete from fablab.booking_event where booking = :id")
                .param("id", mine.id())
                .update())
        .hasMessageContaining("stays written");
    bookings.cancel(mine.reference(), bookings.code(mine), Reason.COST);
    assertThatThrownBy(() ->
            sql.sql("update fablab.booking set state = 'CONFIRMED', reason = null where id = :id")
                .param("id", mine.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aVisitTakesItsSpaceWithAllPartsAndWhateverStandsInThem() {
    var hall = lab.space("Halle", Optional.empty());
    var corner = lab.space("Coin bois", Optional.of(hall.id()));
    machine = lab.machine(type, corner);
    var span = span(8, "10:00", "11:00");
    visit(hall.id(), span);
    assertThat(book(ana, span)).isInstanceOf(Booked.Taken.class);
    assertThatThrownBy(() -> visit(corner.id(), span))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never_booked_twice");
  }

  private void visit(UUID space, Span span) {
    sql.sql(
            """
            insert into fablab.booking (id, reference, space, visitors, people, during, held, state, staffed, channel,
              asked_at, changed_at)
            values (gen_random_uuid(), upper(substr(gen_random_uuid()::text, 1, 8)), :space, 'Une classe', 24, tstzrange(:from, :until),
              tstzrange(:from, :until), 'CONFIRMED', true, 'COUNTER', now(), now())
            """)
        .param("space", space)
        .param("from", span.from().atOffset(java.time.ZoneOffset.UTC))
        .param("until", span.until().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }
}
