package org.foyal.things.intake;

import java.util.List;
import java.util.function.BiConsumer;
import org.foyal.things.ledger.Asked;
import org.foyal.things.ledger.Entry;
import org.foyal.things.ledger.Observations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private final Observations observations;
  private final TransactionOperations transaction;

  GroupCommit(Observations observations, TransactionOperations transaction) {
    this.observations = observations;
    this.transaction = transaction;
  }

  /// Commits, and tells each sender what became of theirs. Where the database refuses the whole for
  /// something in it, each half is tried alone, so that one odd row keeps no other out.
  void commit(List<Waiting> those, BiConsumer<Waiting, List<Taken>> finish) {
    try {
      var asked = those.stream().flatMap(one -> one.asked().stream()).toList();
      tell(those, write(asked, TRIES), finish);
    } catch (DataIntegrityViolationException odd) {
      split(those, finish);
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("Observations can't be stored now: {}", away.getMessage());
      those.forEach(
          one -> finish.accept(one, Waiting.all(one.asked().size(), new Taken.Unavailable())));
    }
  }

  private List<Entry> write(List<Asked> asked, int tries) {
    try {
      return transaction.execute(_ -> observations.write(asked));
    } catch (ConcurrencyFailureException inTheWay) {
      if (tries == 1) {
        throw inTheWay;
      }
      return write(asked, tries - 1);
    }
  }

  private void split(List<Waiting> those, BiConsumer<Waiting, List<Taken>> finish) {
    if (those.size() > 1) {
      int half = those.size() / 2;
      commit(those.subList(0, half), finish);
      commit(those.subList(half, those.size()), finish);
      return;
    }
    var one = those.getFirst();
    finish.accept(one, again(one));
  }

  /// A month that got a table of its own in the very moment refuses a row once, and takes it then;
  /// what is odd in itself is refused again.
  private List<Taken> again(Waiting one) {
    try {
      return write(one.asked(), TRIES).stream().map(GroupCommit::taken).toList();
    } catch (DataIntegrityViolationException odd) {
      LOG.debug("An observation can't be stored as it is", odd);
      return Waiting.all(
          one.asked().size(),
          new Taken.Refused("The database can't store this as it is; nothing of it was."));
    }
  }

  private void tell(
      List<Waiting> those, List<Entry> entries, BiConsumer<Waiting, List<Taken>> finish) {
    int at = 0;
    for (var one : those) {
      var mine = entries.subList(at, at + one.asked().size());
      at += one.asked().size();
      finish.accept(one, mine.stream().map(GroupCommit::taken).toList());
    }
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
