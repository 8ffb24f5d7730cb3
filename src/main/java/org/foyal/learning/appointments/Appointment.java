package org.foyal.learning.appointments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Participation.Learner;

/// A slot that somebody took, as it stands.
///
/// @param need the code of what they want to be able to do; nothing: something else
/// @param reason why it came to nothing
/// @param priority whether the city closed, so that they are offered the next hours first
/// @param example whether a demonstration invented it
public record Appointment(
    UUID id,
    Reference reference,
    Slot slot,
    Learner who,
    Optional<String> need,
    State state,
    Optional<Reason> reason,
    Instant askedAt,
    boolean priority,
    boolean example) {

  /// How it stands. What is over stays over, except whether somebody came, which is corrected.
  public enum State {
    /// It is to come, or nobody has noted who came.
    UNKNOWN,
    /// They came.
    SEEN,
    /// They did not come, and had not said so.
    NO_SHOW,
    /// They said that they don't come.
    EXCUSED,
    /// The city took it back.
    REVOKED;

    /// The key of its name for readers.
    public String words() {
      return "learning.appointments.state." + name();
    }
  }

  /// Why it came to nothing.
  public enum Reason {
    /// It is no longer needed.
    NOT_NEEDED,
    /// The hour does not suit.
    TIME,
    /// There is no way to get there.
    TRANSPORT,
    /// Nobody looks after the children.
    CHILDCARE,
    /// Health.
    HEALTH,
    /// It costs too much.
    COST,
    /// There is another appointment.
    OTHER_APPOINTMENT,
    /// Nobody could be reached.
    NOT_REACHED,
    /// The place is closed then.
    CLOSED,
    /// The slot was taken out.
    REMOVED,
    /// Any of these, the day after: only counted, apart from the person.
    COUNTED;

    /// Whether somebody can say so of themselves.
    public boolean own() {
      return this != NOT_REACHED && this != CLOSED && this != REMOVED && this != COUNTED;
    }

    /// Whether the staff can say so.
    public boolean deskMaySay() {
      return own() || this == NOT_REACHED || this == REMOVED;
    }

    /// The key of its name for readers.
    public String words() {
      return "learning.appointments.reason." + name();
    }
  }

  /// Why what was noted is corrected.
  public enum Why {
    /// The wrong button.
    WRONG_TAP,
    /// They came later after all.
    CAME_LATE,
    /// They had said that they don't come.
    HAD_SAID;

    /// The key of its name for readers.
    public String words() {
      return "learning.appointments.why." + name();
    }
  }

  /// What became of something that is done with an appointment.
  sealed interface Change {
    /// It is done, or was done before.
    record Done(Appointment appointment) implements Change {}

    /// It can't be done.
    ///
    /// @param problem the key of the words that say why
    record Not(Appointment appointment, String problem) implements Change {}

    /// Reference and code open nothing, or there is no such appointment.
    record NotThere() implements Change {}
  }
}
