package org.foyal.participation.published;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.figures.Waiting;
import org.foyal.kernel.Interval;
import org.foyal.participation.answers.Verdict;

/// How questions were answered, so that nobody is misled: how many stands beside each share; a
/// share counts only the questions whose promised day has passed, answered or not, and has an
/// interval; with few of them there is none; and the middle of the times counts those who wait
/// still.
///
/// @param asked how many questions were published, of an official: put to them
/// @param passedOn how many of them were put to somebody else before an answer
/// @param answered how many of them have an answer
/// @param due how many were promised for a day that has passed
/// @param inTime how many of these were answered by that day
/// @param dueAnswered how many of these were answered, by that day or later
/// @param median_days half of the questions had an answer in so many days, those that wait counted;
///   nothing when fewer than half have one, or with few questions
/// @param buckets how many had an answer in up to 7, 30, 90 days, later, and how many wait
/// @param judged of how many answers whoever asked said what they think
/// @param setPhrases how many of these are set phrases, they say
/// @param byOffice how many of those that have an answer were answered by the office
record Statistic(
    int asked,
    int passedOn,
    int answered,
    int due,
    int inTime,
    int dueAnswered,
    Optional<Integer> median_days,
    List<Integer> buckets,
    int judged,
    int setPhrases,
    int byOffice) {
  /// With fewer questions no share and no middle is shown.
  static final int FEW = 10;

  private static final List<Integer> LIMITS = List.of(7, 30, 90);

  /// One question, as it counts.
  ///
  /// @param since the day on which it was published, or put to an official
  /// @param passedOn the day on which that one passed it on: what came after is not theirs
  /// @param byOffice whether the office answered it
  record Row(
      String mandate,
      Optional<String> theme,
      LocalDate since,
      LocalDate dueOn,
      Optional<LocalDate> answeredOn,
      Optional<LocalDate> passedOn,
      Optional<Verdict> verdict,
      boolean byOffice) {
    long days(LocalDate today) {
      return Math.max(0, ChronoUnit.DAYS.between(since, answeredOn.orElse(seenUntil(today))));
    }

    private LocalDate seenUntil(LocalDate today) {
      return passedOn.orElse(today);
    }

    /// Whether its day passed while it was seen.
    boolean due(LocalDate today) {
      return dueOn.isBefore(seenUntil(today));
    }
  }

  /// A share with the interval that holds it 95 times out of 100, in percent.
  record Share(int percent, int low, int high) {}

  static Statistic of(List<Row> rows, LocalDate today) {
    var due = rows.stream().filter(row -> row.due(today)).toList();
    var judged = rows.stream().flatMap(row -> row.verdict().stream()).toList();
    return new Statistic(
        rows.size(),
        (int) rows.stream().filter(row -> row.passedOn().isPresent()).count(),
        (int) rows.stream().filter(row -> row.answeredOn().isPresent()).count(),
        due.size(),
        (int)
            due.stream()
                .filter(row -> row.answeredOn().filter(on -> !on.isAfter(row.dueOn())).isPresent())
                .count(),
        (int) due.stream().filter(row -> row.answeredOn().isPresent()).count(),
        rows.size() < FEW ? Optional.empty() : median(rows, today),
        buckets(rows, today),
        judged.size(),
        (int) judged.stream().filter(Verdict.SET_PHRASE::equals).count(),
        (int) rows.stream().filter(Row::byOffice).count());
  }

  /// Who waits still is counted as long as they have waited; what was passed on, until that day.
  private static Optional<Integer> median(List<Row> rows, LocalDate today) {
    var steps =
        rows.stream()
            .map(row -> {
              long answered = row.answeredOn().isPresent() ? 1 : 0;
              return new Waiting.Step(Math.toIntExact(row.days(today)), answered, 1 - answered);
            })
            .toList();
    return Waiting.of(steps).median().map(Waiting.Wait::days);
  }

  private static List<Integer> buckets(List<Row> rows, LocalDate today) {
    var counts = new Integer[LIMITS.size() + 2];
    Arrays.fill(counts, 0);
    for (var row : rows) {
      if (row.passedOn().isPresent()) {
        continue; // it waits elsewhere
      }
      long days = row.days(today);
      int at =
          row.answeredOn().isEmpty()
              ? LIMITS.size() + 1
              : (int) LIMITS.stream().filter(limit -> days > limit).count();
      counts[at]++;
    }
    return new ArrayList<>(List.of(counts));
  }

  /// The share of the questions that were due and have an answer; nothing when they are few.
  Optional<Share> share() {
    return share(dueAnswered, due);
  }

  /// The share of the questions that were due and were answered in time; nothing when they are few.
  Optional<Share> shareInTime() {
    return share(inTime, due);
  }

  static Optional<Share> share(int some, int all) {
    if (all < FEW) {
      return Optional.empty();
    }
    var interval = Interval.wilson(some, all);
    return Optional.of(
        new Share(percent((double) some / all), percent(interval.from()), percent(interval.to())));
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  /// How high a column of the drawing is, of so many units.
  int high(int bucket, int units) {
    int most = buckets.stream().mapToInt(Integer::intValue).max().orElse(0);
    return most == 0 ? 0 : (int) Math.round((double) buckets.get(bucket) * units / most);
  }
}
