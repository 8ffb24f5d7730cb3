package org.foyal.fablab.credit;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every night, takes out the minutes that have run out, and settles what came to nothing.
@Component
class CreditNightly {
  private static final Logger LOG = LoggerFactory.getLogger(CreditNightly.class);

  private final TimeCredits credits;
  private final Credit credit;

  CreditNightly(TimeCredits credits, Credit credit) {
    this.credits = credits;
    this.credit = credit;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void settle() {
    for (var booking : credit.toSettle()) {
      try {
        credit.settle(Optional.of(booking));
      } catch (DataAccessException | TransactionException failed) {
        LOG.warn("What was paid for a booking waits for the next night: {}", booking, failed);
      }
    }
  }

  @Scheduled(cron = "0 45 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    for (var account : credits.expired()) {
      try {
        credits.expire(account);
      } catch (DataAccessException | TransactionException failed) {
        LOG.warn("Time credits: this account waits for the next night: {}", account, failed);
      }
    }
  }
}
