package org.foyal.participation.reading;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, erases what was said in questions that were not published and that nobody will
/// publish any more.
@Component
class PublicationNightly {
  private final Unpublished unpublished;

  PublicationNightly(Unpublished unpublished) {
    this.unpublished = unpublished;
  }

  @Scheduled(cron = "0 15 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    unpublished.forget();
  }
}
