package org.foyal.equality.registry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, and once when the house opens, asks the rooms what they know.
@Component
class FeedingNightly {
  private final Feeding feeding;

  FeedingNightly(Feeding feeding) {
    this.feeding = feeding;
  }

  @Scheduled(cron = "0 20 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void feed() {
    feeding.feed();
  }
}
