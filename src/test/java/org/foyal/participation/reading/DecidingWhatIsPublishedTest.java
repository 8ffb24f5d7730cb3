package org.foyal.participation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Cases;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.participation.Question;
import org.foyal.participation.Question.Shown;
import org.foyal.participation.Questions;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A question is kept back by a rule, in public; whoever asked may appeal; somebody else decides,
/// and the clock begins anew.
@HouseTest
class DecidingWhatIsPublishedTest {
  private final Actor ana = Put.somebody();
  private final Actor ben = Put.somebody();

  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Publication publication;
  @Autowired Questions questions;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;

  private Mandate to;
  private Keys keys;

  @BeforeEach
  void aQuestionThatIsKeptBack() {
    to = put.mandate();
    keys = put.asked(to, "Pourquoi le voisin ?");
    assertThat(publication.keepBack(ana, keys.reference(), "person"))
        .isInstanceOf(Ruling.Done.class);
  }

  private MvcTestResult appeal(String code, String words) {
    return web.post()
        .uri("/fr/questions/" + keys.reference() + "/appeal")
        .param("code", code)
        .param("words", words)
        .param("form", UUID.randomUUID().toString())
        .exchange();
  }

  private Question question() {
    return questions.find(keys.reference()).orElseThrow();
  }

  @Test
  void wrongCodesSlowOnlyWhoSendsThemAndARightOneFromThereIsTaken() {
    for (int i = 0; i < 30; i++) {
      assertThat(from("wrong" + i, "Non.")).hasStatus(422);
    }
    assertThat(from("wrong", "Non."))
        .hasStatus(429)
        .bodyText()
        .contains("Attendez quelques minutes");
    assertThat(from(keys.code(), "Je ne nomme personne.")).hasStatusOk();
  }

  private MvcTestResult from(String code, String words) {
    return web.post()
        .uri("/fr/questions/" + keys.reference() + "/appeal")
        .with(request -> {
          request.setRemoteAddr("2001:db8:8b:8::1");
          return request;
        })
        .param("code", code)
        .param("words", words)
        .param("form", UUID.randomUUID().toString())
        .exchange();
  }

  @Test
  void whoeverAskedIsToldTheRuleAndHowToAppealAndTheCaseIsClosed() {
    var followed = cases.follow(keys.reference().toString(), keys.code()).orElseThrow();
    assertThat(followed.asked().outcome()).contains(Outcome.NOT_PUBLISHED);
    assertThat(followed.thread().getLast().words().orElse(""))
        .contains(
            "une personne privée est nommée", "/fr/questions/" + keys.reference() + "/appeal");
  }

  @Test
  void theLogNamesTheRuleAndTheOfficialAndNeitherTheWordsNorWhoDecided() {
    assertThat(web.get().uri("/fr/questions/decisions").exchange())
        .hasStatusOk()
        .bodyText()
        .contains(keys.reference().toString(), "une personne privée est nommée", to.name())
        .doesNotContain("Pourquoi le voisin", "Ana");
  }

  @Test
  void somebodyElseDecidesAboutAnAppealAndTheClockBeginsAnew() {
    assertThat(appeal(keys.code(), "Je ne nomme personne."))
        .hasStatusOk()
        .bodyText()
        .contains("C’est reçu");
    assertThat(publication.publish(ana, keys.reference()))
        .isEqualTo(new Ruling.Refused("participation.problem.own-appeal"));
    assertThat(publication.publish(ben, keys.reference())).isInstanceOf(Ruling.Done.class);
    assertThat(question().shown()).isEqualTo(Shown.SHOWN);
    var now = questions.latest(question()).orElseThrow();
    assertThat(now.closed()).isFalse();
    assertThat(now.follows()).contains(keys.reference());
    assertThat(question().dueOn()).isEqualTo(now.due().promisedOn());
    assertThat(questions.isAsker(question(), cases.code(now))).isTrue();
    assertThat(questions.isAsker(question(), keys.code())).isTrue();
    assertThat(web.get().uri("/fr/questions/" + keys.reference() + "/appeal").exchange())
        .hasStatus(404)
        .bodyText()
        .contains("rien à contester");
    assertThat(appeal(keys.code(), "Trop tard."))
        .hasStatus(422)
        .bodyText()
        .contains("rien à contester");
  }

  @Test
  void onlyTheCodeOpensTheDoorToAppealAndOneWaitsAtATime() {
    assertThat(appeal("wrong", "Je ne nomme personne.")).hasStatus(422);
    assertThat(appeal(keys.code(), "")).hasStatus(422);
    assertThat(appeal(keys.code(), "x".repeat(2001))).hasStatus(422);
    assertThat(appeal(keys.code(), "Une fois.")).hasStatusOk();
    assertThat(appeal(keys.code(), "Deux fois.")).hasStatus(422);
  }

