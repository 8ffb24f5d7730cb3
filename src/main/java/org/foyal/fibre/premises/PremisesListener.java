package org.foyal.fibre.premises;

import org.foyal.territory.TerritoryFollowed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that the territory changed: buildings may stand in another neighbourhood now.
@Component
class PremisesListener {
  private final Premises premises;

  PremisesListener(Premises premises) {
    this.premises = premises;
  }

  @EventListener
  void on(TerritoryFollowed change) {
    premises.resettle(change.version());
  }
}
