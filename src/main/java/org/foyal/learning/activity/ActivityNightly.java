package org.foyal.learning.activity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, empties what docs/privacy.md says is no longer kept of activities.
@Component
class ActivityNightly {
  private final Activities activities;

  ActivityNightly(Activities activities) {
    this.activities = activities;
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    activities.forgetDetails();
  }
}
