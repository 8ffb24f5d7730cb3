package org.foyal.territory.search;

import java.util.BitSet;
import java.util.function.IntConsumer;

/// One word that is looked for, and which words of the vocabulary answer it.
///
/// @param whole the word itself and what it may be short for
/// @param from the first word that begins so, when it may be unfinished
/// @param to after the last of them
/// @param typos the words a typo away
/// @param optional an article that may also be the beginning of a word
/// @param kindOfWay « rue », « avenue » …: never enough by itself when words may be missing
record Sought(BitSet whole, int from, int to, BitSet typos, boolean optional, boolean kindOfWay) {
  static final int WHOLE = 0;
  static final int BEGUN = 1;
  static final int TYPO = 2;
  static final int NONE = 3;

  /// How a word answers.
  int answer(int word) {
    if (whole.get(word)) {
      return WHOLE;
    }
    return word >= from && word < to ? BEGUN : typos.get(word) ? TYPO : NONE;
  }

  /// Every word that answers, some of them twice.
  void forEach(IntConsumer word) {
    whole.stream().forEach(word);
    for (int one = from; one < to; one++) {
      word.accept(one);
    }
    typos.stream().forEach(word);
  }
}
