package org.foyal.territory.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What people shorten or leave out when they write a street: « av. », « gal », « de la ».
final class Abbreviations {
  /// Words that say what kind of way it is; a name is still whole without them.
  private static final Set<String> KINDS =
      Set.of(
          "rue",
          "avenue",
          "boulevard",
          "route",
          "impasse",
          "allee",
          "chemin",
          "place",
          "passage",
          "residence",
          "lotissement",
          "square",
          "quai",
          "ruelle",
          "cite",
          "quartier",
          "sentier",
          "rond",
          "point",
          "faubourg",
          "voie",
          "pont",
          "tunnel",
          "rocade",
          "domaine",
          "carrefour",
          "esplanade",
          "promenade",
          "cours",
          "villa",
          "hameau",
          "escalier",
          "traverse");

  private static final Set<String> ARTICLES =
      Set.of("de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et");

  private static final Map<String, List<String>> MEANINGS =
      read(
          """
          rue: r street lari
          avenue: av ave aven avn
          boulevard: bd bld blvd boul bvd
          route: rte rt road wout
          impasse: imp
          allee: all
          chemin: ch che chem chm
          place: pl
          passage: pass psg
          residence: res resid rce
          lotissement: lot lots lotis
          square: sq
          quai: qu
          quartier: qu qua quart qrt qt
          sentier: sen sent
          faubourg: fg fbg
          carrefour: carr
          saint: st
          sainte: ste
          general: gal gen
          commandant: cdt cmdt
          capitaine: cpt cne
          colonel: col cel
          lieutenant: lt ltn
          marechal: mal
          amiral: aml
          gouverneur: gouv
          docteur: dr doc
          professeur: prof pr
          monseigneur: mgr
          president: pdt
          ingenieur: ing
          pointe: pte
          morne: mne
          """);

  private Abbreviations() {}

  /// What a folded word may stand for; empty when it stands for itself only.
  static List<String> meanings(String word) {
    return MEANINGS.getOrDefault(word, List.of());
  }

  static boolean isArticle(String word) {
    return ARTICLES.contains(word);
  }

  static boolean isKindOfWay(String word) {
    return KINDS.contains(word);
  }

  private static Map<String, List<String>> read(String lines) {
    var meanings = new HashMap<String, List<String>>();
    lines
        .lines()
        .forEach(line -> {
          var parts = line.split(": ", 2);
          for (var shortened : parts[1].split(" ", -1)) {
            meanings.merge(
                shortened,
                List.of(parts[0]),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
          }
        });
    return Map.copyOf(meanings);
  }
}
