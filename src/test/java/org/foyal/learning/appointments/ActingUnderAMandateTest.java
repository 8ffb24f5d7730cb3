package org.foyal.learning.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.enrolment.Joined;
import org.foyal.people.Actor;
import org.foyal.people.mandates.Making;
import org.foyal.people.mandates.Mandate;
import org.foyal.people.mandates.Mandate.What;
import org.foyal.people.mandates.Mandates;
import org.foyal.people.mandates.Wish;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever helps under a mandate takes an appointment or puts a name down: the person reads it in
/// the journal. A mandate that is over, or for something else, lets nothing be done by halves.
@HouseTest
class ActingUnderAMandateTest {
  private final Member mediator = new Member(Role.MEDIATOR);
  private final Actor helper = new Actor(mediator.id(), "Ana", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired Booked booked;
  @Autowired Joined joined;
  @Autowired Mandates mandates;
  @Autowired AppointmentStore store;
  @Autowired JdbcClient sql;

  private Mandate mandate(String... scope) {
    var wish =
        new Wish(
            UUID.randomUUID(),
            "Man Tètè",
            "",
            31,
            List.of(scope),
            Language.FR,
            Optional.of(Mandate.How.SPOKEN),
            Optional.empty(),
            false);
    return ((Making.Made) mandates.make(helper, wish)).mandate();
  }

  private long acts(Mandate one) {
    return mandates.find(mediator.id(), one.id()).orElseThrow().journal().stream()
        .filter(entry -> entry.what() == What.ACT)
        .count();
  }

  private MvcTestResult send(String path, Map<String, ?> fields) {
    var request = web.post().uri("/fr/staff/learning/" + path).with(mediator.here()).with(csrf());
    fields.forEach((field, value) -> request.param(field, String.valueOf(value)));
    return request.exchange();
  }

  private static Map<String, Object> form(Slot slot, String mandate) {
    var fields = new HashMap<String, Object>();
    fields.put("form", UUID.randomUUID());
    fields.put("slot", slot.id());
    fields.put("need", "other");
    fields.put("name", "Man Tètè");
    fields.put("channel", "COUNTER");
    fields.put("mandate", mandate);
    return fields;
  }

  private void noBooking(Slot slot) {
    assertThat(store.findOf(slot.id())).isEmpty();
  }

  @Test
  void anAppointmentIsTakenAndStandsInTheJournalOnceHoweverOftenTheFormComes() {
    var one = mandate("learning.appointment");
    var slot = booked.slot();
    var fields = form(slot, one.reference().toString());
    assertThat(send("appointments/new", fields)).hasStatusOk().bodyText().contains("est pris");
    assertThat(send("appointments/new", fields)).hasStatusOk().bodyText().contains("est pris");
    assertThat(acts(one)).isOne();
    assertThat(store.findOf(slot.id())).isPresent();
  }

  @Test
  void aMandateThatExpiredMeanwhileLetsNothingBeDone() {
    var one = mandate("learning.appointment");
    sql.sql(
            """
            update people.mandate set starts_at = starts_at - interval '40 days',
              ends_at = ends_at - interval '40 days' where id = :id
            """)
        .param("id", one.id())
        .update();
    var slot = booked.slot();
    assertThat(send("appointments/new", form(slot, one.reference().toString())))
        .hasStatus(422)
        .bodyText()
        .contains("s’est terminé entre-temps");
    noBooking(slot);
    assertThat(acts(one)).isZero();
  }

  @Test
  void aMandateThatThePersonHasEndedLetsNothingBeDone() {
    var one = mandate("learning.appointment");
    mandates.end(helper, one.id());
    var slot = booked.slot();
    assertThat(send("appointments/new", form(slot, one.reference().toString())))
        .hasStatus(422)
        .bodyText()
        .contains("a été arrêté");
    noBooking(slot);
  }

  @Test
  void aMandateForSomethingElseOrOfSomebodyElseOrOfNobodyLetsNothingBeDone() {
    var slot = booked.slot();
    var other = mandate("cases.follow");
    assertThat(send("appointments/new", form(slot, other.reference().toString())))
        .hasStatus(422)
        .bodyText()
        .contains("n’a pas dit oui pour cela");
    for (var reference : List.of("K7M4-2PXR", "\u0000x", "x".repeat(500))) {
      assertThat(send("appointments/new", form(slot, reference)))
          .hasStatus(422)
          .bodyText()
          .contains("n’est pas le vôtre");
    }
    noBooking(slot);
  }

  @Test
  void whereTheSlotIsGoneNothingStandsInTheJournal() {
    var one = mandate("learning.appointment");
    var slot = booked.slot();
    booked.take(slot, Booked.person("Max"));
    assertThat(send("appointments/new", form(slot, one.reference().toString()))).hasStatus(422);
    assertThat(acts(one)).isZero();
  }

  @Test
  void aNameIsPutDownForASessionUnderAMandateInTheSameWay() {
    var one = mandate("learning.enrol");
    var session = joined.session(2);
    var at = "sessions/" + session.id() + "/people";
    var fields =
        new HashMap<String, Object>(
            Map.of("name", "Man Tètè", "channel", "COUNTER", "form", UUID.randomUUID()));
    fields.put("mandate", one.reference());
    assertThat(send(at, fields)).hasStatusOk().bodyText().contains(" a une place.");
    assertThat(acts(one)).isOne();
    mandates.end(helper, one.id());
    fields.put("form", UUID.randomUUID());
    fields.put("name", "Man Tata");
    assertThat(send(at, fields)).hasStatus(422).bodyText().contains("a été arrêté");
    assertThat(booked.count("participation where session", session.id())).isOne();
  }
}
