package org.foyal.territory.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.foyal.territory.search.Hit.Match;

/// All names by their words, in memory, immutable.
///
/// Names stand in the order that breaks ties: kind, importance, name. The scarcest word of a search
/// says which names are looked at; each is then compared word by word, numbers with numbers.
final class NameIndex {
  private static final BitSet NO_TYPO = new BitSet(0);
  private static final List<Match> BEST_FIRST = List.of(Match.values());
  private static final int LETTERS_FOR_A_TYPO = 4;
  private static final int LETTERS_FOR_TWO_TYPOS = 7;
  private static final Comparator<Named> ORDER =
      Comparator.comparing(Named::kind)
          .thenComparing(Named::importance, Comparator.reverseOrder())
          .thenComparing(Named::name)
          .thenComparing(Named::key);

  private final Named[] names;
  private final int[][] wordsOf;
  private final byte[] kindWordsOf;
  private final Vocabulary vocabulary;
  private final int[] start; // of each word's names in `namesOf`; one more at the end
  private final int[] namesOf;

  NameIndex(List<Named> unordered) {
    names = unordered.stream().sorted(ORDER).toArray(Named[]::new);
    var spelled = Arrays.stream(names).map(named -> Wording.ofName(named.name())).toList();
    var distinct = new HashSet<String>();
    spelled.forEach(distinct::addAll);
    vocabulary = new Vocabulary(distinct);
    wordsOf =
        spelled.stream()
            .map(words -> words.stream().mapToInt(vocabulary::find).toArray())
            .toArray(int[][]::new);
    kindWordsOf = new byte[names.length];
    for (int name = 0; name < names.length; name++) {
      kindWordsOf[name] = kindWords(spelled.get(name));
    }
    start = new int[vocabulary.size() + 1];
    namesOf = postings();
  }

  private static byte kindWords(List<String> words) {
    int leading = 0;
    while (leading < words.size() - 1 && Abbreviations.isKindOfWay(words.get(leading))) {
      leading++;
    }
    return (byte) leading;
  }

  private int[] postings() {
    for (var words : wordsOf) {
      IntStream.of(words).distinct().forEach(word -> start[word + 1]++);
    }
    Arrays.parallelPrefix(start, Integer::sum);
    var next = Arrays.copyOf(start, start.length);
    var names = new int[start[start.length - 1]];
    for (int name = 0; name < wordsOf.length; name++) {
      int here = name;
      IntStream.of(wordsOf[name]).distinct().forEach(word -> names[next[word]++] = here);
    }
    return names;
  }

  Named named(int name) {
    return names[name];
  }

  /// Whether any name holds that word, or one that it begins.
  boolean knows(String word, boolean maybeUnfinished) {
    return vocabulary.find(word) >= 0
        || (maybeUnfinished && vocabulary.from(word) < vocabulary.to(word));
  }

  /// Offers every name that answers a reading: each word may have that many typos, and so many
  /// words may be missing.
  void match(Reading reading, int typos, int missing, Ranking ranking) {
    var sought = sought(reading.words(), typos);
    if (sought.length == 0) {
      return;
    }
    if (missing == 0) {
      scan(scarcest(sought), sought, 0, reading, ranking);
      return;
    }
    for (var pivot : sought) {
      if (!pivot.kindOfWay() && !pivot.optional()) {
        scan(pivot, sought, missing, reading, ranking);
      }
    }
  }

  private void scan(Sought pivot, Sought[] sought, int missing, Reading reading, Ranking ranking) {
    int distance = reading.distance();
    int respaced = reading.respaced() ? 1 : 0;
    pivot.forEach(word -> {
      for (int at = start[word]; at < start[word + 1]; at++) {
        int name = namesOf[at];
        if (reading.admits(names[name])) {
          int score = score(name, sought, missing, respaced);
          if (score >= 0) {
            ranking.offer(score | distance, name, reading);
          }
        }
      }
    });
  }

