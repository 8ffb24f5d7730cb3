package org.foyal.equality.known;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.foyal.equality.index.EqualityIndex;
import org.foyal.equality.index.Places;
import org.foyal.equality.measure.Estimate;
import org.foyal.equality.measure.Inequality;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.measure.Spread;
import org.foyal.equality.registry.Indicator;
import org.foyal.equality.registry.Indicator.Unit;
import org.foyal.equality.registry.Indicators;
import org.foyal.equality.registry.Registry;
import org.foyal.equality.registry.Value;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;

/// The façade of what is known, put together for reading.
@Service
public class Sheets {
  private static final int LARGER = 7;

  private final Registry registry;
  private final Territory territory;

  /// By [#version]: places are drawn a thousand times.
  private final Cache<Long, Known> kept = Caffeine.newBuilder().maximumSize(1).build();

  Sheets(Registry registry, Territory territory) {
    this.registry = registry;
    this.territory = territory;
  }

  /// The neighbourhoods of the city, by name.
  List<Sheet> list() {
    return kept().sheets();
  }

  /// What the places of those that have an index hang on; none while fewer than five have one.
  List<Ranking.Weight> choices() {
    return kept().choices();
  }

  private record Known(List<Sheet> sheets, List<Ranking.Weight> choices) {}

  private Known kept() {
    return kept.get(version(), _ -> make());
  }

  private Known make() {
    var areas = areas();
    var known = known();
    var places = Places.of(estimates(areas, known));
    var whole = new Whole(city(areas, known), chances(areas, known), places.byArea());
    var sheets =
        areas.stream()
            .map(area -> sheet(area, known.getOrDefault(area.code(), Map.of()), whole))
            .toList();
    return new Known(sheets, places.choices());
  }

  /// What a neighbourhood is told beside.
  ///
  /// @param city by indicator
  /// @param chances by indicator
  /// @param places by neighbourhood, of those that have an index
  private record Whole(
      Map<String, Double> city, Map<String, Chance> chances, Map<String, Ranking.Place> places) {}

  private static Map<String, Map<String, Estimate>> estimates(
      List<Area> areas, Map<String, Map<String, Value>> known) {
    var estimates = new HashMap<String, Map<String, Estimate>>();
    for (var area : areas) {
      var own = new HashMap<String, Estimate>();
      known
          .getOrDefault(area.code(), Map.of())
          .forEach((indicator, value) -> own.put(indicator, value.estimate()));
      estimates.put(area.code(), own);
    }
    return estimates;
  }

  /// The neighbourhood of that code, if it is one of the city’s.
  Optional<Sheet> find(String code) {
    return list().stream().filter(sheet -> sheet.area().code().equals(code)).findFirst();
  }

  /// What names an area that a figure can be contested of: its name, if it is one of the city’s.
  public Optional<String> nameOf(String code) {
    return areas().stream().filter(one -> one.code().equals(code)).map(Area::name).findFirst();
  }

  /// A number that changes whenever what is told does.
  long version() {
    return 31 * registry.version() + territory.version();
  }

  /// How an indicator is spread over the residents of those neighbourhoods of which it is known, by
  /// Insee’s larger ones, the grands quartiers: those are the first two figures of a
  /// neighbourhood’s own four.
  static Optional<Spread> spread(List<Sheet> sheets, String key, boolean good) {
    var shares = new ArrayList<Inequality.Share>();
    for (var sheet : sheets) {
      var line = sheet.find(key);
      int people = sheet.area().residents().orElse(0);
      if (line.isPresent() && people > 0) {
        var code = sheet.area().code();
        shares.add(
            new Inequality.Share(
                code.substring(0, Math.min(LARGER, code.length())),
                people,
                line.get().value().value()));
      }
    }
    return Spread.of(key, shares, sheets.size(), good);
  }

