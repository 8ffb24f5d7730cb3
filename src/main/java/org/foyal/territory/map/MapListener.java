package org.foyal.territory.map;

import org.foyal.territory.TerritoryFollowed;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The event door: once the house is open, and whenever the territory changed since, has the layers
/// and the opening pictures prepared, so that no reader of the map waits for them. A command of the
/// console has no readers.
@Component
@ConditionalOnWebApplication
class MapListener {
  private final Maps maps;
  private volatile boolean open;

  MapListener(Maps maps) {
    this.maps = maps;
  }

  @EventListener(ApplicationReadyEvent.class)
  void onOpened() {
    open = true;
    maps.prepareAhead();
  }

  /// A city that is loaded before the house opens is prepared once, at the end.
  @EventListener
  void on(TerritoryFollowed followed) {
    if (open) {
      maps.prepareAhead();
    }
  }
}
