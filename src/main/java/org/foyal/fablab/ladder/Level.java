package org.foyal.fablab.ladder;

import java.util.stream.Stream;

/// How far somebody is at a kind of machine; each can do what those below can.
public enum Level {
  /// Nothing yet.
  NONE(0),
  /// Knows the dangers: may watch and help.
  OBSERVER(1),
  /// Works while somebody who supervises is there.
  SUPERVISED(2),
  /// Works alone while staff are there.
  AUTONOMOUS_STAFFED(3),
  /// Works alone whenever the lab is open.
  AUTONOMOUS(4),
  /// Trains others, and grants them up to the third level.
  REFERENT(5);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /// The level of a number, from nought to five.
  ///
  /// @throws IllegalArgumentException for any other number
  public static Level of(int number) {
    return Stream.of(values())
        .filter(one -> one.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no level: " + number));
  }

  /// Its number, from nought to five.
  public int number() {
    return number;
  }

  /// Whether it reaches another.
  public boolean reaches(Level wanted) {
    return compareTo(wanted) >= 0;
  }

  /// The level below; below the first there is none that use keeps.
  public Level below() {
    return this == NONE ? NONE : of(number - 1);
  }

  /// The key of its name for readers.
  public String words() {
    return "fablab.ladder.level." + number;
  }
}
