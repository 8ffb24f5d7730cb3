package org.foyal.learning.courses.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Taught;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a session has is not lost by a save that means something else, nor taken from under it.
@HouseTest
class KeepingWhatASessionHasTest {
  private static final String SESSIONS = "/fr/staff/learning/sessions";

  private final Member melanie = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Taught taught;
  @Autowired Courses courses;
  @Autowired Resources resources;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private String course = "";
  private UUID place = UUID.randomUUID();
  private UUID room = UUID.randomUUID();

  @BeforeEach
  void somethingIsTaught() {
    course = taught.course("Remplir un formulaire");
    place = taught.place("Lieu gardé").id();
    room = taught.room(place);
  }

  private Plan plan(int days) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    return Taught.plan(course, place, day);
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).with(melanie.here()).exchange();
  }

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(melanie.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  /// The form of a session as its page shows it, with another number of seats.
  private Map<String, String> form(Session one, UUID trainer) {
    var day = LocalDate.ofInstant(one.startsAt(), ZoneOffset.UTC).toString();
    var fields = new HashMap<>(Map.of("course", course, "day", day, "from", "10:00"));
    fields.putAll(Map.of("until", "11:30", "place", "" + place, "room", "" + room));
    fields.putAll(Map.of("with", "" + trainer, "seats", "9", "language", "fr", "stepFree", "yes"));
    fields.putAll(Map.of("setUp", "15", "cleanUp", "15", "percent", "0", "releaseDays", "7"));
    fields.putAll(Map.of("version", "1", "act", "save"));
    return fields;
  }

  @Test
  void whatASessionHasIsOfferedToItWhenItIsOutOfUseAndIsNotLostByASave() {
    var trainer = taught.trainer("Tara Retraite");
    var one = taught.session(Taught.in(plan(60), room, trainer));
    sql.sql("update learning.resource set active = false where id in (:room, :trainer)")
        .param("room", room)
        .param("trainer", trainer)
        .update();
    sql.sql("update learning.place set hidden = true where id = :id").param("id", place).update();
    var at = SESSIONS + "/" + one.id();
    assertThat(get(at))
        .bodyText()
        .contains(
            "<option value=\"" + place + "\" selected",
            "<option value=\"" + room + "\" selected",
            "Tara Retraite (retiré)",
            "value=\"" + trainer + "\" checked");
    assertThat(get(SESSIONS + "/new")).bodyText().doesNotContain("Tara Retraite", "" + room);
    var same = form(one, trainer);
    assertThat(post(at, same)).hasStatus(302);
    assertThat(courses.get(one.id()).sequence()).as("nobody is written to").isZero();
    assertThat(courses.get(one.id()).room()).contains(room);
  }

  @Test
  void aRoomThatWouldBeTooSmallIsRefusedAndTheSessionIsNamed() {
    var one = taught.session(Taught.in(plan(70), room));
    var at = "/fr/staff/learning/resources/" + room;
    var change = Map.of("name", "Salle", "seats", "3", "version", "1", "active", "yes");
    assertThat(post(at, change))
        .hasStatus(422)
        .bodyText()
        .contains(SESSIONS + "/" + one.id(), "Remplir un formulaire", "Cette séance a 8 places");
    assertThat(resources.find(room).orElseThrow().seats()).hasValue(12);
  }
}
