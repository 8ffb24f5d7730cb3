package org.foyal.learning.courses;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;

/// A session of a course, as it stands.
///
/// @param course the code of the course
/// @param series the series that it is part of, if it is one of several
/// @param place where: a place of the room `places`
/// @param room the room in that place, where one is named
/// @param startsAt,endsAt when; the end is not part of it
/// @param setUp_minutes,cleanUp_minutes how long before and after it room, trainer and equipment
///   are taken
/// @param language what is spoken
/// @param reservedPercent the share of the seats that is kept for those at risk of exclusion
/// @param reservedUntilDays how many days before the session that share is given to everybody
/// @param cancelled why it does not take place; nothing while it is planned
/// @param version of the row, for two people who write at once
/// @param sequence how often its time, place, state or who holds it changed, as iCalendar counts
/// @param example whether a demonstration invented it
public record Session(
    UUID id,
    String course,
    Optional<UUID> series,
    UUID place,
    Optional<UUID> room,
    Instant startsAt,
    Instant endsAt,
    int setUp_minutes,
    int cleanUp_minutes,
    int seats,
    Language language,
    boolean childcare,
    boolean stepFree,
    boolean womenOnly,
    int reservedPercent,
    int reservedUntilDays,
    State state,
    Optional<Cancelled> cancelled,
    int version,
    int sequence,
    Instant changedAt,
    boolean example) {
  /// Refuses what no session can be.
  ///
  /// @throws IllegalArgumentException for an end that is not after the start, and for no seats
  public Session {
    if (!endsAt.isAfter(startsAt)
        || seats < 1
        || (state == State.CANCELLED) != cancelled.isPresent()) {
      throw new IllegalArgumentException("no session: " + startsAt + " to " + endsAt);
    }
  }

  /// How a session stands.
  public enum State {
    /// It takes place, or took place.
    PLANNED,
    /// It does not.
    CANCELLED
  }

  /// Why a session does not take place.
  public enum Reason {
    /// Whoever was to hold it is ill.
    TRAINER_ILL,
    /// A cyclone or another alert.
    CYCLONE,
    /// Too few have put their names down.
    TOO_FEW,
    /// The room can't be used.
    ROOM,
    /// Something else, said in words.
    OTHER
  }

  /// Why a session does not take place, with further words in French where there are some.
  public record Cancelled(Reason reason, Optional<String> words) {}

  /// Whether it is still to take place.
  public boolean planned() {
    return state == State.PLANNED;
  }

  /// How long it is.
  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }

  /// When seats that are kept for some are given to everybody.
  public Instant releasedAt() {
    return startsAt.minus(Duration.ofDays(reservedUntilDays));
  }
}
