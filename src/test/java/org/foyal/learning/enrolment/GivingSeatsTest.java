package org.foyal.learning.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.enrolment.Enrolment.AlreadyThere;
import org.foyal.learning.enrolment.Enrolment.Elsewhere;
import org.foyal.learning.enrolment.Enrolment.Refused;
import org.foyal.learning.enrolment.Enrolment.Seated;
import org.foyal.learning.enrolment.Enrolment.SentBefore;
import org.foyal.learning.enrolment.Enrolment.TooLate;
import org.foyal.learning.enrolment.Enrolment.Waiting;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A seat is given once, whoever comes and however many at once; whoever finds none waits.
@HouseTest
class GivingSeatsTest {
  @Autowired Joined joined;
  @Autowired Enrolments enrolments;
  @Autowired Timetable timetable;
  @Autowired JdbcClient sql;

  private int confirmed(UUID session) {
    return sql.sql(
            "select count(*) from learning.participation where session = :s and state = 'CONFIRMED'")
        .param("s", session)
        .query(Integer.class)
        .single();
  }

  @Test
  void whoeverComesGetsASeatAndWhoeverFindsNoneWaitsInTheirOrder() {
    var session = joined.session(2);
    joined.join(session, 2);
    var third = enrolments.enrol(Joined.draft(session, Joined.person("Léa")));
    var fourth = enrolments.enrol(Joined.draft(session, Joined.person("Max")));
    assertThat(third).isInstanceOfSatisfying(Waiting.class, w -> assertThat(w.ahead()).isZero());
    assertThat(fourth).isInstanceOfSatisfying(Waiting.class, w -> assertThat(w.ahead()).isOne());
    assertThat(confirmed(session.id())).isEqualTo(2);
  }

  @Test
  void aLineOfMoreThanAThousandIsNotCountedToItsEnd() {
    var session = joined.session(1);
    joined.join(session, 1);
    sql.sql(
            """
            with people as (
              insert into learning.learner (id, name, folded, language, seen_at)
              select gen_random_uuid(), 'Ana', 'ana', 'fr', now() from generate_series(1, 1100) returning id)
            insert into learning.participation (form, reference, session, learner, state, target,
              channel, asked_at, since, sequence)
            select gen_random_uuid(), substr(md5(id::text), 1, 8), :session, id, 'WAITING', false, 'WEB',
              now() - interval '1 hour', now() - interval '1 hour', 0 from people
            """)
        .param("session", session.id())
        .update();
    var person = Joined.person("Zoé");
    var last = enrolments.enrol(Joined.draft(session, person));
    assertThat(last)
        .isInstanceOfSatisfying(Waiting.class, one -> assertThat(one.ahead()).isEqualTo(1_001));
    assertThat(joined.letter(person).replace('\u202f', ' '))
        .contains("Plus de 1 000 personnes attendent avant vous.");
  }

