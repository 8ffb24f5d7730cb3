package org.foyal.agreement;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, asks the rooms for the figures that promises are measured by.
@Component
class FiguresNightly {
  private final Measuring measuring;

  FiguresNightly(Measuring measuring) {
    this.measuring = measuring;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void measure() {
    measuring.measure();
  }
}
