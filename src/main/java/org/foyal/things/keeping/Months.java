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
import org.springframework.transaction.support.TransactionOperations;

/// The months of observations: made ahead, detached once they are older than the policy keeps.
@Service
class Months {
  private static final int AHEAD = 2;
  private static final int OTHERS = 24;

  private final MonthStore store;
  private final RollupStore rollups;
  private final KeepingSettings settings;
  private final TransactionOperations transaction;
  private final Clock clock;

  Months(
      MonthStore store,
      RollupStore rollups,
      KeepingSettings settings,
      TransactionOperations transaction,
      Clock clock) {
    this.store = store;
    this.rollups = rollups;
    this.settings = settings;
    this.transaction = transaction;
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

  /// Makes the table of a month, with what lies in the default partition for it; where somebody
  /// reads for long it is left for the next time, so that nobody waits behind us.
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
  /// What takes long, to add up and to count, is done while others write: whatever they write or
  /// remove meanwhile is noted, and nobody but us would take the notes away, so that a look at them
  /// under the lock tells whether it still holds.
  ///
  /// @return what the table is called now; empty where something is still to be worked out
  public Optional<String> detach(YearMonth month) {
    return transaction.execute(change -> {
      if (!rollups.alone() || store.owes(month)) {
        return Optional.empty();
      }
      store.archiveHours(month);
      store.count(month);
      store.hold();
      if (store.owes(month)) {
        change.setRollbackOnly();
        return Optional.empty();
      }
      var archive = store.detach(month);
      store.countOut();
      return Optional.of(archive);
    });
  }
}
