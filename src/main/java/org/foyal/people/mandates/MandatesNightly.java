package org.foyal.people.mandates;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, erases the people of mandates that ended long enough ago.
@Component
class MandatesNightly {
  private final Mandates mandates;

  MandatesNightly(Mandates mandates) {
    this.mandates = mandates;
  }

  @Scheduled(cron = "0 35 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    mandates.forgetOld();
  }
}
