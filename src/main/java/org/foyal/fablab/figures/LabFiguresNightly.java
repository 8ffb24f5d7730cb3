package org.foyal.fablab.figures;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, lets out what may be told of people, before the rooms that ask for figures do.
@Component
class LabFiguresNightly {
  private final LabFigures figures;

  LabFiguresNightly(LabFigures figures) {
    this.figures = figures;
  }

  @Scheduled(cron = "0 21 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void release() {
    figures.release();
  }
}
