package org.foyal.fablab.access;

import java.time.Instant;
import java.util.Optional;

/// What an interlock is told. Off is where everything ends that is not said otherwise.
///
/// @param power whether the machine may have power now
/// @param until until when, unless it is told more; an interlock that hears nothing cuts then
/// @param why what stands in the way, also of going on where it may finish
public record Verdict(boolean power, Instant until, Optional<Why> why) {
  /// What stands in the way.
  public enum Why {
    /// The machine is broken, cleaned or serviced.
    MACHINE,
    /// Nobody knows this badge, or it was ended.
    BADGE,
    /// Whoever has this badge has booked nothing here now, or may no longer work here.
    BOOKING,
    /// Whoever runs it has another badge.
    OTHER_BADGE,
    /// Nobody may be alone at it, and nobody else is there.
    ALONE,
    /// The extraction does not run.
    EXTRACTION,
    /// Somebody else runs it.
    IN_USE,
    /// It is over.
    ENDED,
    /// Nobody told of its beginning: it is told first.
    UNKNOWN_RUN,
    /// A later message was heard before.
    LATE,
    /// Another message had this number.
    CHANGED,
    /// The interlock's clock is ahead of the city's, or a month behind.
    CLOCK,
    /// It was told afterwards.
    REPLAYED
  }

  static Verdict off(Instant now, Why why) {
    return new Verdict(false, now, Optional.of(why));
  }
}
