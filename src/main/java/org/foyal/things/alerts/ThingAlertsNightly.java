package org.foyal.things.alerts;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Several times a minute, notes that somebody listens, and every minute lets rules see what time
/// brings; every night, deletes what docs/privacy.md says is no longer kept.
@Component
class ThingAlertsNightly {
  private final ThingAlerts alerts;
  private final AlertsSettings settings;

  ThingAlertsNightly(ThingAlerts alerts, AlertsSettings settings) {
    this.alerts = alerts;
    this.settings = settings;
  }

  @Scheduled(fixedDelay = 15_000)
  void listen() {
    alerts.listen();
  }

  /// Tests put the first minute off: they let time pass themselves.
  @Scheduled(fixedDelay = 60_000, initialDelayString = "${things.first-minute:PT1M}")
  void minute() {
    alerts.pass();
  }

  @Scheduled(cron = "0 45 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    alerts.forget(Duration.ofDays(settings.keepDays()));
  }
}
