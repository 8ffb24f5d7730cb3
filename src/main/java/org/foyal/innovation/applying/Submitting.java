package org.foyal.innovation.applying;

import java.time.Instant;
import java.util.List;

/// What can come of sending an application.
public sealed interface Submitting {
  /// It is sent.
  ///
  /// @param letter whether a receipt leaves
  record Submitted(boolean letter) implements Submitting {}

  /// It was sent before, once.
  record SubmittedBefore() implements Submitting {}

  /// Some rules are not met.
  record NotEligible(List<Rule> unmet) implements Submitting {
    /// Keeps them as they are.
    public NotEligible {
      unmet = List.copyOf(unmet);
    }
  }

  /// The deadline has passed.
  record TooLate(Instant closedAt) implements Submitting {}

  /// The same holder has sent another application to this call.
  record AppliedAlready() implements Submitting {}

  /// No such reference and code.
  record NotThere() implements Submitting {}
}
