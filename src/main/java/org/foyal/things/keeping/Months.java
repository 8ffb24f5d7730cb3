package org.foyal.things.keeping;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The months of observations: made ahead, detached once they are older than the policy keeps.
@Service
class Months {
  private static final int AHEAD = 2;
  private static final int OTHERS = 24;

  private final MonthStore store;
  private final KeepingSettings settings;
  private final Clock clock;

  Months(MonthStore store, KeepingSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
  }

  /// The months that shall have a table: this one and the next two, and those of what lies in the
  /// default partition.
  @Transactional(readOnly = true)
  public List<YearMonth> missing() {
    var there = store.list();
    var wanted = new ArrayList<>(ahead());
    wanted.addAll(store.listOther(clock.instant().plus(AHEAD * 31L, ChronoUnit.DAYS), OTHERS));
    return wanted.stream().distinct().filter(month -> !there.contains(month)).toList();
  }

  /// The months that shall stand before the doors open: this one and the next two.
  @Transactional(readOnly = true)
  public List<YearMonth> missingAhead() {
    var there = store.list();
    return ahead().stream().filter(month -> !there.contains(month)).toList();
  }

  private List<YearMonth> ahead() {
    return IntStream.rangeClosed(0, AHEAD).mapToObj(now()::plusMonths).toList();
  }

  /// Makes the table of a month, with what lies in the default partition for it.
  @Transactional
  public boolean make(YearMonth month) {
    return store.make(month);
  }

  /// The months that the policy keeps no longer, the oldest first.
  @Transactional(readOnly = true)
  public List<YearMonth> outdated() {
    if (settings.rawMonths() == 0) {
      return List.of();
    }
    var kept = now().minusMonths(settings.rawMonths());
    return store.list().stream().filter(month -> month.isBefore(kept)).toList();
  }

  /// Detaches a month whose hours and days are all rolled up; its table stays, for the engineer to
  /// archive or drop. Counts of datastreams say afterwards what is left.
  ///
  /// @return what the table is called now; empty where something is still to be worked out
  @Transactional
  public Optional<String> detach(YearMonth month) {
    store.hold(month);
    if (store.owes(month)) {
      return Optional.empty();
    }
    store.archiveHours(month);
    var archive = store.detach(month);
    store.countOut(archive);
    return Optional.of(archive);
  }
}
