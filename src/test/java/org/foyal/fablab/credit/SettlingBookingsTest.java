package org.foyal.fablab.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.booking.Asked;
import org.foyal.fablab.booking.Booked;
import org.foyal.fablab.booking.Booking;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Bookings;
import org.foyal.fablab.booking.LabDays;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Member;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was paid for a booking that comes to nothing is theirs again, without asking for it.
@HouseTest
class SettlingBookingsTest {
  @Autowired Lab lab;
  @Autowired Credit credit;
  @Autowired Bookings bookings;
  @Autowired LabDays days;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private MachineType type;
  private Machine machine;
  private Member ana;

  @BeforeEach
  void aMachineThatCosts() {
    sql.sql("delete from fablab.opening_hours").update();
    for (var day : DayOfWeek.values()) {
      lab.hours(day, "08:00", "20:00", Opening.Kind.STAFFED);
    }
    type = lab.type("Découpe laser");
    machine = lab.machine(type);
    credit.price(Lab.STAFF, type.code(), 1200);
    ana = lab.member("Ana des Tarifs");
    lab.granted(ana, type, Level.AUTONOMOUS);
  }

  @AfterEach
  void closeAgain() {
    sql.sql("delete from fablab.opening_hours").update();
  }

  private void solidary() {
    var until = LocalDate.now(ZoneOffset.UTC).plusDays(200);
    credit.seen(UUID.randomUUID(), ana.id(), 750, until, Lab.STAFF);
  }

  /// An hour at ten, three days from now.
  private Booking booked() {
    var day = LocalDate.ofInstant(clock.instant(), city.timeZone()).plusDays(3);
    var from = day.atTime(10, 0).atZone(city.timeZone()).toInstant();
    var asked =
        new Asked(
            UUID.randomUUID(),
            ana.id(),
            machine.id(),
            new Span(from, from.plus(1, ChronoUnit.HOURS)),
            false,
            Optional.empty(),
            false);
    return ((Booked.Confirmed) bookings.book(asked)).booking();
  }

  private void pays(Booking one) {
    var payment =
        new Payment(one.id(), ana.id(), type.code(), 60, one.span().from(), Optional.of("R-12"));
    assertThat(credit.pay(payment, Lab.STAFF)).isInstanceOf(Paid.Done.class);
  }

  private void givesBack(Booking one) {
    assertThat(bookings.cancel(one.reference(), bookings.code(one), Reason.CHILDCARE)).isTrue();
  }

  /// As if it began then.
  private void begins(Booking one, Instant at, String state) {
    sql.sql(
            """
            update fablab.booking set state = :state, during = tstzrange(:from, :until), held = tstzrange(:from, :until)
            where id = :id
            """)
        .param("id", one.id())
        .param("state", state)
        .param("from", at.atOffset(ZoneOffset.UTC))
        .param("until", at.plus(1, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private int free() {
    return credit.holding(ana.id()).freeMinutes();
  }

  @Test
  void freeMinutesAreFreeAgainAtOnce() {
    solidary();
    var one = booked();
    pays(one);
    int left = free();
    givesBack(one);
    assertThat(free()).isEqualTo(left + 60);
    credit.settle(Optional.empty());
    assertThat(free()).as("twice is once").isEqualTo(left + 60);
  }

  @Test
  void moneyGivenBackLateIsTheirsAsTime() {
    var one = booked();
    pays(one);
    begins(one, clock.instant().plus(3, ChronoUnit.HOURS), "CONFIRMED");
    givesBack(one);
    assertThat(credit.holding(ana.id()).creditMinutes()).isEqualTo(60);
  }

  @Test
  void moneyGivenBackInTimeWaitsAtTheCounter() {
    var one = booked();
    pays(one);
    givesBack(one);
    assertThat(credit.holding(ana.id()).creditMinutes()).isZero();
    assertThat(credit.toHandOut())
        .anySatisfy(due -> {
          assertThat(due.booking()).isEqualTo(one.id());
          assertThat(due.cents()).isEqualTo(1200);
        });
    credit.refund(UUID.randomUUID(), one.id(), Refunded.Why.IN_TIME, Lab.STAFF);
    assertThat(credit.toHandOut()).noneMatch(due -> due.booking().equals(one.id()));
  }

  @Test
  void whatTheLabTakesBackIsGivenBackAsItWasPaid() {
    solidary();
    var one = booked();
    pays(one);
    int left = free();
    days.close(Lab.STAFF, Optional.of(machine.id()), one.span(), "Panne");
    assertThat(free()).isEqualTo(left + 60);
  }

  /// Who came may be corrected until the day after.
  @Test
  void whoDidNotComeGetsTheirTimeTheFirstTimeWhenTheDayIsOver() {
    var one = booked();
    pays(one);
    begins(one, clock.instant().minus(2, ChronoUnit.DAYS), "NO_SHOW");
    credit.settle(Optional.empty());
    assertThat(credit.holding(ana.id()).creditMinutes()).isEqualTo(60);
  }
}
