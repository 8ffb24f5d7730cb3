package org.foyal.territory.search;

import org.foyal.territory.TerritoryFollowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The event door: has the names read once the house is open and whenever the territory changed,
/// whoever imported, so that no reader waits for it. A command of the console has no readers.
@Component
@ConditionalOnWebApplication
class SearchListener {
  private static final Logger LOG = LoggerFactory.getLogger(SearchListener.class);

  private final Search search;

  SearchListener(Search search) {
    this.search = search;
  }

  /// In the thread that imported, or that noticed: readers have the names of before meanwhile.
  @EventListener
  void on(TerritoryFollowed followed) {
    read();
  }

  @EventListener(ApplicationReadyEvent.class)
  void onOpened() {
    Thread.ofPlatform().daemon().name("names").start(this::read);
  }

  private void read() {
    try {
      search.searched();
    } catch (DataAccessException away) {
      LOG.debug("The names wait for the first reader.", away);
    }
  }
}
