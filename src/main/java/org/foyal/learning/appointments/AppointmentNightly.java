package org.foyal.learning.appointments;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// By day, reminds; every night, deletes what docs/privacy.md says is no longer kept. Names and
/// contacts are erased by enrolment, which keeps them.
@Component
class AppointmentNightly {
  private final Reception reception;
  private final AppointmentSettings settings;

  AppointmentNightly(Reception reception, AppointmentSettings settings) {
    this.reception = reception;
    this.settings = settings;
  }

  @Scheduled(cron = "0 20 8-18 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void hour() {
    reception.remind(settings.remindHours());
  }

  @Scheduled(cron = "0 25 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    reception.forget();
  }
}
