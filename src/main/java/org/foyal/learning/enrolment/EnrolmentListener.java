package org.foyal.learning.enrolment;

import org.foyal.learning.courses.SessionChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells those who come what becomes of a session, at once. Should the process die before, the next
/// minute does it.
@Component
class EnrolmentListener {
  private final Turns turns;

  EnrolmentListener(Turns turns) {
    this.turns = turns;
  }

  @TransactionalEventListener
  void changed(SessionChanged change) {
    turns.follow(change.session());
  }
}
