package org.foyal.learning.places.finding;

import java.util.List;

/// Whether a place has what somebody looks for, as far as it is known.
enum Answer {
  YES,
  /// Nobody has told.
  UNKNOWN,
  NO;

  /// All of several wishes: one « no » is enough against, one « not known » against « yes ».
  static Answer all(List<Answer> answers) {
    return answers.contains(NO) ? NO : answers.contains(UNKNOWN) ? UNKNOWN : YES;
  }

  static Answer of(boolean yes) {
    return yes ? YES : NO;
  }

  /// Yes where it is said, not known where nothing of the kind is.
  static Answer among(boolean said, boolean silent) {
    return said ? YES : silent ? UNKNOWN : NO;
  }
}
