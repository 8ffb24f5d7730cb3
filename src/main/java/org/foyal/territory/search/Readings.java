package org.foyal.territory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyal.territory.search.Hit.Kind;
import org.jspecify.annotations.Nullable;

/// The ways to understand what was typed: where the number stands, what narrows, where a space is
/// missing. A handful at most, whatever is typed.
final class Readings {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(bis|ter|quater|[a-z])?");
  private static final Pattern SUFFIX = Pattern.compile("bis|ter|quater|[a-z]");
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
  private static final int MOST_RESPACED = 8;
  private static final int LETTERS_THAT_NARROW = 3;
  private static final int MOST_NARROWING = 20;

  private final NameIndex names;
  private final Map<String, Set<String>> communesOfPostcode;
  private final NavigableMap<String, Set<String>> areasByWords = new TreeMap<>();

  Readings(NameIndex names, List<Named> named, Map<String, Set<String>> communesOfPostcode) {
    this.names = names;
    this.communesOfPostcode = communesOfPostcode;
    for (var area : named) {
      if (area.kind() == Kind.AREA) {
        areasByWords
            .computeIfAbsent(joined(Wording.ofName(area.name())), _ -> new TreeSet<>())
            .add(area.key());
      }
    }
  }

  /// The words once a postcode is taken out of them, and where that leads.
  private record Placed(List<String> words, Set<String> within) {}

  private record Numbered(@Nullable String number, List<String> words) {}

  /// Taking the words as they stand.
  List<Reading> of(List<String> typed) {
    return readings(typed, false);
  }

  /// With a space taken away between two words, or put into one.
  List<Reading> respaced(List<String> typed) {
    var variants = new ArrayList<List<String>>();
    for (int i = 0; i < typed.size(); i++) {
      if (i + 1 < typed.size()) {
        join(typed, i, variants);
      }
      part(typed, i, variants);
    }
    return variants.stream()
        .limit(MOST_RESPACED)
        .flatMap(variant -> readings(variant, true).stream())
        .toList();
  }

  private void join(List<String> typed, int at, List<List<String>> variants) {
    var joined = typed.get(at) + typed.get(at + 1);
    if (names.knows(joined, at + 2 == typed.size())) {
      variants.add(replaced(typed, at, 2, List.of(joined)));
    }
  }

  private void part(List<String> typed, int at, List<List<String>> variants) {
    var word = typed.get(at);
    boolean last = at + 1 == typed.size();
    for (int cut = 1; cut < word.length(); cut++) {
      var before = word.substring(0, cut);
      var after = word.substring(cut);
      boolean maybeUnfinished = last && after.length() >= LETTERS_THAT_NARROW;
      boolean article = Abbreviations.isArticle(before);
      if ((article || names.knows(before, false)) && names.knows(after, maybeUnfinished)) {
        variants.add(replaced(typed, at, 1, article ? List.of(after) : List.of(before, after)));
      }
    }
  }

  private static List<String> replaced(
      List<String> words, int at, int count, List<String> replacement) {
    return Stream.of(words.subList(0, at), replacement, words.subList(at + count, words.size()))
        .flatMap(List::stream)
        .toList();
  }

  private List<Reading> readings(List<String> typed, boolean respaced) {
    var readings = new ArrayList<Reading>();
    for (var placed : placed(withoutPostcode(typed))) {
      for (var numbered : numbered(placed.words())) {
        if (!numbered.words().isEmpty()) {
          readings.add(new Reading(numbered.words(), numbered.number(), placed.within(), respaced));
        }
      }
    }
    return readings;
  }

  /// A known postcode narrows; one that stands in no name and that nobody here has is left out.
  private Placed withoutPostcode(List<String> typed) {
    for (int i = 0; i < typed.size() && typed.size() > 1; i++) {
      var word = typed.get(i);
      if (POSTCODE.matcher(word).matches()) {
        var communes = communesOfPostcode.getOrDefault(word, Set.of());
        if (!communes.isEmpty() || !names.knows(word, false)) {
          return new Placed(replaced(typed, i, 1, List.of()), communes);
        }
      }
    }
    return new Placed(typed, Set.of());
  }

  /// As it stands, and with the name of an area taken off its end or its beginning.
  private List<Placed> placed(Placed all) {
    var placed = new ArrayList<Placed>();
    placed.add(all);
    int count = all.words().size();
    for (int cut = 1; cut < count; cut++) {
      addPlaced(
          all, all.words().subList(0, cut), narrowing(all.words().subList(cut, count)), placed);
      var leading = areasByWords.getOrDefault(telling(all.words().subList(0, cut)), Set.of());
      addPlaced(all, all.words().subList(cut, count), leading, placed);
    }
    return placed;
  }

  private static void addPlaced(
      Placed all, List<String> rest, Set<String> within, List<Placed> placed) {
    boolean tells =
        rest.stream().anyMatch(word -> !Abbreviations.isArticle(word) && !isKindOfWay(word));
    if (!within.isEmpty() && tells) {
      var both = new TreeSet<>(within);
      if (!all.within().isEmpty()) {
        both.retainAll(all.within());
      }
      placed.add(new Placed(rest, both.isEmpty() ? all.within() : both));
    }
  }

  private static boolean isKindOfWay(String word) {
    return Abbreviations.isKindOfWay(word)
        || Abbreviations.meanings(word).stream().anyMatch(Abbreviations::isKindOfWay);
  }

  /// The areas of that name, or whose name begins so.
  private Set<String> narrowing(List<String> words) {
    var name = telling(words);
    var whole = areasByWords.get(name);
    if (whole != null || name.length() < LETTERS_THAT_NARROW) {
      return whole == null ? Set.of() : whole;
    }
    var begun = new TreeSet<String>();
    areasByWords.subMap(name, name + Character.MAX_VALUE).values().stream()
        .limit(MOST_NARROWING)
        .forEach(begun::addAll);
    return begun;
  }

  private static String telling(List<String> words) {
    return joined(Wording.ofName(String.join(" ", words)));
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }

  /// Without a number; with the one that comes first; with the one that comes last. « 12 r … » is
  /// number 12 R, or number 12 of a rue: both are tried.
  private static List<Numbered> numbered(List<String> words) {
    var numbered = new ArrayList<Numbered>();
    numbered.add(new Numbered(null, words));
    int count = words.size();
    if (count < 2) {
      return numbered;
    }
    if (count > 2 && isSuffixed(words, 0)) {
      numbered.add(new Numbered(number(words.subList(0, 2)), words.subList(2, count)));
    }
    if (count > 2 && isSuffixed(words, count - 2)) {
      numbered.add(
          new Numbered(number(words.subList(count - 2, count)), words.subList(0, count - 2)));
    }
    if (NUMBER.matcher(words.getFirst()).matches()) {
      numbered.add(new Numbered(number(words.subList(0, 1)), words.subList(1, count)));
    }
    if (NUMBER.matcher(words.getLast()).matches()) {
      numbered.add(
          new Numbered(number(words.subList(count - 1, count)), words.subList(0, count - 1)));
    }
    return numbered;
  }

  /// « 12 bis », « 12 b »: a number, then what tells its neighbours apart.
  private static boolean isSuffixed(List<String> words, int at) {
    return words.get(at).chars().allMatch(Character::isDigit)
        && words.get(at).length() <= 4
        && SUFFIX.matcher(words.get(at + 1)).matches();
  }

  private static String number(List<String> parts) {
    return String.join("", parts).replaceFirst("^0+(?=\\d)", "");
  }
}
