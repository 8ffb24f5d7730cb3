package org.foyal.innovation.directory;

import org.foyal.innovation.InnovationSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, forgets what docs/privacy.md says is no longer kept.
@Component
class DirectoryNightly {
  private final Directory directory;
  private final InnovationSettings settings;

  DirectoryNightly(Directory directory, InnovationSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  @Scheduled(cron = "0 40 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    directory.forgetOld(settings);
  }
}
