package org.foyal.participation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
import org.foyal.participation.Mandate;
import org.foyal.participation.Put;
import org.foyal.participation.Put.Keys;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What was asked and not published is erased after a year, everywhere; the decision stays.
@HouseTest
class ForgettingWhatWasNotPublishedTest {
  private final Actor ana = Put.somebody();
  private final Actor ben = Put.somebody();

  @Autowired MockMvcTester web;
  @Autowired Put put;
  @Autowired Publication publication;
  @Autowired PublicationNightly nightly;
  @Autowired Questions questions;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;

  private Mandate to;
  private Keys keys;

  @BeforeEach
  void aQuestionThatIsKeptBack() {
    to = put.mandate();
    keys = put.asked(to, "Pourquoi le voisin ?");
    publication.keepBack(ana, keys.reference(), "person");
  }

  private Question question(Keys of) {
    return questions.find(of.reference()).orElseThrow();
  }

  private void pass(int days) {
    sql.sql(
            """
            update participation.question set asked_at = asked_at - make_interval(days => :days),
              moderated_at = moderated_at - make_interval(days => :days) where mandate = :to
            """)
        .param("days", days)
        .param("to", to.code())
        .update();
    nightly.forget();
  }

  private Ruling appeal(String words) {
    return publication.appeal(keys.reference(), keys.code(), UUID.randomUUID(), words);
  }

  /// All that the room `cases` keeps of what was said.
  private String kept() {
    return String.join(
        "\n",
        sql.sql(
                """
                select subject from cases.case_file where id = :case
                union all select words from cases.entry where case_id = :case
                union all select words from cases.appeal where case_id = :case
                """)
            .param("case", question(keys).caseId())
            .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
            .list());
  }

  @Test
  void itsWordsItsThreadAndItsAppealsAreErasedAfterAYearAndTheDecisionStays() {
    appeal("Je ne nomme personne.");
    publication.keepBack(ben, keys.reference(), "insult");
    pass(364);
    assertThat(question(keys).erased()).isFalse();
    pass(2);
    assertThat(question(keys).erased()).isTrue();
    assertThat(kept()).doesNotContain("voisin", "enfants", "personne");
    assertThat(web.get().uri("/fr/questions/decisions").exchange())
        .bodyText()
        .contains(keys.reference().toString());
    assertThat(web.get().uri("/fr/questions/" + keys.reference()).exchange())
        .hasStatusOk()
        .bodyText()
        .contains("son texte est effacé");
  }

  @Test
  void whatIsErasedIsNeitherPublishedNorAppealedAgainst() {
    pass(366);
    assertThat(publication.publish(ben, keys.reference()))
        .isEqualTo(new Ruling.Refused("participation.problem.erased"));
    assertThat(appeal("Trop tard.")).isEqualTo(new Ruling.Refused("participation.problem.erased"));
    assertThat(web.get().uri("/fr/questions/" + keys.reference() + "/appeal").exchange())
        .hasStatus(404)
        .bodyText()
        .contains("est effacé");
  }

  @Test
  void anAppealThatWaitsAndAQuestionThatNobodyHasReadAreStillOwed() {
    appeal("Je ne nomme personne.");
    var unread = put.asked(to, "Que personne n’a lue");
    var gone = put.asked(to, "Je la retire avant lecture");
    cases.takeBack(gone.reference().toString(), gone.code());
    var shown = put.published(to, "Que tout le monde lit");
    pass(800);
    assertThat(question(keys).erased()).isFalse();
    assertThat(kept()).contains("Je ne nomme personne.");
    assertThat(question(unread).erased()).isFalse();
    assertThat(question(shown).erased()).isFalse();
    assertThat(question(gone).erased()).isTrue();
  }
}
