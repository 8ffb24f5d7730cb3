package org.foyal.things.editing;

import java.util.Map;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.node.ObjectNode;

/// The façade of editing: makes, changes and removes entities, each with what hangs on it, all in
/// one transaction.
@Service
public class Entities {
  private static final int TRIES = 3;

  private final Making making;
  private final Changing changing;
  private final Homes homes;
  private final TransactionOperations transaction;

  Entities(Making making, Changing changing, Homes homes, TransactionOperations transaction) {
    this.making = making;
    this.changing = changing;
    this.homes = homes;
    this.transaction = transaction;
  }

  /// What is done in a transaction, or stops all of it.
  private interface Act {
    Written run() throws Stopped, NotTaken;
  }

  private Written whole(Act act) {
    return whole(act, TRIES);
  }

  /// Two who change the same may be in each other's way: one of them begins anew.
  private Written whole(Act act, int tries) {
    try {
      return once(act);
    } catch (ConcurrencyFailureException inTheWay) {
      if (tries == 1 || TransactionSynchronizationManager.isActualTransactionActive()) {
        throw inTheWay;
      }
      return whole(act, tries - 1);
    }
  }

  private Written once(Act act) {
    return transaction.execute(status -> {
      try {
        return act.run();
      } catch (Stopped stopped) {
        status.setRollbackOnly();
        return stopped.outcome();
      } catch (NotTaken no) {
        status.setRollbackOnly();
        return new Written.Malformed(no.where(), no.reason());
      }
    });
  }

  /// Makes an entity, with those that it holds (deep insert, 18-088 clause 10.2).
  ///
  /// @param parent the entity below which it was posted; none: its own set
  public Written create(EntityType type, @Nullable Parent parent, ObjectNode body, Writer writer) {
    return whole(() -> {
      var draft = Drafting.whole(type, parent, body);
      long id = making.make(draft, Map.of(), writer);
      homes.blur(type, id);
      return new Written.Created(type, id);
    });
  }

  /// Changes what the body names and nothing else (PATCH, 18-088 clause 10.3).
  public Written update(EntityType type, long id, ObjectNode patch, Writer writer) {
    return whole(() -> {
      if (type == EntityType.OBSERVATION) {
        changing.changeObservation(id, patch, writer);
      } else {
        changing.change(id, Drafting.part(type, patch), writer);
      }
      homes.blur(type, id);
      return new Written.Changed(type, id);
    });
  }

  /// Puts the body in the place of what was there (PUT); links that it does not name stay.
  public Written replace(EntityType type, long id, ObjectNode body, Writer writer) {
    return whole(() -> {
      if (type == EntityType.OBSERVATION) {
        changing.changeObservation(id, wholeObservation(body), writer);
      } else {
        changing.change(id, Drafting.replacement(type, body), writer);
      }
      homes.blur(type, id);
      return new Written.Changed(type, id);
    });
  }

  /// What a replacement leaves out is no longer.
  private static ObjectNode wholeObservation(ObjectNode body) throws NotTaken {
    if (!body.has("result")) {
      throw new NotTaken("result", "An Observation needs a result.");
    }
    var whole = body.deepCopy();
    for (var name : new String[] {"resultTime", "resultQuality", "validTime", "parameters"}) {
      if (!whole.has(name)) {
        whole.putNull(name);
      }
    }
    return whole;
  }

  /// Removes an entity with what can't be without it (18-088, table 24).
  public Written delete(EntityType type, long id, Writer writer) {
    return whole(() -> {
      changing.remove(type, id, writer);
      return new Written.Deleted(type, id);
    });
  }
}
