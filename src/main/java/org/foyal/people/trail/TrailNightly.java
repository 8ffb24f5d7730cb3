package org.foyal.people.trail;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Ends the retention of the audit trail, each night.
@Component
@EnableScheduling
class TrailNightly {
  private final AuditTrail trail;

  TrailNightly(AuditTrail trail) {
    this.trail = trail;
  }

  @Scheduled(cron = "0 40 3 * * *")
  void forgetOld() {
    trail.forgetOld();
  }
}
