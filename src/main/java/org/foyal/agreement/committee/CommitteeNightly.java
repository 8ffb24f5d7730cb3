package org.foyal.agreement.committee;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, forgets the names of those who came to meetings long past.
@Component
class CommitteeNightly {
  private final Committee committee;

  CommitteeNightly(Committee committee) {
    this.committee = committee;
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    committee.forgetNames();
  }
}
