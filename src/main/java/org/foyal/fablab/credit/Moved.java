package org.foyal.fablab.credit;

/// What can come of moving time credits.
public enum Moved {
  /// They are moved.
  DONE,
  /// The same form was done before.
  SENT_BEFORE,
  /// There are not as many.
  TOO_FEW,
  /// There is no such member.
  UNKNOWN
}
