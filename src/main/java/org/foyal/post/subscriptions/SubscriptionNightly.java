package org.foyal.post.subscriptions;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, forgets the addresses that docs/privacy.md says are no longer kept.
@Component
class SubscriptionNightly {
  private final Subscriptions subscriptions;

  SubscriptionNightly(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Scheduled(cron = "0 25 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    subscriptions.forget();
  }
}
