package org.foyal.things.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.foyal.things.ledger.LedgerStore.Place;
import org.foyal.things.ledger.LedgerStore.Row;
import org.foyal.things.ledger.LedgerStore.Wait;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// The façade of what is changed or goes of the ledger; counts and spans of datastreams stay exact.
@Service
public class Corrections {
  private final CorrectingStore store;
  private final LedgerStore ledger;
  private final Clock clock;

  Corrections(CorrectingStore store, LedgerStore ledger, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// What came of changing an observation.
  public sealed interface Changing {
    /// It reads differently now.
    record Done() implements Changing {}

    /// There is no such observation.
    record NotThere() implements Changing {}

    /// What it hangs on is not there, or takes one observation a time and has one.
    record Unfit(String where, String reason) implements Changing {}
  }

  /// Changes what the body names of an observation.
  ///
  /// @throws NotTaken where something in the body can't be
  @Transactional(propagation = Propagation.MANDATORY)
  public Changing change(long id, ObjectNode body) throws NotTaken {
    var found = store.take(id);
    if (found.isEmpty()) {
      return new Changing.NotThere();
    }
    var before = found.get();
    var after = merged(before, body);
    var held =
        ledger.hold(
            new TreeSet<>(List.of(before.datastream(), after.datastream())), Wait.FOR_OTHERS);
    var stream = held.get(after.datastream());
    if (stream == null) {
      return new Changing.Unfit("Datastream", "There is no such Datastream.");
    }
    var feature = after.feature();
    if (feature != null && ledger.features(List.of(feature), Wait.FOR_OTHERS).isEmpty()) {
      return new Changing.Unfit("FeatureOfInterest", "There is no such FeatureOfInterest.");
    }
    var place = new Place(after.datastream(), after.phenomenon().from());
    boolean moved = !place.equals(new Place(before.datastream(), before.phenomenon().from()));
    if (stream.onePerTime() && moved && !ledger.taken(List.of(place)).isEmpty()) {
      return new Changing.Unfit(
          "phenomenonTime", "The Datastream has an observation of that time already.");
    }
    store.remove(id);
    ledger.write(List.of(new Row(id, after, feature, stream.onePerTime())));
    if (before.datastream() != after.datastream()) {
      store.countDown(before.datastream());
      ledger.countUp(after.datastream(), clock.instant());
    }
    store.measure(held.keySet());
    return new Changing.Done();
  }

  private static Incoming merged(Incoming before, ObjectNode body) throws NotTaken {
    var datastream = IncomingJson.link(body, "Datastream");
    var with = body.deepCopy();
    if (!body.has("result")) {
      with.putNull("result");
    }
    var read =
        IncomingJson.read(
            with, datastream == null ? before.datastream() : datastream, Instant.EPOCH);
    var extras = before.extras();
    return new Incoming(
        read.datastream(),
        body.has("phenomenonTime") ? read.phenomenon() : before.phenomenon(),
        body.has("result") ? read.result() : before.result(),
        body.has("resultTime") ? read.resultTime() : before.resultTime(),
        body.has("FeatureOfInterest") ? read.feature() : before.feature(),
        new Incoming.Extras(
            body.has("resultQuality") ? read.extras().quality() : extras.quality(),
            body.has("validTime") ? read.extras().valid() : extras.valid(),
            body.has("parameters") ? read.extras().parameters() : extras.parameters()));
  }

  /// Removes an observation.
  ///
  /// @return whether it was there
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean remove(long id) {
    var found = store.take(id);
    if (found.isEmpty()) {
      return false;
    }
    var what = found.get();
    ledger.hold(List.of(what.datastream()), Wait.FOR_OTHERS);
    boolean atAnEnd = store.isAtAnEnd(what);
    store.remove(id);
    store.countDown(what.datastream());
    if (atAnEnd) {
      store.measure(List.of(what.datastream()));
    }
    return true;
  }

  /// Removes all observations of datastreams that go. Most of the work is done before the
  /// datastreams are held, so that who writes elsewhere waits for none of it.
  @Transactional(propagation = Propagation.MANDATORY)
  public void removeOf(Collection<Long> datastreams) {
    if (!datastreams.isEmpty()) {
      store.removeOf(datastreams);
      ledger.hold(datastreams, Wait.FOR_OTHERS);
      store.removeOf(datastreams); // what came in between
    }
  }

  /// Removes all observations about a feature that goes.
  @Transactional(propagation = Propagation.MANDATORY)
  public void removeAbout(long feature) {
    var datastreams = store.datastreamsAbout(feature);
    if (!datastreams.isEmpty()) {
      ledger.hold(datastreams, Wait.FOR_OTHERS);
      store.removeAbout(feature);
      store.measure(datastreams);
    }
  }
}
