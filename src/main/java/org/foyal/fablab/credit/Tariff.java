package org.foyal.fablab.credit;

/// The solidarity tariff: the share of the full price grows in a line with the quotient familial,
/// between a floor and the full price, in steps of a hundredth; no threshold makes anybody pay more
/// than that at once.
///
/// @param floorPercent the least share, in hundredths
/// @param fullQuotient in euros, from which the full price is asked
record Tariff(int floorPercent, int fullQuotient) {
  Tariff {
    if (floorPercent < 0 || floorPercent > 100 || fullQuotient < 1) {
      throw new IllegalArgumentException("no tariff: " + floorPercent + ", " + fullQuotient);
    }
  }

  /// The share for a quotient, rounded down.
  int percent(int quotient) {
    if (quotient < 0) {
      throw new IllegalArgumentException("a quotient is never negative");
    }
    return Math.clamp(quotient * 100L / fullQuotient, floorPercent, 100);
  }

  /// A price in whole cents, rounded down, in favour of whoever pays.
  static int cents(int centsPerHour, int minutes, int percent) {
    return Math.toIntExact((long) centsPerHour * minutes * percent / 6000);
  }
}
