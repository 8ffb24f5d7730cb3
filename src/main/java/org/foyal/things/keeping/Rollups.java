package org.foyal.things.keeping;

import java.time.ZoneId;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what hours and days come to as exact as the observations are: only what was touched is
/// worked out anew. Cut short anywhere, it goes on where it was.
@Service
class Rollups {
  private static final int NOTES = 500;
  private static final int HOURS = 2_000;
  private static final int DAYS = 1_000;

  private final RollupStore store;
  private final ZoneId zone;

  Rollups(RollupStore store, ShellSettings city) {
    this.store = store;
    this.zone = city.timeZone();
  }

  /// Works some of it out, in one transaction of bounded work; whether there may be more.
  ///
  /// What was noted is taken in a statement before the one that reads observations: whatever was
  /// noted by then was committed by then, and is read.
  @Transactional
  public boolean work() {
    if (!store.alone()) {
      return false;
    }
    store.follow(zone);
    int noted = store.gather(NOTES);
    var hours = store.takeHours(HOURS);
    if (!hours.isEmpty()) {
      store.saveHours(hours);
      store.addDays(hours, zone);
    }
    var days = store.takeDays(DAYS, zone);
    if (!days.isEmpty()) {
      store.saveDays(days);
    }
    return noted == NOTES || hours.size() == HOURS || days.size() == DAYS;
  }
}
