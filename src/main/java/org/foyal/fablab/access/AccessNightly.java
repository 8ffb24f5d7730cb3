package org.foyal.fablab.access;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every ten minutes, ends the times that no interlock ended.
@Component("labAccessNightly")
class AccessNightly {
  private static final Logger LOG = LoggerFactory.getLogger(AccessNightly.class);
  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final int MOST = 500;

  private final Access access;

  AccessNightly(Access access) {
    this.access = access;
  }

  @Scheduled(fixedDelay = 600_000, initialDelay = 300_000)
  void end() {
    try {
      access.endForgotten(GRACE, MOST);
    } catch (DataAccessException | TransactionException failed) {
      LOG.warn("Machine access: what nobody ended waits for the next time", failed);
    }
  }
}
