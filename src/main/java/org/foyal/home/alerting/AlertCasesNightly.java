package org.foyal.home.alerting;

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
class AlertCasesNightly {
  private static final Logger LOG = LoggerFactory.getLogger(AlertCasesNightly.class);

  private final AlertCases cases;

  AlertCasesNightly(AlertCases cases) {
    this.cases = cases;
  }

  /// Tests put the first minute off: they let time pass themselves.
  @Scheduled(fixedDelay = 60_000, initialDelayString = "${things.first-minute:PT1M}")
  void minute() {
    each(cases.missing(), cases::open);
    each(cases.unsaid(), cases::close);
  }

  /// One that fails holds up none of the others.
  private static void each(List<Long> alerts, Consumer<Long> act) {
    for (var alert : alerts) {
      try {
        act.accept(alert);
      } catch (DataAccessException | TransactionException failed) {
        LOG.warn("Alerts: the case of this one waits for the next minute: {}", alert, failed);
      }
    }
  }
}
