package org.foyal.territory.files;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table that files fill: its key, its columns, and what « this file is complete » speaks of.
enum Target {
  AREA(
      "AREAS",
      "code",
      "kind, coalesce(parent_code, '')",
      "code kind name parent_code population population_period official_outline outline south west"
          + " north east label_lat label_lon"),
  SCORE(
      "SCORES",
      "area_code indicator period",
      "indicator, period, left(area_code, 5)",
      "area_code indicator period score"),
  STREET("STREETS", "id", "commune_code", "id name commune_code area_code length_m lat lon"),
  ROAD(
      "ROADS",
      "ref",
      "starts_with(ref, 'l-')",
      "ref class structure name length_m line south west north east"),
  PLACE("PLACES", "ref", "split_part(ref, '-', 1)", "ref name kind area_code lat lon"),
  PUBLISHED_FIGURE(
      "FIGURES",
      "territory indicator period",
      "producer",
      "territory indicator period value unit producer source_url"),
  ADDRESS(
      "ADDRESSES",
      "ref",
      "commune_code",
      "ref number street_name street_id postcode commune_code area_code lat lon");

  private final String kind;
  private final String key;
  private final String scope;
  private final String columns;

  Target(String kind, String key, String scope, String columns) {
    this.kind = kind;
    this.key = key;
    this.scope = scope;
    this.columns = columns;
  }

  /// The word in `territory.import`.
  String kind() {
    return kind;
  }

  String table() {
    return "territory." + name().toLowerCase(Locale.ROOT);
  }

  List<String> key() {
    return List.of(key.split(" "));
  }

  List<String> columns() {
    return List.of(columns.split(" "));
  }

  /// The condition that `t` and `i` are about the same thing.
  String sameKey() {
    return key().stream()
        .map(column -> "t.%1$s = i.%1$s".formatted(column))
        .collect(Collectors.joining(" and "));
  }

  /// Two rows with the same value of this expression belong to one file that can be complete.
  String scope() {
    return scope;
  }
}
