package org.foyal.fibre.files.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;

/// The files that are read, told by the names of their columns and never by their places.
public enum Layout {
  /// What whoever builds the network knows of each building (IPE, IPEZMD of Interop'Fibre).
  IPE(
      "IPE",
      "EtatImmeuble",
      "EtatImmeuble ReferencePM EtatPM NombreLogementsAdresseIPE CodeInseeImmeuble"
          + " CoordonneeImmeubleX CoordonneeImmeubleY TypeProjectionGeographique"),
  /// Buildings as the regulator publishes them each quarter.
  ARCEP_BUILDINGS("ARCEP", "imb_etat", "x y imb_id imb_etat pm_ref pm_etat catg_loc_imb"),
  /// Each building's offers, by operator and technology.
  ARCEP_OFFERS("ARCEP", "code_operateur code_techno", "imb_id code_operateur code_techno"),
  /// All buildings with their homes.
  ARCEP_BASE("BASE", "imb_nbr_logloc", "imb_id imb_x imb_y imb_code_insee imb_nbr_logloc"),
  /// How many premises of each commune can be connected, as of days or quarters.
  ARCEP_COMMUNES("ARCEP", "", "code_insee");

  private final String source;
  private final String sign;
  private final String needed;

  Layout(String source, String sign, String needed) {
    this.source = source;
    this.sign = sign;
    this.needed = needed;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  /// Whose words its rows are, as versions of them say.
  public String source() {
    return source;
  }

  /// The columns that it must have.
  public List<String> needed() {
    return words(needed);
  }

  /// Whether its rows tell of cabinets too.
  public boolean cabinets() {
    return this == IPE || this == ARCEP_BUILDINGS;
  }

  /// The layout of a file with these columns (in lower case).
  ///
  /// @throws RowRefused where they are those of no file that is known, or one lacks
  public static Layout of(Set<String> columns) throws RowRefused {
    for (var layout : values()) {
      boolean fits =
          layout == ARCEP_COMMUNES
              ? columns.contains("code_insee") && CommuneRows.counts(columns)
              : columns.containsAll(words(layout.sign).stream().map(Layout::lower).toList());
      if (fits) {
        layout.check(columns);
        return layout;
      }
    }
    throw new RowRefused(Reason.UNKNOWN_COLUMNS, String.join(", ", columns));
  }

  private void check(Set<String> columns) throws RowRefused {
    var missing = needed().stream().filter(one -> !columns.contains(lower(one))).findFirst();
    var unnamed =
        this == IPE
                && !columns.contains("identifiantimmeuble")
                && !columns.contains("codeadresseimmeuble")
            ? Optional.of("IdentifiantImmeuble")
            : Optional.<String>empty();
    var lacking = missing.or(() -> unnamed);
    if (lacking.isPresent()) {
      throw new RowRefused(
          Reason.WRONG_COLUMN,
          lacking.get(),
          String.join(", ", columns),
          nearest(lower(lacking.get()), columns));
    }
  }

  /// The column whose name takes the fewest changed letters.
  private static String nearest(String wanted, Set<String> columns) {
    return columns.stream()
        .min(Comparator.comparingInt(column -> distance(wanted, column)))
        .orElse("");
  }

  /// Levenshtein's distance.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int kept = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(kept, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static String lower(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
