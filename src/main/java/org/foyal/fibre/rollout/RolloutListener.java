package org.foyal.fibre.rollout;

import org.foyal.territory.TerritoryFollowed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that the territory changed: cabinets may stand in another neighbourhood now.
@Component
class RolloutListener {
  private final Rollout rollout;

  RolloutListener(Rollout rollout) {
    this.rollout = rollout;
  }

  @EventListener
  void on(TerritoryFollowed change) {
    rollout.resettle();
  }
}
