package org.foyal.equality.registry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.equality.registry.Value.When;
import org.foyal.territory.Provenance;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is known of each neighbourhood.
@Service
public class Registry {
  private final ValueStore store;
  private final Territory territory;
  private final Clock clock;

  Registry(ValueStore store, Territory territory, Clock clock) {
    this.store = store;
    this.territory = territory;
    this.clock = clock;
  }

  /// What came of keeping values.
  ///
  /// @param added of periods of which nothing was known
  /// @param corrected as new versions, the earlier ones kept
  /// @param same as was known already
  public record Kept(int added, int corrected, int same, List<Refused> refused) {}

  private record Key(String indicator, String area, String period) {}

  /// Keeps what is new: the same told twice changes nothing, another number for the same period is
  /// its next version.
  @Transactional
  public Kept keep(List<Reading> readings) {
    store.takeTurn();
    var checked = Checking.of(readings, territory::findArea);
    var known = new HashMap<Key, Value>();
    store
        .list(checked.sound().stream().map(one -> one.reading().indicator()).distinct().toList())
        .forEach(value ->
            known.put(new Key(value.indicator(), value.area(), value.when().period()), value));
    var sources = territory.sourcesOfAreas();
    var now = clock.instant();
    var made = new ArrayList<Value>();
    for (var sound : checked.sound()) {
      var reading = sound.reading();
      var earlier =
          Optional.ofNullable(
              known.get(new Key(reading.indicator(), reading.area(), reading.period())));
      if (earlier.filter(value -> value.amount().equals(sound.amount())).isEmpty()) {
        made.add(value(sound, earlier, geography(sources, reading.area()), now));
      }
    }
    store.add(made);
    int corrected = (int) made.stream().filter(value -> value.version() > 1).count();
    return new Kept(
        made.size() - corrected,
        corrected,
        checked.sound().size() - made.size(),
        checked.refused());
  }

  private static String geography(Map<String, Provenance> sources, String area) {
    return Optional.ofNullable(sources.get(area))
        .map(from -> from.importedAt().toString())
        .orElse("?");
  }

  private static Value value(
      Checking.Sound sound, Optional<Value> earlier, String geography, Instant now) {
    var reading = sound.reading();
    return new Value(
        reading.indicator(),
        reading.area(),
        new When(reading.period(), geography, reading.asOf(), now),
        earlier.map(value -> value.version() + 1).orElse(1),
        sound.amount(),
        sound.interval(),
        reading.source());
  }

  /// The latest value of each indicator of each area, as it was known at a time.
  @Transactional(readOnly = true)
  public List<Value> latest(Instant knownBy) {
    return store.latest(knownBy);
  }

  /// The latest value of each indicator of each area, as it is known now.
  @Transactional(readOnly = true)
  public List<Value> latest() {
    return store.latest(clock.instant());
  }

  /// The last version of the period before the latest, of each indicator of each area that has one.
  @Transactional(readOnly = true)
  public List<Value> before() {
    return store.before();
  }

  /// Every version of what was known of an indicator of an area, the latest first.
  @Transactional(readOnly = true)
  public List<Value> history(String indicator, String area) {
    return store.history(indicator, area);
  }

  /// A number that changes whenever something is added.
  @Transactional(readOnly = true)
  public long version() {
    return store.version();
  }
}
