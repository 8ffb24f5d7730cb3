package org.foyal.fablab.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Minutes that are good until one day.
record Lot(LocalDate expiresOn, int minutes) {
  /// Takes minutes out of lots, from the first; nothing when there are not as many.
  static Optional<List<Lot>> take(List<Lot> lots, int minutes) {
    var taken = new ArrayList<Lot>();
    int left = minutes;
    for (var lot : lots) {
      if (left > 0) {
        int some = Math.min(left, lot.minutes());
        taken.add(new Lot(lot.expiresOn(), some));
        left -= some;
      }
    }
    return left == 0 ? Optional.of(List.copyOf(taken)) : Optional.empty();
  }
}
