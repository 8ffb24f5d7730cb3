package org.foyal.agreement.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.agreement.Party;
import org.foyal.shell.language.Told;

/// A meeting of those who steer an agreement.
///
/// @param minutes what was said, as somebody wrote it down
/// @param counted how the promises stood, once the meeting was held
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Meeting(
    long id,
    String agreement,
    LocalDate heldOn,
    String place,
    boolean held,
    Optional<String> minutes,
    Optional<Counted> counted,
    boolean example,
    int version) {

  /// How the promises stood on the day of the meeting.
  public record Counted(int promises, int kept, int late) {}

  /// Somebody who came, or should have.
  ///
  /// @param addedOn the day on which it was noted, if that was after the meeting was held
  public record Attendee(
      String name,
      Optional<String> capacity,
      Party party,
      Presence presence,
      Optional<LocalDate> addedOn) {
    /// Somebody who is about to be noted.
    public Attendee(String name, Optional<String> capacity, Party party, Presence presence) {
      this(name, capacity, party, presence, Optional.empty());
    }
  }

  /// Whether somebody came.
  public enum Presence {
    /// Was there.
    PRESENT,
    /// Had said not to come.
    EXCUSED,
    /// Did not come.
    ABSENT
  }

  /// A point of the agenda.
  ///
  /// @param commitment the promise that it is about, by its code
  /// @param day the day that makes it a point: due, planned
  public record Item(Kind kind, Optional<String> commitment, Told title, Optional<LocalDate> day) {
    /// Why something is on the agenda.
    public enum Kind {
      /// A promise or a step past its day.
      LATE,
      /// A promise or a step that is due soon.
      DUE,
      /// A decision of an earlier meeting that is not done.
      DECISION,
      /// Support that waits: past its day, or not confirmed by both sides.
      SUPPORT,
      /// What somebody put there.
      TOPIC
    }
  }

  /// Something decided.
  ///
  /// @param owner who answers for it
  /// @param madeOn the day of the meeting
  /// @param addedOn the day on which it was written down, if that was after the meeting was held
  public record Decision(
      long id,
      long meeting,
      Told text,
      Party owner,
      LocalDate madeOn,
      LocalDate dueOn,
      Optional<LocalDate> doneOn,
      Optional<LocalDate> addedOn) {
    /// Whether it was to be done, or was, before a day.
    boolean before(LocalDate day) {
      return dueOn.isBefore(day) || doneOn.filter(on -> on.isBefore(day)).isPresent();
    }

    /// Whether it is owed past its day.
    public boolean late(LocalDate today) {
      return doneOn.isEmpty() && dueOn.isBefore(today);
    }
  }

  /// A meeting with all that hangs on it.
  public record Whole(
      Meeting meeting, List<Item> agenda, List<Attendee> attendees, List<Decision> decisions) {}
}
