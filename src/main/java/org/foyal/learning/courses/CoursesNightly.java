package org.foyal.learning.courses;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, erases the names of trainers that docs/privacy.md says are no longer kept.
@Component
class CoursesNightly {
  private final Resources resources;

  CoursesNightly(Resources resources) {
    this.resources = resources;
  }

  @Scheduled(cron = "0 25 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    resources.forget();
  }
}
