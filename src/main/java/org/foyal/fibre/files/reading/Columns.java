package org.foyal.fibre.files.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The columns of the tables that rows go to, in the order in which rows give their values.
public final class Columns {
  /// Of `fibre.building`.
  public static final List<String> BUILDING =
      words(
          "source ref cabinet operator state premises_least premises_most kind zone_kind number"
              + " number_suffix street_kind street_name street_id block postcode commune_code"
              + " commune_name address_code rivoli rnb other_ref consent_needed consent_signed_on"
              + " cabled_on modified_on lat lon area_code example");

  /// Of `fibre.cabinet`; those that a building's row repeats have `pm_` before them on their way.
  public static final List<String> CABINET =
      words(
          "source ref operator state site_kind premises capacity engineering grouping_ref installed_on"
              + " available_on in_service_on commune_code lat lon area_code example");

  /// Of `fibre.offer`.
  public static final List<String> OFFER =
      words(
          "source ref operator technology building up_class down_class limited saturated example");

  /// Of `fibre.fact`, those that a table of communes fills.
  public static final List<String> FACT =
      words(
          "code kind title of_area amount unit of_dwellings of_businesses of_premises source_title"
              + " source_address true_precision example fact_from");

  private static final List<String> SHARED = List.of("source", "ref", "example");

  private Columns() {}

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /// What a row of a layout gives, in this order.
  public static List<String> of(Layout layout) {
    return switch (layout) {
      case IPE, ARCEP_BUILDINGS -> {
        var all = new ArrayList<>(BUILDING);
        cabinetOnItsWay().map(column -> "pm_" + column).forEach(all::add);
        yield List.copyOf(all);
      }
      case ARCEP_BASE -> BUILDING;
      case ARCEP_OFFERS -> OFFER;
      case ARCEP_COMMUNES -> FACT;
    };
  }

  /// The columns of a cabinet that are not those of its building.
  public static Stream<String> cabinetOnItsWay() {
    return CABINET.stream().filter(column -> !SHARED.contains(column));
  }
}
