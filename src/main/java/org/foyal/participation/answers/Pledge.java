package org.foyal.participation.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What an answer commits to, by when, and what was said of it since.
///
/// @param caseId the number of the question's case
/// @param said what was said since, the latest last
public record Pledge(long id, long caseId, String what, LocalDate dueOn, List<Said> said) {
  /// What can be said of it.
  public enum Declared {
    /// Begun.
    UNDER_WAY,
    /// Done.
    KEPT,
    /// Given up.
    DROPPED,
    /// Nobody knows.
    UNKNOWN;

    /// The key of its name for readers.
    public String words() {
      return "participation.pledge." + name();
    }
  }

  /// What was said of it once.
  ///
  /// @param knownOn the day that it speaks of
  /// @param source how we know
  public record Said(Declared declared, LocalDate knownOn, String source, Instant at) {}

  /// Where it stands on a day.
  public enum State {
    /// Committed to; nothing more is known, and its day has not come.
    ANNOUNCED,
    /// Begun.
    UNDER_WAY,
    /// Kept by its day.
    KEPT,
    /// Kept after its day.
    KEPT_LATE,
    /// Given up.
    DROPPED,
    /// Its day has passed and nobody has said anything since, or nobody knows.
    UNKNOWN;

    /// The key of its name for readers.
    public String words() {
      return "participation.pledge." + name();
    }
  }

  /// Where it stands: what was last said, in the light of its day.
  public State state(LocalDate today) {
    boolean passed = today.isAfter(dueOn);
    if (said.isEmpty()) {
      return passed ? State.UNKNOWN : State.ANNOUNCED;
    }
    var last = said.getLast();
    return switch (last.declared()) {
      case KEPT -> last.knownOn().isAfter(dueOn) ? State.KEPT_LATE : State.KEPT;
      case DROPPED -> State.DROPPED;
      case UNKNOWN -> State.UNKNOWN;
      case UNDER_WAY -> passed && !last.knownOn().isAfter(dueOn) ? State.UNKNOWN : State.UNDER_WAY;
    };
  }

  /// By how many days it is late, or was when it was kept; 0 if it isn't.
  public long late_days(LocalDate today) {
    return switch (state(today)) {
      case KEPT, DROPPED -> 0;
      case KEPT_LATE -> ChronoUnit.DAYS.between(dueOn, said.getLast().knownOn());
      case ANNOUNCED, UNDER_WAY, UNKNOWN -> Math.max(0, ChronoUnit.DAYS.between(dueOn, today));
    };
  }

  /// Whether nobody owes anything any more.
  public boolean settled(LocalDate today) {
    return switch (state(today)) {
      case KEPT, KEPT_LATE, DROPPED -> true;
      case ANNOUNCED, UNDER_WAY, UNKNOWN -> false;
    };
  }
}
