package org.foyal.fibre.files;

import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.reading.Row.Refused;

/// What can come of bringing a file in. The compiler makes every caller answer each case.
public sealed interface Delivered {
  /// It stands; the delivery can be undone by its number.
  record Applied(long delivery, Report report) implements Delivered {}

  /// A trial: nothing changed, this is what would.
  ///
  /// @param hold what would keep it from being applied
  record Tried(Report report, Optional<Hold> hold) implements Delivered {}

  /// Everything in the file stands already: nothing was written.
  record NothingNew(Report report) implements Delivered {}

  /// It could be applied, but for one thing; nothing changed.
  record HeldBack(Report report, Hold hold) implements Delivered {}

  /// The file can't be read at all: nothing changed.
  record Unreadable(Refused refusal) implements Delivered {}

  /// The file can be read, and can't be taken as it was brought: nothing changed.
  record Unfit(Cause cause, List<String> arguments) implements Delivered {}

  /// Another file is at work; nothing changed, ask again.
  record Busy() implements Delivered {}

  /// Why a file that can be read is not applied.
  enum Hold {
    /// Buildings would be gone, and nobody has confirmed how many.
    GONE,
    /// It has no rows: that never means that everything is gone.
    EMPTY,
    /// Rows fit another projection than the one that is told: likely all do.
    DATUM,
    /// Not one row could be taken.
    ALL_REFUSED;

    /// The key of the sentence for the reader.
    public String words() {
      return "fibre.files.hold." + name();
    }
  }

  /// What is missing or wrong about the file as a whole.
  enum Cause {
    /// Nobody says of which day it speaks.
    NO_DAY,
    /// The day that it speaks of can't be.
    BAD_DAY,
    /// The day that it speaks of is still to come.
    FUTURE,
    /// A later file of the same kind stands.
    OLDER,
    /// Nobody says whose network it tells of.
    NO_OPERATOR,
    /// Not a code of an operator.
    BAD_OPERATOR,
    /// It is another operator's.
    OTHER_OPERATOR,
    /// Only the city brings files of the regulator.
    REGULATORS,
    /// A commune's code that is none.
    BAD_COMMUNE;

    /// The key of the sentence for the reader.
    public String words() {
      return "fibre.files.unfit." + name();
    }
  }
}
