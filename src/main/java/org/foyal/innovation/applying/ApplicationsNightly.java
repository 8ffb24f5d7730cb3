package org.foyal.innovation.applying;

import org.foyal.innovation.InnovationSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, forgets what docs/privacy.md says is no longer kept.
@Component
class ApplicationsNightly {
  private final Applications applications;
  private final InnovationSettings settings;

  ApplicationsNightly(Applications applications, InnovationSettings settings) {
    this.applications = applications;
    this.settings = settings;
  }

  @Scheduled(cron = "0 35 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    applications.forgetOld(settings);
  }
}
