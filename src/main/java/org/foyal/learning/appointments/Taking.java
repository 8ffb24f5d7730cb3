package org.foyal.learning.appointments;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.jspecify.annotations.Nullable;

/// What became of somebody's wish for a slot; but for the first, nothing is changed.
sealed interface Taking {
  /// What somebody gives to take a slot.
  ///
  /// @param form names the form that was sent: the same one is done once
  /// @param need the code of what it is about; nothing: something else
  /// @param takenBy the account of whoever wrote it down for them
  record Wish(
      UUID form,
      UUID slot,
      Optional<String> need,
      Person person,
      Channel channel,
      @Nullable UUID takenBy) {}

  /// It is theirs.
  ///
  /// @param code that goes with the reference; whoever has both is this person
  /// @param letter whether a letter leaves by e-mail
  record Booked(Appointment appointment, String code, boolean letter) implements Taking {}

  /// The same form was sent before; nothing is new.
  record SentBefore(Appointment appointment, String code) implements Taking {}

  /// Somebody else was quicker, or the slot was taken out.
  record Taken(Slot slot) implements Taking {}

  /// It is over, begins too soon, or is too far away.
  record NotNow(Slot slot) implements Taking {}

  /// They are somewhere else at that time.
  record Elsewhere(Slot slot) implements Taking {}

  /// There is no such slot.
  record NoSlot() implements Taking {}

  /// Something in it can't stand.
  ///
  /// @param problems the key of the words that say what, by field
  record Refused(Map<String, String> problems) implements Taking {}
}
