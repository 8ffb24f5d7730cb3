package org.foyal.things.editing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.things.ledger.Corrections;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Changes and removes what stands, in the transaction of whoever asks.
@Component
class Changing {
  private static final Map<EntityType, Set<String>> MOVABLE =
      Map.of(
          EntityType.THING, Set.of("Locations"),
          EntityType.LOCATION, Set.of("Things"),
          EntityType.HISTORICAL_LOCATION, Set.of("Thing", "Locations"),
          EntityType.DATASTREAM, Set.of("Thing", "Sensor", "ObservedProperty"));

  private final EntityStore store;
  private final Making making;
  private final Corrections corrections;
  private final ObjectProvider<Watched> watched;
  private final Clock clock;

  Changing(
      EntityStore store,
      Making making,
      Corrections corrections,
      ObjectProvider<Watched> watched,
      Clock clock) {
    this.store = store;
    this.making = making;
    this.corrections = corrections;
    this.watched = watched;
    this.clock = clock;
  }

  void change(long id, Draft draft, Writer writer) throws Stopped {
    var type = draft.type();
    mayChange(type, id, writer);
    for (var link : draft.links().keySet()) {
      if (!MOVABLE.getOrDefault(type, Set.of()).contains(link)) {
        throw Stopped.malformed(link, "Change this link at the other end.");
      }
    }
    var columns = new LinkedHashMap<>(draft.columns());
    switch (type) {
      case THING -> place(id, draft, writer);
      case LOCATION -> {
        for (long thing : making.numbers(draft, "Things", Map.of(), writer)) {
          making.mayWriteAt(thing, writer);
          store.place(thing, List.of(id), clock.instant());
        }
      }
      case HISTORICAL_LOCATION -> {
        relink("Thing", "thing", draft, columns, writer);
        if (draft.links().containsKey("Locations")) {
          store.forgetPlaces(id);
          store.remember(id, making.numbers(draft, "Locations", Map.of(), writer));
        }
      }
      case DATASTREAM -> {
        relink("Thing", "thing", draft, columns, writer);
        relink("Sensor", "sensor", draft, columns, writer);
        relink("ObservedProperty", "observed_property", draft, columns, writer);
      }
      case SENSOR, OBSERVED_PROPERTY, FEATURE_OF_INTEREST, OBSERVATION -> {}
    }
    if (columns.containsKey("around")) {
      columns.put("rough", false); // whatever was kept before
    }
    store.update(type, id, columns);
    making.told(type, id);
  }

  private void place(long thing, Draft draft, Writer writer) throws Stopped {
    if (draft.links().containsKey("Locations")) {
      var places = making.numbers(draft, "Locations", Map.of(), writer);
      store.place(thing, places, clock.instant());
    }
  }

  private void relink(
      String link, String column, Draft draft, Map<String, Object> columns, Writer writer)
      throws Stopped {
    if (draft.links().containsKey(link)) {
      var found = making.numbers(draft, link, Map.of(), writer);
      if (found.isEmpty()) {
        throw Stopped.malformed(link, "A %s needs one.".formatted(draft.type().single()));
      }
      if (link.equals("Thing")) {
        making.mayWriteAt(found.getFirst(), writer);
      }
      columns.put(column, found.getFirst());
    }
  }

  /// What hangs on no thing alone is changed by those who may change everything.
  void mayChange(EntityType type, long id, Writer writer) throws Stopped {
    if (type == EntityType.OBSERVATION) {
      for (long thing : store.things(type, id)) {
        making.mayWriteAt(thing, writer);
      }
      return; // one that is not there is told by who changes it
    }
    if (store.missing(type, List.of(id)).isPresent()) {
      throw new Stopped(new Written.Missing(type, id));
    }
    var things = store.things(type, id);
    if (things.isEmpty() && !(writer.rights() instanceof Rights.Everything)) {
      throw new Stopped(
          new Written.Forbidden("Several things may share it: the city's own programs change it."));
    }
    for (long thing : things) {
      making.mayWriteAt(thing, writer);
    }
  }

  void changeObservation(long id, ObjectNode body, Writer writer) throws Stopped {
    mayChange(EntityType.OBSERVATION, id, writer);
    try {
      switch (corrections.change(id, body)) {
        case Corrections.Changing.Done() -> {
          mayChange(EntityType.OBSERVATION, id, writer); // where it hangs now, too
          making.told(EntityType.OBSERVATION, id);
        }
        case Corrections.Changing.NotThere() ->
            throw new Stopped(new Written.Missing(EntityType.OBSERVATION, id));
        case Corrections.Changing.Unfit(var where, var reason) ->
            throw Stopped.malformed(where, reason);
      }
    } catch (NotTaken no) {
      throw Stopped.of(no);
    }
  }

  /// A maker takes nothing away that the staff relies on: its rule would be gone without a word.
  private void nobodyWatches(EntityType type, long id) throws Stopped {
    var datastreams =
        switch (type) {
          case THING, SENSOR, OBSERVED_PROPERTY, DATASTREAM -> store.datastreams(type, id);
          case LOCATION, HISTORICAL_LOCATION, FEATURE_OF_INTEREST, OBSERVATION -> List.<Long>of();
        };
    var names =
        datastreams.isEmpty()
            ? List.<String>of()
            : watched.stream().flatMap(one -> one.listWatching(datastreams).stream()).toList();
    if (!names.isEmpty()) {
      throw new Stopped(
          new Written.Forbidden(
              "The city watches over this: %s. Ask it to take that away first."
                  .formatted(String.join(", ", names))));
    }
  }

  void remove(EntityType type, long id, Writer writer) throws Stopped {
    mayChange(type, id, writer);
    if (!(writer.rights() instanceof Rights.Everything)) {
      nobodyWatches(type, id);
    }
    boolean there =
        switch (type) {
          case OBSERVATION -> corrections.remove(id);
          case FEATURE_OF_INTEREST -> {
            corrections.removeAbout(id);
            yield store.delete(type, id);
          }
          case LOCATION -> {
            store.forgetHistoryOf(id);
            yield store.delete(type, id);
          }
          case THING, SENSOR, OBSERVED_PROPERTY, DATASTREAM -> {
            corrections.removeOf(store.datastreams(type, id));
            yield store.delete(type, id);
          }
          case HISTORICAL_LOCATION -> store.delete(type, id);
        };
    if (!there) {
      throw new Stopped(new Written.Missing(type, id));
    }
  }
}
