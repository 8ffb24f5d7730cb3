package org.foyal.cases.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Merging;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question;
import org.foyal.cases.Question.About;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.cases.figures.CaseFigures.Asked;
import org.foyal.cases.figures.CaseFigures.Counted;
import org.foyal.cases.figures.CaseFigures.Dimension;
import org.foyal.kernel.Period;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What cases add up to: a chain counts once, those who wait count, examples never do.
@HouseTest
class CountingCasesTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
  private final String topic = "t" + UUID.randomUUID().toString().substring(0, 8);

  @Autowired CaseFigures figures;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Merging merging;
  @Autowired JdbcClient sql;

  private Opened open(Channel channel, String area, boolean example) {
    var question =
        new Question(
            UUID.randomUUID(),
            "requests",
            "Lampadaire éteint",
            "…",
            new About(Optional.of(topic), Optional.of(area)),
            channel,
            Asker.unknown(Language.FR),
            Optional.empty(),
            new Delay(5, false, Silence.NOTHING),
            channel == Channel.WEB ? null : ana.id(),
            example,
            Optional.empty(),
            Optional.empty());
    return (Opened) cases.open(question);
  }

  private Opened open() {
    return open(Channel.WEB, "a", false);
  }

  /// Moves a case's asking so many days back.
  private void age(Case one, int days) {
    sql.sql(
            """
            update cases.case_file set opened_on = opened_on - :days,
              promised_on = promised_on - :days, opened_at = opened_at - make_interval(days => :days)
            where id = :id
            """)
        .param("days", days)
        .param("id", one.id())
        .update();
  }

  private void close(Case one, Outcome outcome) {
    var now = work.find(one.reference().toString(), ana).orElseThrow().asked();
    work.move(ana, one.reference(), now.version(), State.CLOSED, Optional.of(outcome), "Fait.");
  }

  private Asked asked() {
    var today = cases.today();
    return new Asked(
        "requests", new Period(today.minusYears(1), today), Optional.of(topic), Optional.empty());
  }

  private Counted all() {
    return figures.all(asked());
  }

  @Test
  void anExampleIsNeverCounted() {
    open(Channel.WEB, "a", true);
    assertThat(all().asked()).isZero();
  }

  @Test
  void lateIsWhatHadNoAnswerOnThePromisedDayOpenOrNot() {
    var openAndLate = open();
    age(openAndLate.opened(), 30);
    var closedLate = open();
    age(closedLate.opened(), 20);
    close(closedLate.opened(), Outcome.DONE);
    close(open().opened(), Outcome.DONE);
    open();
    var all = all();
    assertThat(all.asked()).isEqualTo(4);
    assertThat(all.due()).as("one is neither answered nor past its day").isEqualTo(3);
    assertThat(all.late()).isEqualTo(2);
  }

  @Test
  void whatWasClosedAndGoesOnIsOneThatIsNotAnswered() {
    var first = open();
    age(first.opened(), 10);
    close(first.opened(), Outcome.DONE);
    cases.goOn(first.opened().reference().toString(), first.code(), UUID.randomUUID(), "Non.");
    var all = all();
    assertThat(all.asked()).isEqualTo(1);
    assertThat(all.reopened()).isEqualTo(1);
    assertThat(all.waiting().steps()).containsExactly(new Waiting.Step(10, 0, 1));
    assertThat(all.late()).isEqualTo(1);
  }

  @Test
  void whatJoinedAnotherIsAnsweredWithThatOne() {
    var lead = open();
    age(lead.opened(), 3);
    var joined = open();
    age(joined.opened(), 3);
    merging.merge(
        ana,
        joined.opened().reference(),
        joined.opened().version(),
        lead.opened().reference().toString(),
        "C’est la même.");
    assertThat(all().waiting().steps()).containsExactly(new Waiting.Step(3, 0, 2));
  }

  @Test
  void whatWasTakenBackIsNoAnswer() {
    var one = open();
    cases.takeBack(one.opened().reference().toString(), one.code());
    assertThat(all().waiting().steps()).containsExactly(new Waiting.Step(0, 0, 1));
  }

  @Test
  void countsAreToldApartByAreaChannelAndMonth() {
    age(open(Channel.WEB, "a", false).opened(), 70);
    open(Channel.COUNTER, "b", false);
    assertThat(figures.by(asked(), Dimension.AREA))
        .extracting(Counted::key)
        .containsExactly(Optional.of("a"), Optional.of("b"));
    assertThat(figures.by(asked(), Dimension.CHANNEL))
        .extracting(Counted::asked)
        .containsExactly(1L, 1L);
    var months = figures.by(asked(), Dimension.MONTH).stream().map(Counted::key).toList();
    assertThat(months).isEqualTo(List.of(month(cases.today().minusDays(70)), month(cases.today())));
    assertThat(figures.channels(asked()))
        .containsExactly(new CaseFigures.Compared(Channel.COUNTER, Fairness.TOO_FEW));
  }

  private static Optional<String> month(LocalDate day) {
    return Optional.of(day.toString().substring(0, 7));
  }

  @Test
  void whatWasNotedLateCountsOnTheDayOnWhichItCame() {
    var one = open();
    sql.sql(
            "update cases.case_file set opened_on = opened_on - 60, promised_on = promised_on - 60 where id = :id")
        .param("id", one.opened().id())
        .update();
    var day = cases.today().minusDays(60);
    var then = new Asked("requests", new Period(day, day), Optional.of(topic), Optional.empty());
    assertThat(figures.all(then).asked()).isOne();
  }

  @Test
  void aCaseThatGoesOnIsAboutTheSame() {
    var first = open();
    close(first.opened(), Outcome.DONE);
    cases.goOn(first.opened().reference().toString(), first.code(), UUID.randomUUID(), "Non.");
    assertThat(
            sql.sql("select count(*) from cases.case_file where topic = :topic and area = 'a'")
                .param("topic", topic)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }
}
