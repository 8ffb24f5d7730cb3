package org.foyal.learning.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.figures.Held.Count;

/// All that can be told on a day: what took place, and what was published of people.
///
/// @param held of some years
/// @param published the newest version of each quarter, the earliest quarter first
/// @param exampleAreas where a demonstration invented sessions
record Snapshot(
    LocalDate today, List<Held> held, List<Published> published, Set<String> exampleAreas) {

  /// The quarters that are over and of which something is known, the latest first.
  List<Quarter> quarters() {
    var quarters = new TreeSet<Quarter>(Comparator.reverseOrder());
    held.stream().map(one -> quarter(one.month())).forEach(quarters::add);
    published.stream().map(Published::quarter).forEach(quarters::add);
    quarters.removeIf(one -> !one.last().isBefore(today));
    return List.copyOf(quarters);
  }

  private static Quarter quarter(YearMonth month) {
    return Quarter.of(month.atDay(1));
  }

  /// What is known of a quarter.
  Told of(Quarter quarter) {
    return new Told(
        quarter,
        held.stream().filter(one -> quarter(one.month()).equals(quarter)).toList(),
        published.stream().filter(one -> one.quarter().equals(quarter)).findFirst());
  }

  /// Neighbourhoods of which nothing is known, since whatever there is was invented.
  Set<String> unknownAreas() {
    var unknown = new TreeSet<>(exampleAreas);
    unknown.remove(Tab.UNKNOWN);
    held.forEach(one -> unknown.remove(one.area()));
    return unknown;
  }

  /// The sessions of each of twelve months, the last one that of a quarter's end; a month without
  /// any is nought, unless nothing had been counted before it.
  Map<YearMonth, Count> months(Quarter quarter) {
    var months = new TreeMap<YearMonth, Count>();
    var counted = Held.by(held, Held::month);
    var first = counted.keySet().stream().findFirst();
    var last = YearMonth.from(quarter.last());
    for (int back = 11; back >= 0; back--) {
      var month = last.minusMonths(back);
      if (first.isPresent() && !month.isBefore(first.get())) {
        months.put(month, counted.getOrDefault(month, Count.NOTHING));
      }
    }
    return months;
  }

  /// What is known of a quarter.
  record Told(Quarter quarter, List<Held> held, Optional<Published> published) {
    Count all() {
      return Held.sum(held);
    }

    boolean known() {
      return !held.isEmpty() || published.isPresent();
    }

    /// The same of one place and one audience, as far as they are named. Of people, nothing is
    /// published by both at once.
    Told narrowed(Optional<UUID> place, Optional<Audience> audience) {
      return new Told(
          quarter,
          held.stream()
              .filter(one -> place.isEmpty() || place.get().equals(one.place()))
              .filter(one ->
                  audience.isEmpty() || Audiences.of(one.audience()).contains(audience.get()))
              .toList(),
          published);
    }

    Map<String, Count> byArea() {
      return Held.by(held, Held::area);
    }

    Map<String, Count> byAudience() {
      return Held.by(held, Held::audience);
    }

    Map<UUID, Count> byPlace() {
      return Held.by(held, Held::place);
    }

    /// The day on which it is published of people.
    LocalDate due() {
      return quarter.last().plusDays(Quarter.LATE_RECORDS_days + 1L);
    }
  }
}
