package org.foyal.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.kernel.Reference;

/// A line of a case's thread. Nobody edits one; what was undone stays, marked.
///
/// @param open whether whoever asked sees it; the rest is for the staff
/// @param words what was said, if anything was; plain text
/// @param state the state that it led to
/// @param before the state that it left, for an undoing
/// @param department the name of the department that it went to
/// @param other the other case, where two were joined
/// @param undone whether it was taken back
/// @param rule why its department was chosen, where it was by rule
public record Entry(
    long id,
    Kind kind,
    Instant at,
    boolean open,
    Author author,
    Optional<UUID> account,
    Optional<String> words,
    Optional<State> state,
    Optional<State> before,
    Optional<Outcome> outcome,
    Optional<String> department,
    Optional<Reference> other,
    boolean undone,
    Optional<String> rule) {
  /// What happened.
  public enum Kind {
    /// It was asked.
    OPENED,
    /// Somebody wrote to the other side.
    MESSAGE,
    /// Somebody of the staff wrote for the staff.
    NOTE,
    /// Its state changed.
    MOVED,
    /// A change of state was taken back.
    UNDONE,
    /// Another department has it now.
    HANDED_OVER,
    /// Somebody looks after it now, or nobody.
    ASSIGNED,
    /// It was not settled: another case goes on with it.
    GOES_ON,
    /// Another case about the same thing goes with it now.
    JOINED,
    /// Whoever asked says that it is repaired.
    SETTLED,
    /// Whoever asked says that it is not repaired.
    NOT_SETTLED,
    /// Another day was promised.
    PROMISED
  }

  /// Who wrote it.
  public enum Author {
    /// Whoever asked.
    ASKER,
    /// Somebody of the staff.
    STAFF,
    /// The house itself.
    HOUSE
  }
}
