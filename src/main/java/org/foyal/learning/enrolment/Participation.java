package org.foyal.learning.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Session;
import org.foyal.shell.language.Language;

/// Somebody's place in a session or in its waiting list, as it stands.
///
/// @param target whether a kept seat is meant for them, as they said themselves; not why
/// @param needs what the session must have for them; erased once it is over
/// @param since their place in the line
/// @param offers how often a seat was offered to them
/// @param offeredUntil until when a seat is held for their answer
/// @param toConfirm whether they are asked to say again that they come
/// @param reminded whether they were reminded of it, or asked whether they come
/// @param proven whether whoever holds its code is the person: what is kept of the person besides
///   this place is for nobody else
/// @param reason why it came to nothing
/// @param clashes whether the session was moved to a time at which they come to another one
/// @param example whether a demonstration invented it
public record Participation(
    long id,
    Reference reference,
    UUID session,
    Learner learner,
    State state,
    boolean target,
    Set<Need> needs,
    Instant askedAt,
    Instant since,
    int offers,
    Optional<Instant> offeredUntil,
    boolean toConfirm,
    boolean confirmed,
    boolean reminded,
    boolean proven,
    Optional<Reason> reason,
    boolean clashes,
    boolean example) {

  /// Whether they are to say now that they come.
  public boolean asksToConfirm() {
    return state == State.CONFIRMED && toConfirm && !confirmed;
  }

  /// Somebody who comes to sessions, by the name they gave; no account.
  ///
  /// @param name empty once it is erased
  /// @param birthYear,area where they said it
  public record Learner(
      UUID id,
      String name,
      Optional<String> email,
      Optional<String> phone,
      Language language,
      Optional<Integer> birthYear,
      Optional<String> area) {
    /// Somebody of whom the rest does not matter.
    public Learner(
        UUID id, String name, Optional<String> email, Optional<String> phone, Language language) {
      this(id, name, email, phone, language, Optional.empty(), Optional.empty());
    }

    /// Whether their name and contact are gone.
    public boolean erased() {
      return name.isEmpty();
    }

    /// Whether a name is the one that is known, however it is written; nobody is named nothing.
    public boolean isNamed(String typed) {
      return !erased() && LearnerStore.folded(name).equals(LearnerStore.folded(typed));
    }
  }

  /// Somebody's place with what calendars count by.
  ///
  /// @param changes how often the session or the place in it changed
  /// @param changedAt when either last did
  public record Booking(Participation place, Session session, int changes, Instant changedAt) {
    static Booking of(Participation place, Session session, List<Instant> events) {
      var last = Stream.concat(Stream.of(session.changedAt()), events.stream());
      return new Booking(
          place,
          session,
          session.sequence() + events.size(),
          last.max(Comparator.naturalOrder()).orElseThrow());
    }
  }

  /// How a place stands. What is over stays over, except who came, which is corrected.
  public enum State {
    /// On the waiting list: not a seat.
    WAITING,
    /// A seat is held until they answer.
    OFFERED,
    /// They have a seat.
    CONFIRMED,
    /// They came.
    PRESENT,
    /// They came late.
    LATE,
    /// They did not come and did not say so.
    NO_SHOW,
    /// They said that they don't come.
    EXCUSED,
    /// The session or its place was taken from them.
    REVOKED,
    /// Three offers were not answered.
    LAPSED;

    /// The state of a name; nothing for any other word.
    static Optional<State> find(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /// Whether somebody may still come by it.
    public boolean coming() {
      return this == WAITING || this == OFFERED || this == CONFIRMED;
    }

    /// Whether it says who came.
    public boolean attended() {
      return this == PRESENT || this == LATE;
    }

    /// The key of its name for readers.
    public String words() {
      return "learning.enrolment.state." + name();
    }
  }

  /// What a session must have for somebody: said for the session, never kept about the person.
  public enum Need {
    /// A way in without steps.
    STEP_FREE,
    /// Somebody who interprets.
    INTERPRETER,
    /// Somebody who looks after children.
    CHILDCARE,
    /// Large print.
    LARGE_PRINT;

    /// The key of its name for readers.
    public String words() {
      return "learning.enrolment.need." + name();
    }
  }

  /// Why somebody does not come, or can't.
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
    /// The session does not take place.
    SESSION,
    /// Any of these, the day after: only counted, apart from the person.
    COUNTED;

    /// Whether somebody can say so of themselves.
    public boolean own() {
      return this != NOT_REACHED && this != SESSION && this != COUNTED;
    }

    /// Whether the staff can say so.
    public boolean deskMaySay() {
      return own() || this == NOT_REACHED;
    }

    /// The key of its name for readers.
    public String words() {
      return "learning.enrolment.reason." + name();
    }
  }
}
