package org.foyal.participation.answers;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every morning, reminds officials of what they owe.
@Component
class AnswersNightly {
  private final AnswerReminders reminders;

  AnswersNightly(AnswerReminders reminders) {
    this.reminders = reminders;
  }

  @Scheduled(cron = "0 40 6 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void morning() {
    reminders.remind();
  }
}
