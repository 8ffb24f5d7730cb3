package org.foyal.territory.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/// All words of all names, sorted: finds a word, the words it begins, and those a typo away.
///
/// A sorted array is a trie that costs nothing: the words that share a beginning stand side by
/// side. Looking for typos walks that trie, so that its work depends on the word, not on how many
/// words there are.
final class Vocabulary {
  private final String[] words;

  Vocabulary(Collection<String> distinct) {
    words = distinct.toArray(String[]::new);
    Arrays.sort(words);
  }

  int size() {
    return words.length;
  }

  /// The number of a word, or -1.
  int find(String word) {
    int at = Arrays.binarySearch(words, word);
    return at < 0 ? -1 : at;
  }

  /// The number of the first word that is not smaller.
  int from(String beginning) {
    int at = Arrays.binarySearch(words, beginning);
    return at < 0 ? -1 - at : at;
  }

  /// The number after the last word that begins so.
  int to(String beginning) {
    return from(beginning + Character.MAX_VALUE);
  }

  /// The words within some typos of a word: a letter too many, missing, wrong, or two swapped
  /// (Damerau-Levenshtein, each place at most once). With `asBeginning`, also those that go on
  /// after it.
  BitSet near(String word, int typos, boolean asBeginning) {
    var found = new BitSet(words.length);
    new Walk(word, asBeginning, found).on(0, 0, 0, words.length, typos);
    return found;
  }

  private final class Walk {
    private final String word;
    private final boolean asBeginning;
    private final BitSet found;

    Walk(String word, boolean asBeginning, BitSet found) {
      this.word = word;
      this.asBeginning = asBeginning;
      this.found = found;
    }

    /// The words `lo` to `hi` share their first `depth` letters, which stand for the first `read`
    /// letters of the word.
    void on(int read, int depth, int lo, int hi, int typos) {
      if (lo == hi) {
        return;
      }
      if (read == word.length()) {
        end(depth, lo, hi);
      } else {
        char next = word.charAt(read);
        int start = first(lo, hi, depth, next);
        on(read + 1, depth + 1, start, first(start, hi, depth, (char) (next + 1)), typos);
      }
      if (typos > 0) {
        mistake(read, depth, lo, hi, typos - 1);
      }
    }

    private void end(int depth, int lo, int hi) {
      if (asBeginning) {
        found.set(lo, hi);
      } else if (words[lo].length() == depth) {
        found.set(lo);
      }
    }

    private void mistake(int read, int depth, int lo, int hi, int typos) {
      int left = word.length() - read;
      boolean mayChange = left > (asBeginning ? 1 : 0);
      if (mayChange) {
        on(read + 1, depth, lo, hi, typos);
      }
      if (left > 1 && word.charAt(read) != word.charAt(read + 1)) {
        swapped(read, depth, lo, hi, typos);
      }
      if (left == 0 && asBeginning) {
        return;
      }
      for (int at = words[lo].length() == depth ? lo + 1 : lo; at < hi; ) {
        char letter = words[at].charAt(depth);
        int after = first(at, hi, depth, (char) (letter + 1));
        on(read, depth + 1, at, after, typos);
        if (mayChange && letter != word.charAt(read)) {
          on(read + 1, depth + 1, at, after, typos);
        }
        at = after;
      }
    }

    private void swapped(int read, int depth, int lo, int hi, int typos) {
      char second = word.charAt(read + 1);
      int start = first(lo, hi, depth, second);
      int stop = first(start, hi, depth, (char) (second + 1));
      char one = word.charAt(read);
      int start2 = first(start, stop, depth + 1, one);
      on(read + 2, depth + 2, start2, first(start2, stop, depth + 1, (char) (one + 1)), typos);
    }

    /// The first of these words whose letter at that depth is not smaller; a word that ends before
    /// it is smallest.
    private int first(int lo, int hi, int depth, char letter) {
      int from = lo;
      int to = hi;
      while (from < to) {
        int middle = (from + to) >>> 1;
        var there = words[middle];
        if (there.length() <= depth || there.charAt(depth) < letter) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }
}
