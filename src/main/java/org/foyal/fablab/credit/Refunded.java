package org.foyal.fablab.credit;

/// What can come of giving back what was paid.
public sealed interface Refunded {
  /// It is given back.
  ///
  /// @param cents at the counter
  /// @param minutes as time credits
  /// @param freeMinutes that are free again in their month
  record Done(int cents, int minutes, int freeMinutes) implements Refunded {}

  /// It was given back before.
  record SentBefore() implements Refunded {}

  /// Nothing was paid for that booking.
  record Unknown() implements Refunded {}

  /// More than what was paid and is not given back yet.
  record MoreThanPaid(int cents) implements Refunded {}

  /// Why a whole booking is given back.
  enum Why {
    /// They said so before the notice ran out: all of it, as it was paid.
    IN_TIME,
    /// They said so after: all of it, as time.
    LATE,
    /// They did not come: as time the first time, nothing afterwards.
    NO_SHOW,
    /// The lab closed: all of it, as it was paid.
    CLOSED
  }
}