  private List<Area> areas() {
    var city = territory.city().map(Area::code);
    return territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> city.isEmpty() || city.get().equals(area.parentCode()))
        .sorted(Comparator.comparing(Area::name).thenComparing(Area::code))
        .toList();
  }

  private Map<String, Map<String, Value>> known() {
    return byArea(registry.latest());
  }

  private static Map<String, Map<String, Value>> byArea(List<Value> values) {
    return values.stream()
        .collect(
            Collectors.groupingBy(
                Value::area,
                Collectors.toMap(Value::indicator, value -> value, (first, _) -> first)));
  }

  /// What may be chance, of one indicator and by neighbourhood.
  private record Chance(Map<String, Beside> beside, Map<String, Change> change) {
    static final Chance NONE = new Chance(Map.of(), Map.of());
  }

  /// By the key of each share that can be chance. What is counted whole, as homes that have fibre
  /// are, is no sample.
  private Map<String, Chance> chances(List<Area> areas, Map<String, Map<String, Value>> known) {
    var before = byArea(registry.before());
    var chances = new HashMap<String, Chance>();
    for (var indicator : Indicators.list()) {
      if (Indicators.isSample(indicator)) {
        var values = of(indicator, areas, known);
        chances.put(
            indicator.key(),
            new Chance(Beside.of(values), Change.of(values, of(indicator, areas, before))));
      }
    }
    return chances;
  }

  private static List<Value> of(
      Indicator indicator, List<Area> areas, Map<String, Map<String, Value>> known) {
    return areas.stream()
        .map(area -> known.getOrDefault(area.code(), Map.of()).get(indicator.key()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Sheet sheet(Area area, Map<String, Value> known, Whole whole) {
    var lines = new ArrayList<Sheet.Line>();
    for (var indicator : Indicators.list()) {
      var value = known.get(indicator.key());
      if (value != null) {
        var all = whole.city().get(indicator.key());
        var chance = whole.chances().getOrDefault(indicator.key(), Chance.NONE);
        lines.add(
            new Sheet.Line(
                indicator,
                value,
                all == null ? OptionalDouble.empty() : OptionalDouble.of(all),
                Optional.ofNullable(chance.beside().get(area.code())),
                Optional.ofNullable(chance.change().get(area.code()))));
      }
    }
    var own = new HashMap<String, Double>();
    known.forEach((key, value) -> own.put(key, value.value()));
    var index = EqualityIndex.of(own);
    return new Sheet(
        area, lines, Fragility.of(own, whole.city()), index, overall(area, index, whole));
  }

  private static Optional<Sheet.Overall> overall(Area area, EqualityIndex index, Whole whole) {
    var city = EqualityIndex.of(whole.city());
    return index
        .score()
        .map(score ->
            new Sheet.Overall(
                score,
                city.score(),
                index.beside(city),
                Optional.ofNullable(whole.places().get(area.code())),
                whole.places().size()));
  }

  /// The same of the whole city: what is published of it; else shares of all that is counted, and
  /// of the rest the mean of all neighbourhoods, each by its residents. Where one of them is not
  /// known, there is none, since the others are not the city.
  private Map<String, Double> city(List<Area> areas, Map<String, Map<String, Value>> known) {
    var whole = territory.city().map(Area::code).map(known::get);
    var city = new HashMap<String, Double>();
    for (var indicator : Indicators.list()) {
      var published = whole.map(all -> all.get(indicator.key()));
      if (published.isPresent()) {
        city.put(indicator.key(), published.get().value());
      } else {
        together(indicator, areas, known).ifPresent(value -> city.put(indicator.key(), value));
      }
    }
    return city;
  }

  private static OptionalDouble together(
      Indicator indicator, List<Area> areas, Map<String, Map<String, Value>> known) {
    double sum = 0;
    double weight = 0;
    for (var area : areas) {
      var value = known.getOrDefault(area.code(), Map.of()).get(indicator.key());
      if (value == null || (indicator.unit() != Unit.COUNT && area.residents().isEmpty())) {
        return OptionalDouble.empty();
      }
      var of = value.amount().denominator();
      double by =
          indicator.unit() == Unit.COUNT
              ? 1
              : of.isPresent() ? of.getAsLong() : area.residents().orElse(0);
      sum += by * value.value();
      weight += by;
    }
    if (weight == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(indicator.unit() == Unit.COUNT ? sum : sum / weight);
  }
}
