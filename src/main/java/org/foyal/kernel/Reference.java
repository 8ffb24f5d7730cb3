package org.foyal.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a resident is given to name their case by: seven signs and a check sign, `K7M4-2PXR`, made
/// to be read aloud, written down and typed on a telephone.
///
/// Left out are digits and letters that are taken for one another (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8
/// B, U V W, M N: of each pair the digit or the first is kept, or none), and vowels, so that no
/// word comes out. Nineteen are left, a prime: the weighted sum modulo 19 (the way of ISBN-10, ISO
/// 2108) finds every single wrong sign and every two that changed places.
///
/// @param signs the eight signs without the hyphen
public record Reference(String signs) {
  private static final String SIGNS = "23456789CDFHJKMPRTX";
  private static final int LENGTH = 8;

  /// Checks the signs.
  ///
  /// @throws IllegalArgumentException when they are none of ours or don't fit together
  public Reference {
    if (!holds(signs)) {
      throw new IllegalArgumentException("no reference: " + signs);
    }
  }

  /// A new one; who makes it sees to it that it is not taken.
  public static Reference next(RandomGenerator random) {
    var signs = new StringBuilder(LENGTH);
    for (int i = 1; i < LENGTH; i++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new Reference(signs.append(check(signs)).toString());
  }

  /// Reads what somebody typed or said: small letters, spaces and hyphens don't matter; nothing is
  /// guessed. Empty: it is no reference.
  public static Optional<Reference> read(String typed) {
    var signs = clean(typed);
    return holds(signs) ? Optional.of(new Reference(signs)) : Optional.empty();
  }

  private static String clean(String typed) {
    return typed.length() > 40
        ? ""
        : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-‐‑–.\u00a0\u202f]", "");
  }

  private static boolean holds(String signs) {
    return signs.length() == LENGTH
        && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
        && check(signs.substring(0, LENGTH - 1)) == signs.charAt(LENGTH - 1);
  }

  /// The sign that makes the sum of all, each times its place from the right, a multiple of 19.
  private static char check(CharSequence first) {
    int sum = 0;
    for (int i = 0; i < first.length(); i++) {
      sum += (LENGTH - i) * SIGNS.indexOf(first.charAt(i));
    }
    return SIGNS.charAt(Math.floorMod(-sum, SIGNS.length()));
  }

  /// A word of the same signs, without a check, out of numbers as good as drawn by lot.
  ///
  /// @param drawn one for each sign, from a range so large that its rest by 19 does not matter
  public static String word(int... drawn) {
    var word = new StringBuilder(drawn.length);
    for (int number : drawn) {
      word.append(SIGNS.charAt(Math.floorMod(number, SIGNS.length())));
    }
    return word.toString();
  }

  /// Reads a word of these signs as somebody typed it; empty when it is none.
  public static Optional<String> readWord(String typed, int length) {
    var signs = clean(typed);
    return signs.length() == length && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
        ? Optional.of(signs)
        : Optional.empty();
  }

  /// As people read it: `K7M4-2PXR`.
  @Override
  public String toString() {
    return spaced(signs);
  }

  /// Eight signs in two groups.
  public static String spaced(String signs) {
    return signs.substring(0, 4) + "-" + signs.substring(4);
  }
}
