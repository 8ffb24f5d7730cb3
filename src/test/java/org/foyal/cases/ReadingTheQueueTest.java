package org.foyal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseQueue.Selection;
import org.foyal.cases.CaseQueue.Topic;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question.About;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue: what is due first stands first, and each filter finds what it says.
@HouseTest
class ReadingTheQueueTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired CaseQueue queue;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private static Selection at(String department, String words) {
    return new Selection(null, department, null, false, false, null, null, null, words);
  }

  private List<Long> found(Selection selection) {
    return queue.list(selection, 0).stream().map(Case::id).toList();
  }

  private Case made(String department, String subject, Channel channel) {
    var question =
        new Question(
            UUID.randomUUID(),
            "requests",
            subject,
            "…",
            Question.About.NOTHING,
            channel,
            Asker.unknown(Language.FR),
            Optional.of(department),
            new Delay(5, false, Silence.NOTHING),
            channel == Channel.WEB ? null : ana.id(),
            false,
            Optional.empty(),
            Optional.empty());
    return ((Opened) cases.open(question)).opened();
  }

  private void backdate(Case one, int days) {
    sql.sql(
            "update cases.case_file set opened_on = opened_on - :days,"
                + " promised_on = promised_on - :days where id = :id")
        .param("days", days)
        .param("id", one.id())
        .update();
  }

  @Test
  void whatIsDueFirstStandsFirst() {
    var department = asked.department().code();
    var late = asked.at(department).opened();
    var fresh = asked.at(department).opened();
    backdate(late, 30);
    assertThat(found(at(department, ""))).containsExactly(late.id(), fresh.id());
    assertThat(found(new Selection(null, department, null, false, true, null, null, null, "")))
        .containsExactly(late.id());
    work.move(
        ana, late.reference(), late.version(), State.CLOSED, Optional.of(Outcome.DONE), "Fait.");
    assertThat(
            queue.list(
                new Selection(State.CLOSED, department, null, false, true, null, null, null, ""),
                0))
        .singleElement()
        .satisfies(closed -> assertThat(closed.due().late(cases.today())).isTrue());
  }

  @Test
  void eachFilterFindsWhatItSays() {
    var department = asked.department().code();
    var byPhone = made(department, "Trou dans la chaussée", Channel.PHONE);
    var mine = made(department, "Lampadaire éteint", Channel.WEB);
    work.assign(ana, mine.reference(), mine.version(), true);
    work.move(ana, mine.reference(), 2, State.UNDER_WAY, Optional.empty(), "");
    assertThat(found(new Selection(null, department, null, true, false, null, null, null, "")))
        .as("nobody looks after it")
        .containsExactly(byPhone.id());
    assertThat(found(new Selection(null, department, ana.id(), false, false, null, null, null, "")))
        .containsExactly(mine.id());
    assertThat(
            found(
                new Selection(null, department, null, false, false, Channel.PHONE, null, null, "")))
        .containsExactly(byPhone.id());
    assertThat(
            found(
                new Selection(
                    State.UNDER_WAY, department, null, false, false, null, null, null, "")))
        .containsExactly(mine.id());
    assertThat(
            found(
                new Selection(State.CLOSED, department, null, false, false, null, null, null, "")))
        .isEmpty();
  }

  @Test
  void whatACaseIsAboutAndWhereNarrowTheQueue() {
    var topic = "t" + UUID.randomUUID().toString().substring(0, 8);
    var area = "a" + UUID.randomUUID().toString().substring(0, 8);
    var here = about(new About(Optional.of(topic), Optional.of(area)));
    var there = about(new About(Optional.of(topic), Optional.empty()));
    var what = new Topic("requests", topic);
    assertThat(found(new Selection(null, null, null, false, false, null, what, null, "")))
        .containsExactlyInAnyOrder(here.id(), there.id());
    assertThat(found(new Selection(null, null, null, false, false, null, what, area, "")))
        .containsExactly(here.id());
    assertThat(
            found(
                new Selection(
                    null,
                    null,
                    null,
                    false,
                    false,
                    null,
                    new Topic("participation", topic),
                    null,
                    "")))
        .isEmpty();
  }

  @Test
  void whatWasAskedInAnotherLanguageIsFoundByTheWordsOfEach() {
    var word = "z" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    var titled = Told.of("Lampe " + word, "Light " + word, "").orElseThrow();
    var made =
        about(new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(titled)));
    assertThat(made.subject()).isEqualTo("Street light");
    assertThat(made.subject(Language.FR)).isEqualTo("Lampe " + word);
    for (var typed : List.of("lampe " + word, "light " + word, "street " + word)) {
      assertThat(found(new Selection(null, null, null, false, false, null, null, null, typed)))
          .as(typed)
          .containsExactly(made.id());
    }
  }

  private Case about(About about) {
    var question =
        new Question(
            UUID.randomUUID(),
            "requests",
            "Street light",
            "…",
            about,
            Channel.WEB,
            Asker.unknown(Language.EN),
            Optional.empty(),
            new Delay(5, false, Silence.NOTHING),
            null,
            false,
            Optional.empty(),
            Optional.empty());
    return ((Opened) cases.open(question)).opened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"éteint", "ETEINT", "lamp ete", "eteint, lampadaire !", "d’eau", "saint"})
  void wordsOfTheSubjectAreFoundByTheirBeginnings(String words) {
    var department = asked.department().code();
    made(department, "Trou dans la chaussée", Channel.WEB);
    var lamp = made(department, "Lampadaire éteint, château d’eau, rue Saint-Louis", Channel.WEB);
    assertThat(found(at(department, words))).containsExactly(lamp.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!! & | :*", "'); drop table", "a:*&!b", "\\", "((((", "œ", "0x00"})
  void oddSignsInTheSearchFindNothingAndBreakNothing(String words) {
    var department = asked.department().code();
    assertThat(found(at(department, words))).isEmpty();
    assertThat(found(at(department, "mot ".repeat(500)))).isEmpty();
    assertThat(found(at(department, "m".repeat(5000)))).isEmpty();
  }

  @Test
  void aReferenceFindsItsCaseInWhateverState() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    work.move(
        ana, one.reference(), one.version(), State.CLOSED, Optional.of(Outcome.DONE), "Fait.");
    var typed = " " + one.reference().toString().toLowerCase(java.util.Locale.ROOT) + " ";
    assertThat(found(at("nowhere", typed))).containsExactly(one.id());
    assertThat(queue.list(at("nowhere", typed), 1)).isEmpty();
  }

  @Test
  void allThatAreAskedForAreReadOneAfterTheOther() {
    var department = asked.department().code();
    var first = asked.at(department).opened();
    var second = asked.at(department).opened();
    var read = new ArrayList<Long>();
    queue.each(at(department, ""), one -> read.add(one.id()));
    assertThat(read).containsExactly(first.id(), second.id());
  }

  @Test
  void wordsAreFoundAmongClosedCasesToo() {
    var department = asked.department().code();
    var zebu = made(department, "Zébu sur la route", Channel.WEB);
    work.move(ana, zebu.reference(), 1, State.CLOSED, Optional.of(Outcome.DONE), "Parti.");
    made(department, "Zébu au marché", Channel.WEB);
    assertThat(
            found(
                new Selection(
                    State.CLOSED, department, null, false, false, null, null, null, "zebu")))
        .containsExactly(zebu.id());
  }
}
