package org.foyal.learning.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Hours are opened all or none; nobody is booked twice, for a session neither; who has a slot is
/// never left without a word.
@HouseTest
class OpeningSlotsTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime TEN = LocalTime.of(10, 0);

  private final Member mediator = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Taught taught;
  @Autowired Timetable timetable;
  @Autowired Slots slots;
  @Autowired SlotStore store;
  @Autowired Appointments appointments;

  @Test
  void hoursInAHallOfWhichAHalfIsTakenAreNotOpenedAndItIsSaid() {
    var plan = booked.plan(NINE, TEN);
    var hall = taught.room(plan.place());
    var half = taught.half(hall, plan.place());
    booked.open(plan.with(plan.trainer(), Optional.of(half)));
    var other = booked.plan(NINE, TEN).with(taught.trainer("Max"), Optional.of(hall));
    assertThat(
            slots.open(
                Actor.CONSOLE,
                new Opening(
                    other.id(),
                    other.series(),
                    plan.place(),
                    Optional.of(hall),
                    other.trainer(),
                    plan.day(),
                    NINE,
                    TEN,
                    30,
                    0,
                    1,
                    false),
                Repetition.ONCE))
        .isInstanceOfSatisfying(
            Opened.Conflicting.class, no -> assertThat(no.conflicts()).isNotEmpty());
  }

  private MvcTestResult send(String path, Map<String, String> fields) {
    var request =
        web.post().uri("/fr/staff/learning/openings" + path).with(mediator.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> form(Opening plan, String... more) {
    var fields =
        new HashMap<>(
            Map.of(
                "form", plan.series().toString(),
                "place", plan.place().toString(),
                "trainer", plan.trainer().toString(),
                "day", plan.day().toString(),
                "from", plan.from().toString(),
                "until", plan.until().toString(),
                "minutes", "30",
                "buffer", "0"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private static Repetition weekly(int times) {
    return new Repetition(Optional.of(Rhythm.WEEK), times, Set.of());
  }

  private List<Opening> series(Opening plan, int times) {
    return ((Opened.Done) slots.open(Actor.CONSOLE, plan, weekly(times))).openings();
  }

  @Test
  void aRangeIsCutIntoSlotsThatFitWithTheirBreaks() {
    var plan = booked.plan(NINE, LocalTime.of(10, 20));
    var spans = plan.slots(ZoneOffset.UTC);
    assertThat(spans).hasSize(2);
    var broken =
        new Opening(
            plan.id(),
            plan.series(),
            plan.place(),
            plan.room(),
            plan.trainer(),
            plan.day(),
            NINE,
            LocalTime.of(23, 59),
            100,
            60,
            1,
            false);
    assertThat(broken.slots(ZoneOffset.UTC))
        .hasSize(5)
        .allSatisfy(span ->
            assertThat(span.until().getEpochSecond() - span.from().getEpochSecond())
                .isEqualTo(6000));
  }

  @Test
  void hoursAreShownBeforeTheyAreOpenedAndTheSameFormOpensThemOnce() {
    var plan = booked.plan(NINE, TEN);
    assertThat(send("/new", form(plan, "act", "preview")))
        .hasStatusOk()
        .bodyText()
        .contains("Rien n’est encore enregistré", "2 heures à prendre");
    assertThat(store.lockSeries(plan.series())).isEmpty();
    assertThat(send("/new", form(plan, "act", "save"))).hasStatus(302);
    assertThat(send("/new", form(plan, "act", "save"))).hasStatus(302);
    var opened = store.lockSeries(plan.series());
    assertThat(opened).hasSize(1);
    assertThat(store.of(opened.getFirst().id())).hasSize(2);
  }

  @Test
  void aTrainerIsNeverInASessionAndAtAnAppointmentAtOnce() {
    var plan = booked.plan(NINE, TEN);
    var session =
        Taught.at(Taught.plan(taught.course("E-mail"), plan.place(), plan.day()), NINE, TEN);
    var room = taught.room(plan.place());
    taught.session(Taught.in(session, room, plan.trainer()));
    assertThat(slots.open(Actor.CONSOLE, plan, Repetition.ONCE))
        .isInstanceOf(Opened.Conflicting.class);
    assertThat(send("/new", form(plan, "act", "save")))
        .hasStatus(422)
        .bodyText()
        .contains("rien n’a été changé", "E-mail");
    assertThat(store.lockSeries(plan.series())).isEmpty();
  }

  @Test
  void norIsASessionPlannedOverHoursThatAreOpen() {
    var opening = booked.open(booked.plan(NINE, TEN));
    var session =
        Taught.at(Taught.plan(taught.course("E-mail"), opening.place(), opening.day()), NINE, TEN);
    var plan = Taught.in(session, taught.room(opening.place()), opening.trainer());
    assertThat(timetable.plan(Actor.CONSOLE, UUID.randomUUID(), plan, Repetition.ONCE, false))
        .isInstanceOf(Planning.Conflicting.class);
    slots.remove(Actor.CONSOLE, opening, Scope.THIS, false);
    assertThat(timetable.plan(Actor.CONSOLE, UUID.randomUUID(), plan, Repetition.ONCE, false))
        .isInstanceOf(Planning.Done.class);
  }

  @Test
  void aSeriesIsOpenedWholeOrNotAtAll() {
    var plan = booked.plan(NINE, TEN);
    var third = plan.on(plan.day().plusDays(14));
    booked.open(
        new Opening(
            third.id(),
            UUID.randomUUID(),
            third.place(),
            third.room(),
            third.trainer(),
            third.day(),
            NINE,
            TEN,
            30,
            0,
            1,
            false));
    assertThat(slots.open(Actor.CONSOLE, plan, weekly(4))).isInstanceOf(Opened.Conflicting.class);
    assertThat(store.lockSeries(plan.series())).isEmpty();
    var without = new Repetition(Optional.of(Rhythm.WEEK), 4, Set.of(third.day()));
    assertThat(((Opened.Done) slots.open(Actor.CONSOLE, plan, without)).openings()).hasSize(3);
  }

  @Test
  void closedDaysAreShownInThePreview() {
    var plan = booked.plan(NINE, TEN);
    var may = plan.on(LocalDate.of(plan.day().getYear() + 1, 5, 1));
    assertThat(slots.preview(may, Repetition.ONCE).getFirst().closed()).isPresent();
  }

  @Test
  void twoWhoOpenTheSameHoursAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    var plan = booked.plan(NINE, LocalTime.of(12, 0));
    var tries = new ArrayList<Callable<Opened>>();
    for (int i = 0; i < 16; i++) {
      var mine =
          new Opening(
              plan.id(),
              UUID.randomUUID(),
              plan.place(),
              plan.room(),
              plan.trainer(),
              plan.day(),
              plan.from(),
              plan.until(),
              30,
              0,
              1,
              false);
      tries.add(() -> slots.open(Actor.CONSOLE, mine, Repetition.ONCE));
    }
    int opened = 0;
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var came : people.invokeAll(tries)) {
        if (came.get() instanceof Opened.Done) {
          opened++;
        } else {
          assertThat(came.get()).isInstanceOf(Opened.Conflicting.class);
        }
      }
    }
    assertThat(opened).isOne();
  }

  @Test
  void hoursThatSomebodyHasAreNotTakenOutWithoutAWord() {
    var opening = booked.open(booked.plan(NINE, TEN));
    var ana = Booked.person("Ana");
    var made = booked.take(store.of(opening.id()).getFirst(), ana);
    assertThat(send("/" + opening.id(), Map.of("act", "remove", "version", "1")))
        .hasStatus(409)
        .bodyText()
        .contains("Une personne a pris une de ces heures");
    assertThat(booked.state(made.appointment().id())).isEqualTo("UNKNOWN");
    assertThat(send("/" + opening.id(), Map.of("act", "remove", "version", "1", "also", "yes")))
        .hasStatus(302);
    assertThat(booked.state(made.appointment().id())).isEqualTo("REVOKED");
    assertThat(booked.letter(ana)).contains("Nous avons dû annuler").doesNotContain("Max");
    assertThat(appointments.free(Optional.of(opening.day()), Optional.of(opening.place()), 5))
        .isEmpty();
  }

  @Test
  void oneFreeSlotIsTakenOutAndATakenOneStays() {
    var opening = booked.open(booked.plan(NINE, TEN));
    var both = store.of(opening.id());
    booked.take(both.getFirst(), Booked.person("Ana"));
    var first = Map.of("act", "slot", "version", "1", "slot", both.getFirst().id().toString());
    assertThat(send("/" + opening.id(), first)).hasStatus(409).bodyText().contains("elle reste");
    var last = Map.of("act", "slot", "version", "1", "slot", both.getLast().id().toString());
    assertThat(send("/" + opening.id(), last)).hasStatusOk();
    assertThat(store.of(opening.id()).stream().filter(Slot::open)).hasSize(1);
  }

  @Test
  void aChangeOfWhoReceivesIsForThisDayOrThoseAfterItAndConflictsChangeNothing() {
    var all = series(booked.plan(NINE, TEN), 3);
    var max = taught.trainer("Max");
    var second = all.get(1);
    assertThat(slots.change(Actor.CONSOLE, second, Scope.FOLLOWING, max, Optional.empty()))
        .isInstanceOf(Opened.Done.class);
    assertThat(store.lockSeries(second.series()).stream().map(Opening::trainer))
        .containsExactly(second.trainer(), max, max);
    assertThat(slots.change(Actor.CONSOLE, second, Scope.THIS, max, Optional.empty()))
        .isInstanceOf(Opened.Overtaken.class);
    var other = booked.plan(NINE, TEN);
    booked.open(
        new Opening(
            other.id(),
            other.series(),
            other.place(),
            other.room(),
            second.trainer(),
            all.get(2).day(),
            NINE,
            TEN,
            30,
            0,
            1,
            false));
    var now = store.findOpening(second.id()).orElseThrow();
    assertThat(
            slots.change(Actor.CONSOLE, now, Scope.FOLLOWING, second.trainer(), Optional.empty()))
        .isInstanceOf(Opened.Conflicting.class);
    assertThat(store.findOpening(second.id()).orElseThrow().trainer()).isEqualTo(max);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day=", "day=2020-01-01", "day=9999-12-31", "until=08:00", "until=09:10", "minutes=5",
        "minutes=99999999", "buffer=-1", "place=x", "trainer=", "room=x\u0000", "from=25:99",
        "from=\u202e", "until=\u0000", "times=0"
      })
  void whatCantBeIsSaidAndNothingIsOpened(String wrong) {
    var plan = booked.plan(NINE, TEN);
    var part = wrong.split("=", 2);
    var fields = form(plan, "act", "save", part[0], part[1]);
    if (part[0].equals("times")) {
      fields.put("rhythm", "WEEK");
    }
    var answer = send("/new", fields);
    if (part[0].equals("room")) {
      assertThat(answer.getResponse().getStatus()).isIn(302, 422);
      return;
    }
    assertThat(answer).hasStatus(422).bodyText().contains("Regardez ce qui est marqué");
    assertThat(store.lockSeries(plan.series())).isEmpty();
  }

  @Test
  void aSeriesOfMoreThanAHundredDaysIsRefused() {
    assertThat(slots.check(booked.plan(NINE, TEN), weekly(Plan.MOST + 1)))
        .contains(Opened.Why.TIMES);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoReceivesOpensHoursAndNobodyElse(Role role) {
    boolean may = role == Role.ADMIN || role == Role.AGENT || role == Role.MEDIATOR;
    for (var path : List.of("openings", "openings/new", "today", "appointments/new")) {
      var address = "/fr/staff/learning/" + path;
      var status =
          web.get().uri(address).with(new Member(role).here()).exchange().getResponse().getStatus();
      assertThat(status).as(path).isIn(may ? List.of(200, 302) : List.of(403));
    }
  }
}
