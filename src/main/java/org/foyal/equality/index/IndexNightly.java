package org.foyal.equality.index;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, after the rooms were asked, makes the index.
@Component
class IndexNightly {
  private final Indexing indexing;

  IndexNightly(Indexing indexing) {
    this.indexing = indexing;
  }

  @Scheduled(cron = "0 50 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void make() {
    indexing.make();
  }
}
