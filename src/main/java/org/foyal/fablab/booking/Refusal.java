package org.foyal.fablab.booking;

import org.springframework.dao.DataIntegrityViolationException;

/// What the database refused a booking for, by the name of the rule.
enum Refusal {
  TAKEN("never_booked_twice"),
  ELSEWHERE("never_in_two_places"),
  NOT_ALLOWED("allowed_at_its_start"),
  NOBODY_SUPERVISES("supervised_by_somebody"),
  SENT_BEFORE("booking_pkey");

  private final String rule;

  Refusal(String rule) {
    this.rule = rule;
  }

  /// Which it was.
  ///
  /// @throws DataIntegrityViolationException the same again, where it was none of these
  static Refusal of(DataIntegrityViolationException refused) {
    var said = String.valueOf(refused.getMessage());
    for (var one : values()) {
      if (said.contains(one.rule)) {
        return one;
      }
    }
    if (said.contains("not allowed to work at it then")) {
      return NOT_ALLOWED;
    }
    if (said.contains("nobody is free to supervise")) {
      return NOBODY_SUPERVISES;
    }
    throw refused;
  }
}
