package org.foyal.innovation.deciding;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, lets out how many applied, before the rooms that ask for figures do.
@Component
class InnovationFiguresNightly {
  private final InnovationFigures figures;

  InnovationFiguresNightly(InnovationFigures figures) {
    this.figures = figures;
  }

  @Scheduled(cron = "0 22 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void release() {
    figures.release();
  }
}
