package org.foyal.learning.enrolment;

import java.util.Map;
import java.util.UUID;

/// What became of somebody's wish to come to a session.
public sealed interface Enrolment {
  /// They have a seat.
  ///
  /// @param code that goes with the reference; whoever has both is this person
  /// @param letter whether a receipt leaves by e-mail
  record Seated(Participation place, String code, boolean letter) implements Enrolment {}

  /// They wait: it is not a seat.
  ///
  /// @param ahead how many have waited longer
  record Waiting(Participation place, String code, int ahead, boolean letter)
      implements Enrolment {}

  /// The same form was sent before; nothing is new.
  record SentBefore(Participation place, String code) implements Enrolment {}

  /// The same name by the same contact is there already.
  record AlreadyThere(Participation place) implements Enrolment {}

  /// They come to another session at that time.
  record Elsewhere(UUID session) implements Enrolment {}

  /// The session does not take place, or has begun.
  record TooLate(boolean cancelled) implements Enrolment {}

  /// It has begun and no seat is free: nobody is put down.
  record Full() implements Enrolment {}

  /// There is no such session.
  record NoSession() implements Enrolment {}

  /// Something in it can't stand.
  ///
  /// @param problems the key of the words that say what is wrong, by field
  record Refused(Map<String, String> problems) implements Enrolment {}
}
