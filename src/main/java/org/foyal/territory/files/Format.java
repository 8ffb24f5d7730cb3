package org.foyal.territory.files;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;

/// The files that we can read, recognised by their columns alone, the most particular first.
enum Format {
  OFFICIAL_IRIS(
      Target.AREA,
      "IGN et Insee, Contours… IRIS",
      "Licence Ouverte 2.0",
      "code_iris",
      "nom_iris",
      "type_iris"),
  DERIVED_IRIS(
      Target.AREA,
      "contours approchés d’après les voies d’OpenStreetMap ; codes et noms : Insee",
      "ODbL 1.0",
      "code_iris",
      "nom_iris"),
  COMMUNES(Target.AREA, "IGN, ADMIN EXPRESS", "Licence Ouverte 2.0", "code_insee", "nom"),
  ADDRESSES(
      Target.ADDRESS,
      "Base Adresse Nationale",
      "Licence Ouverte 2.0",
      "id",
      "numero",
      "nom_voie",
      "code_postal",
      "code_insee",
      "lon",
      "lat"),
  SCORES(
      Target.SCORE,
      "Indice de fragilité numérique — La MedNum / SGAR Occitanie, 2020",
      "donnée publiée",
      "code_iris",
      "score_global",
      "score_acces",
      "score_competences",
      "acces_information",
      "acces_interfaces_numeriques",
      "competences_administratives",
      "competences_numeriques_scolaires"),
  COMMUNE_POPULATIONS(
      Target.AREA, "Insee, DGCL", "Licence Ouverte 2.0", "code_insee", "nom", "siren"),
  PUBLISHED_FIGURES(
      Target.PUBLISHED_FIGURE,
      "chiffres publiés, chacun avec sa source",
      "faits cités",
      "indicateur",
      "valeur",
      "unite",
      "periode",
      "territoire",
      "producteur",
      "url_source"),
  STREETS(
      Target.STREET,
      "© les contributeurs OpenStreetMap",
      "ODbL 1.0",
      "nom_voie",
      "longueur_m",
      "lon",
      "lat"),
  PLACES(
      Target.PLACE,
      "GeoNames, Who’s On First",
      "CC BY 4.0, CC0",
      "nom",
      "lon",
      "lat",
      "geonames_id"),
  ROADS(Target.ROAD, "© les contributeurs OpenStreetMap", "ODbL 1.0", "classe", "nom");

  private static final Set<Format> DRAWN = Set.of(OFFICIAL_IRIS, DERIVED_IRIS, COMMUNES, ROADS);

  private final Target target;
  private final String source;
  private final String licence;
  private final String columns;

  Format(Target target, String source, String licence, String... columns) {
    this.target = target;
    this.source = source;
    this.licence = licence;
    this.columns = String.join(" ", columns);
  }

  Target target() {
    return target;
  }

  /// Who made such files, where the file does not say.
  String source() {
    return source;
  }

  /// Under which licence such files are given, where the file does not say.
  String licence() {
    return licence;
  }

  /// What such a file must have, for people.
  String wanted() {
    return String.join(", ", columns());
  }

  /// What such a file must have.
  private List<String> columns() {
    return List.of(columns.split(" "));
  }

  /// The format of a file with these columns.
  ///
  /// @param drawn whether the file has shapes (GeoJSON)
  static Format of(Set<String> columns, boolean drawn) throws RowRefused {
    var candidates = Stream.of(values()).filter(f -> DRAWN.contains(f) == drawn).toList();
    var known =
        candidates.stream()
            .filter(f -> columns.containsAll(f.columns()))
            .max(Comparator.comparingInt(f -> f.columns().size()));
    if (known.isPresent()) {
      return known.get();
    }
    var nearest =
        candidates.stream()
            .max(
                Comparator.comparingDouble(
                    f -> (double) f.missing(columns, false).size() / f.columns().size()))
            .orElseThrow();
    var missing = nearest.missing(columns, true);
    if (missing.size() == nearest.columns().size()) {
      throw new RowRefused(Reason.UNKNOWN_COLUMNS, String.join(", ", columns));
    }
    throw new RowRefused(
        Reason.WRONG_COLUMN,
        String.join(", ", missing),
        String.join(", ", columns),
        closest(missing.getFirst(), columns));
  }

  private List<String> missing(Set<String> found, boolean absent) {
    return columns().stream().filter(c -> found.contains(c) != absent).toList();
  }

  private static String closest(String wanted, Set<String> found) {
    return found.stream()
        .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
        .orElse("");
  }

  /// Levenshtein's: how many letters must change.
  private static int distance(String one, String other) {
    var above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int swap = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
