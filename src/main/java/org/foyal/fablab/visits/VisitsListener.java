package org.foyal.fablab.visits;

import org.foyal.fablab.booking.Booking;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The event door: what the lab takes back when it closes may be a group’s.
@Component("fablabVisitsListener")
class VisitsListener {
  private final Visits visits;

  VisitsListener(Visits visits) {
    this.visits = visits;
  }

  /// In the transaction that takes it back: the letter is queued with it, or neither is.
  @EventListener
  void ended(Booking.Ended event) {
    visits.tellOff(event.booking());
  }
}
