package org.foyal.fablab.booking;

import java.time.Instant;
import java.util.List;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.ladder.Missing;

/// What comes of asking for a machine, or for another time at it.
public sealed interface Booked {
  /// It is theirs.
  ///
  /// @param code that goes with the reference
  record Confirmed(Booking booking, String code) implements Booked {}

  /// They wait: it is no booking.
  ///
  /// @param ahead how many wait longer for that machine then
  record Waits(Booking booking, String code, int ahead) implements Booked {}

  /// The same form was sent before; nothing is new.
  record SentBefore(Booking booking, String code) implements Booked {}

  /// Somebody else has it then.
  ///
  /// @param free the next whiles of that length at the same machine
  record Taken(List<Span> free) implements Booked {}

  /// They are somewhere else then.
  record ElsewhereThen() implements Booked {}

  /// They may not work at it then.
  ///
  /// @param missing what they lack
  record NotAllowed(List<Missing> missing) implements Booked {}

  /// They need somebody who looks after them, and nobody is free to then.
  record NobodySupervises() implements Booked {}

  /// The machine can’t be used.
  record OutOfUse() implements Booked {}

  /// The lab is not open then, or not all the while.
  record NotOpen() implements Booked {}

  /// It is too short, or too long.
  record Length(int shortest_minutes, int longest_minutes) implements Booked {}

  /// It begins before it can be booked.
  record TooSoon(int notice_minutes) implements Booked {}

  /// It is further ahead than anybody books.
  record TooFar(Instant last) implements Booked {}

  /// It is more than anybody has on one day.
  record TooMuchThatDay(int most_minutes) implements Booked {}

  /// They have as many to come as anybody.
  record TooManyAhead(int most) implements Booked {}

  /// There is no such machine or person, or no such booking that could be changed.
  record Unknown() implements Booked {}
}
