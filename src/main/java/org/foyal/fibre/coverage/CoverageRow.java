package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of what is known of the coverage, as files have it.
///
/// @param kind `published` (somebody's count of the city), `city` or `area` (counted from files)
/// @param unit what is counted, in small letters
/// @param counted what only files tell; empty of what was published
/// @param count how many of how many
public record CoverageRow(
    String kind,
    LocalDate day,
    Optional<String> area,
    Optional<String> name,
    String unit,
    Count count,
    Optional<AreaCoverage> counted,
    String source,
    Optional<String> address) {
  /// The names of its columns.
  public static final List<String> HEADER =
      List.of(
          "counted",
          "day",
          "area_code",
          "area_name",
          "unit",
          "connectable",
          "of_all",
          "of_dwellings",
          "of_businesses",
          "on_demand",
          "orderable",
          "late",
          "replanned",
          "came_late",
          "median_wait_days",
          "told_by",
          "told_at");

  /// How many are connectable, of how many.
  public record Count(
      long connectable, long of, Optional<Integer> dwellings, Optional<Integer> businesses) {}

  /// Its values, in the order of the columns.
  public List<@Nullable Object> values() {
    return java.util.Arrays.asList(
        kind,
        day.toString(),
        area.orElse(null),
        name.orElse(null),
        unit,
        count.connectable(),
        count.of(),
        count.dwellings().orElse(null),
        count.businesses().orElse(null),
        counted.map(one -> one.homes().onDemand()).orElse(null),
        counted.map(one -> one.homes().orderable()).orElse(null),
        counted.map(one -> one.behind().late()).orElse(null),
        counted.map(one -> one.behind().replanned()).orElse(null),
        counted.map(one -> one.behind().cameLate()).orElse(null),
        counted.flatMap(AreaCoverage::waited_days).orElse(null),
        source,
        address.orElse(null));
  }

  List<String> line() {
    return values().stream().map(value -> value == null ? "" : value.toString()).toList();
  }

  Map<String, @Nullable Object> member() {
    var member = new LinkedHashMap<String, @Nullable Object>();
    var values = values();
    for (int i = 0; i < HEADER.size(); i++) {
      member.put(HEADER.get(i), values.get(i));
    }
    return member;
  }

  static Map<String, @Nullable Object> promise(Promised one) {
    var member = new LinkedHashMap<String, @Nullable Object>();
    member.put("code", one.promise().code());
    member.put("instrument", one.promise().instrument());
    member.put("title", one.promise().title().texts());
    member.put(
        "share_percent", one.promise().goal().map(goal -> goal.share_percent()).orElse(null));
    member.put("due", one.due().map(LocalDate::toString).orElse(null));
    member.put("state", one.state().name().toLowerCase(java.util.Locale.ROOT));
    member.put("kept_on", one.keptOn().map(LocalDate::toString).orElse(null));
    member.put("told_by", one.promise().source().title());
    return member;
  }

  static Map<String, @Nullable Object> forecast(Forecasts.Told told) {
    var forecast = told.forecast();
    var member = new LinkedHashMap<String, @Nullable Object>();
    member.put("series", forecast.series());
    member.put("made_on", forecast.made().toString());
    member.put("points", forecast.points());
    member.put("last_point", forecast.last().toString());
    member.put("steps", told.steps().stream().map(CoverageRow::step).toList());
    return member;
  }

  private static Map<String, @Nullable Object> step(Forecasts.Compared compared) {
    var step = compared.step();
    var member = new LinkedHashMap<String, @Nullable Object>();
    member.put("day", step.day().toString());
    member.put("low", step.low());
    member.put("middle", step.middle());
    member.put("high", step.high());
    member.put("seen", compared.seen().map(Point::share).orElse(null));
    return member;
  }
}
