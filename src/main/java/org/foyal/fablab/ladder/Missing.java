package org.foyal.fablab.ladder;

import java.time.Instant;

/// What somebody lacks to work at a kind of machine as one of a level may.
public sealed interface Missing {
  /// They have not reached the level, at the machine itself or at another that it asks for.
  ///
  /// @param has what they may do
  /// @param state how they stand there: whoever was never trained needs a lesson, whose level has
  ///   run out needs it renewed
  record Step(String type, Level wanted, Level has, Standing.State state) implements Missing {}

  /// The level that they have ends before.
  record Ends(String type, Instant until) implements Missing {}

  /// They are too young.
  record TooYoung(int from_years) implements Missing {}

  /// The machine has an age from which on, and theirs is not known.
  record AgeUnknown(int from_years) implements Missing {}

  /// They are minors, and no guardian’s consent was seen.
  record Guardian() implements Missing {}

  /// The kind of machine is not used at the moment.
  record Closed() implements Missing {}
}
