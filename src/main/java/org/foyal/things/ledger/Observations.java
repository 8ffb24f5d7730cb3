package org.foyal.things.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.shell.database.AfterCommit;
import org.foyal.things.ledger.Entry.AlreadyThere;
import org.foyal.things.ledger.Entry.Entered;
import org.foyal.things.ledger.Entry.NoDatastream;
import org.foyal.things.ledger.Entry.NoFeature;
import org.foyal.things.ledger.Entry.NotTheirs;
import org.foyal.things.ledger.LedgerStore.Gain;
import org.foyal.things.ledger.LedgerStore.Held;
import org.foyal.things.ledger.LedgerStore.Place;
import org.foyal.things.ledger.LedgerStore.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the ledger: writes observations with what their datastreams keep of them, in the
/// transaction of whoever asks; those who listen ([AfterStoring]) hear of it once it is committed.
@Service
public class Observations {
  private final LedgerStore store;
  private final Numbers numbers;
  private final Telling telling;
  private final Clock clock;

  Observations(LedgerStore store, Numbers numbers, Telling telling, Clock clock) {
    this.store = store;
    this.numbers = numbers;
    this.telling = telling;
    this.clock = clock;
  }

  /// Lets the transaction at hand wait some seconds for what others hold, and no longer: those who
  /// share a commit do not all wait for one.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hurry() {
    store.hurry();
  }

  /// Writes observations; what can't be written keeps none of the others out.
  ///
  /// @return what became of each, in their order
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> write(List<Asked> asked) {
    var held = store.hold(asked.stream().map(one -> one.what().datastream()).distinct().toList());
    var features = features(asked, held);
    var taken = taken(asked, held);
    var entries = new ArrayList<Entry>(asked.size());
    var rows = new ArrayList<Row>(asked.size());
    for (var one : asked) {
      var entry = judge(one, held, features, taken);
      if (entry instanceof Entered(long id, Incoming what, long feature)) {
        boolean once = Objects.requireNonNull(held.get(what.datastream())).onePerTime();
        rows.add(new Row(id, what, feature == 0 ? null : feature, once));
      }
      entries.add(entry);
    }
    if (!rows.isEmpty()) {
      store.write(rows, gains(rows), clock.instant());
      var stored = rows.stream().map(Observations::stored).toList();
      AfterCommit.run(() -> telling.tell(stored));
    }
    return entries;
  }

  /// The features that senders name and that exist, and the one of each thing.
  private record Features(Set<Long> there, Map<Long, Long> ofThings) {}

  private Features features(List<Asked> asked, Map<Long, Held> held) {
    var named =
        asked.stream()
            .map(one -> one.what().feature())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var silent =
        asked.stream()
            .filter(one -> one.what().feature() == null)
            .map(one -> held.get(one.what().datastream()))
            .filter(Objects::nonNull)
            .map(Held::thing)
            .distinct()
            .toList();
    return new Features(
        named.isEmpty() ? Set.of() : store.features(named),
        silent.isEmpty() ? Map.of() : featuresOf(silent));
  }

  private Map<Long, Long> featuresOf(List<Long> things) {
    var found = store.featuresOfThings(things);
    if (!found.containsValue(0L)) {
      return found;
    }
    store.makeFeatures(things);
    return store.featuresOfThings(things);
  }

  private Set<Place> taken(List<Asked> asked, Map<Long, Held> held) {
    var places =
        asked.stream()
            .map(Asked::what)
            .filter(what -> {
              var stream = held.get(what.datastream());
              return stream != null && stream.onePerTime();
            })
            .map(what -> new Place(what.datastream(), what.phenomenon().from()))
            .toList();
    return places.isEmpty() ? Set.of() : new HashSet<>(store.taken(places));
  }

  private Entry judge(Asked one, Map<Long, Held> held, Features features, Set<Place> taken) {
    var what = one.what();
    var stream = held.get(what.datastream());
    if (stream == null) {
      return new NoDatastream(what.datastream());
    }
    if (!one.rights().mayWriteAt(stream.thing()) || (one.example() && !stream.example())) {
      return new NotTheirs(what.datastream());
    }
    var feature = what.feature();
    if (feature != null && !features.there().contains(feature)) {
      return new NoFeature(feature);
    }
    if (stream.onePerTime() && !taken.add(new Place(what.datastream(), what.phenomenon().from()))) {
      return new AlreadyThere(what.datastream(), what.phenomenon().from());
    }
    var about = feature == null ? features.ofThings().getOrDefault(stream.thing(), 0L) : feature;
    // 18-088, create-update-delete/create-entity: an observation is of something, and where nobody
    // says of what, it is of where the thing is
    return about == 0 ? new NoFeature(0) : new Entered(numbers.next(), what, about);
  }

  private static Stored stored(Row row) {
    var feature = row.feature();
    return new Stored(row.id(), row.what(), feature == null ? 0 : feature);
  }

  private static List<Gain> gains(List<Row> rows) {
    var by =
        rows.stream()
            .map(Row::what)
            .collect(
                Collectors.groupingBy(
                    Incoming::datastream, LinkedHashMap::new, Collectors.toList()));
    return by.entrySet().stream().map(one -> gain(one.getKey(), one.getValue())).toList();
  }

  private static Gain gain(long datastream, List<Incoming> those) {
    var first = those.stream().map(one -> one.phenomenon().from()).min(Instant::compareTo);
    var last = those.stream().map(one -> one.phenomenon().end()).max(Instant::compareTo);
    var results = those.stream().map(Incoming::resultTime).filter(Objects::nonNull).toList();
    var result =
        results.isEmpty()
            ? Optional.<Span>empty()
            : Optional.of(
                new Span(
                    results.stream().min(Instant::compareTo).orElseThrow(),
                    results.stream().max(Instant::compareTo).orElseThrow()));
    return new Gain(
        datastream, those.size(), new Span(first.orElseThrow(), last.orElseThrow()), result);
  }
}
