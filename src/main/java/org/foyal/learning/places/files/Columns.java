package org.foyal.learning.places.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Term;

/// The columns of the national standard v1.0.2, in its order, and what a place has in each.
public final class Columns {
  /// Their names.
  public static final List<String> ALL =
      List.of(
          "id",
          "pivot",
          "nom",
          "commune",
          "code_postal",
          "code_insee",
          "adresse",
          "complement_adresse",
          "latitude",
          "longitude",
          "typologie",
          "telephone",
          "courriels",
          "site_web",
          "horaires",
          "presentation_resume",
          "presentation_detail",
          "source",
          "itinerance",
          "structure_parente",
          "date_maj",
          "services",
          "publics_specifiquement_adresses",
          "prise_en_charge_specifique",
          "frais_a_charge",
          "dispositif_programmes_nationaux",
          "formations_labels",
          "autres_formations_labels",
          "modalites_acces",
          "modalites_accompagnement",
          "fiche_acces_libre",
          "prise_rdv");

  private Columns() {}

  /// What stands in each column, in their order; empty: not known.
  public static List<String> of(Place place) {
    return ALL.stream().map(column -> of(place, column)).toList();
  }

  /// What stands in one column.
  public static String of(Place place, String column) {
    return switch (column) {
      case "id" -> place.keys().national();
      case "pivot" -> place.keys().pivot();
      case "nom" -> place.name();
      case "telephone" -> place.contact().phone();
      case "courriels" -> String.join("|", place.contact().emails());
      case "site_web" -> String.join("|", place.contact().sites());
      case "prise_rdv" -> place.contact().booking();
      case "horaires" -> place.hours();
      case "presentation_resume" -> place.about().summary();
      case "presentation_detail" -> place.about().detail();
      case "fiche_acces_libre" -> place.about().accessSheet();
      case "source" -> place.origin().source();
      case "structure_parente" -> place.keys().parent();
      case "date_maj" -> day(place.origin().updatedOn());
      case "typologie" -> String.join("|", place.offer().kinds());
      case "autres_formations_labels" -> String.join("|", place.offer().otherLabels());
      default -> more(place, column);
    };
  }

  private static String more(Place place, String column) {
    var address = place.address();
    return switch (column) {
      case "commune" -> address.commune();
      case "code_postal" -> address.postcode();
      case "code_insee" -> address.communeCode();
      case "adresse" -> address.street();
      case "complement_adresse" -> address.more();
      case "latitude" ->
          address.position().map(Position::latitude_deg).map(Columns::degrees).orElse("");
      case "longitude" ->
          address.position().map(Position::longitude_deg).map(Columns::degrees).orElse("");
      default -> listed(place, column);
    };
  }

  private static String listed(Place place, String column) {
    for (var listing : Listing.values()) {
      if (listing.column().equals(column)) {
        return String.join("|", place.offer().in(listing).stream().map(Term::written).toList());
      }
    }
    throw new IllegalArgumentException("no column of the standard: " + column);
  }

  private static String day(LocalDate day) {
    return day.toString();
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.6f", degrees).replaceFirst("0{1,5}$", "");
  }
}