  @Test
  void aHundredAtOnceForTenSeatsFillTenAndNinetyWait() throws Exception {
    var session = joined.session(10);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var came =
          IntStream.range(0, 100)
              .mapToObj(i ->
                  people.submit(
                      () -> enrolments.enrol(Joined.draft(session, Joined.person("Ana " + i)))))
              .toList();
      int seated = 0;
      int waiting = 0;
      for (var one : came) {
        seated += one.get() instanceof Seated ? 1 : 0;
        waiting += one.get() instanceof Waiting ? 1 : 0;
      }
      assertThat(List.of(seated, waiting)).containsExactly(10, 90);
    }
    assertThat(confirmed(session.id())).isEqualTo(10);
  }

  @Test
  void theSameFormManyTimesAtOnceIsOnePlace() throws Exception {
    var session = joined.session(5);
    var draft = Joined.draft(session, Joined.person("Ana"));
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var came =
          IntStream.range(0, 8)
              .mapToObj(_ -> people.submit(() -> enrolments.enrol(draft)))
              .toList();
      int seated = 0;
      for (var one : came) {
        assertThat(one.get()).isInstanceOfAny(Seated.class, SentBefore.class);
        seated += one.get() instanceof Seated ? 1 : 0;
      }
      assertThat(seated).isOne();
    }
    assertThat(confirmed(session.id())).isOne();
    assertThat(
            sql.sql("select count(*) from learning.seat where session = :s and taken")
                .param("s", session.id())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void theSameNameByTheSameContactIsThereOnceHoweverItIsWritten() {
    var session = joined.session(5);
    var person = Joined.person("José Marie-Luce");
    joined.join(session, person);
    var again =
        new Draft.Person(
            "jose  marie luce",
            person.email().map(one -> one.toUpperCase(java.util.Locale.ROOT)),
            person.phone(),
            person.birthYear(),
            person.area(),
            person.language());
    assertThat(enrolments.enrol(Joined.draft(session, again))).isInstanceOf(AlreadyThere.class);
    var other =
        new Draft.Person(
            "Rose",
            person.email(),
            person.phone(),
            person.birthYear(),
            person.area(),
            person.language());
    assertThat(enrolments.enrol(Joined.draft(session, other))).isInstanceOf(Seated.class);
  }

  @Test
  void nobodyHasSeatsInTwoSessionsAtOnce() {
    var course = joined.course();
    var ten = joined.session(course, 5, 0, LocalTime.of(10, 0));
    var eleven = joined.session(course, 5, 0, LocalTime.of(11, 0));
    var after = joined.session(course, 5, 0, LocalTime.of(11, 30));
    var person = Joined.person("Ana");
    joined.join(ten, person);
    assertThat(enrolments.enrol(Joined.draft(eleven, person))).isEqualTo(new Elsewhere(ten.id()));
    assertThat(enrolments.enrol(Joined.draft(after, person))).isInstanceOf(Seated.class);
  }

  @Test
  void twoSessionsAtOnceByTwoFormsAtOnceGiveOneSeat() throws Exception {
    var course = joined.course();
    var one = joined.session(course, 5, 0, LocalTime.of(10, 0));
    var other = joined.session(course, 5, 0, LocalTime.of(10, 30));
    for (int i = 0; i < 5; i++) {
      var person = Joined.person("Ana");
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = people.submit(() -> enrolments.enrol(Joined.draft(one, person)));
        var second = people.submit(() -> enrolments.enrol(Joined.draft(other, person)));
        assertThat(List.of(first.get(), second.get()))
            .hasOnlyElementsOfTypes(Seated.class, Elsewhere.class)
            .filteredOn(Seated.class::isInstance)
            .hasSize(1);
      }
    }
  }

  @Test
  void keptSeatsAreNotForOthersUntilTheyAreReleased() {
    var session = joined.session(4, 50);
    joined.join(session, 2);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Max"))))
        .isInstanceOf(Waiting.class);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("Léa"), true)))
        .isInstanceOf(Seated.class);
    assertThat(confirmed(session.id())).isEqualTo(3);
  }

  @Test
  void afterTheStartAndWhereItIsCancelledNobodyJoins() {
    var begun = joined.session(4);
    joined.nearer(begun, -1);
    assertThat(enrolments.enrol(Joined.draft(begun, Joined.person("Max"))))
        .isEqualTo(new TooLate(false));
    var gone = joined.session(4);
    timetable.cancel(
        Actor.CONSOLE,
        gone.id(),
        gone.version(),
        Scope.THIS,
        new Cancelled(Reason.CYCLONE, Optional.empty()));
    assertThat(enrolments.enrol(Joined.draft(gone, Joined.person("Max"))))
        .isEqualTo(new TooLate(true));
  }

  @Test
  void whoeverComesToTheDoorOfAFullSessionThatHasBegunIsToldSoAndNotPutDown() {
    var session = joined.session(1);
    joined.join(session, Joined.person("Ana"));
    joined.nearer(session, -5);
    var wish = new Draft.Wish(false, Set.of());
    var draft =
        new Draft(
            UUID.randomUUID(),
            session.id(),
            Joined.unreachable("Ti Jo"),
            wish,
            Draft.Channel.COUNTER,
            UUID.randomUUID());
    assertThat(enrolments.enrol(draft)).isEqualTo(new Enrolment.Full());
    assertThat(
            sql.sql("select count(*) from learning.participation where session = :s")
                .param("s", session.id())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void aNameThatGrowsLongWhenItIsComparedIsRefused() {
    var session = joined.session(1);
    assertThat(enrolments.enrol(Joined.draft(session, Joined.person("\uFDFA".repeat(12)))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problems()).containsKey("name"));
  }

  @Test
  void aNameAndAContactAreNeededAndTheYearIsOne() {
    var session = joined.session(4);
    var bad =
        new Draft.Person(
            "  ",
            java.util.Optional.of("not an address"),
            java.util.Optional.of("call me"),
            java.util.Optional.of(1),
            java.util.Optional.of("nowhere"),
            org.foyal.shell.language.Language.FR);
    assertThat(enrolments.enrol(Joined.draft(session, bad)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .containsOnlyKeys("name", "email", "phone", "year", "area"));
  }

  @Test
  void theDatabaseItselfRefusesFewerSeatsThanPeopleAndPutsThemForward() {
    var session = joined.session(4);
    var keys = joined.join(session, 3);
    sql.sql("update learning.session set seats = 3 where id = :id")
        .param("id", session.id())
        .update();
    assertThatThrownBy(() ->
            sql.sql("update learning.session set seats = 2 where id = :id")
                .param("id", session.id())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("more people have a seat");
    enrolments.cancel(
        keys.getFirst().reference(), keys.getFirst().code(), Participation.Reason.TIME);
    sql.sql("update learning.session set seats = 2 where id = :id")
        .param("id", session.id())
        .update();
    assertThat(
            sql.sql(
                    "select seat from learning.participation where session = :s and seat is not null order by seat")
                .param("s", session.id())
                .query(Integer.class)
                .list())
        .containsExactly(1, 2);
  }

  @Test
  void theReceiptHoldsWhatIsNeededToComeAndToStayAway() {
    var session = joined.session(1);
    var person = Joined.person("Ana");
    var keys = joined.join(session, person);
    assertThat(joined.letter(person))
        .contains(
            "Votre place", "Écrire un e-mail", "Maison des tests", keys.reference(), keys.code())
        .contains("/fr/workshops/mine/" + keys.reference() + "/" + keys.code());
    var late = Joined.person("Max");
    joined.join(session, late);
    assertThat(joined.letter(late)).contains("pas une réservation");
  }
}
