package org.foyal.fablab.kits;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The door of time: every morning, whoever has a kit is told when it should be back.
@Component
class KitsNightly {
  private final Kits kits;

  KitsNightly(Kits kits) {
    this.kits = kits;
  }

  @Scheduled(cron = "0 20 7 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void morning() {
    kits.remind();
  }
}
