package org.foyal.fibre.files;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foyal.fibre.files.reading.Columns;

/// A table of versions that files fill: its key, its columns, and those that do not make a version.
enum Target {
  CABINET("source ref"),
  BUILDING("source ref"),
  OFFER("source ref operator technology"),
  FACT("code");

  private final String key;

  Target(String key) {
    this.key = key;
  }

  private List<String> key() {
    return List.of(key.split(" "));
  }

  String table() {
    return "fibre." + name().toLowerCase(Locale.ROOT);
  }

  /// The table of its rows on their way, compared.
  String compared() {
    return "compared_" + name().toLowerCase(Locale.ROOT);
  }

  /// The table of what stands and is not in the file.
  String leaving() {
    return "leaving_" + name().toLowerCase(Locale.ROOT);
  }

  List<String> columns() {
    return switch (this) {
      case CABINET -> Columns.CABINET;
      case BUILDING -> Columns.BUILDING;
      case OFFER -> Columns.OFFER;
      case FACT -> Columns.FACT.subList(0, Columns.FACT.size() - 1); // its day stands last
    };
  }

  String keys(String prefix) {
    return list(key(), prefix);
  }

  String all(String prefix) {
    return list(columns(), prefix);
  }

  /// What a version is made of: an area follows from the point and the territory, not from the
  /// file.
  String told(String prefix) {
    return list(columns().stream().filter(column -> !column.equals("area_code")).toList(), prefix);
  }

  /// The condition that `t` and `i` are about the same thing.
  String sameKey() {
    return key().stream()
        .map(column -> "t.%1$s = i.%1$s".formatted(column))
        .collect(Collectors.joining(" and "));
  }

  /// The condition that `t` is the version that stands.
  String stands() {
    return this == FACT
        ? "t.superseded_at is null"
        : "t.true_until is null and t.superseded_at is null";
  }

  private static String list(List<String> columns, String prefix) {
    return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
  }
}
