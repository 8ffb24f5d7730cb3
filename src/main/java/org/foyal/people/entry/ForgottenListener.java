package org.foyal.people.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The event door: answers wishes for a new password after the page is sent, and at the start those
/// that a stop left behind.
@Component
class ForgottenListener {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenListener.class);

  private final ForgottenPasswords forgotten;

  ForgottenListener(ForgottenPasswords forgotten) {
    this.forgotten = forgotten;
  }

  @TransactionalEventListener(PasswordForgotten.class)
  void onForgotten() {
    Thread.ofVirtual().name("forgotten-passwords").start(this::answer);
  }

  @EventListener(ApplicationReadyEvent.class)
  void onOpened() {
    onForgotten();
  }

  private void answer() {
    try {
      forgotten.answerAll();
    } catch (DataAccessException away) {
      LOG.warn("Wishes for a new password wait for the next one, or the next start.", away);
    }
  }
}