  @Test
  void aDecisionStandsAsItWasMade() {
    for (var statement :
        new String[] {
          "update cases.decision set rule = 'insult' where case_id = :case",
          "delete from cases.decision where case_id = :case"
        }) {
      assertThatThrownBy(() -> sql.sql(statement).param("case", question().caseId()).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("a decision stands as it was made");
    }
  }

  @Test
  void aRuleThatTheCharterDoesNotKnowKeepsNothingBack() {
    var other = put.asked(to, "Une question gênante");
    assertThat(publication.keepBack(ana, other.reference(), "awkward"))
        .isEqualTo(new Ruling.Refused("participation.problem.rule"));
  }

  @Test
  void aQuestionThatWasTakenBackIsNeitherReadNorPublished() {
    var other = put.asked(to, "Je la retire avant lecture");
    cases.takeBack(other.reference().toString(), other.code());
    assertThat(publication.waiting()).noneMatch(q -> q.reference().equals(other.reference()));
    assertThat(publication.publish(ana, other.reference()))
        .isEqualTo(new Ruling.Refused("participation.problem.taken-back"));
  }

  @Test
  void whoeverAskedIsToldThatTheQuestionIsPublished() {
    var address = Put.address();
    var other = put.asked(to, "Une bonne question", Put.asker(address));
    publication.publish(ana, other.reference());
    assertThat(put.letterTo(address, "est publiée")).contains("/fr/questions/" + other.reference());
  }

  private int decisions() {
    return sql.sql("select count(*) from cases.decision where case_id = :case")
        .param("case", question().caseId())
        .query(Integer.class)
        .single();
  }

  private String lastLine(Case now) {
    var followed = cases.follow(now.reference().toString(), cases.code(now)).orElseThrow();
    return followed.thread().stream()
        .map(line -> line.words().orElse(""))
        .reduce("", (all, line) -> all + "\n" + line);
  }

  @Test
  void aDoubleClickIsOneDecisionAndWhoReadAnOlderPageIsTold() {
    assertThat(publication.keepBack(ana, keys.reference(), "person", OptionalInt.of(0)))
        .isInstanceOf(Ruling.Done.class);
    assertThat(decisions()).isOne();
    assertThat(publication.publish(ben, keys.reference(), OptionalInt.of(0)))
        .isEqualTo(new Ruling.Refused("participation.problem.decided"));
    appeal(keys.code(), "Je ne nomme personne.");
    assertThat(publication.publish(ben, keys.reference(), OptionalInt.of(1)))
        .as("an appeal has come since")
        .isEqualTo(new Ruling.Refused("participation.problem.decided"));
    assertThat(question().shown()).isEqualTo(Shown.HIDDEN);
  }

  @Test
  void ofTwoDecisionsAtOnceOneStandsAndTheOtherReaderIsTold() throws Exception {
    var other = put.asked(to, "Deux la lisent à la fois");
    var none = OptionalInt.of(0);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var hides =
          readers.submit(() -> publication.keepBack(ana, other.reference(), "insult", none));
      var shows = readers.submit(() -> publication.publish(ben, other.reference(), none));
      assertThat(List.of(hides.get(), shows.get()))
          .containsExactlyInAnyOrder(
              new Ruling.Done(), new Ruling.Refused("participation.problem.decided"));
    }
  }

  @Test
  void withoutAnAppealNobodyHearsOfOne() {
    assertThat(publication.publish(ben, keys.reference())).isInstanceOf(Ruling.Done.class);
    assertThat(lastLine(questions.latest(question()).orElseThrow()))
        .contains("Un agent a relu votre question")
        .doesNotContain("contestation");
  }

  @Test
  void nothingIsKeptBackWhereWhoeverAskedIsNotTold() {
    var other = put.asked(to, "Personne ne signe");
    assertThat(publication.keepBack(Actor.CONSOLE, other.reference(), "person"))
        .isInstanceOf(Ruling.Refused.class);
    assertThat(questions.find(other.reference()).orElseThrow().shown()).isEqualTo(Shown.WAITING);
    assertThat(web.get().uri("/fr/questions/decisions").exchange())
        .bodyText()
        .doesNotContain(other.reference().toString());
  }

  @Test
  void whatWasTakenBackHidesNothingThatWaitsToBeRead() {
    for (int i = 0; i < 3; i++) {
      var gone = put.asked(to, "Je la retire avant lecture");
      cases.takeBack(gone.reference().toString(), gone.code());
    }
    put.asked(to, "Celle-ci attend");
    var all = questions.unread(1_000_000);
    assertThat(questions.unread(all.size())).hasSameSizeAs(all);
    assertThat(all).noneMatch(one -> one.title().equals("Je la retire avant lecture"));
  }

  @Test
  void aPublishedQuestionThatWasTakenBackIsHiddenAndNotShownAgain() {
    var other = put.published(to, "Le nom de mon voisin");
    cases.takeBack(other.reference().toString(), other.code());
    assertThat(publication.keepBack(ana, other.reference(), "person"))
        .isInstanceOf(Ruling.Done.class);
    assertThat(web.get().uri("/fr/questions/" + other.reference()).exchange())
        .bodyText()
        .contains("n’est pas publiée")
        .doesNotContain("Le nom de mon voisin");
    assertThat(publication.publish(ben, other.reference()))
        .isEqualTo(new Ruling.Refused("participation.problem.taken-back"));
  }

  @Test
  void theTimeOfTheOfficialBeginsWhenTheQuestionIsPublishedAndAnewWhenItIsShownAgain() {
    var other = put.asked(to, "Lue après trois mois");
    sql.sql("update participation.question set due_on = current_date - 60 where reference = :one")
        .param("one", other.reference().signs())
        .update();
    publication.publish(ana, other.reference());
    assertItsTimeBeginsToday(other);
    sql.sql(
            """
            update participation.question set published_on = current_date - 100,
              put_on = current_date - 100, due_on = current_date - 70 where reference = :one
            """)
        .param("one", other.reference().signs())
        .update();
    publication.keepBack(ana, other.reference(), "person");
    publication.publish(ben, other.reference());
    assertItsTimeBeginsToday(other);
    assertThat(questions.find(other.reference()).orElseThrow().publishedOn())
        .as("published since the first time")
        .contains(questions.today().minusDays(100));
  }

  private void assertItsTimeBeginsToday(Keys of) {
    var now = questions.find(of.reference()).orElseThrow();
    assertThat(
            sql.sql("select put_on from participation.question where reference = :one")
                .param("one", of.reference().signs())
                .query(LocalDate.class)
                .single())
        .isEqualTo(questions.today());
    assertThat(now.dueOn()).isEqualTo(cases.promise(to.delay()).promisedOn());
  }
}
