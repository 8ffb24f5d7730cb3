package org.foyal.learning.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.kernel.Period;
import org.foyal.learning.appointments.Appointment.Change;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.shell.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Reference and code open an appointment and give it back; what was personal goes in its time,
/// what is counted stays.
@HouseTest
class GivingASlotBackTest {

  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Appointments appointments;
  @Autowired AppointmentStore store;
  @Autowired Slots opening;
  @Autowired Diary diary;
  @Autowired Reception reception;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  @Test
  void theLetterSaysWhenWhereAndWhatToBringAndNamesNobodyElse() {
    var ana = Booked.person("Ana");
    var slot = booked.slot();
    var made = booked.take(slot, ana);
    assertThat(made.letter()).isTrue();
    assertThat(booked.letter(ana))
        .contains(
            "Votre rendez-vous",
            "Maison des rendez-vous",
            "Apportez",
            made.code(),
            "/appointments/mine/")
        .doesNotContain("{");
  }

  @Test
  void referenceAndCodeOpenTheAppointmentAndGiveItBackWithAReason() {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person("Ana"));
    var reference = made.appointment().reference().toString();
    assertThat(visitor.get("/fr/appointments/mine/" + reference + "/" + made.code()))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Referrer-Policy", "no-referrer")
        .bodyText()
        .contains("Apportez", "À venir");
    assertThat(visitor.get("/fr/appointments/mine/" + reference + "/2222-2222")).hasStatus(422);
    assertThat(visitor.get("/fr/appointments/mine/\u0000/x").getResponse().getStatus())
        .isIn(400, 422);
    var act = Map.of("reference", reference, "code", made.code(), "act", "cancel");
    assertThat(visitor.post("/fr/appointments/mine", act)).bodyText().contains("Dites pourquoi");
    var why = new HashMap<>(act);
    why.put("reason", "TRANSPORT");
    assertThat(visitor.post("/fr/appointments/mine", why))
        .hasStatusOk()
        .bodyText()
        .contains("annulé");
    assertThat(appointments.take(Booked.wish(slot, Booked.person("Max"))))
        .isInstanceOf(Taking.Booked.class);
    assertThat(visitor.post("/fr/appointments/mine", why)).hasStatusOk();
    assertThat(booked.state(made.appointment().id())).isEqualTo("EXCUSED");
  }

  @Test
  void whoeverCancelsLateIsGivenTheTelephoneOfThePlace() {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person("Ana"));
    booked.nearer(slot, 200);
    var reference = made.appointment().reference().toString();
    assertThat(appointments.cancel(reference, made.code(), Reason.HEALTH))
        .isInstanceOf(Change.Not.class);
    assertThat(
            visitor.post(
                "/fr/appointments/mine",
                Map.of(
                    "reference",
                    reference,
                    "code",
                    made.code(),
                    "act",
                    "cancel",
                    "reason",
                    "HEALTH")))
        .hasStatus(409)
        .bodyText()
        .contains("appelez", "tel:+596596000000");
    assertThat(booked.state(made.appointment().id())).isEqualTo("UNKNOWN");
  }

  @Test
  void aNameIsErasedAtOnceOnceNothingIsToComeAndWhatIsCountedStays() {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person("Ana"));
    var reference = made.appointment().reference().toString();
    assertThat(appointments.erase(reference, made.code())).isInstanceOf(Change.Not.class);
    appointments.cancel(reference, made.code(), Reason.TIME);
    assertThat(appointments.erase(reference, made.code())).isInstanceOf(Change.Done.class);
    assertThat(store.get(made.appointment().id()).who().erased()).isTrue();
    assertThat(booked.count("appointment where id", made.appointment().id())).isOne();
  }

  @Test
  void whoeverOnlyKnowsANameAndAnAddressErasesNothingButTheirOwnDoing() {
    var both = booked.slots(3);
    var ana = Booked.person("Ana");
    var hers = booked.take(both.getFirst(), ana).appointment();
    var made = booked.take(both.getLast(), ana);
    var reference = made.appointment().reference().toString();
    assertThat(appointments.erase(reference, made.code())).isInstanceOf(Change.Not.class);
    appointments.cancel(reference, made.code(), Reason.TIME);
    assertThat(
            visitor.post(
                "/fr/appointments/mine",
                Map.of("reference", reference, "code", made.code(), "act", "erase")))
        .hasStatusOk()
        .bodyText()
        .contains("plus liés à ce rendez-vous");
    assertThat(store.get(made.appointment().id()).who().erased()).isTrue();
    assertThat(store.get(hers.id()).who().name()).isEqualTo("Ana");
  }

  @Test
  void anHourThatHasPassedIsNoLongerToComeAndTheNameCanGo() {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person("Ana"));
    var reference = made.appointment().reference().toString();
    booked.nearer(slot, -90);
    assertThat(visitor.get("/fr/appointments/mine/" + reference + "/" + made.code()))
        .bodyText()
        .contains("Passé", "Effacer")
        .doesNotContain("appelez");
    assertThat(appointments.erase(reference, made.code())).isInstanceOf(Change.Done.class);
  }

  @Test
  void aRightCodeOpensHoweverManyWrongOnesCameFromTheSameAddress() {
    var made = booked.take(booked.slot(), Booked.person("Ana"));
    var mine = "/fr/appointments/mine/" + made.appointment().reference();
    for (int i = 0; i < 40; i++) {
      visitor.get(mine + "/2222-2222");
    }
    assertThat(visitor.get(mine + "/2222-2222")).hasStatus(429);
    assertThat(visitor.get(mine + "/" + made.code())).hasStatusOk();
  }

  @Test
  void theDayAfterAReasonIsCountedApartFromThePerson() {
    var slot = booked.slot();
    var made = booked.take(slot, Booked.person("Ana"));
    appointments.cancel(made.appointment().reference().toString(), made.code(), Reason.TRANSPORT);
    booked.nearer(slot, -3 * 24 * 60);
    reception.forget();
    assertThat(store.get(made.appointment().id()).reason()).contains(Reason.COUNTED);
    assertThat(
            sql.sql(
                    "select people from learning.appointment_away where place = :p and reason = 'TRANSPORT'")
                .param("p", slot.place())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void waitsAreCountedFromTheAskingToTheHour() {
    var today = LocalDate.ofInstant(clock.instant(), opening.zone());
    booked.take(booked.slot(), Booked.person("Ana"));
    var waits = diary.waits(new Period(today, today));
    assertThat(waits.taken()).isPositive();
    assertThat(waits.median_days()).hasValueSatisfying(days -> assertThat(days).isPositive());
    assertThat(diary.waits(new Period(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 1, 2))))
        .isEqualTo(new Diary.Waits(0, 0, 0, Optional.empty()));
  }

  @Test
  void whoeverHasOneIsRemindedOnceADayBefore() {
    var ana = Booked.person("Ana");
    var slot = booked.slot();
    booked.take(slot, ana);
    reception.remind(24);
    assertThat(booked.letter(ana)).contains("est pris");
    booked.nearer(slot, 23 * 60);
    sql.sql(
            "update learning.appointment set asked_at = asked_at - interval '5 days' where slot = :s")
        .param("s", slot.id())
        .update();
    reception.remind(24);
    reception.remind(24);
    assertThat(booked.letter(ana)).contains("Rappel");
    assertThat(
            sql.sql("select count(*) from post.letter where address = :a")
                .param("a", ana.email().orElseThrow())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }
}
