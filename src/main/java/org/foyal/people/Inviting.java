package org.foyal.people;

import java.time.Instant;
import java.util.Map;

/// What can come of inviting somebody. The compiler makes every caller answer each case.
public sealed interface Inviting {
  /// The account waits for its person.
  ///
  /// @param address where the person accepts; opens once, is shown this once
  record Invited(Account account, String address, Instant until, Carriage letter)
      implements Inviting {}

  /// What becomes of the letter that carries the link.
  enum Carriage {
    /// It leaves by e-mail.
    LEAVES,
    /// It waits in the outbox to be printed.
    WAITS,
    /// None was written: the link must be handed over.
    NONE
  }

  /// The address has an account already.
  record AlreadyThere(Account account) implements Inviting {}

  /// Something can't be as it was typed.
  ///
  /// @param problems the key of what is wrong, by field
  record Refused(Map<String, String> problems) implements Inviting {}
}
