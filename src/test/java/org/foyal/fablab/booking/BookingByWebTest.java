package org.foyal.fablab.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody books a machine on the web, by the reference and code of their card.
@HouseTest
class BookingByWebTest {
  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Members members;
  @Autowired Bookings bookings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private MachineType type;
  private Machine machine;
  private Member ana;
  private LocalDate day;

  @BeforeEach
  void aMachineThatIsFree() {
    sql.sql("delete from fablab.opening_hours").update();
    for (var one : DayOfWeek.values()) {
      lab.hours(one, "08:00", "20:00", Opening.Kind.STAFFED);
    }
    type = lab.type("Découpe laser", Optional.empty(), new Rules(0, 1, 1, 1, java.util.List.of()));
    machine = lab.machine(type);
    ana = lab.member("Ana Page " + UUID.randomUUID().toString().substring(0, 6));
    day = LocalDate.ofInstant(clock.instant(), city.timeZone()).plusDays(3);
  }

  @AfterEach
  void closeAgain() {
    sql.sql("delete from fablab.opening_hours").update();
  }

  private String start() {
    return day.atTime(10, 0).atZone(city.timeZone()).toInstant().toString();
  }

  private MvcTestResult sent(String reference, String code, String start, UUID form) {
    return web.post()
        .uri("/fr/fablab/book/" + machine.id())
        .with(csrf())
        .param("form", form.toString())
        .param("minutes", "60")
        .param("start", start)
        .param("reference", reference)
        .param("code", code)
        .exchange();
  }

  private MvcTestResult sent() {
    return sent(ana.reference().toString(), members.code(ana), start(), UUID.randomUUID());
  }

  @Test
  void theFreeHoursOfADayAreShownWithoutScripts() {
    assertThat(web.get().uri("/fr/fablab/book/{id}?day={day}&minutes=60", machine.id(), day))
        .hasStatusOk()
        .bodyText()
        .contains("08:00", "type=\"radio\"", start());
    assertThat(web.get().uri("/en/fablab/book/{id}?day=nonsense&minutes=-4", machine.id()))
        .hasStatusOk();
    assertThat(web.get().uri("/fr/fablab/book/{id}", UUID.randomUUID())).hasStatus(404);
  }

  @Test
  void whoeverMayWorkThereBooksAndSeesTheirBooking() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    assertThat(sent()).hasStatusOk().bodyText().contains("Réservé", "Découpe laser", "Gardez ceci");
    var ben = lab.member("Ben Page " + UUID.randomUUID().toString().substring(0, 6));
    lab.granted(ben, type, Level.AUTONOMOUS_STAFFED);
    assertThat(sent(ben.reference().toString(), members.code(ben), start(), UUID.randomUUID()))
        .hasStatus(422)
        .bodyText()
        .contains("vient de prendre")
        .doesNotContain("Ana Page");
  }

  @Test
  void whoeverWasNeverTrainedSeesWhatIsMissing() {
    assertThat(sent()).hasStatus(422).bodyText().contains("travailler seul");
  }

  @Test
  void anothersReferenceWithAWrongCodeBooksNothing() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    assertThat(sent(ana.reference().toString(), "WRONG", start(), UUID.randomUUID()))
        .hasStatus(422)
        .bodyText()
        .contains("n’ouvrent rien");
    assertThat(sent("", "", "", UUID.randomUUID())).hasStatus(422);
    assertThat(sent(ana.reference().toString(), members.code(ana), "tomorrow", UUID.randomUUID()))
        .hasStatus(422);
  }

  @Test
  void aBookingIsGivenBackWithAReasonAndOpensByItsCodeAlone() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    sent();
    var booking = bookings.listOf(ana.id(), Duration.ZERO).getFirst();
    var reference = booking.reference().toString();
    assertThat(web.get().uri("/fr/fablab/bookings/mine/{reference}/WRONGONE", reference))
        .hasStatus(404);
    assertThat(given(reference, bookings.code(booking), ""))
        .hasStatus(422)
        .bodyText()
        .contains("dites pourquoi");
    assertThat(given(reference, bookings.code(booking), "CHILDCARE"))
        .hasStatusOk()
        .bodyText()
        .contains("Annulé par vous");
  }

  private MvcTestResult given(String reference, String code, String reason) {
    return web.post()
        .uri("/fr/fablab/bookings/mine")
        .with(csrf())
        .param("reference", reference)
        .param("code", code)
        .param("act", "cancel")
        .param("reason", reason)
        .exchange();
  }
}
