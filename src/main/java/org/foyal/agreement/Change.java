package org.foyal.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// One line of the history: what happened, when it was true, when we learned it, and why.
///
/// @param commitment the promise; nothing where the whole agreement is meant
/// @param commitmentCode its part of the address
/// @param title the promise's, else the agreement's
/// @param source where a state was read
/// @param by the account that wrote it; nobody for files and figures
/// @param party the name of the party on whose behalf, if it was for one
public record Change(
    long id,
    String agreement,
    @Nullable Long commitment,
    @Nullable String commitmentCode,
    Told title,
    Kind kind,
    Instant at,
    Optional<State> state,
    Optional<Told> about,
    Optional<Told> why,
    Optional<Source> source,
    Origin origin,
    Optional<UUID> by,
    Optional<String> party,
    boolean example) {

  /// What happened.
  public enum Kind {
    /// It was entered.
    ADDED,
    /// Its words, dates or source were changed.
    EDITED,
    /// Somebody said where it stands.
    STATE,
    /// A room's figures said where it stands.
    LIVE,
    /// The figure is gone: what was declared holds again.
    FELL_BACK,
    /// A step was set.
    MILESTONE,
    /// A step was reached.
    REACHED,
    /// Something that proves or shows was added.
    EVIDENCE,
    /// A step or a proof was taken back, because it was wrong.
    WITHDRAWN,
    /// Support was asked, planned, done or confirmed.
    SUPPORT,
    /// The agreement was amended, renewed or ended.
    AMENDED,
    /// The steering committee decided.
    DECISION,
    /// Somebody else looks after it.
    OWNER
  }

  /// Where it was said to stand.
  ///
  /// @param known the day that this speaks of, or the month or year that is all we know of it
  public record State(Declared declared, Day known, Optional<LocalDate> keptOn) {
    /// Said of a day.
    public State(Declared declared, LocalDate knownOn, Optional<LocalDate> keptOn) {
      this(declared, Day.exactly(knownOn), keptOn);
    }

    /// The last day that this speaks of.
    public LocalDate knownOn() {
      return known.on();
    }
  }

  /// Where a line of the history comes from.
  public enum Origin {
    /// Somebody of the staff wrote it.
    STAFF,
    /// It came with a file.
    FILE,
    /// A room's figures say it.
    FIGURES
  }
}
