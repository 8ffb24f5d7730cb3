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
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.fablab.visits.Visits;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Role;
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
  @Autowired LabDays days;
  @Autowired Visits visits;
  @Autowired LabHours hours;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private final org.foyal.cases.desk.Member fabrice = new org.foyal.cases.desk.Member(Role.FABLAB);
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

  /// Nobody's name stands in a calendar, which programs of others read.
  @Test
  void aBookingGoesIntoACalendarWithoutAName() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    sent();
    var booking = bookings.listOf(ana.id(), Duration.ZERO).getFirst();
    var at = "/calendars/machines/" + booking.reference() + "/";
    assertThat(web.get().uri(at + bookings.code(booking) + ".ics"))
        .hasStatusOk()
        .bodyText()
        .contains("STATUS:CONFIRMED", booking.id() + "@bookings.foyal", "Découpe laser")
        .doesNotContain("Ana");
    assertThat(
            web.get()
                .uri(at + "WRONGONE.ics")
                .with(request -> {
                  request.setRemoteAddr("203.0.113.9"); // where nobody guessed before
                  return request;
                }))
        .hasStatus(404);
    given(booking.reference().toString(), bookings.code(booking), "TIME");
    assertThat(web.get().uri(at + bookings.code(booking) + ".ics"))
        .bodyText()
        .contains("STATUS:CANCELLED");
  }

  @Test
  void theCalendarOfTheLabSaysWhatIsTakenAndNamesNobody() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    sent();
    var booking = bookings.listOf(ana.id(), Duration.ZERO).getFirst();
    assertThat(
            visit(
                lab.space("Salle d’essai", Optional.empty()).id().toString(),
                "5",
                "10:00",
                "12:00"))
        .hasStatusOk();
    assertThat(web.get().uri("/calendars/fablab.ics?language=en"))
        .hasStatusOk()
        .bodyText()
        .contains("FabLab open\\, with staff", machine.name() + ": taken", "FabLab: a group")
        .doesNotContain("Ana", "CM2", booking.id().toString(), booking.reference().toString());
    assertThat(web.get().uri("/calendars/fablab.ics?who=ana")).hasStatus(400);
    assertThat(web.get().uri("/calendars/fablab.ics?language=xx")).hasStatus(400);
  }

  private MvcTestResult moved(String start) {
    var booking = bookings.listOf(ana.id(), Duration.ZERO).getFirst();
    return web.post()
        .uri("/fr/fablab/bookings/mine")
        .with(csrf())
        .param("reference", booking.reference().toString())
        .param("code", bookings.code(booking))
        .param("act", "move")
        .param("day", day.toString())
        .param("start", start)
        .exchange();
  }

  @Test
  void aBookingIsMovedToAnotherHourOrStaysWhereItIs() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    sent();
    assertThat(moved("14:00")).hasStatusOk().bodyText().contains("déplacé", "14:00");
    assertThat(moved("23:30")).hasStatus(422).bodyText().contains("n’est pas ouvert", "14:00");
    assertThat(moved("tantôt")).hasStatus(422);
    day = LocalDate.MAX;
    assertThat(moved("10:00")).hasStatus(422);
    assertThat(bookings.listOf(ana.id(), Duration.ZERO)).hasSize(1);
  }

  private MvcTestResult atTheCounter(String reference, String from, String until) {
    return web.post()
        .uri("/fr/staff/fablab/day/book")
        .with(fabrice.here())
        .with(csrf())
        .param("day", day.toString())
        .param("form", UUID.randomUUID().toString())
        .param("reference", reference)
        .param("machine", machine.id().toString())
        .param("from", from)
        .param("until", until)
        .exchange();
  }

  @Test
  void theStaffBookForSomebodyByTheirCardUnderTheSameRules() {
    var reference = ana.reference().toString();
    assertThat(atTheCounter(reference, "10:00", "11:00"))
        .hasStatus(422)
        .bodyText()
        .contains("travailler seul");
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    assertThat(atTheCounter(reference, "10:00", "11:00"))
        .hasStatusOk()
        .bodyText()
        .contains("C’est réservé", "Ana Page");
    assertThat(atTheCounter(reference, "10:30", "11:30")).hasStatus(422);
    assertThat(atTheCounter("nobody", "12:00", "13:00")).hasStatus(422);
    assertThat(atTheCounter(reference, "", "x")).hasStatus(422);
  }

  /// What many want is asked for again the day before, once.
  @Test
  void whoeverBookedWhatManyWantIsAskedTheDayBeforeWhetherTheyCome() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    day = LocalDate.ofInstant(clock.instant(), city.timeZone()).plusDays(1);
    sent();
    sql.sql("update fablab.booking set to_confirm = true where member = :ana")
        .param("ana", ana.id())
        .update();
    sql.sql(
            """
            update fablab.booking set during = tstzrange(now() + interval '20 hours', now() + interval '21 hours'),
              held = tstzrange(now() + interval '20 hours', now() + interval '21 hours') where member = :ana
            """)
        .param("ana", ana.id())
        .update();
    var booking = bookings.listOf(ana.id(), Duration.ZERO).getFirst();
    sql.sql("update learning.learner set email = :email where id = :ana")
        .param("email", "ana-" + booking.id() + "@example.org")
        .param("ana", ana.id())
        .update();
    assertThat(days.askAgain()).isPositive();
    days.askAgain();
    assertThat(
            sql.sql("select count(*) from post.letter where key like :key")
                .param("key", "fablab.booking.again." + booking.id() + "%")
                .query(Long.class)
                .single())
        .as("one letter")
        .isOne();
    bookings.confirm(booking.reference(), bookings.code(booking));
    assertThat(bookings.listOf(ana.id(), Duration.ZERO).getFirst().toConfirm()).isFalse();
  }

  private MvcTestResult visit(String space, String people, String from, String until) {
    return web.post()
        .uri("/fr/staff/fablab/visits")
        .with(fabrice.here())
        .with(csrf())
        .param("act", "add")
        .param("id", UUID.randomUUID().toString())
        .param("visitors", "Une classe de CM2")
        .param("people", people)
        .param("space", space)
        .param("day", day.toString())
        .param("from", from)
        .param("until", until)
        .exchange();
  }

  @Test
  void whereAGroupIsWrittenToIsForgottenTheDayAfter() {
    assertThat(visit(machine.space().toString(), "12", "10:00", "12:00")).hasStatusOk();
    sql.sql(
            """
            update fablab.booking set contact = 'classe@example.org', during = tstzrange(now() - interval '3 days',
              now() - interval '2 days'), held = tstzrange(now() - interval '3 days', now() - interval '2 days')
            where space = :space
            """)
        .param("space", machine.space())
        .update();
    visits.forget();
    assertThat(
            sql.sql("select count(contact) from fablab.booking where space = :space")
                .param("space", machine.space())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /// A group that left an address is written to; whoever closes tells the others.
  @Test
  void aLabThatClosesForADayTakesGroupsBackTooAndSaysWhomToTell() {
    assertThat(visit(machine.space().toString(), "12", "10:00", "12:00")).hasStatusOk();
    sql.sql("update fablab.booking set contact = :address where space = :space")
        .param("address", "classe-" + machine.id() + "@example.org")
        .param("space", machine.space())
        .update();
    var closed =
        web.post()
            .uri("/fr/staff/fablab/day/close")
            .with(fabrice.here())
            .with(csrf())
            .param("day", day.toString())
            .param("words", "Cyclone")
            .exchange();
    hours.open(Lab.STAFF, day);
    assertThat(
            sql.sql("select subject from post.letter where address = :address")
                .param("address", "classe-" + machine.id() + "@example.org")
                .query(String.class)
                .list())
        .hasSize(1)
        .allSatisfy(subject -> assertThat(subject).contains("Visite annulée"));
    assertThat(closed).hasStatusOk().bodyText().contains("Une classe de CM2", "à prévenir</span>");
    assertThat(visits.list(10)).noneMatch(one -> one.space().equals(machine.space()));
  }

  @Test
  void aClassTakesARoomWithItsMachinesAndGivesItBack() {
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    var space = machine.space().toString();
    assertThat(visit(space, "12", "10:00", "12:00"))
        .hasStatusOk()
        .bodyText()
        .contains("Une classe de CM2", "12");
    assertThat(sent()).hasStatus(422);
    assertThat(visit(space, "5", "11:00", "13:00"))
        .hasStatus(422)
        .bodyText()
        .contains("déjà prise");
    assertThat(visit(space, "400", "14:00", "15:00")).hasStatus(422);
    assertThat(visit(space, "0", "15:00", "14:00")).hasStatus(422);
    assertThat(visit(UUID.randomUUID().toString(), "5", "14:00", "15:00")).hasStatus(422);
    var id =
        visits.list(100).stream().filter(one -> one.space().equals(machine.space())).findFirst();
    assertThat(
            web.post()
                .uri("/fr/staff/fablab/visits")
                .with(fabrice.here())
                .with(csrf())
                .param("act", "revoke")
                .param("id", id.orElseThrow().id().toString()))
        .hasStatusOk();
    assertThat(sent()).hasStatusOk();
  }
}
