package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.foyal.HouseTest;
import org.foyal.learning.appointments.Booked;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Joined.Keys;
import org.foyal.requests.desk.Member;
import org.foyal.shell.Visitor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// One person who put their name down once by e-mail and once by telephone is made one again by the
/// desk, which sees what the two share.
@HouseTest
class JoiningTwinsTest {
  private final Member mediator = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Booked booked;
  @Autowired JdbcClient sql;

  private final String name = "Rose " + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
  private final String phone = "0696" + ThreadLocalRandom.current().nextInt(100_000, 999_999);

  private Person byLetter() {
    return Joined.person(name);
  }

  private Person byPhone() {
    return Joined.called(name, phone);
  }

  private UUID learner(Keys keys) {
    return sql.sql("select learner from learning.participation where id = :id")
        .param("id", keys.id())
        .query(UUID.class)
        .single();
  }

  private MvcTestResult join(Session session, String here, String other) {
    return web.post()
        .uri("/fr/staff/learning/sessions/" + session.id() + "/twins")
        .with(mediator.here())
        .with(csrf())
        .param("here", here)
        .param("other", other)
        .exchange();
  }

  private MvcTestResult join(Session session, Keys here, Keys other) {
    return join(session, learner(here).toString(), learner(other).toString());
  }

  @Test
  void theDeskSeesWhatTwoShareAndMakesOneOfThem() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var other = joined.join(joined.session(joined.course(), 2, 0, LocalTime.of(14, 0)), byPhone());
    assertThat(learner(one)).isNotEqualTo(learner(other));
    assertThat(
            web.get()
                .uri("/fr/staff/learning/sessions/" + session.id() + "/twins")
                .with(mediator.here())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains(name, phone, "le nom", "C’est la même personne");
    assertThat(join(session, one, other)).hasStatusOk().bodyText().contains("une seule personne");
    assertThat(learner(one)).isEqualTo(learner(other));
    assertThat(join(session, learner(one).toString(), UUID.randomUUID().toString())).hasStatus(409);
    assertThat(enrolments.find(other.reference(), other.code()).orElseThrow().learner().phone())
        .contains(phone);
    assertThat(
            sql.sql("select count(*) from people.act where what = :what and about like :about")
                .param("what", "learning.enrolment.act.joined")
                .param("about", learner(one) + "%")
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void whoeverWasJoinedIsKnownByEitherContactAndInNoTwoPlacesAtOnce() {
    var session = joined.session(2);
    var letter = byLetter();
    var one = joined.join(session, letter);
    var other = joined.join(joined.session(joined.course(), 2, 0, LocalTime.of(14, 0)), byPhone());
    join(session, one, other);
    assertThat(enrolments.enrol(Joined.draft(session, byPhone())))
        .isInstanceOf(Enrolment.AlreadyThere.class);
    var sameTime = joined.session(2);
    assertThat(enrolments.enrol(Joined.draft(sameTime, byPhone())))
        .isInstanceOf(Enrolment.Elsewhere.class);
    assertThat(enrolments.enrol(Joined.draft(sameTime, letter)))
        .isInstanceOf(Enrolment.Elsewhere.class);
  }

  @Test
  void twoPlacesThatOnePersonCannotHaveAreTakenApartFirst() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var other = joined.join(session, byPhone());
    assertThat(join(session, one, other))
        .hasStatus(409)
        .bodyText()
        .contains("Reprenez-en une d’abord");
    assertThat(learner(one)).isNotEqualTo(learner(other));
    enrolments.cancel(other.reference(), other.code(), Participation.Reason.TIME);
    assertThat(join(session, one, other)).hasStatusOk();
  }

  @Test
  void erasingTheNameErasesItUnderBothContacts() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var second = joined.session(joined.course(), 2, 0, LocalTime.of(14, 0));
    var other = joined.atTheCounter(second, byPhone());
    join(session, one, other);
    enrolments.cancel(one.reference(), one.code(), Participation.Reason.TIME);
    enrolments.cancel(other.reference(), other.code(), Participation.Reason.TIME);
    joined.erase(other);
    assertThat(
            sql.sql("select count(*) from learning.learner where name = :name or phone = :phone")
                .param("name", name)
                .param("phone", phone)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoeverTypedTheNameOnAPageSeesNothingOfWhoTheyWereJoinedTo() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var other = joined.join(joined.session(joined.course(), 2, 0, LocalTime.of(14, 0)), byPhone());
    join(session, one, other);
    var fields = Map.of("reference", other.reference(), "code", other.code());
    assertThat(new Visitor(web).post("/fr/workshops/mine", fields))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("@example.org");
  }

  @Test
  void anAppointmentOfTheOneAtTheHourOfASessionOfTheOtherIsTakenApartFirst() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var other = joined.join(joined.session(joined.course(), 2, 0, LocalTime.of(14, 0)), byPhone());
    booked.at(session, byPhone());
    assertThat(join(session, one, other)).hasStatus(409).bodyText().contains("une d’abord");
    assertThat(learner(one)).isNotEqualTo(learner(other));
  }

  @Test
  void strangersAreNotJoined() {
    var session = joined.session(2);
    var one = joined.join(session, byLetter());
    var stranger =
        joined.join(
            session,
            new Person(
                "Max",
                Optional.of("learns-" + UUID.randomUUID() + "@example.org"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.FR));
    assertThat(join(session, one, stranger)).hasStatus(409).bodyText().contains("ne sont plus");
    assertThat(learner(one)).isNotEqualTo(learner(stranger));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "\u202e", "x", "<script>alert(1)</script>"})
  void whateverIsTypedIsNoTrouble(String typed) {
    assertThat(join(joined.session(1), typed, typed))
        .hasStatus(409)
        .bodyText()
        .doesNotContain("<script>alert");
  }
}
