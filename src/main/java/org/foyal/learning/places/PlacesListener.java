package org.foyal.learning.places;

import org.foyal.territory.TerritoryFollowed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that the territory changed: places may lie in another neighbourhood now.
@Component
class PlacesListener {
  private final Places places;

  PlacesListener(Places places) {
    this.places = places;
  }

  @EventListener
  void on(TerritoryFollowed change) {
    places.resettle();
  }
}
