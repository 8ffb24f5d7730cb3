package org.foyal.learning.progress;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.kernel.Interval;
import org.foyal.kernel.Period;
import org.foyal.learning.activity.Disclosure;

/// What people who came to a course said before and after, in a quarter that is over, as it may be
/// shown: no count of fewer than eleven people can be read or worked out.
///
/// @param on when it was published; nothing of it changes any more
/// @param people who came, each once a session or series that ended in the quarter; empty: hidden
public record ProgressFigures(Period quarter, LocalDate on, OptionalLong people, List<Row> rows) {
  /// How many quarters are offered: five years of them.
  private static final int OFFERED = 20;

  /// Before → after, by whether somebody does it without help.
  public enum Part {
    /// Not alone before, alone after.
    GAINED,
    /// Not alone before, nor after.
    STILL,
    /// Alone before and after.
    KEPT,
    /// Alone before, not after.
    LOST,
    /// One of the two answers is missing, was not to be said, or was to another sentence.
    NONE;

    /// The key of its name for readers.
    public String words() {
      return "learning.progress.part." + name();
    }
  }

  /// One sentence.
  ///
  /// @param cells by part; what is hidden is empty
  public record Row(CanDo asked, Map<Part, OptionalLong> cells) {
    /// What one part may show.
    public OptionalLong cell(Part part) {
      return cells.getOrDefault(part, OptionalLong.empty());
    }

    /// Of those who did it not alone before, the share who do after; only from counts that are
    /// shown, and of eleven people or more.
    public Optional<Interval> share() {
      var gained = cell(Part.GAINED);
      var still = cell(Part.STILL);
      if (gained.isEmpty() || still.isEmpty()) {
        return Optional.empty();
      }
      long of = gained.getAsLong() + still.getAsLong();
      return of < Disclosure.LEAST
          ? Optional.empty()
          : Optional.of(Interval.wilson(gained.getAsLong(), of));
    }
  }

  /// Where one sentence can't tell how many came, none does: all have the same whole.
  ///
  /// @param said by the number of the competence and the name of the part
  static ProgressFigures of(
      Period quarter,
      LocalDate on,
      long people,
      List<CanDo> asked,
      Map<String, Map<String, Long>> said) {
    var found = new LinkedHashMap<CanDo, Disclosure.Row>();
    asked.forEach(one ->
        found.put(
            one,
            Disclosure.of(parts(people, said.getOrDefault(one.competence().code(), Map.of())))));
    boolean told =
        Disclosure.alone(people).isPresent()
            && found.values().stream().allMatch(row -> row.total().isPresent());
    var rows = new ArrayList<Row>();
    found.forEach((one, row) -> rows.add(new Row(one, told ? cells(row) : hidden())));
    return new ProgressFigures(
        quarter, on, told ? OptionalLong.of(people) : OptionalLong.empty(), List.copyOf(rows));
  }

  private static List<Long> parts(long people, Map<String, Long> counts) {
    long told = counts.values().stream().mapToLong(Long::longValue).sum();
    return Stream.of(Part.values())
        .map(part ->
            part == Part.NONE ? Math.max(0, people - told) : counts.getOrDefault(part.name(), 0L))
        .toList();
  }

  private static Map<Part, OptionalLong> hidden() {
    return Stream.of(Part.values())
        .collect(Collectors.toUnmodifiableMap(part -> part, _ -> OptionalLong.empty()));
  }

  private static Map<Part, OptionalLong> cells(Disclosure.Row row) {
    var shown = row.cells().iterator();
    var cells = new EnumMap<Part, OptionalLong>(Part.class);
    for (var part : Part.values()) {
      cells.put(part, shown.next());
    }
    return Collections.unmodifiableMap(cells);
  }

  /// The quarters whose answers can't change any more, the latest first. No two share a day, and
  /// nothing else is counted: from two readings of one that is still open, a small number could be
  /// taken apart.
  static Map<String, Period> quarters(LocalDate today, int mendDays) {
    var quarters = new LinkedHashMap<String, Period>();
    var first = today.minusDays(mendDays).with(IsoFields.DAY_OF_QUARTER, 1L);
    for (int back = 1; back <= OFFERED; back++) {
      var from = first.minusMonths(3L * back);
      quarters.put(
          from.getYear() + "-T" + from.get(IsoFields.QUARTER_OF_YEAR),
          new Period(from, from.plusMonths(3).minusDays(1)));
    }
    return quarters;
  }
}
