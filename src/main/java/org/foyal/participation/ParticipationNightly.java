package org.foyal.participation;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, erases the questions that nobody confirmed.
@Component
class ParticipationNightly {
  private final Questions questions;

  ParticipationNightly(Questions questions) {
    this.questions = questions;
  }

  @Scheduled(cron = "0 5 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forget() {
    questions.forget();
  }
}
