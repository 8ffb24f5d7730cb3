package org.foyal.fablab.credit;

/// What can come of paying for a booking.
public sealed interface Paid {
  /// It is paid for.
  record Done(Quote quote) implements Paid {}

  /// It was paid for before.
  record SentBefore() implements Paid {}

  /// There is no such member.
  record Unknown() implements Paid {}

  /// Money is due: it is paid at the counter and noted with its receipt.
  record ReceiptMissing(int cents) implements Paid {}
}
