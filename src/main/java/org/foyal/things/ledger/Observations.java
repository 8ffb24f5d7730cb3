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
import org.foyal.things.ledger.LedgerStore.Wait;
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

  /// Writes observations; what can't be written keeps none of the others out.
  ///
  /// @return what became of each, in their order
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> write(List<Asked> asked) {
    return write(asked, Wait.FOR_OTHERS).stream()
        .map(one ->
            switch (one) {
              case Tried.Judged(var entry) -> entry;
              case Tried.Held _ -> throw new IllegalStateException("held, though we waited");
            })
        .toList();
  }

  /// Writes observations, but for those of which somebody else holds the datastream, or the feature
  /// of interest: of those who share a commit none waits for what another's hang on. Only a whole
  /// table that somebody holds is waited for, some seconds and no longer.
  ///
  /// @return what became of each, in their order
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Tried> tryToWrite(List<Asked> asked) {
    store.hurry();
    return write(asked, Wait.FOR_NOBODY);
  }

  private List<Tried> write(List<Asked> asked, Wait wait) {
    var streams = streams(asked, wait);
    var features = features(asked, streams.held(), wait);
    var taken = taken(asked, streams.held());
    var tried = new ArrayList<Tried>(asked.size());
    var rows = new ArrayList<Row>(asked.size());
    for (var one : asked) {
      var what = one.what();
      if (wait == Wait.FOR_NOBODY
          && (streams.others().contains(what.datastream()) || features.isOthers(one, streams))) {
        tried.add(new Tried.Held());
        continue;
      }
      var entry = judge(one, streams.held(), features, taken);
      if (entry instanceof Entered(long id, _, long feature)) {
        boolean once = Objects.requireNonNull(streams.held().get(what.datastream())).onePerTime();
        rows.add(new Row(id, what, feature == 0 ? null : feature, once));
      }
      tried.add(new Tried.Judged(entry));
    }
    if (!rows.isEmpty()) {
      store.write(rows, gains(rows), clock.instant());
      var stored = rows.stream().map(Observations::stored).toList();
      AfterCommit.run(() -> telling.tell(stored));
    }
    return tried;
  }

  /// The datastreams that we hold, and those that are there but somebody else's for now.
  private record Streams(Map<Long, Held> held, Set<Long> others) {}

  private Streams streams(List<Asked> asked, Wait wait) {
    var ids = asked.stream().map(one -> one.what().datastream()).collect(Collectors.toSet());
    var held = store.hold(ids, wait);
    ids.removeAll(held.keySet());
    return new Streams(held, wait == Wait.FOR_OTHERS ? Set.of() : store.datastreams(ids));
  }

  /// The features that senders name and that exist, and the one of each thing; 0 where it could not
  /// be made.
  private record Features(Set<Long> there, Set<Long> others, Map<Long, Long> ofThings) {
    boolean isOthers(Asked one, Streams streams) {
      var named = one.what().feature();
      if (named != null) {
        return others.contains(named);
      }
      var stream = streams.held().get(one.what().datastream());
      return stream != null && ofThings.getOrDefault(stream.thing(), 1L) == 0;
    }
  }

  private Features features(List<Asked> asked, Map<Long, Held> held, Wait wait) {
    var named =
        asked.stream()
            .map(one -> one.what().feature())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var silent =
        asked.stream()
            .filter(one -> one.what().feature() == null)
            .map(one -> held.get(one.what().datastream()))
            .filter(Objects::nonNull)
            .toList();
    var there = store.features(named, wait);
    named.removeAll(there);
    return new Features(
        there,
        wait == Wait.FOR_OTHERS ? Set.of() : store.features(named),
        featuresOf(silent, wait));
  }

  private Map<Long, Long> featuresOf(List<Held> silent, Wait wait) {
    if (silent.stream().noneMatch(one -> one.feature() != null && one.feature() == 0)) {
      return silent.stream()
          .filter(one -> one.feature() != null)
          .collect(Collectors.toMap(Held::thing, Held::feature, (one, _) -> one));
    }
    var things = silent.stream().map(Held::thing).distinct().toList();
    store.makeFeatures(things, wait);
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
