package org.foyal.learning.progress;

import org.foyal.learning.enrolment.Enrolments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that somebody has their name erased, and forgets what they said, in the same transaction.
@Component
class ErasedListener {
  private final Progress progress;

  ErasedListener(Progress progress) {
    this.progress = progress;
  }

  @EventListener
  void on(Enrolments.Erased erased) {
    progress.forget(erased.learner());
  }
}
