package org.foyal.agreement.promises;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Declared;

/// The line of time of one promise, laid out for a drawing of [#WIDTH] units: when it was
/// announced, what was heard of it, when it is due, when it was kept, and today.
///
/// @param marks what happened, from left to right
/// @param years where a year is written
/// @param lateFrom where lateness begins; below 0 when there is none
/// @param lateTo where it ends
record Timeline(List<Mark> marks, List<Year> years, double today, double lateFrom, double lateTo) {
  static final int WIDTH = 360;
  private static final int EDGE = 14;
  private static final int MOST_YEARS = 6;

  /// What a mark stands for.
  enum Kind {
    ANNOUNCED,
    HEARD,
    STEP,
    DUE,
    KEPT
  }

  /// A mark on the line.
  record Mark(double x, Kind kind, LocalDate on) {}

  /// The first day of a year.
  record Year(double x, int year) {}

  static Timeline of(
      Commitment commitment, List<PromisePage.Step> steps, List<Change> history, LocalDate today) {
    var days = new ArrayList<Mark>();
    days.add(new Mark(0, Kind.ANNOUNCED, commitment.said().announced().on()));
    history.stream()
        .flatMap(change -> change.state().stream())
        .filter(state -> state.declared() != Declared.ANNOUNCED)
        .forEach(state -> days.add(new Mark(0, Kind.HEARD, state.knownOn())));
    steps.forEach(step ->
        days.add(
            new Mark(0, Kind.STEP, step.milestone().reachedOn().orElse(step.milestone().on()))));
    commitment.said().due().ifPresent(due -> days.add(new Mark(0, Kind.DUE, due.on())));
    commitment.latest().keptOn().ifPresent(on -> days.add(new Mark(0, Kind.KEPT, on)));
    var all = Stream.concat(days.stream().map(Mark::on), Stream.of(today)).toList();
    var first = all.stream().min(Comparator.naturalOrder()).orElse(today);
    var last = all.stream().max(Comparator.naturalOrder()).orElse(today);
    var scale = new Scale(first, Math.max(1, ChronoUnit.DAYS.between(first, last)));
    var marks =
        days.stream()
            .map(mark -> new Mark(scale.x(mark.on()), mark.kind(), mark.on()))
            .sorted(Comparator.comparing(Mark::on).thenComparing(Mark::kind))
            .distinct()
            .toList();
    var standing = commitment.standing(today);
    var due = commitment.said().due().filter(_ -> standing.late_days() > 0);
    return new Timeline(
        marks,
        years(scale, first, last),
        scale.x(today),
        due.map(day -> scale.x(day.on())).orElse(-1.0),
        due.map(day -> scale.x(day.on().plusDays(standing.late_days()))).orElse(-1.0));
  }

  private record Scale(LocalDate first, long days) {
    double x(LocalDate day) {
      double part = (double) ChronoUnit.DAYS.between(first, day) / days;
      return Math.round((EDGE + part * (WIDTH - 2 * EDGE)) * 10) / 10.0;
    }
  }

  /// As many years as can be read, evenly spaced.
  private static List<Year> years(Scale scale, LocalDate first, LocalDate last) {
    int from = first.getDayOfYear() == 1 ? first.getYear() : first.getYear() + 1;
    int many = last.getYear() - from + 1;
    int every = Math.max(1, (int) Math.ceil((double) many / MOST_YEARS));
    return Stream.iterate(from, year -> year <= last.getYear(), year -> year + every)
        .map(year -> new Year(scale.x(LocalDate.of(year, 1, 1)), year))
        .toList();
  }

  /// Whether there is more to see than two days.
  boolean worthDrawing() {
    return marks.size() > 1;
  }
}
