package org.foyal.learning.enrolment;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every minute, tells what became of sessions, should a process have died before it could, and
/// hands free seats on; by day, reminds; every night, deletes what docs/privacy.md says is no
/// longer kept.
@Component
class EnrolmentNightly {
  private final Turns turns;
  private final Promotion promotion;

  EnrolmentNightly(Turns turns, Promotion promotion) {
    this.turns = turns;
    this.promotion = promotion;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void minute() {
    turns.untold().forEach(turns::follow);
    turns.releaseUnconfirmed();
    turns.toPromote().forEach(promotion::promote);
  }

  @Scheduled(cron = "0 10 8-18 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void hour() {
    turns.remind();
  }

  @Scheduled(cron = "0 15 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    turns.forget();
  }
}
