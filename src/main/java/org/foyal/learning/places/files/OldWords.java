package org.foyal.learning.places.files;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Term;

/// What the editions 0.x of the national standard said, in the words of edition 1: their columns,
/// their 15 services, their publics, prices, labels and ways of helping. What has no counterpart is
/// left out, and said.
final class OldWords {
  private OldWords() {}

  /// Columns whose values stay as they are, by their names in 0.x.
  private static final Map<String, String> COLUMNS =
      Map.of(
          "courriel", "courriels",
          "accessibilite", "fiche_acces_libre",
          "labels_autres", "autres_formations_labels");

  /// Columns of 0.x whose values are told apart, and the column that each becomes.
  private static final Map<String, List<Listing>> SPLIT =
      Map.of(
          "publics_accueillis", List.of(Listing.AUDIENCES, Listing.CARE),
          "conditions_acces", List.of(Listing.FEES),
          "labels_nationaux", List.of(Listing.PROGRAMMES, Listing.LABELS));

  /// The beginning of what 0.x says, up to its first colon, and what it is now.
  private static final Map<String, Term> TERMS =
      Map.ofEntries(
          entry("Devenir autonome dans les démarches administratives", Term.SERVICE_FORMALITIES),
          entry(
              "Réaliser des démarches administratives avec un accompagnement",
              Term.SERVICE_FORMALITIES),
          entry("Accompagner les démarches de santé", Term.SERVICE_FORMALITIES),
          entry("Prendre en main un smartphone ou une tablette", Term.SERVICE_EVERYDAY),
          entry("Prendre en main un ordinateur", Term.SERVICE_EVERYDAY),
          entry("Utiliser le numérique au quotidien", Term.SERVICE_EVERYDAY),
          entry("Favoriser mon insertion professionnelle", Term.SERVICE_WORK),
          entry("Créer et développer mon entreprise", Term.SERVICE_WORK),
          entry("Approfondir ma culture numérique", Term.SERVICE_UNDERSTANDING),
          entry("Promouvoir la citoyenneté numérique", Term.SERVICE_UNDERSTANDING),
          entry("Créer avec le numérique", Term.SERVICE_CREATION),
          entry("Soutenir la parentalité et l'éducation avec le numérique", Term.SERVICE_PARENTS),
          entry("Accéder à une connexion internet", Term.SERVICE_INTERNET),
          entry("Accéder à du matériel", Term.SERVICE_INTERNET),
          entry("S'équiper en matériel informatique", Term.SERVICE_EQUIPMENT),
          entry("Seniors (+ 65 ans)", Term.AUDIENCE_SENIORS),
          entry("Familles/enfants", Term.AUDIENCE_FAMILIES),
          entry("Jeunes (16-26 ans)", Term.AUDIENCE_YOUNG),
          entry("Uniquement femmes", Term.AUDIENCE_WOMEN),
          entry("Public langues étrangères", Term.CARE_LANGUAGES),
          entry("Handicaps mentaux", Term.CARE_MENTAL),
          entry("Personnes en situation d'illettrisme", Term.CARE_READING),
          entry("Adhésion", Term.FEE_PAID),
          entry("CNFS", Term.PROGRAMME_ADVISERS),
          entry("Grandes écoles du numérique", Term.PROGRAMME_SCHOOL),
          entry("Point numérique CAF", Term.PROGRAMME_CAF),
          entry("Seul", Term.SUPPORT_ALONE),
          entry("Avec de l'aide", Term.SUPPORT_ONE),
          entry("A ma place", Term.SUPPORT_ONE),
          entry("À ma place", Term.SUPPORT_ONE),
          entry("Dans un atelier", Term.SUPPORT_GROUP));

  /// What 0.x said of everybody; it needs no word now.
  private static final List<String> DROPPED = List.of("Adultes");

  /// A value as edition 1 writes it; empty where it has no word for it.
  static String word(Listing listing, String value) {
    var start = value.replaceFirst(" ?: .*", "");
    var term = TERMS.get(start);
    if (term != null) {
      return term.listing() == listing ? term.written() : "";
    }
    return Term.written(listing, start).map(Term::written).orElse("");
  }

  /// Whether a value is one of 0.x that edition 1 has another word for.
  static boolean knows(String value) {
    return TERMS.containsKey(value.replaceFirst(" ?: .*", ""));
  }

  /// A row of 0.x as a row of edition 1.
  ///
  /// @param lost what has no counterpart is added to it
  static Map<String, String> row(Map<String, String> row, List<String> lost) {
    var now = new LinkedHashMap<String, String>();
    row.forEach((column, value) -> {
      if (!SPLIT.containsKey(column)) {
        now.put(COLUMNS.getOrDefault(column, column), value);
      }
    });
    SPLIT.forEach((column, listings) -> {
      if (row.containsKey(column)) {
        split(row.getOrDefault(column, ""), listings, now, lost);
      }
    });
    return now;
  }

  private static void split(
      String text, List<Listing> listings, Map<String, String> row, List<String> lost) {
    var found = new LinkedHashMap<String, String>();
    listings.forEach(listing -> found.put(listing.column(), ""));
    for (var value : Reading.parts(text)) {
      boolean known = false;
      for (var listing : listings) {
        var written = word(listing, value);
        known |= !written.isEmpty();
        add(found, written.isEmpty() ? "" : listing.column(), written);
      }
      if (!known && listings.contains(Listing.LABELS)) {
        add(row, "autres_formations_labels", value);
      } else if (!known && !DROPPED.contains(value)) {
        lost.add(value);
      }
    }
    found.forEach((column, value) -> add(row, column, value));
  }

  private static void add(Map<String, String> row, String column, String value) {
    if (!column.isEmpty()) {
      row.merge(
          column, value, (all, one) -> all.isEmpty() ? one : one.isEmpty() ? all : all + "|" + one);
    }
  }
}
