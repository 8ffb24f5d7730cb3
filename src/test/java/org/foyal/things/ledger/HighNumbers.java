package org.foyal.things.ledger;

import org.springframework.context.ApplicationContext;

/// Numbers of observations beyond those that tests write by hand: a house that has handed out few
/// of its first block would give the same number twice.
public final class HighNumbers {
  private static final long BEYOND = 1_000_000;

  private HighNumbers() {}

  /// Uses up the block of a house, once its sequence stands beyond.
  public static void from(ApplicationContext house) {
    var numbers = house.getBean(Numbers.class);
    for (long number = numbers.next(); number <= BEYOND; number = numbers.next()) {
      // the rest of a low block
    }
  }
}
