package org.foyal.things.intake;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.foyal.things.ledger.Asked;
import org.foyal.things.ledger.Entry;
import org.foyal.things.ledger.Observations;
import org.foyal.things.ledger.Tried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Writes what several senders brought in one commit, and tells each only then.
@Component
class GroupCommit {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int TRIES = 3;
  private static final String ODD = "The database can't store this as it is; nothing of it was.";

  private static final long QUIET_ns = TimeUnit.SECONDS.toNanos(10);
  private static final long REST_ns = TimeUnit.MILLISECONDS.toNanos(50);

  private final Observations observations;
  private final TransactionOperations transaction;
  private long told_ns;
  private long refused;

  GroupCommit(Observations observations, TransactionOperations transaction) {
    this.observations = observations;
    this.transaction = transaction;
  }

  /// What became of an observation.
  sealed interface Outcome {
    /// Its sender can be told.
    record Told(Taken taken) implements Outcome {}

    /// Somebody else holds what it hangs on for now: it is to be tried again.
    record Held() implements Outcome {}

    /// The same for each.
    static List<Outcome> all(int count, Taken taken) {
      return Collections.nCopies(count, new Told(taken));
    }
  }

  /// Commits what can be without waiting for anybody, and tells what became of each part.
  void commit(List<Part> those, BiConsumer<Part, List<Outcome>> settle) {
    tell(those, store(those.stream().flatMap(one -> one.asked().stream()).toList(), true), settle);
  }

  /// Where the database refuses the whole for something in it, each half is tried alone, so that
  /// one odd row keeps no other out, a neighbour of the same list as little as another sender's.
  private List<Outcome> store(List<Asked> asked, boolean again) {
    try {
      return write(asked, TRIES).stream().map(GroupCommit::outcome).toList();
    } catch (DataIntegrityViolationException odd) {
      if (asked.size() > 1) {
        int half = asked.size() / 2;
        return Stream.concat(
                store(asked.subList(0, half), true).stream(),
                store(asked.subList(half, asked.size()), true).stream())
            .toList();
      }
      // a month that got a table of its own in this very moment refuses a row once and takes it
      // then
      return again ? store(asked, false) : Outcome.all(1, new Taken.Refused(ODD));
    } catch (DataAccessException | TransactionException away) {
      rest(asked.size(), away);
      return Outcome.all(asked.size(), new Taken.Unavailable());
    }
  }

  /// Where nothing can be stored, tries are few and the log stays short: a disk that is full must
  /// not be filled with complaints about it. Of the writing thread alone.
  private void rest(int observations, NestedRuntimeException away) {
    refused += observations;
    if (told_ns == 0 || System.nanoTime() - told_ns >= QUIET_ns) {
      LOG.warn(
          "{} observations could not be stored: {}",
          refused,
          away.getMostSpecificCause().toString());
      refused = 0;
      told_ns = System.nanoTime();
    }
    LockSupport.parkNanos(REST_ns);
  }

  private List<Tried> write(List<Asked> asked, int tries) {
    try {
      return transaction.execute(_ -> observations.tryToWrite(asked));
    } catch (ConcurrencyFailureException inTheWay) {
      if (tries == 1) {
        throw inTheWay;
      }
      return write(asked, tries - 1);
    }
  }

  private static void tell(
      List<Part> those, List<Outcome> all, BiConsumer<Part, List<Outcome>> settle) {
    int at = 0;
    for (var one : those) {
      settle.accept(one, all.subList(at, at + one.asked().size()));
      at += one.asked().size();
    }
  }

  private static Outcome outcome(Tried tried) {
    return switch (tried) {
      case Tried.Judged(var entry) -> new Outcome.Told(taken(entry));
      case Tried.Held _ -> new Outcome.Held();
    };
  }

  private static Taken taken(Entry entry) {
    return switch (entry) {
      case Entry.Entered(long id, _, _) -> new Taken.Recorded(id);
      case Entry.NoDatastream(long datastream) -> new Taken.UnknownDatastream(datastream);
      case Entry.NoFeature(long feature) -> new Taken.UnknownFeature(feature);
      case Entry.NotTheirs(long datastream) -> new Taken.Forbidden(datastream);
      case Entry.AlreadyThere(long datastream, var at) -> new Taken.Duplicate(datastream, at);
    };
  }
}
