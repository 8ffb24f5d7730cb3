package org.foyal.learning.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.learning.activity.Activities;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Occasions.Of;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.learning.appointments.Appointment.Why;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Closures;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Actor;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// On a telephone a mediator sees who comes, gives numbers to whoever comes without an appointment,
/// makes the record from either in a few taps, and moves or takes back what can't be.
@HouseTest
class TheDayOfAMediatorTest {
  private final Member mediator = new Member(Role.MEDIATOR);
  private final Actor ana = new Actor(mediator.id(), "Ana", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Taught taught;
  @Autowired Joined joined;
  @Autowired Activities activities;
  @Autowired AppointmentStore store;
  @Autowired Reception reception;
  @Autowired AppointmentClosing closing;
  @Autowired SlotStore slots;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String path) {
    return web.get().uri("/fr/staff/learning/" + path).with(mediator.here()).exchange();
  }

  private MvcTestResult send(String path, Map<String, ?> fields) {
    var request = web.post().uri("/fr/staff/learning/" + path).with(mediator.here()).with(csrf());
    fields.forEach((field, value) -> request.param(field, String.valueOf(value)));
    return request.exchange();
  }

  /// Somebody who has an appointment in so many minutes.
  private Appointment soon(int minutes, String name) {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person(name)).appointment();
    booked.nearer(slot, minutes);
    return store.get(made.id());
  }

  private Map<String, String> record(UUID of, UUID place) {
    return Map.of(
        "form", UUID.randomUUID().toString(),
        "kind", "individuel",
        "day", activities.today().toString(),
        "minutes", "30",
        "themes", "email",
        "placeKind", "lieu_activite",
        "place", place.toString(),
        "session", "",
        "appointment", of.toString());
  }

  @Test
  void whoComesNextIsSeenByTheHourAndOneTapOpensTheRecord() {
    var one = soon(-5, "Man Titine");
    assertThat(get("today/" + one.slot().place()))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("Man Titine", "/staff/learning/activities/new?appointment=" + one.id());
    assertThat(get("activities/new?appointment=" + one.id()))
        .hasStatusOk()
        .bodyText()
        .contains("value=\"" + one.id() + "\"", one.slot().place().toString());
    var form = record(one.id(), one.slot().place());
    assertThat(send("activities/new", form))
        .hasStatus(302)
        .hasHeader("Location", "/fr/staff/learning/today/" + one.slot().place() + "?done=recorded");
    assertThat(booked.state(one.id())).isEqualTo("SEEN");
    assertThat(activities.isRecorded(new Of(Optional.empty(), Optional.of(one.id())))).isTrue();
    assertThat(send("activities/new", form)).hasStatus(302);
    assertThat(send("activities/new", record(one.id(), one.slot().place())))
        .hasStatus(422)
        .bodyText()
        .contains("existe déjà");
    assertThat(booked.count("activity where appointment", one.id())).isOne();
    assertThat(reception.correct(ana, one.id(), State.SEEN, State.NO_SHOW, Why.WRONG_TAP))
        .isInstanceOfSatisfying(
            Appointment.Change.Not.class,
            not -> assertThat(not.problem()).isEqualTo("learning.appointments.problem.recorded"));
  }

  @Test
  void theThemesAreThoseOfTheNeedAndThenThoseOfTheLastRecordForIt() {
    var need = taught.need("Écrire à la mairie");
    taught.course("E-mail", need);
    var slot = booked.slot();
    var one = booked.take(slot, Booked.person("Ana"), need).appointment();
    booked.nearer(slot, -5);
    var of = new Of(Optional.empty(), Optional.of(one.id()));
    assertThat(activities.occasion(of).orElseThrow().themes()).containsExactly(Theme.EMAIL);
    var form = new HashMap<>(record(one.id(), slot.place()));
    form.put("themes", "sante");
    assertThat(send("activities/new", form)).hasStatus(302);
    var next = booked.take(booked.slot(), Booked.person("Max"), need).appointment();
    var again = new Of(Optional.empty(), Optional.of(next.id()));
    assertThat(activities.occasion(again).orElseThrow().themes()).containsExactly(Theme.SANTE);
  }

  @Test
  void aRecordOfWhatIsCancelledOrNotYetOrNothingIsRefusedAndLeavesNone() {
    var one = soon(600, "Ana");
    assertThat(send("activities/new", record(one.id(), one.slot().place())))
        .hasStatus(422)
        .bodyText()
        .contains("trop tôt");
    reception.cancel(ana, one.id(), Reason.HEALTH);
    booked.nearer(one.slot(), -5);
    assertThat(send("activities/new", record(one.id(), one.slot().place())))
        .hasStatus(422)
        .bodyText()
        .contains("déjà annulé");
    assertThat(send("activities/new", record(UUID.randomUUID(), one.slot().place())))
        .hasStatus(422)
        .bodyText()
        .contains("n’est pas connu");
    assertThat(booked.count("activity where appointment", one.id())).isZero();
  }

  @Test
  void whoeverComesWithoutAnAppointmentGetsTheNextNumberAndNoName() {
    var place = taught.place("Maison").id();
    var form = UUID.randomUUID();
    assertThat(send("today/" + place + "/arrive", Map.of("form", form)))
        .hasStatusOk()
        .bodyText()
        .contains("Numéro 1.", "Personne avant.");
    assertThat(send("today/" + place + "/arrive", Map.of("form", form)))
        .bodyText()
        .contains("Numéro 1.");
    assertThat(send("today/" + place + "/arrive", Map.of("form", UUID.randomUUID())))
        .bodyText()
        .contains("Numéro 2.", "Une personne avant.", "2 personnes attendent");
    var first = reception.day(place, reception.today()).waiting().getFirst();
    assertThat(get("activities/new?appointment=" + first.id())).hasStatusOk();
    assertThat(send("activities/new", record(first.id(), place))).hasStatus(302);
    assertThat(reception.day(place, reception.today()).waiting())
        .extracting(TicketStore.Ticket::number)
        .containsExactly(2);
    assertThat(send("activities/new", record(first.id(), place)))
        .hasStatus(422)
        .bodyText()
        .contains("existe déjà");
  }

  @Test
  void numbersGivenAtOnceAreAllDifferent() throws Exception {
    var place = taught.place("Maison").id();
    var tries = new ArrayList<Callable<Integer>>();
    IntStream.range(0, 24)
        .forEach(_ -> tries.add(() -> reception.arrive(ana, UUID.randomUUID(), place).number()));
    var numbers = new ArrayList<Integer>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : people.invokeAll(tries)) {
        numbers.add(each.get());
      }
    }
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
  }

  @Test
  void twoMediatorsAtOnceNoteOnceAndTheSecondIsTold() {
    var one = soon(-20, "Ana");
    assertThat(reception.note(ana, one.id(), true)).isInstanceOf(Change.Done.class);
    assertThat(reception.note(ana, one.id(), false)).isInstanceOf(Change.Not.class);
    var ticket = reception.arrive(ana, UUID.randomUUID(), one.slot().place());
    var left = Map.of("ticket", ticket.id(), "act", "left");
    assertThat(send("today/" + one.slot().place() + "/note", left)).bodyText().contains("parti");
    assertThat(send("today/" + one.slot().place() + "/note", left))
        .bodyText()
        .contains("Quelqu’un d’autre vient de le noter");
  }

  @Test
  void nobodyIsNotedAbsentWithinAQuarterOfAnHour() {
    var one = soon(-10, "Ana");
    assertThat(reception.note(ana, one.id(), false)).isInstanceOf(Change.Not.class);
    booked.nearer(one.slot(), -16);
    assertThat(reception.note(ana, one.id(), false)).isInstanceOf(Change.Done.class);
  }

  @Test
  void whatWasNotedIsCorrectedWithAReasonOnlyAndWhatIsOverStaysOver() {
    var one = soon(-20, "Ana");
    reception.note(ana, one.id(), false);
    assertThat(reception.correct(ana, one.id(), State.SEEN, State.NO_SHOW, Why.WRONG_TAP))
        .isInstanceOf(Change.Not.class);
    assertThat(
            send(
                "appointments/" + one.id(),
                Map.of("act", "correct", "was", "NO_SHOW", "now", "SEEN", "why", "CAME_LATE")))
        .hasStatusOk()
        .bodyText()
        .contains("C’est corrigé", "Venu plus tard");
    assertThat(
            send(
                "appointments/" + one.id(),
                Map.of("act", "correct", "was", "SEEN", "now", "NO_SHOW", "why", "")))
        .hasStatus(409);
    reception.correct(ana, one.id(), State.SEEN, State.EXCUSED, Why.HAD_SAID);
    assertThat(reception.correct(ana, one.id(), State.EXCUSED, State.SEEN, Why.WRONG_TAP))
        .isInstanceOf(Change.Not.class);
    assertThatThrownBy(() ->
            sql.sql(
                    "update learning.appointment set state = 'UNKNOWN', reason = null where id = :i")
                .param("i", one.id())
                .update())
        .hasMessageContaining("does not become");
  }

  @Test
  void anAppointmentIsMovedAndThePersonIsToldByLetterOrByCall() {
    var both = booked.slots(2);
    var max = Booked.person("Max");
    var made = booked.take(both.getFirst(), max).appointment();
    assertThat(
            send("appointments/" + made.id(), Map.of("act", "move", "slot", both.getLast().id())))
        .hasStatusOk()
        .bodyText()
        .contains("est déplacé");
    assertThat(booked.letter(max)).contains("a changé");
    assertThat(store.findOf(both.getFirst().id())).isEmpty();
    var ti = booked.take(both.getFirst(), Booked.called("Ti Jo", Optional.of("0696123456")));
    assertThat(
            send(
                "appointments/" + ti.appointment().id(),
                Map.of("act", "move", "slot", both.getLast().id())))
        .hasStatus(409)
        .bodyText()
        .contains("vient d’être prise");
    var free = booked.slot();
    reception.move(ana, ti.appointment().id(), free.id());
    assertThat(get("appointments/calls")).bodyText().contains("Ti Jo", "tel:0696123456");
    assertThat(send("appointments/calls", Map.of("appointment", ti.appointment().id())))
        .hasStatusOk()
        .bodyText()
        .contains("C’est noté");
    assertThat(reception.toCall())
        .noneMatch(call -> call.appointment().id().equals(ti.appointment().id()));
  }

  private static Map<String, Object> form(Closures.Days days) {
    return Map.of(
        "why",
        "CYCLONE",
        "from",
        days.from(),
        "until",
        days.until(),
        "place",
        days.place().orElseThrow());
  }

  @Test
  void closedDaysTakeAppointmentsBackWithPriorityAndNobodyIsAbsent() {
    var both = booked.slots(3);
    var max = Booked.person("Max");
    var one = booked.take(both.getFirst(), max).appointment();
    var none = booked.take(both.getLast(), Booked.called("Man Ti", Optional.empty())).appointment();
    var day = LocalDate.ofInstant(both.getFirst().startsAt(), ZoneOffset.UTC);
    var days = new Closures.Days(day.minusDays(1), day, Optional.of(both.getFirst().place()));
    assertThat(closing.people(days)).isEqualTo(2);
    assertThat(
            get(
                "closing?from="
                    + days.from()
                    + "&until="
                    + day
                    + "&why=CYCLONE&place="
                    + days.place().get()))
        .bodyText()
        .contains("2 rendez-vous seront repris");
    assertThat(send("closing", form(days)))
        .hasStatusOk()
        .bodyText()
        .contains("2 rendez-vous ont été repris");
    assertThat(store.get(one.id()).state()).isEqualTo(State.REVOKED);
    assertThat(store.get(one.id()).priority()).isTrue();
    assertThat(booked.letter(max)).contains("premières heures libres");
    assertThat(reception.toCall().stream().map(call -> call.appointment().id()))
        .contains(none.id());
    assertThat(get("appointments/calls")).bodyText().contains("à prévenir sur place");
    assertThat(
            slots.free(one.slot().startsAt().minusSeconds(1), one.slot().endsAt(), days.place(), 9))
        .isEmpty();
    assertThat(closing.close(ana, days)).isZero();
  }

  @Test
  void aSessionIsRecordedWithHowManyCameAndOnce() {
    var session = joined.session(3);
    var keys = joined.join(session, Joined.person("Ana"));
    joined.nearer(session, -30);
    send(
        "sessions/" + session.id() + "/people/came",
        Map.of("was-" + keys.id(), "CONFIRMED", "place-" + keys.id(), "PRESENT"));
    assertThat(get("sessions/" + session.id() + "/people"))
        .bodyText()
        .contains("/staff/learning/activities/new?session=" + session.id());
    assertThat(get("activities/new?session=" + session.id()))
        .hasStatusOk()
        .bodyText()
        .contains("Écrire un e-mail", "name=\"total\"", "value=\"1\"");
    var form =
        Map.of(
            "form", UUID.randomUUID(),
            "kind", "collectif",
            "total", "1",
            "day", activities.today(),
            "minutes", "90",
            "themes", "email",
            "placeKind", "lieu_activite",
            "place", session.place(),
            "session", session.id());
    joined.nearer(session, 120);
    assertThat(send("activities/new", form)).hasStatus(422).bodyText().contains("trop tôt");
    joined.nearer(session, -30);
    assertThat(send("activities/new", form)).hasStatus(302);
    var twice = new HashMap<String, Object>(form);
    twice.put("form", UUID.randomUUID());
    assertThat(send("activities/new", twice)).hasStatus(422).bodyText().contains("existe déjà");
  }

  @Test
  void anAgentSeesTheDayAndIsLedToNoRecord() {
    var one = soon(-5, "Ana");
    var agent = new Member(Role.AGENT);
    assertThat(
            web.get()
                .uri("/fr/staff/learning/today/" + one.slot().place())
                .with(agent.here())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Ana", "Reçu")
        .doesNotContain("activities/new");
  }

  @Test
  void nobodyWaitsOverNight() {
    var ticket = reception.arrive(ana, UUID.randomUUID(), taught.place("Maison").id());
    sql.sql("update learning.ticket set day = day - 2 where id = :id")
        .param("id", ticket.id())
        .update();
    reception.forget();
    assertThat(reception.findTicket(ticket.id()).orElseThrow().state()).isEqualTo("LEFT");
  }

  @Test
  void aPageOfNothingIsNotFound() {
    var nothing = UUID.randomUUID();
    for (var path : List.of("today/" + nothing, "appointments/" + nothing, "openings/" + nothing)) {
      assertThat(get(path)).as(path).hasStatus(404);
    }
    assertThat(get("today/------------------------------------")).hasStatus(404);
  }
}
