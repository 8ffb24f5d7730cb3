package org.foyal.requests.alerts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every morning, tells whoever follows a neighbourhood of what was reported there.
@Component
class AlertsNightly {
  private final Alerts alerts;

  AlertsNightly(Alerts alerts) {
    this.alerts = alerts;
  }

  @Scheduled(cron = "0 15 7 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void morning() {
    alerts.areas().forEach(alerts::tell);
  }
}
