package org.foyal.things.editing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.shell.database.AfterCommit;
import org.foyal.things.editing.Draft.Linked;
import org.foyal.things.ledger.Asked;
import org.foyal.things.ledger.Entry;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.ledger.Observations;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.EntityWritten;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes drafts stand, each with what it holds, in the transaction of whoever asks.
@Component("thingsMaking")
class Making {
  private final EntityStore store;
  private final Observations observations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Making(
      EntityStore store, Observations observations, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.observations = observations;
    this.events = events;
    this.clock = clock;
  }

  /// Makes a draft.
  ///
  /// @param around the entities that hold it, by the name of its link to them
  /// @return its number
  long make(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    return switch (draft.type()) {
      case THING -> thing(draft, writer);
      case LOCATION -> location(draft, around, writer);
      case HISTORICAL_LOCATION -> historicalLocation(draft, around, writer);
      case DATASTREAM -> datastream(draft, around, writer);
      case SENSOR, OBSERVED_PROPERTY, FEATURE_OF_INTEREST -> shared(draft, writer);
      case OBSERVATION -> observation(draft, around, writer);
    };
  }

  private long thing(Draft draft, Writer writer) throws Stopped {
    if (!(writer.rights() instanceof Rights.Everything)) {
      throw new Stopped(new Written.Forbidden("These credentials are for things that are there."));
    }
    var columns = new LinkedHashMap<>(draft.columns());
    columns.put("created_at", clock.instant());
    long id = insert(draft.type(), columns, writer.example());
    var places = numbers(draft, "Locations", Map.of(), writer);
    if (!places.isEmpty()) {
      store.place(id, places, clock.instant());
    }
    holds(draft, "HistoricalLocations", Map.of("Thing", id), writer);
    holds(draft, "Datastreams", Map.of("Thing", id), writer);
    return id;
  }

  private long location(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    long id = insert(draft.type(), draft.columns(), writer.example());
    var things = numbers(draft, "Things", Map.of(), writer);
    boolean free = writer.rights() instanceof Rights.Everything;
    if (!free && things.isEmpty() && around.isEmpty()) {
      throw new Stopped(
          new Written.Forbidden("These credentials place their own things: POST it below one."));
    }
    for (long thing : things) {
      mayWriteAt(thing, writer);
      store.place(thing, List.of(id), clock.instant());
    }
    return id;
  }

  private long historicalLocation(Draft draft, Map<String, Long> around, Writer writer)
      throws Stopped {
    long thing = one(draft, "Thing", around, writer);
    mayWriteAt(thing, writer);
    var places = numbers(draft, "Locations", Map.of(), writer);
    var columns = new LinkedHashMap<>(draft.columns());
    columns.put("thing", thing);
    long id = store.insert(draft.type(), columns);
    store.remember(id, places);
    store.followLatest(thing, id);
    told(draft.type(), id);
    return id;
  }

  private long datastream(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    long thing = one(draft, "Thing", around, writer);
    mayWriteAt(thing, writer);
    var columns = new LinkedHashMap<>(draft.columns());
    columns.put("thing", thing);
    columns.put("sensor", one(draft, "Sensor", around, writer));
    columns.put("observed_property", one(draft, "ObservedProperty", around, writer));
    columns.put("created_at", clock.instant());
    boolean example = writer.example() || store.isExample(EntityType.THING, thing);
    long id = insert(draft.type(), columns, example);
    observations(draft, Map.of("Datastream", id), writer);
    return id;
  }

  private long shared(Draft draft, Writer writer) throws Stopped {
    long id = insert(draft.type(), draft.columns(), writer.example());
    if (draft.type() == EntityType.FEATURE_OF_INTEREST) {
      observations(draft, Map.of("FeatureOfInterest", id), writer);
    } else {
      holds(draft, "Datastreams", Map.of(draft.type().single(), id), writer);
    }
    return id;
  }

  private long insert(EntityType type, Map<String, @Nullable Object> columns, boolean example) {
    var all = new LinkedHashMap<>(columns);
    all.put("example", example);
    long id = store.insert(type, all);
    told(type, id);
    return id;
  }

  void told(EntityType type, long id) {
    AfterCommit.run(() -> events.publishEvent(new EntityWritten(type, id)));
  }

