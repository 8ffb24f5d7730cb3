package org.foyal.fibre.premises;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names of streets as operators write them, turned into the names that the territory has.
public final class StreetNames {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  /// What the registers of addresses write short.
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("all", "allee"),
          Map.entry("av", "avenue"),
          Map.entry("ave", "avenue"),
          Map.entry("bd", "boulevard"),
          Map.entry("bld", "boulevard"),
          Map.entry("che", "chemin"),
          Map.entry("chem", "chemin"),
          Map.entry("cite", "cite"),
          Map.entry("crs", "cours"),
          Map.entry("imp", "impasse"),
          Map.entry("lot", "lotissement"),
          Map.entry("pass", "passage"),
          Map.entry("pl", "place"),
          Map.entry("qua", "quartier"),
          Map.entry("quart", "quartier"),
          Map.entry("r", "rue"),
          Map.entry("res", "residence"),
          Map.entry("rpt", "rond-point"),
          Map.entry("rte", "route"),
          Map.entry("sq", "square"));

  private StreetNames() {}

  /// The identifier of a street: its commune, then its name without accents; empty where no street
  /// is named.
  ///
  /// @param kind « RUE », « AV »; empty where the name has it
  public static String id(String commune, String kind, String name) {
    var words = plain(name);
    if (words.isEmpty() || commune.isEmpty()) {
      return "";
    }
    var first = plain(kind);
    var full = KINDS.getOrDefault(first, first);
    return commune
        + "-"
        + (full.isEmpty() || words.startsWith(full + "-") ? words : full + "-" + words);
  }

  private static String plain(String text) {
    var spelt = text.replace("œ", "oe").replace("Œ", "Oe");
    var bare = MARKS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFD)).replaceAll("");
    var words = BETWEEN_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
    return ENDS.matcher(words).replaceAll("");
  }
}
