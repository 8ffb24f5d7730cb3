package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.foyal.shell.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Anybody can type a name and an address: that gives a place, and nothing of what is kept of
/// whoever bears the name. The code of an earlier place does, and the staff who see them.
@HouseTest
class ShowingWhoOneIsTest {
  private static final Cancelled CYCLONE = new Cancelled(Reason.CYCLONE, Optional.empty());

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Attendance attendance;
  @Autowired Courses courses;
  @Autowired Timetable timetable;
  @Autowired JdbcClient sql;
  private Visitor visitor;

  @BeforeEach
  void comes() {
    visitor = new Visitor(web);
  }

  private MvcTestResult join(Session session, Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of("name", "Ana", "phone", Joined.number(), "form", UUID.randomUUID().toString()));
    fields.putAll(more);
    return visitor.post("/fr/workshops/" + session.id() + "/join", fields);
  }

  @Test
  void whoeverOnlyKnowsANameAndAnAddressErasesNothingButTheirOwnDoing() {
    var person = Joined.person("Marie");
    var email = person.email().orElseThrow();
    var hers = joined.join(joined.session(2), person);
    var session = joined.session(1);
    joined.nearer(session, 60 * 30);
    assertThat(join(session, Map.of("name", "Marie", "email", email, "phone", "")))
        .hasStatusOk()
        .bodyText()
        .contains("Vous avez une place");
    var strangers = keysIn(session);
    var fields =
        new HashMap<>(
            Map.of("reference", strangers.reference(), "code", strangers.code(), "act", "cancel"));
    fields.put("reason", "TIME");
    assertThat(visitor.post("/fr/workshops/mine", fields)).hasStatusOk();
    fields.put("act", "erase");
    assertThat(visitor.post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .contains("sont effacés")
        .doesNotContain("Marie");
    var followed = enrolments.follow(hers.reference(), hers.code()).orElseThrow();
    assertThat(followed.place().learner().name()).isEqualTo("Marie");
    assertThat(followed.place().learner().email()).contains(email);
  }

  private Joined.Keys keysIn(Session session) {
    var id =
        sql.sql("select max(id) from learning.participation where session = :s")
            .param("s", session.id())
            .query(Long.class)
            .single();
    var place = attendance.find(id).orElseThrow();
    return new Joined.Keys(id, place.reference().toString(), attendance.code(place));
  }

  @Test
  void aMissingAddressIsAddedOnOnesOwnPageAndWhatOneGaveBeforeStays() {
    var session = joined.session(2);
    assertThat(join(session, Map.of())).hasStatusOk();
    var keys = keysIn(session);
    var before = learner(keys);
    var fields = Map.of("reference", keys.reference(), "code", keys.code(), "act", "reach");
    assertThat(visitor.post("/fr/workshops/mine", with(fields, "email", "ana@")))
        .hasStatus(409)
        .bodyText()
        .contains("pas complète");
    var email = "reach-" + UUID.randomUUID() + "@example.org";
    assertThat(visitor.post("/fr/workshops/mine", with(fields, "email", email)))
        .hasStatusOk()
        .bodyText()
        .contains("C’est ajouté.", email);
    visitor.post("/fr/workshops/mine", with(fields, "email", "another@example.org"));
    visitor.post("/fr/workshops/mine", with(fields, "phone", "0696000000"));
    assertThat(learner(keys).email()).contains(email);
    assertThat(learner(keys).phone()).isEqualTo(before.phone()).isPresent();
  }

  @Test
  void whoeverOnlyKnowsANameAddsNoAddressOfTheirsToIt() {
    var person = Joined.person("Marie");
    var hers = joined.join(joined.session(2), person);
    var session = joined.session(2);
    joined.nearer(session, 60 * 30);
    join(session, Map.of("name", "Marie", "email", person.email().orElseThrow(), "phone", ""));
    var strangers = keysIn(session);
    var fields =
        Map.of("reference", strangers.reference(), "code", strangers.code(), "act", "reach");
    assertThat(visitor.post("/fr/workshops/mine", with(fields, "phone", "0696000000")))
        .hasStatus(409);
    assertThat(learner(hers).phone()).isEmpty();
  }

  private Participation.Learner learner(Joined.Keys keys) {
    return enrolments.follow(keys.reference(), keys.code()).orElseThrow().place().learner();
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var all = new HashMap<>(fields);
    all.put(name, value);
    return all;
  }

  @Test
  void whoeverOnlyKnowsANameAndAnAddressLearnsNothingOfAbsencesAndLocksNobodyOut() {
    var person = Joined.person("Marie");
    var email = person.email().orElseThrow();
    var course = joined.course();
    for (int i = 0; i < 3; i++) {
      var past = joined.session(course, 2, 0, LocalTime.of(8, 0).plusHours(2L * i));
      var keys = i == 0 ? joined.join(past, person) : joined.atTheCounter(past, person);
      joined.nearer(past, -60 - 200 * i);
      sql.sql(
              "update learning.participation set state = 'NO_SHOW', seat = null, during = null where id = :id")
          .param("id", keys.id())
          .update();
    }
    for (int i = 0; i < 10; i++) {
      var session = joined.session(course, 2, 0, LocalTime.of(6, 0).plusMinutes(100L * i));
      assertThat(enrolments.enrol(Joined.draft(session, person)))
          .isInstanceOf(Enrolment.Seated.class);
    }
    var next = joined.session(course, 2, 0, LocalTime.of(4, 0));
    assertThat(join(next, Map.of("name", "Marie", "email", email, "phone", "")))
        .hasStatus(422)
        .bodyText()
        .doesNotContain("Dites-nous si vous venez");
    joined.atTheCounter(next, person);
  }

  @Test
  void theCodeOfAnEarlierPlaceShowsWhoSomebodyIs() {
    var person = Joined.person("Marie");
    var earlier = joined.join(joined.session(1), person);
    var next = later(joined.session(2));
    var fields = new HashMap<String, String>();
    fields.put("name", "Marie");
    fields.put("email", person.email().orElseThrow());
    fields.put("phone", "");
    fields.put("reference", earlier.reference());
    fields.put("code", "2222-2222");
    assertThat(join(next, fields)).hasStatus(422).bodyText().contains("ne vont pas avec ce nom");
    fields.put("code", earlier.code());
    assertThat(join(next, fields)).bodyText().contains("Vous avez une place");
    assertThat(attendance.find(keysIn(next).id()).orElseThrow().proven()).isTrue();
    fields.put("name", "Quelqu’un d’autre");
    assertThat(join(next, fields)).hasStatus(422);
  }

  @Test
  void whatAStrangerAskedInANameIsNoLongerThatPersonsOnceTheyComeToTheCounter() {
    var person = Joined.person("Marie");
    var strangers = joined.join(joined.session(1), person);
    assertThat(attendance.find(strangers.id()).orElseThrow().proven()).isTrue();
    var hers = joined.atTheCounter(later(joined.session(1)), person);
    assertThat(attendance.find(strangers.id()).orElseThrow().proven()).isFalse();
    assertThat(attendance.find(hers.id()).orElseThrow().proven()).isTrue();
  }

  @Test
  void nobodyChangesHowSomebodyElseIsReachedNorLearnsWhereTheyGo() {
    var session = joined.session(5);
    var person = Joined.person("Marie");
    joined.join(session, person);
    var email = person.email().orElseThrow();
    assertThat(join(session, Map.of("name", "Marie", "email", email, "phone", "0696 99 99 99")))
        .hasStatusOk()
        .bodyText()
        .contains("Vous êtes peut-être déjà inscrit, à cet atelier ou à un autre")
        .doesNotContain("référence");
    assertThat(
            sql.sql("select coalesce(phone, '') from learning.learner where email = :email")
                .param("email", email)
                .query(String.class)
                .single())
        .isEmpty();
  }

  @Test
  void whoeverGaveNoContactShowsWithTheirSlipWhoTheyAreAndKeepsTheirTurn() {
    var course = joined.course();
    var gone = joined.session(course, 1, 0, LocalTime.of(8, 0));
    joined.join(gone, Joined.person("Ana"));
    var person = Joined.unreachable("Man Titine");
    var slip = joined.atTheCounter(gone, person);
    timetable.cancel(Actor.CONSOLE, gone.id(), gone.version(), Plan.Scope.THIS, CYCLONE);
    var next = joined.session(course, 1, 0, LocalTime.of(14, 0));
    joined.join(next, Joined.person("Max"));
    joined.join(next, Joined.person("Rose"));
    var again = joined.atTheCounter(next, person, slip);
    assertThat(attendance.ahead(attendance.find(again.id()).orElseThrow())).isZero();
    var other = Joined.unreachable("Quelqu’un d’autre");
    var wish =
        new Draft.Wish(
            false, Set.of(), Optional.of(new Draft.Earlier(slip.reference(), slip.code())));
    assertThat(
            enrolments.enrol(
                new Draft(
                    UUID.randomUUID(),
                    next.id(),
                    other,
                    wish,
                    Draft.Channel.COUNTER,
                    UUID.randomUUID())))
        .isInstanceOf(Enrolment.Refused.class);
  }

  private Session later(Session session) {
    sql.sql(
            """
            update learning.session set starts_at = starts_at + interval '3 hours',
              ends_at = ends_at + interval '3 hours' where id = :id
            """)
        .param("id", session.id())
        .update();
    return courses.get(session.id());
  }
}
