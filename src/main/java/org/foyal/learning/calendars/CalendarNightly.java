package org.foyal.learning.calendars;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, deletes the secret addresses that were shut long ago, as docs/privacy.md says.
@Component
class CalendarNightly {
  private final CalendarKeys keys;

  CalendarNightly(CalendarKeys keys) {
    this.keys = keys;
  }

  @Scheduled(cron = "0 35 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    keys.forget();
  }
}
