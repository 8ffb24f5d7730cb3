package org.foyal.learning.appointments;

import java.util.List;
import org.foyal.learning.courses.Planning.Conflict;

/// What can come of opening, changing or taking out hours; but for the first, nothing is changed at
/// all.
sealed interface Opened {
  /// It stands.
  ///
  /// @param slots how many were opened, changed or taken out
  record Done(List<Opening> openings, int slots) implements Opened {}

  /// Trainer or room is taken already, on one day at least.
  record Conflicting(List<Conflict> conflicts) implements Opened {}

  /// It can't be so.
  record Refused(Why why) implements Opened {}

  /// People have taken some of the slots that were to be taken out.
  record Held(int people) implements Opened {}

  /// Somebody else wrote first.
  record Overtaken() implements Opened {}

  /// Why hours can't be opened.
  enum Why {
    /// It would begin in the past.
    PAST,
    /// It would begin in more than two years.
    FAR,
    /// It would end before it begins, or the clock skips that hour.
    END,
    /// No slot fits into it.
    SHORT,
    /// There is no such place, or it is hidden.
    PLACE,
    /// There is no such trainer, or they are out of use.
    TRAINER,
    /// There is no such room in that place, or it is out of use.
    ROOM,
    /// No day at all, or more than a hundred.
    TIMES;

    /// The field at which it is said.
    String field() {
      return switch (this) {
        case PAST, FAR -> "day";
        case END, SHORT -> "until";
        case PLACE -> "place";
        case TRAINER -> "trainer";
        case ROOM -> "room";
        case TIMES -> "times";
      };
    }

    /// The key of the words that say it.
    String words() {
      return "learning.appointments.refused." + name();
    }
  }
}
