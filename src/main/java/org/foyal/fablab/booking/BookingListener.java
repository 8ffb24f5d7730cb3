package org.foyal.fablab.booking;

import org.foyal.fablab.ladder.StandingLapsed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The event door: somebody may do less at a kind of machine, so what they booked there is looked
/// at again.
@Component
class BookingListener {
  private final LabDays days;

  BookingListener(LabDays days) {
    this.days = days;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(StandingLapsed lapsed) {
    days.lookAgain(lapsed.member(), lapsed.type());
  }
}
