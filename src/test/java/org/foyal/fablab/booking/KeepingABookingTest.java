package org.foyal.fablab.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is booked stays whose it is, whatever happens before its day.
@HouseTest
class KeepingABookingTest {
  @Autowired Lab lab;
  @Autowired Bookings bookings;
  @Autowired LabDays days;
  @Autowired Ladder ladder;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private MachineType type;
  private Machine machine;
  private Member ana;

  @BeforeEach
  void aMachineThatIsOpenAllWeek() {
    sql.sql("delete from fablab.opening_hours").update();
    for (var day : DayOfWeek.values()) {
      lab.hours(day, "08:00", "20:00", Opening.Kind.STAFFED);
    }
    type = lab.type("Tour à bois", Optional.empty(), new Rules(0, 1, 1, 1, List.of()));
    machine = lab.machine(type);
    ana = somebody("Ana");
  }

  @AfterEach
  void closeAgain() {
    sql.sql("delete from fablab.opening_hours").update();
  }

  private Member somebody(String name) {
    var member = lab.member(name + " " + UUID.randomUUID().toString().substring(0, 6));
    lab.granted(member, type, Level.AUTONOMOUS_STAFFED);
    return member;
  }

  private Instant at(int daysAhead, int hour) {
    return clock
        .instant()
        .atZone(city.timeZone())
        .toLocalDate()
        .plusDays(daysAhead)
        .atTime(hour, 0)
        .atZone(city.timeZone())
        .toInstant();
  }

  private Span span(int daysAhead) {
    return new Span(at(daysAhead, 10), at(daysAhead, 11));
  }

  private Booked book(UUID form, Member member, Span span, boolean orWait) {
    return bookings.book(
        new Asked(form, member.id(), machine.id(), span, orWait, Optional.empty(), false));
  }

  private Booking booked(Member member, Span span) {
    if (book(UUID.randomUUID(), member, span, false) instanceof Booked.Confirmed(var made, var _)) {
      return made;
    }
    throw new AssertionError("not booked");
  }

  private Booking again(Booking one) {
    return bookings.find(one.reference(), bookings.code(one)).orElseThrow();
  }

  @Test
  void whatIsGivenBackToSomebodyIsTheirsAgainOnceTheNextRoundHasLooked() {
    var mine = booked(ana, span(3));
    ladder.suspend(Lab.STAFF, ana.id(), type.code(), Optional.empty(), "A oublié les lunettes");
    assertThat(again(mine).lapsed()).isTrue();
    ladder.resume(Lab.STAFF, ana.id(), type.code(), "Les a mises");
    assertThat(bookings.running(ana.id(), machine.id(), mine.span().from())).isPresent();
    days.lookAgain();
    assertThat(again(mine).lapsed()).isFalse();
  }

  @Test
  void whatNoEventHasToldIsFoundByTheNextRound() {
    var mine = booked(ana, span(3));
    sql.sql(
            """
            insert into fablab.ladder_event (form, member, type, what, level, valid_from, reason, account, at)
            values (gen_random_uuid(), :member, :type, 'REVOKED', 0, now() - interval '1 second', 'Essai', gen_random_uuid(), now())
            """)
        .param("member", ana.id())
        .param("type", type.code())
        .update();
    assertThat(again(mine).lapsed()).as("the process died before it was told").isFalse();
    assertThat(bookings.running(ana.id(), machine.id(), mine.span().from())).isEmpty();
    days.lookAgain();
    assertThat(again(mine).lapsed()).isTrue();
  }

  @Test
  void theFormOfSomebodyElseOpensNothingOfTheirs() {
    var mine = booked(ana, span(3));
    assertThat(book(mine.id(), somebody("Eve"), span(4), false)).isInstanceOf(Booked.Unknown.class);
  }

  @Test
  void whoeverWaitsEverywhereMeetsTheSameLimit() {
    var ben = somebody("Ben");
    for (int day = 3; day < 8; day++) {
      booked(ana, span(day));
      assertThat(book(UUID.randomUUID(), ben, span(day), true)).isInstanceOf(Booked.Waits.class);
    }
    assertThat(book(UUID.randomUUID(), ben, span(9), true)).isInstanceOf(Booked.TooManyAhead.class);
  }

  @Test
  void nobodyJumpsTheLineWhileSomethingIsGivenBack() throws Exception {
    for (int round = 0; round < 5; round++) {
      var mine = booked(ana, span(5));
      var first = somebody("First");
      book(UUID.randomUUID(), first, span(5), true);
      var acts = new ArrayList<Callable<Boolean>>();
      acts.add(() -> bookings.cancel(mine.reference(), bookings.code(mine), Reason.TIME));
      for (int i = 0; i < 6; i++) {
        var jumper = somebody("Jumper");
        acts.add(() -> book(UUID.randomUUID(), jumper, span(5), false) instanceof Booked.Confirmed);
      }
      try (var threads = Executors.newFixedThreadPool(acts.size())) {
        var came = threads.invokeAll(acts);
        assertThat(came.getFirst().get()).as("given back").isTrue();
        for (var jumped : came.subList(1, came.size())) {
          assertThat(jumped.get()).as("jumped").isFalse();
        }
      }
      var offered = bookings.listOf(first.id(), java.time.Duration.ZERO).getFirst();
      assertThat(offered.state()).isEqualTo(State.OFFERED);
      bookings.cancel(offered.reference(), bookings.code(offered), Reason.TIME);
    }
  }
}
