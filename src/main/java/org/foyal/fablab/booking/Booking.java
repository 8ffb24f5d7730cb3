package org.foyal.fablab.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.kernel.Reference;

/// Somebody’s time at a machine, as it stands.
///
/// @param reference with its code it opens its page
/// @param member whose it is
/// @param type the kind of the machine
/// @param span when they work there
/// @param state how it stands
/// @param care whether staff are there, and look after them
/// @param lapsed whether they may no longer work at it since they booked, unless that is renewed
/// @param toConfirm whether they are asked to say again that they come
/// @param sequence of its calendar entry: one more at each change
/// @param example whether a demonstration invented it
public record Booking(
    UUID id,
    Reference reference,
    UUID member,
    UUID machine,
    String type,
    Span span,
    State state,
    Care care,
    Optional<Reason> reason,
    boolean lapsed,
    boolean toConfirm,
    int sequence,
    boolean example) {

  /// A while, its end not part of it.
  public record Span(Instant from, Instant until) {
    /// Refuses what ends before it begins.
    ///
    /// @throws IllegalArgumentException where the end is not after the start
    public Span {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException("no while: " + from + " to " + until);
      }
    }

    /// How long it is.
    public long minutes() {
      return Duration.between(from, until).toMinutes();
    }
  }

  /// Who is there with them.
  public enum Care {
    /// Nobody of the staff.
    ALONE,
    /// Staff, who have others to look after.
    STAFFED,
    /// Staff, who look after them.
    SUPERVISED
  }

  /// A booking was given back, or the lab took it back.
  public record Ended(UUID booking) {}

  /// How a booking stands. What is over stays over, except who came, which is corrected.
  public enum State {
    /// It is theirs.
    CONFIRMED,
    /// They wait for it: it is no booking.
    WAITING,
    /// It is held for their answer.
    OFFERED,
    /// They came.
    PRESENT,
    /// They came late.
    LATE,
    /// They did not come.
    NO_SHOW,
    /// They gave it back.
    EXCUSED,
    /// The lab took it back.
    REVOKED,
    /// They waited in vain.
    LAPSED;

    /// Whether the machine is theirs then.
    public boolean holds() {
      return this == CONFIRMED || this == OFFERED || this == PRESENT || this == LATE;
    }

    /// Whether it is still to come of something.
    public boolean coming() {
      return this == CONFIRMED || this == WAITING || this == OFFERED;
    }

    /// The key of its name for readers.
    public String words() {
      return "fablab.booking.state." + name();
    }
  }

  /// Why a booking came to nothing; the codes of all rooms of the city.
  public enum Reason {
    /// No longer needed.
    NOT_NEEDED,
    /// The hour.
    TIME,
    /// The way there.
    TRANSPORT,
    /// A child to look after.
    CHILDCARE,
    /// Health.
    HEALTH,
    /// What it costs.
    COST,
    /// Something else then.
    OTHER_APPOINTMENT,
    /// They could not be reached.
    NOT_REACHED,
    /// The machine can’t be used.
    MACHINE,
    /// The lab is closed.
    CLOSED,
    /// Too few came.
    TOO_FEW,
    /// The day after, a reason is only counted.
    COUNTED;

    /// Whether somebody gives it for themselves.
    public boolean own() {
      return compareTo(NOT_REACHED) < 0;
    }

    /// The reason of a word, if somebody can give it for themselves.
    static Optional<Reason> own(String word) {
      return Stream.of(values()).filter(one -> one.own() && one.name().equals(word)).findFirst();
    }

    /// The key of its name for readers.
    public String words() {
      return "fablab.booking.reason." + name();
    }
  }
}
