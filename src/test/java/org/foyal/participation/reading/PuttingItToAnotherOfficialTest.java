package org.foyal.participation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
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
