package org.foyal.home.alerting;

import org.foyal.things.alerts.AlertClosed;
import org.foyal.things.alerts.AlertOpened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears of alerts, at once. Should the process die before, the next minute does it.
@Component
class AlertCasesListener {
  private final AlertCases cases;

  AlertCasesListener(AlertCases cases) {
    this.cases = cases;
  }

  @TransactionalEventListener
  void opened(AlertOpened opened) {
    cases.open(opened.alert());
  }

  @TransactionalEventListener
  void closed(AlertClosed closed) {
    cases.close(closed.alert());
  }
}
