package org.foyal.fablab.booking;

import java.util.Optional;

/// Why a machine is not somebody's, in words.
final class Refused {
  private Refused() {}

  /// The key of the words, or nothing where it is theirs or they wait.
  static Optional<String> words(Booked came) {
    var why =
        switch (came) {
          case Booked.Confirmed _, Booked.Waits _, Booked.SentBefore _ -> "";
          case Booked.NotAllowed _ -> "not-allowed";
          case Booked.Taken _ -> "taken";
          case Booked.ElsewhereThen _ -> "elsewhere";
          case Booked.NobodySupervises _ -> "supervise";
          case Booked.OutOfUse _ -> "out-of-use";
          case Booked.NotOpen _ -> "not-open";
          case Booked.Length _ -> "length";
          case Booked.TooSoon _ -> "too-soon";
          case Booked.TooFar _ -> "too-far";
          case Booked.TooMuchThatDay _ -> "too-much";
          case Booked.TooManyAhead _ -> "too-many";
          case Booked.Unknown _ -> "unknown";
        };
    return why.isEmpty() ? Optional.empty() : Optional.of("fablab.booking.problem." + why);
  }
}
