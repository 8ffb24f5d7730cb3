package org.foyal.participation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Cases;
import org.foyal.cases.Entry.Kind;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Answering;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Reply;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A mandate has ended, or somebody else has the portfolio: an agent puts the question to another
/// official, and everybody sees whom it was put to before.
@HouseTest
class PuttingItToAnotherOfficialTest {
  private final Actor agent = Put.somebody();
  private final Actor former = Put.somebody();
  private final Actor successor = Put.somebody();

  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Transfers transfers;
  @Autowired Publication publication;
  @Autowired Answers answers;
  @Autowired Questions questions;
  @Autowired Cases cases;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private final String address = Put.address();
  private Mandate before;
  private Mandate after;
  private Keys keys;

  @BeforeEach
  void aPublishedQuestion() {
    before = put.mandate(former);
    after = put.mandate(successor);
    keys = put.asked(before, "Quand un trottoir ?", Put.asker(address));
    publication.publish(agent, keys.reference());
  }

  private Question question() {
    return questions.find(keys.reference()).orElseThrow();
  }

  private Answering answer(Actor by) {
    var reply = new Reply(UUID.randomUUID(), 0, "Il est au budget.", Author.OFFICIAL, List.of());
    return answers.answer(by, keys.reference(), reply);
  }

  private Ruling transfer(String to) {
    return transfers.transfer(agent, keys.reference(), to);
  }

  @Test
  void theOtherOneAnswersInTheirOwnTimeAndThePageSaysWhomItWasPutToBefore() {
    sql.sql("update participation.question set due_on = current_date - 9 where mandate = :one")
        .param("one", before.code())
        .update();
    put.end(before);
    assertThat(transfers.stranded()).anyMatch(one -> one.reference().equals(keys.reference()));
    assertThat(transfer(after.code())).isInstanceOf(Ruling.Done.class);
    assertThat(transfers.stranded()).noneMatch(one -> one.reference().equals(keys.reference()));
    assertThat(question().dueOn()).isEqualTo(cases.promise(after.delay()).promisedOn());
    assertThat(put.letterTo(address, "est transmise à " + after.name()))
        .contains("/fr/questions/" + keys.reference());
    assertThat(answer(former)).isInstanceOf(Answering.NotThere.class);
    assertThat(answer(successor)).isInstanceOf(Answering.Done.class);
    assertThat(web.get().uri("/fr/questions/" + keys.reference()).exchange())
        .bodyText()
        .contains("D’abord posée à " + before.name(), after.name());
  }

  /// Lets a question have been published and put to its official so many days ago.
  private void age(int days) {
    sql.sql(
            """
            update participation.question set published_on = published_on - :days,
              put_on = put_on - :days, due_on = due_on - :days where reference = :reference
            """)
        .param("days", days)
        .param("reference", keys.reference().signs())
        .update();
  }

  @Test
  void passingItOnDoesNotMoveTheDayOfPublicationAndThePageSaysWhoWasLate() {
    age(60);
    var published = question().publishedOn();
    transfer(after.code());
    answer(successor);
    assertThat(question().publishedOn()).isEqualTo(published);
    assertThat(web.get().uri("/fr/questions/" + keys.reference()).exchange())
        .bodyText()
        .contains("en 60 jours", "sans réponse à la date promise");
  }

  @Test
  void onlyOneDayIsPromisedTheCaseSaysSoToo() {
    var promised = questions.latest(question()).orElseThrow().due().promisedOn();
    sql.sql("update participation.mandate set working_days = 45, accepted = true where code = :one")
        .param("one", after.code())
        .update();
    transfer(after.code());
    var now = questions.latest(question()).orElseThrow();
    assertThat(now.due().promisedOn()).isEqualTo(question().dueOn()).isAfter(promised);
    assertThat(now.due().objective()).isFalse();
    assertThat(cases.follow(keys.reference().toString(), keys.code()).orElseThrow().thread())
        .anyMatch(line -> line.kind() == Kind.PROMISED && line.words().isPresent());
  }

  @Test
  void whoeverAnswersIsToldEachTimeAQuestionComesToThem() {
    var answers = Objects.requireNonNull(asked.member(Role.ELECTED).id());
    var first = put.mandate(answers);
    var second = put.mandate(answers);
    var address = Asked.addressOf(answers);
    var one = put.published(first, "Quand un banc ?");
    var subject = "Quand un banc ?";
    assertThat(told(address, subject)).isOne();
    transfers.transfer(agent, one.reference(), second.code());
    assertThat(told(address, subject)).isEqualTo(2);
    transfers.transfer(agent, one.reference(), first.code());
    assertThat(told(address, subject)).isEqualTo(3);
  }

  private int told(String address, String words) {
    return sql.sql("select count(*) from post.letter where address = :to and body like :words")
        .param("to", address)
        .param("words", "%" + words + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void itStandsInTheTrailAndNobodyTakesTheLineOut() {
    transfer(after.code());
    assertThat(
            sql.sql("select count(*) from people.act where who = :by and what = :what")
                .param("by", agent.id())
                .param("what", "participation.act.transferred")
                .query(Integer.class)
                .single())
        .isOne();
    assertThatThrownBy(() ->
            sql.sql("delete from participation.transfer where mandate = :one")
                .param("one", before.code())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("it stands as it was written");
  }

  @Test
  void nothingIsPublishedForWhomTheMandateHasEndedBeforeItIsPutToAnother() {
    var waits = put.asked(before, "Une question à lire");
    put.end(before);
    assertThat(publication.publish(agent, waits.reference()))
        .isEqualTo(new Ruling.Refused("participation.problem.no-mandate"));
    assertThat(transfers.transfer(agent, waits.reference(), after.code()))
        .isInstanceOf(Ruling.Done.class);
    assertThat(questions.find(waits.reference()).orElseThrow().open()).isFalse();
    assertThat(publication.publish(agent, waits.reference())).isInstanceOf(Ruling.Done.class);
  }

  @Test
  void whatIsAnsweredOrTakenBackStaysAndNobodyGetsItTwice() {
    assertThat(transfer(before.code())).isEqualTo(new Ruling.Refused("participation.problem.to"));
    put.end(after);
    assertThat(transfer(after.code())).isEqualTo(new Ruling.Refused("participation.problem.to"));
    var other = put.mandate();
    answer(former);
    assertThat(transfer(other.code()))
        .isEqualTo(new Ruling.Refused("participation.problem.answered"));
    var gone = put.published(before, "Je la retire");
    cases.takeBack(gone.reference().toString(), gone.code());
    assertThat(transfers.transfer(agent, gone.reference(), other.code()))
        .isEqualTo(new Ruling.Refused("participation.problem.taken-back"));
  }
}
