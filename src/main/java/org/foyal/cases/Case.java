package org.foyal.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Language;

/// Something that a resident asked, as it stands.
///
/// @param kind the room that it is about, for example `requests`
/// @param subject one line, in the asker's words or the name of a category
/// @param agent whoever looks after it
/// @param follows the case that was closed but not settled, which this one goes on with
/// @param followedBy the case that goes on with this one
/// @param mergedInto the case about the same thing that this one goes with
/// @param about what it is counted under, and where it is
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Case(
    long id,
    Reference reference,
    String kind,
    String subject,
    Channel channel,
    Language language,
    Optional<Department> department,
    Optional<UUID> agent,
    State state,
    Optional<Outcome> outcome,
    Due due,
    Instant openedAt,
    Optional<Reference> follows,
    Optional<Reference> followedBy,
    Optional<Reference> mergedInto,
    Question.About about,
    boolean example,
    int version) {

  /// How far it is; forward only.
  public enum State {
    /// It has arrived.
    RECEIVED,
    /// Somebody works on it.
    UNDER_WAY,
    /// What will be done is decided, and when.
    PLANNED,
    /// It is answered for.
    CLOSED;

    /// The key of its name for readers.
    public String words() {
      return "cases.state." + name();
    }

    /// Whether a case may go from here to another state: forward, not twice to the same.
    public boolean leadsTo(State next) {
      return compareTo(next) < 0;
    }
  }

  /// What came of it.
  public enum Outcome {
    /// What was asked is done.
    DONE,
    /// It was a question, and it is answered.
    ANSWERED,
    /// It is somebody else's to do; the words say whose.
    NOT_OURS,
    /// Another case is about the same.
    DUPLICATE,
    /// It was refused; the words say why.
    REFUSED,
    /// It can't be done; the words say why.
    NOT_POSSIBLE,
    /// Whoever asked took it back.
    TAKEN_BACK,
    /// It was a question for everybody, and a rule keeps it from being published.
    NOT_PUBLISHED;

    private static final Set<Outcome> OF_ROOMS = Set.of(ANSWERED, NOT_PUBLISHED);

    /// Whether an agent may say that this came of a case; the others are for whoever asked, or for
    /// the room that the case is about.
    public boolean sayable() {
      return this != TAKEN_BACK && !OF_ROOMS.contains(this);
    }

    /// Whether whoever asked can say that it is not settled and go on. What they took back, they
    /// ask anew; what a room closed for good, it goes on with itself.
    public boolean goesOn() {
      return sayable();
    }

    /// The key of its name for readers.
    public String words() {
      return "cases.outcome." + name();
    }
  }

  /// What it means in law when the city says nothing (CRPA, art. L231-1 and following).
  public enum Silence {
    /// Nothing: it is no request for a decision.
    NOTHING,
    /// The request is granted.
    GRANTED,
    /// The request is refused.
    REFUSED;

    /// The key of the sentence for readers.
    public String words() {
      return "cases.silence." + name();
    }
  }

  /// By when an answer is owed.
  ///
  /// @param promisedOn a working day
  /// @param objective whether no department has accepted the delay yet
  /// @param silenceOn the day on which silence becomes an answer
  public record Due(
      LocalDate openedOn,
      LocalDate promisedOn,
      boolean objective,
      Silence silence,
      Optional<LocalDate> silenceOn,
      Optional<LocalDate> closedOn) {
    /// Whether the promised day has passed, or had when it was closed.
    public boolean late(LocalDate today) {
      return closedOn.orElse(today).isAfter(promisedOn);
    }
  }

  /// One line for a reader: the city's name for it in their language, else the asker's words.
  public String subject(Language reader) {
    return about.titled().map(told -> told.in(reader)).orElse(subject);
  }

  /// Whether it is answered for.
  public boolean closed() {
    return state == State.CLOSED;
  }
}
