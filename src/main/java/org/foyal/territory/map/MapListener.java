package org.foyal.territory.map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The event door: once the house is open, prepares the map's layers, so that the first reader of
/// the map does not wait for them.
@Component
class MapListener {
  private static final Logger log = LoggerFactory.getLogger(MapListener.class);

  private final Maps maps;

  MapListener(Maps maps) {
    this.maps = maps;
  }

  /// On a platform thread: seconds of arithmetic on a virtual one would hold up every request of a
  /// machine with one core.
  @EventListener(ApplicationReadyEvent.class)
  void onOpened() {
    Thread.ofPlatform().daemon().name("map-layers").start(this::prepare);
  }

  private void prepare() {
    try {
      maps.layers();
    } catch (DataAccessException closed) {
      log.debug("The layers wait for the first reader.", closed);
    }
  }
}
