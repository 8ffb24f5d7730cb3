package org.foyal.territory.search;

import java.util.BitSet;

/// The best few answers so far; of the same name the better reading counts.
final class Ranking {
  private final long[] keys;
  private final Reading[] readings;
  private final BitSet answering = new BitSet();
  private int size;

  Ranking(int limit) {
    keys = new long[limit];
    readings = new Reading[limit];
  }

  /// Takes an answer in, if it is among the best: the smaller the score the better, then the
  /// smaller the name's number.
  void offer(int score, int name, Reading reading) {
    answering.set(name);
    long key = ((long) score << 32) | name;
    if (size == keys.length && key >= keys[size - 1]) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if ((int) keys[i] == name) {
        if (keys[i] <= key) {
          return;
        }
        remove(i);
        break;
      }
    }
    insert(key, reading);
  }

  private void remove(int at) {
    size--;
    System.arraycopy(keys, at + 1, keys, at, size - at);
    System.arraycopy(readings, at + 1, readings, at, size - at);
  }

  private void insert(long key, Reading reading) {
    if (size == keys.length) {
      size--;
    }
    int at = size;
    while (at > 0 && keys[at - 1] > key) {
      keys[at] = keys[at - 1];
      readings[at] = readings[at - 1];
      at--;
    }
    keys[at] = key;
    readings[at] = reading;
    size++;
  }

  int size() {
    return size;
  }

  /// How many answer, those left out included.
  int total() {
    return answering.cardinality();
  }

  int name(int place) {
    return (int) keys[place];
  }

  int score(int place) {
    return (int) (keys[place] >> 32);
  }

  Reading reading(int place) {
    return readings[place];
  }
}
