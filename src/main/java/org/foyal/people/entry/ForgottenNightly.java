package org.foyal.people.entry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The door of time: no wish for a new password outlives a night, whatever kept it from its answer.
@Component
class ForgottenNightly {
  private final ForgottenPasswords forgotten;

  ForgottenNightly(ForgottenPasswords forgotten) {
    this.forgotten = forgotten;
  }

  @Scheduled(cron = "0 35 3 * * *")
  public void answerAll() {
    forgotten.answerAll();
  }
}
