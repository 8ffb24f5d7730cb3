package org.foyal.territory.areas;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.territory.Area;
import org.jspecify.annotations.Nullable;

/// The neighbourhoods with what can be compared between them.
///
/// @param city the city's own commune; none while it is not set or not imported
/// @param scorePeriod the period of the scores, none while there are none
record AreaList(
    Optional<Area> city, List<Row> rows, List<Area> communes, @Nullable String scorePeriod) {

  /// A neighbourhood and its fragility, where it was published.
  record Row(Area area, @Nullable Integer fragility) {}

  /// By what the list can be put in order.
  enum Order {
    NAME,
    POPULATION,
    FRAGILITY,
    CODE;

    static Order of(@Nullable String asked) {
      for (var order : values()) {
        if (order.word().equals(asked)) {
          return order;
        }
      }
      return NAME;
    }

    /// Its word in an address.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The rows whose name or code contains some letters, in an order; what is not known comes last.
  List<Row> arranged(Order order, boolean descending, String letters) {
    var wanted = plain(letters);
    return rows.stream()
        .filter(row -> (plain(row.area().name()) + ' ' + row.area().code()).contains(wanted))
        .sorted(comparator(order, descending).thenComparing(row -> row.area().code()))
        .toList();
  }

  private static Comparator<Row> comparator(Order order, boolean descending) {
    return switch (order) {
      case NAME ->
          turned(Comparator.<Row, String>comparing(row -> plain(row.area().name())), descending);
      case CODE -> turned(Comparator.<Row, String>comparing(row -> row.area().code()), descending);
      case POPULATION ->
          Comparator.comparing(row -> row.area().population(), knownFirst(descending));
      case FRAGILITY -> Comparator.comparing(Row::fragility, knownFirst(descending));
    };
  }

  private static Comparator<Row> turned(Comparator<Row> order, boolean descending) {
    return descending ? order.reversed() : order;
  }

  private static Comparator<@Nullable Integer> knownFirst(boolean descending) {
    return Comparator.nullsLast(
        descending ? Comparator.<Integer>reverseOrder() : Comparator.<Integer>naturalOrder());
  }

  /// Without accents, case, hyphens and apostrophes, as somebody in a hurry types.
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
