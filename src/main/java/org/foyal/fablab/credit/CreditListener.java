package org.foyal.fablab.credit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking;
import org.foyal.fablab.projects.ProjectPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Whoever documents a project that is shown to all is given time for it, once a project.
@Component("fablabCreditListener")
class CreditListener {
  private static final int A_PROJECT_minutes = 60;

  private final TimeCredits time;
  private final Credit credit;

  CreditListener(TimeCredits time, Credit credit) {
    this.time = time;
    this.credit = credit;
  }

  /// What was paid for a booking that came to nothing is theirs again at once; what this does not
  /// reach, as a process died, the night does.
  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void ended(Booking.Ended event) {
    credit.settle(Optional.of(event.booking()));
  }

  /// In the transaction that shows it: neither without the other, whatever dies in between.
  @EventListener
  void published(ProjectPublished event) {
    var form = "fablab.credit.project " + event.project();
    time.contributed(
        UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8)),
        event.member(),
        A_PROJECT_minutes,
        null);
  }
}
