package org.foyal.territory.search;

import org.foyal.territory.TerritoryChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears that the territory changed and has the names read at once, so that no reader waits for it.
@Component
class SearchListener {
  private final Search search;

  SearchListener(Search search) {
    this.search = search;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(TerritoryChanged change) {
    search.searched();
  }
}
