package org.foyal.things.keeping;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.stereotype.Service;

/// The façade for whoever brings a long past at once: its months are made before, so that nothing
/// has to move afterwards, and what its hours and days come to is worked out without a wait for the
/// next minute.
@Service("thingsHistory")
public class History {
  private final Months months;
  private final Rollups rollups;

  History(Months months, Rollups rollups) {
    this.months = months;
    this.rollups = rollups;
  }

  /// Makes the tables of the months from one moment to another, both included.
  public void prepare(Instant from, Instant to) {
    var last = YearMonth.from(to.atZone(ZoneOffset.UTC));
    for (var month = YearMonth.from(from.atZone(ZoneOffset.UTC));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.make(month);
    }
  }

  /// Works out what the hours and days come to that observations have touched so far.
  public void workOut() {
    boolean more = true;
    while (more) {
      more = rollups.work();
    }
  }
}
