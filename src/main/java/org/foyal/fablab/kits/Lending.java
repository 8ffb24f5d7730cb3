package org.foyal.fablab.kits;

/// What can come of lending.
public sealed interface Lending {
  /// It is lent; the code goes with its reference.
  record Lent(Loan loan, String code) implements Lending {}

  /// All boxes are lent.
  record NoneLeft() implements Lending {}

  /// There is no such kit, or it is not lent at the moment, or nobody of that reference.
  record NotThere() implements Lending {}
}
