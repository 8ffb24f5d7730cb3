package org.foyal.cases;

/// What can come of opening a case.
public sealed interface Opening {
  /// It is open.
  ///
  /// @param code the secret that goes with the reference, as people read it
  /// @param receipt whether a receipt leaves by letter
  record Opened(Case opened, String code, boolean receipt) implements Opening {}

  /// The same form has opened it before; nothing is new.
  record OpenedBefore(Case opened, String code) implements Opening {}
}
