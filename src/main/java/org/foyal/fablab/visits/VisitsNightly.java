package org.foyal.fablab.visits;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, forgets the addresses of groups that were there.
@Component("fablabVisitsNightly")
class VisitsNightly {
  private final Visits visits;

  VisitsNightly(Visits visits) {
    this.visits = visits;
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    visits.forget();
  }
}
