package org.foyal.learning.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.appointments.Booked;
import org.foyal.learning.appointments.Slot;
import org.foyal.learning.courses.Taught;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A trainer's secret calendar has the hours for appointments and names nobody; whoever has an
/// appointment puts it into their own.
@HouseTest
class AppointmentsInCalendarsTest {
  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Taught taught;
  @Autowired CalendarKeys keys;

  private String text(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
    return new String(
        answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private VEvent only(String address) {
    var text = text(address);
    assertThat(text).doesNotContain("Titine");
    return Biweekly.parse(text).first().getEvents().getFirst();
  }

  @Test
  void anHourIsTentativeThenTakenThenFreeAgainThenGoneUnderOneNameAndEachTimeNewer() {
    var trainer = taught.trainer("Ana");
    Slot slot = booked.with(trainer);
    var feed =
        "/calendars/trainers/" + keys.add(Actor.CONSOLE, trainer, "moi").orElseThrow() + ".ics";
    var free = only(feed);
    assertThat(free.getStatus().getValue()).isEqualTo("TENTATIVE");
    var mine = booked.keys(slot);
    var taken = only(feed);
    assertThat(taken.getStatus().getValue()).isEqualTo("CONFIRMED");
    assertThat(taken.getUid().getValue()).isEqualTo(free.getUid().getValue());
    booked.cancel(mine);
    var again = only(feed);
    assertThat(again.getStatus().getValue()).isEqualTo("TENTATIVE");
    booked.takeOut(slot);
    var gone = only(feed);
    assertThat(gone.getStatus().getValue()).isEqualTo("CANCELLED");
    assertThat(
            List.of(
                free.getSequence().getValue(),
                taken.getSequence().getValue(),
                again.getSequence().getValue(),
                gone.getSequence().getValue()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void whoeverHasAReferenceAndItsCodePutsTheAppointmentIntoTheirOwnCalendar() {
    var slot = booked.with(taught.trainer("Ana"));
    var mine = booked.keys(slot);
    var address = "/calendars/appointments/" + mine.reference() + "/" + mine.code() + ".ics";
    var one = only(address);
    assertThat(one.getStatus().getValue()).isEqualTo("CONFIRMED");
    assertThat(one.getDateStart().getValue().toInstant()).isEqualTo(slot.startsAt());
    booked.cancel(mine);
    var over = only(address);
    assertThat(over.getStatus().getValue()).isEqualTo("CANCELLED");
    assertThat(over.getSequence().getValue()).isGreaterThan(one.getSequence().getValue());
  }

  @Test
  void aWrongCodeOpensNothing() {
    var mine = booked.keys(booked.with(taught.trainer("Ana")));
    var start = "/calendars/appointments/" + mine.reference();
    for (var wrong : List.of("2222-2222", UUID.randomUUID().toString(), "%00", "%E2%80%AE")) {
      assertThat(
              web.get()
                  .uri(URI.create(start + "/" + wrong + ".ics"))
                  .exchange()
                  .getResponse()
                  .getStatus())
          .isIn(400, 404);
    }
  }
}
