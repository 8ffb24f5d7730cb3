package org.foyal.agreement.following;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every morning, tells of the day before and reminds of days to come.
@Component
class FollowingNightly {
  private final Following following;
  private final Reminders reminders;

  FollowingNightly(Following following, Reminders reminders) {
    this.following = following;
    this.reminders = reminders;
  }

  @Scheduled(cron = "0 5 7 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void morning() {
    following.tell();
    reminders.remind();
  }
}
