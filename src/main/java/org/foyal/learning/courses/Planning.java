package org.foyal.learning.courses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Told;

/// What can come of planning, changing or cancelling sessions; but for the first, nothing is
/// changed at all.
public sealed interface Planning {
  /// It stands: these sessions were made or changed.
  record Done(List<Session> sessions) implements Planning {
    /// Keeps the list as it is.
    public Done {
      sessions = List.copyOf(sessions);
    }
  }

  /// Something is taken already, on one day at least.
  record Conflicting(List<Conflict> conflicts) implements Planning {
    /// Keeps the list as it is.
    public Conflicting {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// It can't be so.
  record Refused(Why why) implements Planning {}

  /// Somebody else wrote first.
  record Overtaken() implements Planning {}

  /// What is taken when.
  ///
  /// @param day of the session that is planned
  /// @param resource what is taken
  /// @param session by which session; an appointment is not told
  /// @param course what that session is about
  /// @param from,until the time that is taken, buffers included
  record Conflict(
      LocalDate day,
      Resource.Kind kind,
      String resource,
      Optional<UUID> session,
      Optional<Told> course,
      Instant from,
      Instant until) {}

  /// Why something can't be.
  enum Why {
    /// It would begin in the past.
    PAST,
    /// It would begin in more than two years.
    FAR,
    /// It would end before it begins, or begin at an hour that the clock skips.
    END,
    /// It would be longer than twelve hours.
    LONG,
    /// There is no such course, or no sessions of it are planned.
    COURSE,
    /// There is no such place, or it is hidden.
    PLACE,
    /// There is no such room, trainer or equipment, or it is out of use.
    RESOURCE,
    /// The room is in another place.
    ROOM_ELSEWHERE,
    /// The room has fewer seats.
    ROOM_SEATS,
    /// No seats, or too many.
    SEATS,
    /// More seats are given away than there would be.
    SEATS_TAKEN,
    /// A series of no session, or of more than a hundred.
    TIMES,
    /// The session is over or under way.
    OVER,
    /// The session is cancelled.
    CANCELLED
  }
}
