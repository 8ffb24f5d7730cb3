package org.foyal.learning.figures;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, publishes the quarter that is due, before the rooms that ask for figures do.
@Component
class LearningFiguresNightly {
  private final Publishing publishing;

  LearningFiguresNightly(Publishing publishing) {
    this.publishing = publishing;
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void publish() {
    publishing.publish();
  }
}
