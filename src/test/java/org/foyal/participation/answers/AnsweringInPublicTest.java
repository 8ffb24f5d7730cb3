package org.foyal.participation.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Cases;
import org.foyal.kernel.Reference;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Answers.Statement;
import org.foyal.participation.answers.Pledge.Declared;
import org.foyal.participation.answers.Pledge.State;
import org.foyal.participation.answers.Reply.Promised;
import org.foyal.participation.reading.Publication;
import org.foyal.people.Actor;
import org.foyal.people.TestStaff;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// An official answers in public, for good; what the answer commits to is followed; whoever asked
/// says what it is worth, once.
@HouseTest
@Import(TestStaff.class)
class AnsweringInPublicTest {
  private final Actor ana = Put.somebody();

  @Autowired Put put;
  @Autowired Answers answers;
  @Autowired AnswerReminders reminders;
  @Autowired Publication publication;
  @Autowired Questions questions;
  @Autowired Cases cases;
  @Autowired TestStaff staff;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private Mandate to;
  private Keys keys;

  @BeforeEach
  void aPublishedQuestion() {
    to = put.mandate(ana);
    keys = put.published(to, "Quand un trottoir ?");
  }

  private Reply reply(int seen, Promised... pledges) {
    return new Reply(
        UUID.randomUUID(), seen, "Le trottoir est au budget.", Author.OFFICE, List.of(pledges));
  }

  private Question question() {
    return questions.find(keys.reference()).orElseThrow();
  }

