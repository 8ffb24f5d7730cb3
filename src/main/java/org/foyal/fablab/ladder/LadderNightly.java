package org.foyal.fablab.ladder;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every night, looks at all levels again: lowers what was not used, tells the house what has
/// lapsed, and whoever has a level that it ends in a month.
@Component
class LadderNightly {
  private static final Logger LOG = LoggerFactory.getLogger(LadderNightly.class);

  private final Nights nights;

  LadderNightly(Nights nights) {
    this.nights = nights;
  }

  @Scheduled(cron = "0 35 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    each(nights.unused(), nights::demote);
    each(nights.changed(), nights::tell);
    each(nights.ending(), nights::warn);
    nights.forget();
  }

  /// One that fails holds up none of the others; the next night tries it again.
  private static <T> void each(List<T> some, Consumer<T> act) {
    for (var one : some) {
      try {
        act.accept(one);
      } catch (DataAccessException
          | TransactionException
          | NoSuchElementException
          | IllegalStateException failed) {
        LOG.warn("Ladder: this waits for the next night: {}", one, failed);
      }
    }
  }
}