  void mayWriteAt(long thing, Writer writer) throws Stopped {
    if (!writer.rights().mayWriteAt(thing)) {
      throw new Stopped(
          new Written.Forbidden("These credentials are not for Things(%d).".formatted(thing)));
    }
  }

  private void holds(Draft draft, String link, Map<String, Long> around, Writer writer)
      throws Stopped {
    for (var held : draft.links().getOrDefault(link, List.of())) {
      switch (held) {
        case Linked.Fresh(var inner) -> make(inner, around, writer);
        case Linked.Existing(long _) ->
            throw Stopped.malformed(link, "Move what is there by changing its own link.");
      }
    }
  }

  /// The numbers of what a link leads to; what is not there yet is made.
  List<Long> numbers(Draft draft, String link, Map<String, Long> around, Writer writer)
      throws Stopped {
    var type = draft.type().link(link).orElseThrow().to();
    var numbers = new ArrayList<Long>();
    for (var linked : draft.links().getOrDefault(link, List.of())) {
      numbers.add(
          switch (linked) {
            case Linked.Existing(long id) -> id;
            case Linked.Fresh(var inner) -> make(inner, inside(draft, around), writer);
          });
    }
    if (type == EntityType.LOCATION && writer.rights() instanceof Rights.Some) {
      for (long place : numbers) {
        for (long thing : store.things(type, place)) {
          mayWriteAt(thing, writer); // where others are, or were, is not theirs to move
        }
      }
    }
    var missing = store.missing(type, numbers);
    if (missing.isPresent()) {
      throw new Stopped(new Written.Missing(type, missing.get()));
    }
    return numbers;
  }

  /// A place that is made within its thing is the thing's, though the thing has no number yet.
  private static Map<String, Long> inside(Draft draft, Map<String, Long> around) {
    return draft.type() == EntityType.THING ? Map.of("Thing", 0L) : around;
  }

  private long one(Draft draft, String link, Map<String, Long> around, Writer writer)
      throws Stopped {
    var given = around.get(link);
    if (given != null) {
      return given;
    }
    var numbers = numbers(draft, link, Map.of(), writer);
    if (numbers.isEmpty()) {
      throw Stopped.malformed(link, "A %s needs one.".formatted(draft.type().single()));
    }
    return numbers.getFirst();
  }

  private void observations(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    var all = new ArrayList<Asked>();
    for (var held : draft.links().getOrDefault("Observations", List.of())) {
      switch (held) {
        case Linked.Fresh(var inner) ->
            all.add(new Asked(incoming(inner, around, writer), writer.rights(), writer.example()));
        case Linked.Existing(long _) ->
            throw Stopped.malformed("Observations", "An Observation stays where it was made.");
      }
    }
    if (!all.isEmpty()) {
      for (var entry : observations.write(all)) {
        number(entry);
      }
    }
  }

  private long observation(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    var what = incoming(draft, around, writer);
    return number(
        observations.write(List.of(new Asked(what, writer.rights(), writer.example()))).getFirst());
  }

  private Incoming incoming(Draft draft, Map<String, Long> around, Writer writer) throws Stopped {
    long datastream = one(draft, "Datastream", around, writer);
    var feature =
        around.containsKey("FeatureOfInterest") || draft.links().containsKey("FeatureOfInterest")
            ? Optional.of(one(draft, "FeatureOfInterest", around, writer))
            : Optional.<Long>empty();
    var bare = draft.body().deepCopy();
    bare.remove("FeatureOfInterest");
    try {
      var read = IncomingJson.read(bare, datastream, clock.instant());
      return feature.map(read::about).orElse(read);
    } catch (NotTaken no) {
      throw Stopped.of(no);
    }
  }

  private static long number(Entry entry) throws Stopped {
    return switch (entry) {
      case Entry.Entered(long id, _, _) -> id;
      case Entry.NoDatastream(long id) ->
          throw new Stopped(new Written.Missing(EntityType.DATASTREAM, id));
      case Entry.NoFeature(long id) ->
          throw new Stopped(new Written.Missing(EntityType.FEATURE_OF_INTEREST, id));
      case Entry.NotTheirs(long id) ->
          throw new Stopped(
              new Written.Forbidden(
                  "These credentials are not for the thing of Datastreams(%d).".formatted(id)));
      case Entry.AlreadyThere(long id, var at) ->
          throw new Stopped(
              new Written.Duplicate(
                  "Datastreams(%d) has an observation of %s already.".formatted(id, at)));
    };
  }
}
