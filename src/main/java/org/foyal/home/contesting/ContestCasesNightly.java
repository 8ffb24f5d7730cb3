package org.foyal.home.contesting;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every minute, does what a process that died could not.
@Component
class ContestCasesNightly {
  private static final Logger LOG = LoggerFactory.getLogger(ContestCasesNightly.class);

  private final ContestCases cases;

  ContestCasesNightly(ContestCases cases) {
    this.cases = cases;
  }

  /// Tests put the first minute off: they let time pass themselves.
  @Scheduled(fixedDelay = 60_000, initialDelayString = "${equality.first-minute:PT1M}")
  void minute() {
    each(cases.missing(), cases::open);
  }

  /// One that fails holds up none of the others.
  private static void each(List<Long> contests, Consumer<Long> act) {
    for (var contest : contests) {
      try {
        act.accept(contest);
      } catch (DataAccessException | TransactionException failed) {
        LOG.warn(
            "Contested figures: the case of this one waits for the next minute: {}",
            contest,
            failed);
      }
    }
  }
}
