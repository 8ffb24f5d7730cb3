package org.foyal.fibre.asking.following;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every morning, tells whoever follows an address at which one can order now, and deletes what
/// docs/privacy.md says is no longer kept.
@Component
class TellMeNightly {
  private static final Logger LOG = LoggerFactory.getLogger(TellMeNightly.class);
  private static final int AT_ONCE = 500;

  private final FibreFollowing following;
  private final FibreCalls calls;
  private final FollowedStore store;

  TellMeNightly(FibreFollowing following, FibreCalls calls, FollowedStore store) {
    this.following = following;
    this.calls = calls;
    this.store = store;
  }

  @Scheduled(cron = "0 20 7 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void tell() {
    calls.forget();
    var some = store.topicsAfter("", AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(this::tell);
      some = store.topicsAfter(some.getLast(), AT_ONCE);
    }
  }

  /// One that fails holds up none of the others; the next day tries it again.
  private void tell(String topic) {
    try {
      following.tell(topic);
    } catch (DataAccessException | TransactionException failed) {
      LOG.warn("Fibre: this address waits for tomorrow: {}", topic, failed);
    }
  }
}
