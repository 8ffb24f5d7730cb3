package org.foyal.innovation.applying;

import org.foyal.innovation.CallMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that a deadline moved, in the transaction that moved it.
@Component
class DraftsListener {
  private final Applications applications;

  DraftsListener(Applications applications) {
    this.applications = applications;
  }

  @EventListener
  void on(CallMoved moved) {
    applications.tellMoved(moved.call(), moved.version());
  }
}
