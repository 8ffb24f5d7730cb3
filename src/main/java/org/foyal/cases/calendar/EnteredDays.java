package org.foyal.cases.calendar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.foyal.shell.database.AfterCommit;
import org.springframework.stereotype.Component;

/// The closed days that administrators have entered, in memory, as everything that is asked needs
/// them. They are read anew every two seconds, because another process may have entered one.
@Component
class EnteredDays {
  private final LoadingCache<Boolean, Set<LocalDate>> days;

  EnteredDays(ClosedDayStore store) {
    days =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .build(_ -> Set.copyOf(store.days()));
  }

  Set<LocalDate> days() {
    return days.get(true);
  }

  /// Reads them anew once the change at hand is committed.
  void forget() {
    AfterCommit.run(days::invalidateAll);
  }
}
