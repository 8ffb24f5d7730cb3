package org.foyal.territory.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.search.Found.Searched;
import org.foyal.territory.search.Hit.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The room's façade: finds areas, streets, addresses and places by what people type.
@Service
public class Search {
  /// Most answers that are given at once.
  public static final int MOST = 50;

  /// The longest text that is read; whatever follows is left out.
  public static final int MOST_LETTERS = Wording.MOST_LETTERS;

  private static final int MOST_NEAR = 5;

  private final Territory territory;
  private final SearchStore store;
  private final AtomicReference<@Nullable Index> kept = new AtomicReference<>();
  private final ReentrantLock making = new ReentrantLock();

  Search(Territory territory, SearchStore store) {
    this.territory = territory;
    this.store = store;
  }

  private record Index(NameIndex names, Readings readings, Searched searched) {}

  /// What answers a text, best first, at most `limit` answers of 1 to [#MOST].
  public Found find(String text, int limit) {
    var index = index();
    var words = Wording.words(text);
    if (words.isEmpty()) {
      return new Found(List.of(), 0, List.of(), index.searched());
    }
    var ranking = new Ranking(Math.clamp(limit, 1, MOST));
    var readings = index.readings().of(words);
    readings.forEach(reading -> index.names().match(reading, 0, 0, ranking));
    if (ranking.size() < limit) {
      index
          .readings()
          .respaced(words)
          .forEach(reading -> index.names().match(reading, 0, 0, ranking));
      readings.forEach(reading -> index.names().match(reading, 1, 0, ranking));
    }
    var near = ranking.size() == 0 ? near(index, readings) : List.<Hit>of();
    var hits = hits(index, ranking);
    var coded = words.size() == 1 ? coded(words.getFirst()) : Optional.<Hit>empty();
    return coded.isPresent() && hits.isEmpty()
        ? new Found(List.of(coded.get()), 1, List.of(), index.searched())
        : new Found(hits, ranking.total(), near, index.searched());
  }

  /// The area of that code, as people who work with data type it.
  private Optional<Hit> coded(String word) {
    return territory
        .findArea(word.toUpperCase(Locale.ROOT))
        .map(area ->
            new Named(
                Kind.AREA,
                area.code(),
                area.name(),
                area.parentCode(),
                area.code(),
                area.label(),
                0,
                true))
        .map(named -> hit(named, Hit.Match.EXACT));
  }

  /// How people call a point: the nearest house number within 80 m, else the street whose middle is
  /// nearest within 200 m. Nothing where neither is known.
  public Optional<String> nameNear(Position where) {
    return store.addressNear(where).or(() -> store.streetNear(where));
  }

  /// What was searched; it changes whenever the territory does.
  public Searched searched() {
    return index().searched();
  }

  /// Nothing answers: two typos in a long word, and all words but one.
  private List<Hit> near(Index index, List<Reading> readings) {
    var ranking = new Ranking(MOST_NEAR);
    readings.forEach(
        reading -> index.names().match(reading, 2, reading.words().size() > 1 ? 1 : 0, ranking));
    return hits(index, ranking);
  }

  private List<Hit> hits(Index index, Ranking ranking) {
    var addresses = addresses(index, ranking);
    var hits = new ArrayList<Hit>();
    for (int place = 0; place < ranking.size(); place++) {
      var named = index.names().named(ranking.name(place));
      var match = NameIndex.match(ranking.score(place));
      var number = ranking.reading(place).number();
      hits.add(
          number == null
              ? hit(named, match)
              : numbered(
                  hit(named, match),
                  number,
                  Optional.ofNullable(addresses.get(number + " " + named.key()))));
    }
    return hits;
  }

  /// The house numbers of the streets found, in one step: a search names one number, or two when it
  /// both begins and ends with one.
  private Map<String, SearchStore.Address> addresses(Index index, Ranking ranking) {
    var streetsOfNumber = new TreeMap<String, List<String>>();
    IntStream.range(0, ranking.size())
        .forEach(place -> {
          var number = ranking.reading(place).number();
          if (number != null) {
            streetsOfNumber
                .computeIfAbsent(number, _ -> new ArrayList<>())
                .add(index.names().named(ranking.name(place)).key());
          }
        });
    var found = new HashMap<String, SearchStore.Address>();
    streetsOfNumber.forEach((number, streets) ->
        store
            .addresses(streets, number)
            .forEach((street, address) -> found.put(number + " " + street, address)));
    return found;
  }

  private Hit hit(Named named, Hit.Match match) {
    var where = named.where();
    var area = area(named.areaCode(), where);
    var commune = commune(named, area);
    var path =
        named.kind() == Kind.STREET && named.page()
            ? Optional.of("/streets/" + named.key())
            : area.or(() -> commune).map(one -> "/areas/" + one.code());
    return new Hit(
        named.kind(),
        named.key(),
        named.name(),
        commune.map(Area::name).orElse(null),
        area.map(Area::code).orElse(null),
        area.map(Area::name).orElse(null),
        where,
        path.orElse(null),
        match,
        null,
        false);
  }

  private static Hit numbered(Hit street, String number, Optional<SearchStore.Address> address) {
    return new Hit(
        address.isPresent() ? Kind.ADDRESS : Kind.STREET,
        street.key(),
        street.name(),
        street.commune(),
        street.areaCode(),
        street.area(),
        address.map(SearchStore.Address::where).orElse(street.where()),
        street.path(),
        street.match(),
        number,
        address.isPresent());
  }

  private Optional<Area> area(@Nullable String code, @Nullable Position where) {
    var named = Optional.ofNullable(code).flatMap(territory::findArea);
    return named.isPresent() || where == null
        ? named
        : territory
            .areaAt(where, Area.Kind.IRIS)
            .or(() -> territory.areaAt(where, Area.Kind.COMMUNE));
  }

  private Optional<Area> commune(Named named, Optional<Area> area) {
    return Optional.ofNullable(named.communeCode())
        .flatMap(territory::findArea)
        .or(() -> area.map(Area::parentCode).flatMap(territory::findArea))
        .or(() -> area.filter(one -> one.kind() == Area.Kind.COMMUNE));
  }

  /// The index of the territory as it is; while a new one is made, others read the one before.
  private Index index() {
    var now = kept.get();
    if (now == null) {
      making.lock();
    } else if (now.searched().version() == territory.version() || !making.tryLock()) {
      return now;
    }
    try {
      return make();
    } finally {
      making.unlock();
    }
  }

  private Index make() {
    var before = kept.get();
    long version = territory.version();
    if (before != null && before.searched().version() == version) {
      return before;
    }
    var named = store.names();
    var names = new NameIndex(named);
    var searched =
        new Searched(
            version, count(named, Kind.AREA), count(named, Kind.STREET), count(named, Kind.PLACE));
    var made = new Index(names, new Readings(names, named, store.communesOfPostcode()), searched);
    kept.set(made);
    return made;
  }

  private static int count(List<Named> named, Kind kind) {
    return (int) named.stream().filter(one -> one.kind() == kind).count();
  }
}
