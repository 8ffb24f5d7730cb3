package org.foyal.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.foyal.agreement.Commitment.Declared;

/// Where a promise stands on a day: what was last said of it, seen in the light of its date.
///
/// Late is late: an open promise whose day has passed says by how much. And not known is not known:
/// if all we heard is older than the day it was due, nobody can say whether it was kept.
///
/// @param late_days by how many days it was kept late, or is past its day now; 0 if it isn't
public record Standing(State state, long late_days) {
  /// Where a promise stands.
  public enum State {
    /// Promised; nothing more is known, and its day has not come.
    ANNOUNCED,
    /// Begun.
    UNDER_WAY,
    /// Kept by its day, or without one.
    KEPT,
    /// Kept after its day.
    KEPT_LATE,
    /// Given up, or declared missed by whoever owes it.
    MISSED,
    /// Its day has passed and we have heard nothing since, or whoever owes it does not know.
    UNKNOWN;

    /// The key of its name for readers.
    public String words() {
      return "agreement.state." + name();
    }
  }

  /// What a promise stands at.
  ///
  /// @param declared what was last said of it
  /// @param knownOn the day that this speaks of
  /// @param keptOn when it was kept, if it was
  /// @param due when it is due, if it has a day
  static Standing of(
      Declared declared,
      LocalDate knownOn,
      Optional<LocalDate> keptOn,
      Optional<LocalDate> due,
      LocalDate today) {
    long passed_days = due.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today))).orElse(0L);
    return switch (declared) {
      case KEPT -> kept(keptOn.orElse(knownOn), due);
      case MISSED -> new Standing(State.MISSED, passed_days);
      case UNKNOWN -> new Standing(State.UNKNOWN, passed_days);
      case ANNOUNCED, UNDER_WAY -> {
        boolean silentSince = passed_days > 0 && due.filter(day -> knownOn.isAfter(day)).isEmpty();
        var asSaid = declared == Declared.ANNOUNCED ? State.ANNOUNCED : State.UNDER_WAY;
        yield new Standing(silentSince ? State.UNKNOWN : asSaid, passed_days);
      }
    };
  }

  private static Standing kept(LocalDate keptOn, Optional<LocalDate> due) {
    long late_days = due.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, keptOn))).orElse(0L);
    return new Standing(late_days > 0 ? State.KEPT_LATE : State.KEPT, late_days);
  }

  /// Whether something is still owed and its day has passed.
  public boolean late() {
    return late_days > 0 && state != State.KEPT_LATE;
  }

  /// Whether it was kept, on time or not.
  public boolean kept() {
    return state == State.KEPT || state == State.KEPT_LATE;
  }
}