  private Sought[] sought(List<String> words, int typos) {
    boolean anyTelling = words.stream().anyMatch(word -> !Abbreviations.isArticle(word));
    int last = words.size() - 1;
    return IntStream.range(anyTelling ? 0 : Math.max(0, last), words.size())
        .filter(i -> i == last || !Abbreviations.isArticle(words.get(i)))
        .mapToObj(i -> sought(words.get(i), i == last, anyTelling, typos))
        .toArray(Sought[]::new);
  }

  private Sought sought(String word, boolean last, boolean anyTelling, int typos) {
    var meanings = Abbreviations.meanings(word);
    var whole =
        IntStream.concat(
                IntStream.of(vocabulary.find(word)), meanings.stream().mapToInt(vocabulary::find))
            .filter(number -> number >= 0)
            .collect(BitSet::new, BitSet::set, BitSet::or);
    boolean mayHaveTypo =
        typos > 0
            && word.length() >= LETTERS_FOR_A_TYPO
            && word.chars().noneMatch(Character::isDigit);
    int most = word.length() >= LETTERS_FOR_TWO_TYPOS ? typos : 1;
    return new Sought(
        whole,
        last ? vocabulary.from(word) : 0,
        last ? vocabulary.to(word) : 0,
        mayHaveTypo ? vocabulary.near(word, most, last) : NO_TYPO,
        anyTelling && Abbreviations.isArticle(word),
        Abbreviations.isKindOfWay(word) || meanings.stream().anyMatch(Abbreviations::isKindOfWay));
  }

  private Sought scarcest(Sought[] sought) {
    return Arrays.stream(sought)
        .filter(one -> !one.optional())
        .min(Comparator.comparingLong(this::namesAnswering))
        .orElseThrow();
  }

  private long namesAnswering(Sought sought) {
    long range = (long) start[sought.to()] - start[sought.from()];
    return range
        + sought.whole().stream().mapToLong(this::count).sum()
        + sought.typos().stream().mapToLong(this::count).sum();
  }

  private int count(int word) {
    return start[word + 1] - start[word];
  }

  /// How well a name answers, the smaller the better; -1 when it does not.
  private int score(int name, Sought[] sought, int missingAllowed, int respaced) {
    var words = wordsOf[name];
    int bare = kindWordsOf[name];
    int used = 0;
    int typos = respaced;
    int missing = 0;
    int place = 0;
    boolean begun = false;
    boolean fromStart = true;
    boolean fromBare = true;
    for (var one : sought) {
      int best = best(words, used, one);
      int answer = best >> 8;
      int where = best & 0xff;
      if (answer == Sought.NONE) {
        if (!one.optional() && ++missing > missingAllowed) {
          return -1;
        }
        continue;
      }
      used |= 1 << where;
      typos += answer == Sought.TYPO ? 1 : 0;
      begun |= answer == Sought.BEGUN;
      fromStart &= where == place;
      fromBare &= where == place + bare;
      place++;
    }
    boolean whole = !begun && place == words.length - (fromStart ? 0 : bare);
    return grade(typos + 2 * missing, fromStart, fromBare, whole);
  }

  /// The best answer among the words not yet used; in the lowest eight bits, where it stands.
  private static int best(int[] words, int used, Sought one) {
    int best = Sought.NONE << 8;
    for (int i = 0; i < words.length && best >= 1 << 8; i++) {
      if ((used >> i & 1) == 0) {
        int answer = one.answer(words[i]) << 8 | i;
        best = answer >> 8 < best >> 8 ? answer : best;
      }
    }
    return best;
  }

  private static int grade(int faults, boolean fromStart, boolean fromBare, boolean whole) {
    boolean inOrder = fromStart || fromBare;
    var match =
        faults > 0 ? Match.TYPO : inOrder ? (whole ? Match.EXACT : Match.PREFIX) : Match.WORDS;
    int order = fromStart ? 0 : fromBare ? 1 : 2;
    return BEST_FIRST.indexOf(match) << 16 | faults << 8 | order << 4;
  }

  /// The match that a score stands for.
  static Match match(int score) {
    return BEST_FIRST.get(score >> 16);
  }
}