  private String page(Reference reference) {
    var answer = web.get().uri("/fr/questions/" + reference).exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void theAnswerIsPublicSaysWhoWroteItAndClosesTheCase() {
    var due = questions.today().plusDays(60);
    assertThat(answers.answer(ana, keys.reference(), reply(0, new Promised("Un trottoir", due))))
        .isInstanceOf(Answering.Done.class);
    assertThat(page(keys.reference()))
        .contains("Le trottoir est au budget.", "Écrit par l’équipe de", "Un trottoir", "annoncé");
    var asked = cases.follow(keys.reference().toString(), keys.code()).orElseThrow().asked();
    assertThat(asked.outcome()).contains(Outcome.ANSWERED);
    assertThat(question().answeredOn()).contains(questions.today());
  }

  @Test
  void aLaterAdditionIsASecondAnswerAndOfTwoAtOnceOneIsTold() {
    answers.answer(ana, keys.reference(), reply(0));
    assertThat(answers.answer(ana, keys.reference(), reply(0)))
        .isInstanceOf(Answering.Overtaken.class);
    assertThat(answers.answer(ana, keys.reference(), reply(1))).isInstanceOf(Answering.Done.class);
    assertThat(answers.list(question())).hasSize(2);
  }

  @Test
  void theSameFormTwiceIsOneAnswer() {
    var reply = reply(0);
    answers.answer(ana, keys.reference(), reply);
    assertThat(answers.answer(ana, keys.reference(), reply)).isInstanceOf(Answering.Done.class);
    assertThat(answers.list(question())).hasSize(1);
  }

  @Test
  void nobodyEditsWhatWasAnsweredOrCommittedTo() {
    answers.answer(ana, keys.reference(), reply(0, new Promised("Un trottoir", questions.today())));
    for (var statement :
        new String[] {
          "update participation.answer set words = 'Rien'",
          "delete from participation.answer",
          "update participation.pledge set due_on = due_on + 1000"
        }) {
      assertThatThrownBy(() -> sql.sql(statement).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("it stands as it was written");
    }
  }

  @Test
  void whatCantStandIsToldAndNothingIsPublished() {
    var empty = new Reply(UUID.randomUUID(), 0, "", Author.OFFICIAL, List.of());
    assertThat(answers.answer(ana, keys.reference(), empty)).isInstanceOf(Answering.Refused.class);
    var past = new Promised("Hier", questions.today().minusDays(1));
    assertThat(answers.answer(ana, keys.reference(), reply(0, past)))
        .isEqualTo(new Answering.Refused("pledges", "participation.problem.past"));
    var waits = put.asked(to, "Une question que personne n’a lue");
    assertThat(answers.answer(ana, waits.reference(), reply(0)))
        .isInstanceOf(Answering.NotThere.class);
    assertThat(question().answered()).isFalse();
  }

  @Test
  void aQuestionThatWasTakenBackNeedsNoAnswer() {
    cases.takeBack(keys.reference().toString(), keys.code());
    assertThat(questions.owed(List.of(to.code()), 10)).isEmpty();
    assertThat(answers.answer(ana, keys.reference(), reply(0)))
        .isEqualTo(new Answering.Refused("words", "participation.problem.taken-back"));
  }

  @Test
  void aCommitmentKeepsItsHistoryAndLateIsLateInPublic() {
    var due = questions.today().plusDays(1);
    answers.answer(ana, keys.reference(), reply(0, new Promised("Un trottoir", due)));
    var pledge = answers.pledges(List.of(to.code())).getFirst();
    assertThat(pledge.state(due)).isEqualTo(State.ANNOUNCED);
    assertThat(pledge.state(due.plusDays(3))).isEqualTo(State.UNKNOWN);
    assertThat(pledge.late_days(due.plusDays(3))).isEqualTo(3);
    var said = new Statement(Declared.UNDER_WAY, questions.today(), "visite du chantier");
    assertThat(answers.say(ana, keys.reference(), pledge.id(), 0, said))
        .isInstanceOf(Answering.Done.class);
    assertThat(answers.say(ana, keys.reference(), pledge.id(), 0, said))
        .isInstanceOf(Answering.Overtaken.class);
    assertThat(
            answers.say(
                ana,
                keys.reference(),
                pledge.id(),
                1,
                new Statement(Declared.KEPT, questions.today(), "")))
        .isInstanceOf(Answering.Refused.class);
    assertThat(page(keys.reference())).contains("en cours", "visite du chantier");
    var late = new Pledge(1, 1, "x", LocalDate.of(2026, 1, 1), List.of());
    assertThat(late.late_days(LocalDate.of(2026, 1, 31))).isEqualTo(30);
  }

  @Test
  void whoeverAskedJudgesTheAnswerOnceWithTheCode() {
    assertThat(answers.judge(keys.reference(), keys.code(), Verdict.SET_PHRASE))
        .as("before an answer")
        .isInstanceOf(Answering.Refused.class);
    answers.answer(ana, keys.reference(), reply(0));
    assertThat(answers.judge(keys.reference(), "wrong", Verdict.SET_PHRASE))
        .isInstanceOf(Answering.NotThere.class);
    assertThat(
            web.post()
                .uri("/fr/questions/" + keys.reference() + "/verdict")
                .param("code", keys.code())
                .param("verdict", "SET_PHRASE")
                .exchange())
        .hasStatusOk();
    assertThat(page(keys.reference())).contains("phrase toute faite");
    assertThat(answers.judge(keys.reference(), keys.code(), Verdict.ANSWERED))
        .isEqualTo(new Answering.Refused("verdict", "participation.problem.judged"));
    answers.answer(ana, keys.reference(), reply(1));
    assertThat(answers.judge(keys.reference(), keys.code(), Verdict.ANSWERED))
        .as("the answer that followed")
        .isInstanceOf(Answering.Done.class);
    assertThat(answers.verdict(question())).contains(Verdict.ANSWERED);
    assertThat(page(keys.reference())).doesNotContain("phrase toute faite</span>");
  }

  @Test
  void whoeverFollowsIsToldOfTheAnswerOnceTheyConfirmed() {
    var address = Put.address();
    assertThat(
            web.post()
                .uri("/fr/questions/" + keys.reference() + "/follow")
                .param("address", address)
                .exchange())
        .hasStatusOk();
    var link = Put.link(put.letterTo(address, "Quand un trottoir"));
    assertThat(web.post().uri(link).exchange()).hasStatusOk();
    assertThat(answers.followers(question())).isOne();
    answers.answer(ana, keys.reference(), reply(0));
    assertThat(put.letterTo(address, "Le trottoir est au budget."))
        .contains("/fr/questions/" + keys.reference());
    assertThat(
            web.post()
                .uri("/fr/questions/" + keys.reference() + "/follow")
                .param("address", "no address")
                .exchange())
        .hasStatus(422);
  }

  @Test
  void whoeverAnswersIsToldOfAQuestionAndRemindedOnceBeforeAndWhenLate() {
    var member = staff.member(Role.ELECTED);
    var mine = put.mandate(member.id());
    var asked = put.published(mine, "Et la lumière ?");
    assertThat(put.letterTo(member.email(), "Et la lumière"))
        .contains("/fr/staff/answers/" + asked.reference());
    promise(asked, 7);
    reminders.remind();
    reminders.remind();
    assertThat(reminded(member.email())).isOne();
    promise(asked, -1);
    reminders.remind();
    assertThat(reminded(member.email())).isEqualTo(2);
    var elise = new Actor(member.id(), "Élise", "127.0.0.1");
    answers.answer(elise, asked.reference(), reply(0));
    promise(asked, -15);
    reminders.remind();
    assertThat(reminded(member.email())).as("it is answered").isEqualTo(2);
  }

  private void promise(Keys asked, int days) {
    sql.sql("update participation.question set due_on = :due where reference = :one")
        .param("due", questions.today().plusDays(days))
        .param("one", asked.reference().signs())
        .update();
  }

  @Test
  void onlyWhoAnswersForTheMandateAnswersAndSpeaksOfItsCommitments() {
    var due = questions.today().plusDays(1);
    var other = Put.somebody();
    put.mandate(other);
    assertThat(answers.answer(other, keys.reference(), reply(0)))
        .isInstanceOf(Answering.NotThere.class);
    assertThat(answers.answer(Actor.CONSOLE, keys.reference(), reply(0)))
        .isInstanceOf(Answering.NotThere.class);
    answers.answer(ana, keys.reference(), reply(0, new Promised("Un trottoir", due)));
    var pledge = answers.pledges(List.of(to.code())).getFirst();
    var said = new Statement(Declared.DROPPED, questions.today(), "on me l’a dit");
    assertThat(answers.say(other, keys.reference(), pledge.id(), 0, said))
        .isInstanceOf(Answering.NotThere.class);
    publication.keepBack(Put.somebody(), keys.reference(), "person");
    assertThat(answers.say(ana, keys.reference(), pledge.id(), 0, said))
        .as("it is kept back")
        .isInstanceOf(Answering.NotThere.class);
    assertThat(answers.list(question()).getFirst().pledges().getFirst().said()).isEmpty();
  }

  @Test
  void whoseMandateHasEndedNeitherAnswersNorIsRemindedAndAnAdministratorAnswers() {
    var member = staff.member(Role.ELECTED);
    var theirs = put.mandate(member.id());
    var asked = put.published(theirs, "Et la lumière ?");
    put.end(theirs);
    promise(asked, -1);
    reminders.remind();
    assertThat(reminded(member.email())).isZero();
    var former = new Actor(member.id(), "Élise", "127.0.0.1");
    assertThat(answers.answer(former, asked.reference(), reply(0)))
        .isInstanceOf(Answering.NotThere.class);
    var admin = new Actor(staff.member(Role.ADMIN).id(), "Ada", "127.0.0.1");
    assertThat(answers.answer(admin, asked.reference(), reply(0)))
        .isInstanceOf(Answering.Done.class);
  }

  @Test
  void anAnswerKeepsTheNameOfWhoeverGaveItWhenTheOfficialIsRenamed() {
    answers.answer(ana, keys.reference(), reply(0));
    put.rename(to, "Quelqu’un d’autre");
    assertThat(page(keys.reference())).contains("Écrit par l’équipe de " + to.name());
  }

  private int reminded(String address) {
    return sql.sql(
            """
            select count(*) from post.letter
            where address = :address and key like 'participation.reminder.%'
            """)
        .param("address", address)
        .query(Integer.class)
        .single();
  }

  @Test
  void anAnswerOfAQuestionThatIsKeptBackAfterwardsIsSeenNoMore() {
    answers.answer(ana, keys.reference(), reply(0));
    publication.keepBack(Put.somebody(), keys.reference(), "person");
    assertThat(page(keys.reference()))
        .contains("n’est pas publiée", "une personne privée est nommée")
        .doesNotContain("trottoir");
  }
}
