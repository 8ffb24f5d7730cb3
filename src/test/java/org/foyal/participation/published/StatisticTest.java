package org.foyal.participation.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.participation.answers.Verdict;
import org.foyal.participation.published.Statistic.Row;
import org.foyal.participation.published.Statistic.Share;
import org.junit.jupiter.api.Test;

/// Figures that mislead nobody: how many beside each share, none of few, those who wait counted.
class StatisticTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  /// Published so many days ago with twenty days to answer, and answered after some, or not (-1).
  private static Row row(int ago, int after) {
    var published = TODAY.minusDays(ago);
    return new Row(
        "m",
        Optional.empty(),
        published,
        published.plusDays(20),
        after < 0 ? Optional.empty() : Optional.of(published.plusDays(after)),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// The same, passed on to somebody else after so many days.
  private static Row passedOn(int ago, int after) {
    var one = row(ago, -1);
    return new Row(
        one.mandate(),
        one.theme(),
        one.since(),
        one.dueOn(),
        Optional.empty(),
        Optional.of(one.since().plusDays(after)),
        Optional.empty(),
        false);
  }

  private static List<Row> rows(int many, int ago, int after) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < many; i++) {
      rows.add(row(ago, after));
    }
    return rows;
  }

  @Test
  void aShareCountsOnlyWhatIsDueSoThatFreshQuestionsNeitherHelpNorHarm() {
    var rows = rows(8, 60, 5);
    rows.addAll(rows(2, 60, -1));
    var before = Statistic.of(rows, TODAY);
    rows.addAll(rows(30, 1, -1));
    rows.addAll(rows(30, 1, 0));
    var after = Statistic.of(rows, TODAY);
    assertThat(before.share()).contains(new Share(80, 49, 94));
    assertThat(after.share()).isEqualTo(before.share());
    assertThat(after.asked()).isEqualTo(70);
    assertThat(after.due()).isEqualTo(10);
  }

  @Test
  void ofFewQuestionsThereIsNoShareAndNoMiddle() {
    var few = Statistic.of(rows(9, 60, 5), TODAY);
    assertThat(few.share()).isEmpty();
    assertThat(few.median_days()).isEmpty();
    assertThat(few.asked()).isEqualTo(9);
    assertThat(Statistic.of(new ArrayList<>(), TODAY).buckets()).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void anAnswerAfterTheDayIsAnAnswerButNotInTime() {
    var rows = rows(5, 90, 10);
    rows.addAll(rows(5, 90, 40));
    var figures = Statistic.of(rows, TODAY);
    assertThat(figures.dueAnswered()).isEqualTo(10);
    assertThat(figures.inTime()).isEqualTo(5);
    assertThat(figures.shareInTime().orElseThrow().percent()).isEqualTo(50);
  }

  @Test
  void whoWaitsStillCountsInTheMiddleOfTheTimes() {
    var rows = rows(4, 100, 3);
    rows.addAll(rows(6, 100, -1));
    assertThat(Statistic.of(rows, TODAY).median_days()).as("most wait").isEmpty();
    rows.addAll(rows(4, 100, 50));
    assertThat(Statistic.of(rows, TODAY).median_days()).contains(50);
  }

  @Test
  void theTimesFallIntoWeeksMonthsAndThoseThatWait() {
    var rows = rows(1, 200, 7);
    rows.addAll(rows(2, 200, 30));
    rows.addAll(rows(3, 200, 31));
    rows.addAll(rows(4, 200, 91));
    rows.addAll(rows(5, 200, -1));
    assertThat(Statistic.of(rows, TODAY).buckets()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void theIntervalStaysBetweenNothingAndAll() {
    assertThat(Statistic.share(0, 10)).contains(new Share(0, 0, 28));
    assertThat(Statistic.share(10, 10)).contains(new Share(100, 72, 100));
    assertThat(Statistic.share(500, 1000).orElseThrow().low()).isEqualTo(47);
  }

  @Test
  void setPhrasesAreCountedOutOfThoseWhoSaidSomething() {
    var one =
        new Row(
            "m",
            Optional.empty(),
            TODAY,
            TODAY,
            Optional.of(TODAY),
            Optional.empty(),
            Optional.of(Verdict.SET_PHRASE),
            true);
    var rows = rows(3, 10, 1);
    rows.add(one);
    var figures = Statistic.of(rows, TODAY);
    assertThat(figures.judged()).isOne();
    assertThat(figures.setPhrases()).isOne();
    assertThat(figures.byOffice()).isOne();
  }

  @Test
  void whatWasPassedOnAfterItsDayStaysLateAndBeforeItHarmsNobody() {
    var rows = rows(10, 100, 5);
    rows.add(passedOn(100, 21));
    var late = Statistic.of(rows, TODAY);
    assertThat(late.due()).isEqualTo(11);
    assertThat(late.inTime()).isEqualTo(10);
    assertThat(late.passedOn()).isOne();
    assertThat(late.buckets()).as("it waits elsewhere").containsExactly(10, 0, 0, 0, 0);
    rows.set(10, passedOn(100, 20));
    assertThat(Statistic.of(rows, TODAY).due()).as("seen until its day").isEqualTo(10);
  }
}
