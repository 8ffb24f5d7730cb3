package org.foyal.participation.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Questions;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Reply;
import org.foyal.participation.answers.Verdict;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Everybody reads what was asked and answered, and in what time; examples never count.
@HouseTest
class ReadingQuestionsTest {
  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Answers answers;
  @Autowired AnswerFigures figures;
  @Autowired Cases cases;
  @Autowired Questions questions;
  @Autowired JdbcClient sql;

  private final Actor elise = Put.somebody();
  private Mandate to;

  @BeforeEach
  void anOfficial() {
    to = put.mandate(elise);
  }

  private String page(String address, Object... values) {
    var answer = web.get().uri(address, values).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private Put.Keys answered(String title) {
    var keys = put.published(to, title);
    answers.answer(
        elise,
        keys.reference(),
        new Reply(UUID.randomUUID(), 0, "Oui.", Author.OFFICIAL, List.of()));
    return keys;
  }

  @Test
  void theListIsFilteredByOfficialThemeAnswerAndWords() {
    var open = put.published(to, "Un banc pour attendre le bus");
    var done = answered("De la lumière au stade");
    assertThat(page("/fr/questions?to={to}", to.code()))
        .contains(open.reference().toString(), done.reference().toString());
    assertThat(page("/fr/questions?to={to}&answered=yes", to.code()))
        .contains(done.reference().toString())
        .doesNotContain(open.reference().toString());
    assertThat(page("/fr/questions?theme={t}&answered=no", "t" + to.code()))
        .contains(open.reference().toString())
        .doesNotContain(done.reference().toString());
    assertThat(page("/fr/questions?to={to}&q={q}", to.code(), "lumiere stade"))
        .contains(done.reference().toString())
        .doesNotContain(open.reference().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "' & | ! : *", "<b>", "-1", "999999999999999999999"})
  void oddChoicesFindNothingAndDoNoHarm(String odd) {
    for (var field : List.of("q", "to", "theme", "area", "answered", "below")) {
      assertThat(web.get().uri("/fr/questions?" + field + "={odd}", odd).exchange())
          .as(field)
          .hasStatusOk();
    }
    assertThat(web.get().uri("/fr/elected?q={odd}&area={odd}", odd, odd).exchange()).hasStatusOk();
  }

  @Test
  void nothingOfAQuestionIsPublicBeforeSomebodyHasReadIt() {
    var waits = put.asked(to, "Le nom de mon voisin");
    assertThat(page("/fr/questions/" + waits.reference()))
        .contains("attend d’être lue")
        .doesNotContain("voisin", "Les enfants");
    assertThat(page("/fr/questions?to={to}", to.code())).doesNotContain("voisin");
    assertThat(page("/fr/elected/" + to.code())).doesNotContain("voisin");
    assertThat(web.post().uri("/fr/questions/" + waits.reference() + "/follow").exchange())
        .hasStatus(404);
  }

  @Test
  void thePageOfAnOfficialSaysHowManyWereAskedAndNoShareOfFew() {
    answered("Une question");
    answered("Deux questions");
    put.published(to, "Trois questions");
    figures.refresh();
    assertThat(page("/fr/elected/" + to.code()))
        .contains("Trois questions", "trop peu de questions", "0 sur 0 échue");
    assertThat(page("/fr/questions/figures")).contains(to.name(), "attendent");
  }

  private Put.Keys sixtyDaysAgo() {
    var keys = put.published(to, "Quand un abri ?");
    sql.sql(
            """
            update participation.question set published_on = published_on - 60,
              put_on = put_on - 60, due_on = due_on - 60 where reference = :reference
            """)
        .param("reference", keys.reference().signs())
        .update();
    return keys;
  }

  @Test
  void whoeverGetsAQuestionBackHasItOnceAndIsLateIfTheyWereLateBefore() {
    var keys = sixtyDaysAgo();
    var next = put.mandate(elise);
    for (var each : List.of(next, to)) {
      questions.transfer(questions.find(keys.reference()).orElseThrow(), each, elise.id());
    }
    figures.refresh();
    var theirs = figures.ofOfficial(to.code());
    assertThat(theirs.asked()).isOne();
    assertThat(theirs.due()).as("its first day is over").isOne();
    assertThat(theirs.passedOn()).isZero();
    assertThat(figures.ofOfficial(next.code()).passedOn()).isOne();
  }

  @Test
  void passingAQuestionOnWipesNothingOutAndCountsOnceForEachOfficial() {
    var keys = sixtyDaysAgo();
    var next = put.mandate(elise);
    questions.transfer(questions.find(keys.reference()).orElseThrow(), next, elise.id());
    answers.answer(
        elise,
        keys.reference(),
        new Reply(UUID.randomUUID(), 0, "Oui.", Author.OFFICIAL, List.of()));
    figures.refresh();
    var first = figures.ofOfficial(to.code());
    assertThat(first.asked()).isOne();
    assertThat(first.passedOn()).isOne();
    assertThat(first.due()).as("late when it was passed on").isOne();
    assertThat(first.dueAnswered()).isZero();
    assertThat(figures.ofOfficial(next.code()).buckets()).containsExactly(1, 0, 0, 0, 0);
    var all = figures.of(row -> row.theme().filter(("t" + to.code())::equals).isPresent());
    assertThat(all.asked()).as("once in all").isOne();
    assertThat(all.buckets()).as("from its publication").containsExactly(0, 0, 1, 0, 0);
    assertThat(all.inTime()).as("by the day that was promised first").isZero();
    assertThat(page("/fr/elected/" + to.code())).contains("une transmise à un autre élu");
  }

  @Test
  void theTableSaysHowManyAnswersAreSetPhrasesAndHowManyTheOfficeWrote() {
    var keys = put.published(to, "Une question");
    answers.answer(
        elise, keys.reference(), new Reply(UUID.randomUUID(), 0, "Oui.", Author.OFFICE, List.of()));
    answers.judge(keys.reference(), keys.code(), Verdict.SET_PHRASE);
    figures.refresh();
    assertThat(page("/fr/questions/figures"))
        .contains(
            "Réponses écrites par l’équipe de l’élu",
            "1 sur 1 question répondue",
            "1 sur 1 réponse jugée");
  }

  @Test
  void whatADemonstrationInventedIsMarkedAndInNoFigure() {
    var example = put.mandate(true);
    var keys = put.published(example, "Une question inventée");
    figures.refresh();
    assertThat(page("/fr/questions/" + keys.reference()))
        .contains("<span class=\"tag\">exemple</span>");
    assertThat(page("/fr/questions/" + put.published(to, "Une vraie question").reference()))
        .doesNotContain("exemple</span>");
    assertThat(page("/fr/questions/figures")).doesNotContain(example.name());
    assertThat(page("/fr/elected/" + example.code())).contains("Cet élu est un exemple");
  }

  @Test
  void whatWasTakenBackIsNoDebtOfTheOfficial() {
    var keys = put.published(to, "Je la retire");
    cases.takeBack(keys.reference().toString(), keys.code());
    figures.refresh();
    assertThat(figures.ofOfficial(to.code()).asked()).isZero();
    assertThat(page("/fr/questions/" + keys.reference())).contains("retirée par la personne");
  }

  @Test
  void whatWasTakenBackNeitherWaitsNorIsLateAndHidesNothingThatWaits() {
    var gone = put.published(to, "Je la retire");
    var waits = put.published(to, "Celle-ci attend");
    cases.takeBack(gone.reference().toString(), gone.code());
    sql.sql("update participation.question set due_on = current_date - 3 where mandate = :to")
        .param("to", to.code())
        .update();
    assertThat(questions.owed(List.of(to.code()), 1))
        .singleElement()
        .satisfies(one -> assertThat(one.reference()).isEqualTo(waits.reference()));
    assertThat(page("/fr/questions?to={to}&answered=no", to.code()))
        .contains(waits.reference().toString())
        .doesNotContain(gone.reference().toString());
    cases.takeBack(waits.reference().toString(), waits.code());
    assertThat(page("/fr/questions?to={to}", to.code()))
        .contains("retirée par la personne")
        .doesNotContain("attend une réponse</span>", "en retard</span>");
  }

  @Test
  void anOfficialWhoIsNotThereIsTold() {
    assertThat(web.get().uri("/fr/elected/nobody-of-that-name").exchange()).hasStatus(404);
    assertThat(web.get().uri("/fr/questions/2222-2222").exchange()).hasStatus(404);
  }
}
