package org.foyal.learning.enrolment;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every minute, tells what became of sessions, should a process have died before it could, and
/// hands free seats on; by day, reminds; every night, deletes what docs/privacy.md says is no
/// longer kept.
@Component
class EnrolmentNightly {
  private static final Logger LOG = LoggerFactory.getLogger(EnrolmentNightly.class);

  private final Turns turns;
  private final Promotion promotion;

  EnrolmentNightly(Turns turns, Promotion promotion) {
    this.turns = turns;
    this.promotion = promotion;
  }

  /// Tests put the first minute off: they let time pass themselves.
  @Scheduled(fixedDelay = 60_000, initialDelayString = "${enrolment.first-minute:PT1M}")
  void minute() {
    each(turns.untold(), turns::follow);
    each(turns.unconfirmed(), turns::release);
    var sessions = turns.toPromote();
    each(sessions, promotion::promote);
    each(sessions, promotion::tellFirstCome);
    each(turns.over(), turns::endLine);
  }

  /// One that fails holds up none of the others; the next minute tries it again.
  static <T> void each(List<T> some, Consumer<T> act) {
    for (var one : some) {
      try {
        act.accept(one);
      } catch (DataAccessException
          | TransactionException
          | NoSuchElementException
          | IllegalStateException
          | IllegalArgumentException failed) {
        LOG.warn("Enrolment: this waits for the next minute: {}", one, failed);
      }
    }
  }

  @Scheduled(cron = "0 10 8-18 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void hour() {
    each(turns.toRemind(), turns::remind);
  }

  @Scheduled(cron = "0 15 4 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void night() {
    turns.forget();
  }
}
