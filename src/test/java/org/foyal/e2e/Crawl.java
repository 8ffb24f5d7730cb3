package org.foyal.e2e;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Which addresses to look at: every page that links lead to from a start, below one language, one
/// sample for each pattern of address, and no more than a bound.
final class Crawl {
  private static final int BOUND = 140;
  private static final Pattern NUMBER =
      Pattern.compile("/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}(?=/|$)|/\\d{1,3}(?=/|$)");
  private static final Pattern ODD_PART = Pattern.compile("/[^/?]*\\d[^/?]*");

  private Crawl() {}

  /// Visits pages as links are found; `visit` looks at one address and gives the links on it.
  static Set<String> from(String start, Function<String, List<String>> visit) {
    var seen = new HashSet<String>();
    var waiting = new ArrayDeque<String>();
    var addresses = new LinkedHashSet<String>();
    waiting.add(start);
    seen.add(pattern(start));
    while (!waiting.isEmpty()) {
      if (addresses.size() == BOUND) {
        throw new IllegalStateException("more than " + BOUND + " kinds of page: " + addresses);
      }
      var address = waiting.remove();
      addresses.add(address);
      for (var link : visit.apply(address)) {
        var below = link.replaceFirst("#.*", "");
        if (below.startsWith(start) && seen.add(pattern(below))) {
          waiting.add(below);
        }
      }
    }
    return addresses;
  }

  /// Whether a kind of page is looked at in English, or in Creole: every other one in either.
  static boolean isTurnOf(String language, String address) {
    int turn = Math.floorMod(pattern(address.replaceFirst("^/[a-z]+", "")).hashCode(), 2);
    return language.equals("en") == (turn == 0);
  }

  /// `/fr/areas/751010101?page=2` and its like are `/fr/areas/9…?page`: codes of another length are
  /// areas of another kind. What has a number or a reference of its own (an account, a letter, a
  /// case) is `/…`; promises are alike, and so are officials, categories, mandates, parties and
  /// agreements at the desk.
  static String pattern(String address) {
    var path =
        NUMBER
            .matcher(address.replaceFirst("\\?.*", ""))
            .replaceAll("/…")
            .replaceFirst("/[0-9A-Z]{4}-[0-9A-Z]{4}(?=/|$)", "/…")
            .replaceFirst("/commitments/[^/]+", "/commitments/…")
            .replaceFirst(
                "/(report|elected|staff/(?:categories|departments|templates|bodies|themes|mandates|learning/courses|learning/needs))/[^/]+",
                "/$1/…")
            .replaceFirst("/staff/agreements/(?!new|parties)[^/]+", "/staff/agreements/…")
            .replaceFirst("/parties/[^/]+", "/parties/…");
    var query = address.contains("?") ? address.replaceFirst("[^?]*\\?", "") : "";
    return ODD_PART
            .matcher(path)
            .replaceAll(part -> "/" + part.group().replaceAll("[^\\d]", "").length() + "…")
        + "?"
        + query.replaceAll("=[^&]*", "");
  }
}
