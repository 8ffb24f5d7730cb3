package org.foyal.equality.registry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, and soon after the house opened, asks the rooms what they know; then each hour, so
/// that a file of the morning is on the page by noon.
@Component
class FeedingNightly {
  private final Feeding feeding;

  FeedingNightly(Feeding feeding) {
    this.feeding = feeding;
  }

  /// Tests put the first time off: they feed themselves.
  @Scheduled(fixedDelay = 3_600_000, initialDelayString = "${equality.first-feeding:PT10S}")
  void feedAgain() {
    feeding.feed();
  }

  @Scheduled(cron = "0 20 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void feed() {
    feeding.feed();
  }
}
