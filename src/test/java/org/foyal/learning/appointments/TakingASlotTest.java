package org.foyal.learning.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Enrolment;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Actor;
import org.foyal.shell.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Somebody with an old telephone takes an hour in three steps, without an account; a slot is one
/// person's; reference and code give it back.
@HouseTest
class TakingASlotTest {

  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Taught taught;
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Appointments appointments;
  @Autowired AppointmentStore store;
  @Autowired SlotStore slots;
  @Autowired Slots opening;
  @Autowired Diary diary;
  @Autowired JdbcClient sql;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  private static Map<String, String> form(Slot slot, String... more) {
    var fields =
        new HashMap<>(
            Map.of(
                "form",
                UUID.randomUUID().toString(),
                "slot",
                slot.id().toString(),
                "need",
                "other",
                "name",
                "Man Titine"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  @Test
  void threeStepsAreEnoughWithoutATelephoneOrAnAddress() {
    var need = taught.need("Envoyer un mail");
    var slot = booked.slot();
    assertThat(visitor.get("/fr/appointments"))
        .hasStatusOk()
        .bodyText()
        .contains("Envoyer un mail");
    assertThat(visitor.get("/fr/appointments?need=" + need + "&place=" + slot.place()))
        .hasStatusOk()
        .bodyText()
        .contains(slot.id().toString(), "Maison des rendez-vous");
    assertThat(visitor.get("/fr/appointments/new?need=" + need + "&slot=" + slot.id()))
        .hasStatusOk()
        .bodyText()
        .contains("Envoyer un mail", "Qui vient");
    assertThat(visitor.post("/fr/appointments/new", form(slot, "need", need)))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("Votre rendez-vous est pris", "Apportez", "référence", "Notez-le");
    var made = store.findOf(slot.id()).orElseThrow();
    assertThat(made.need()).contains(need);
    assertThat(made.who().email()).isEmpty();
    assertThat(made.who().phone()).isEmpty();
  }

  @Test
  void ofSixtyFourAtOnceOneHasTheSlotAndTheOthersLeaveNoName() throws Exception {
    var slot = booked.slot();
    var tries = new ArrayList<Callable<Taking>>();
    IntStream.range(0, 64)
        .forEach(i ->
            tries.add(
                () -> appointments.take(Booked.wish(slot, Booked.person("Concurrente " + i)))));
    int mine = 0;
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var came : people.invokeAll(tries)) {
        if (came.get() instanceof Taking.Booked) {
          mine++;
        } else {
          assertThat(came.get()).isInstanceOf(Taking.Taken.class);
        }
      }
    }
    assertThat(mine).isOne();
    assertThat(booked.count("appointment where slot", slot.id())).isOne();
    assertThat(
            sql.sql(
                    """
                    select count(*) from learning.learner l where l.name like 'Concurrente %'
                      and not exists (select from learning.appointment a where a.learner = l.id)
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theDatabaseItselfGivesASlotToOnePerson() {
    var both = booked.slots(2);
    var first = booked.take(both.getFirst(), Booked.person("Ana")).appointment();
    var second = booked.take(both.getLast(), Booked.person("Max")).appointment();
    assertThatThrownBy(() ->
            sql.sql("update learning.appointment set slot = :slot where id = :id")
                .param("slot", first.slot().id())
                .param("id", second.id())
                .update())
        .hasMessageContaining("one_person_a_slot");
  }

  @Test
  void whoeverComesTooLateForASlotIsShownTheNextFreeOnes() {
    var both = booked.slots(2);
    booked.take(both.getFirst(), Booked.person("Ana"));
    assertThat(visitor.post("/fr/appointments/new", form(both.getFirst())))
        .hasStatus(409)
        .bodyText()
        .contains("vient d’être prise", both.getLast().id().toString());
    assertThat(visitor.get("/fr/appointments/new?need=other&slot=" + both.getFirst().id()))
        .hasStatus(409)
        .bodyText()
        .contains("vient d’être prise");
  }

  @Test
  void theSameFormTwiceAndTwiceAtOnceIsOneAppointment() throws Exception {
    var both = booked.slots(2);
    var fields = form(both.getFirst(), "email", "twice-" + UUID.randomUUID() + "@example.org");
    var first = visitor.post("/fr/appointments/new", fields);
    assertThat(first).hasStatusOk();
    assertThat(visitor.post("/fr/appointments/new", fields))
        .hasStatusOk()
        .bodyText()
        .contains("Votre rendez-vous est pris");
    var wish = Booked.wish(both.getLast(), Booked.person("Ti Jo"));
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var came =
          people.invokeAll(
              List.<Callable<Taking>>of(
                  () -> appointments.take(wish), () -> appointments.take(wish)));
      for (var each : came) {
        assertThat(each.get()).isInstanceOfAny(Taking.Booked.class, Taking.SentBefore.class);
      }
    }
    assertThat(booked.count("appointment where slot", both.getFirst().id())).isOne();
    assertThat(booked.count("appointment where slot", both.getLast().id())).isOne();
  }

  @Test
  void nobodyIsInTwoPlacesAtOnceInASessionNeither() {
    var ana = Joined.person("Ana");
    var session = joined.session(3);
    joined.join(session, ana);
    var slot = booked.slot();
    sql.sql("update learning.slot set starts_at = :from, ends_at = :until where id = :id")
        .param("from", SlotStore.utc(session.startsAt()))
        .param("until", SlotStore.utc(session.startsAt().plusSeconds(1800)))
        .param("id", slot.id())
        .update();
    assertThat(appointments.take(Booked.wish(slot, ana))).isInstanceOf(Taking.Elsewhere.class);
    var max = Joined.person("Max");
    booked.take(slot, max);
    assertThat(enrolments.enrol(Joined.draft(session, max)))
        .isInstanceOf(Enrolment.Elsewhere.class);
    var other = booked.slot();
    assertThat(appointments.take(Booked.wish(other, max))).isInstanceOf(Taking.Booked.class);
  }

  @Test
  void anHourThatIsTooSoonOrTooFarOrOverIsNotTaken() {
    for (int minutes : new int[] {20, -5, 366 * 24 * 60}) {
      var slot = booked.slot();
      booked.nearer(slot, minutes);
      assertThat(appointments.take(Booked.wish(slot, Booked.person("Ana"))))
          .as("%d minutes", minutes)
          .isInstanceOf(Taking.NotNow.class);
      assertThat(visitor.post("/fr/appointments/new", form(slot)))
          .hasStatus(409)
          .bodyText()
          .contains("trop tard, ou trop tôt");
    }
  }

  @Test
  void anHourThatWasTakenOutMeanwhileIsToldAsGone() {
    var slot = booked.slot();
    opening.remove(
        Actor.CONSOLE, slots.findOpening(slot.opening()).orElseThrow(), Scope.THIS, false);
    assertThat(appointments.take(Booked.wish(slot, Booked.person("Ana"))))
        .isInstanceOf(Taking.Taken.class);
    assertThat(visitor.post("/fr/appointments/new", form(slot))).hasStatus(409);
  }

  @Test
  void whoHasThreeToComeIsAskedToComeToOneFirstUnderAnyName() {
    var ana = Booked.person("Ana");
    booked.slots(3).forEach(slot -> booked.take(slot, ana));
    var another =
        new Person(
            "Anaïs",
            ana.email(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ana.language());
    assertThat(appointments.take(Booked.wish(booked.slot(), another)))
        .isEqualTo(new Taking.Refused(Map.of("name", "learning.appointments.problem.many")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u202eana",
        "<script>alert(1)</script>",
        "😀",
        "'; drop table learning.slot; --",
        "------------------------------------"
      })
  void whateverIsTypedIsNoTrouble(String text) {
    var slot = booked.slot();
    for (var field : List.of("name", "slot", "need", "form", "phone", "email")) {
      var answer = visitor.post("/fr/appointments/new", form(slot, field, text));
      assertThat(answer.getResponse().getStatus()).as(field).isIn(200, 409, 422);
      assertThat(answer).bodyText().doesNotContain("<script>alert");
    }
    for (var query : List.of("need", "place", "day", "slot")) {
      var address = web.get().uri("/fr/appointments").param(query, text).param("need", "other");
      assertThat(address.exchange()).hasStatusOk();
      assertThat(
              web.get()
                  .uri("/fr/appointments/new")
                  .param(query, text)
                  .exchange()
                  .getResponse()
                  .getStatus())
          .isEqualTo(409);
    }
  }

  @Test
  void hugeFieldsAreRefusedBesideTheirField() {
    var slot = booked.slot();
    assertThat(visitor.post("/fr/appointments/new", form(slot, "name", "a".repeat(5000))))
        .hasStatus(422);
    assertThat(visitor.post("/fr/appointments/new", form(slot, "phone", "chez ma tante")))
        .hasStatus(422)
        .bodyText()
        .contains("chez ma tante", "chiffres du téléphone");
    assertThat(store.findOf(slot.id())).isEmpty();
  }

  @Test
  void aDayThatIsFullIsSaidTheNextHoursAreShownAndTheWishIsCountedOnce() {
    var slot = booked.slot();
    var day = LocalDate.ofInstant(slot.startsAt(), opening.zone());
    booked.take(slot, Booked.person("Ana"));
    var later = slots.findOpening(slot.opening()).orElseThrow().on(day.plusDays(1));
    booked.open(
        new Opening(
            later.id(),
            UUID.randomUUID(),
            later.place(),
            later.room(),
            later.trainer(),
            later.day(),
            later.from(),
            later.until(),
            30,
            0,
            1,
            false));
    int before = diary.unmet(new Period(day, day));
    var address = "/fr/appointments?need=other&place=" + slot.place() + "&day=" + day;
    assertThat(visitor.get(address))
        .hasStatusOk()
        .bodyText()
        .contains("Ce jour-là, tout est pris", "09");
    assertThat(visitor.get(address)).hasStatusOk();
    assertThat(diary.unmet(new Period(day, day))).isEqualTo(before + 1);
    assertThat(
            visitor.get(
                "/fr/appointments?need=other&place=" + slot.place() + "&day=" + day.plusDays(9)))
        .bodyText()
        .contains("personne ne reçoit");
  }

  @Test
  void manyFromOneConnectionAreSlowedDown() {
    int slowed = 0;
    for (var slot : slotsOf(21)) {
      if (visitor.post("/fr/appointments/new", form(slot)).getResponse().getStatus() == 429) {
        slowed++;
      }
    }
    assertThat(slowed).isPositive();
  }

  private Set<Slot> slotsOf(int many) {
    return Set.copyOf(
        slots.of(
            booked
                .open(booked.plan(LocalTime.of(8, 0), LocalTime.of(8, 0).plusMinutes(30L * many)))
                .id()));
  }
}
