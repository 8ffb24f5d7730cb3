package org.foyal.learning.progress;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, after names are erased, forgets what docs/privacy.md says is no longer kept of what
/// people say of themselves.
@Component
class ProgressNightly {
  private final Progress progress;

  ProgressNightly(Progress progress) {
    this.progress = progress;
  }

  @Scheduled(cron = "0 30 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    progress.forget();
  }
}
