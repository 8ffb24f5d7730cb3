package org.foyal.post;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, deletes what docs/privacy.md says is no longer kept.
@Component
class PostNightly {
  private final Outbox outbox;

  PostNightly(Outbox outbox) {
    this.outbox = outbox;
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    outbox.forget();
  }
}
