package org.foyal.people.mandates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Language;

/// What a person lets a helper do, as it stands.
///
/// @param helper the account of the helper
/// @param helperName what the helper was called when it was made; empty once it is erased
/// @param days 1, 31, 182 or 365
/// @param endsAt the moment from which it is over
/// @param person what the person is called; nothing once it is erased
/// @param scope the codes of the acts that it is for
/// @param renews the mandate that it follows
public record Mandate(
    UUID id,
    Reference reference,
    UUID helper,
    String helperName,
    int days,
    Instant startsAt,
    Instant endsAt,
    Language language,
    Optional<String> person,
    Optional<String> email,
    List<String> scope,
    Consent consent,
    Optional<UUID> renews,
    Optional<End> revoked,
    boolean example) {

  /// How long a mandate can be, in days.
  public static final List<Integer> DURATIONS = List.of(1, 31, 182, 365);

  /// How the person said yes.
  public enum How {
    /// Aloud, before the helper.
    SPOKEN,
    /// On the printed paper.
    SIGNED
  }

  /// Who ended a mandate before its time.
  public enum Side {
    PERSON,
    HELPER,
    /// Somebody at a counter of the city, at the person's wish.
    COUNTER
  }

  /// How a mandate stands.
  public enum State {
    OPEN,
    EXPIRED,
    REVOKED
  }

  /// The person's yes.
  ///
  /// @param by the account that noted it
  public record Consent(How how, Instant at, UUID by) {}

  /// That it ended before its time.
  public record End(Instant at, Side by) {}

  /// A line of its journal.
  ///
  /// @param kind the code of the act, where it is one
  /// @param by who did it, where it was somebody of the staff
  public record Entry(
      Instant at, What what, Optional<String> kind, Optional<String> by, Optional<String> about) {}

  /// What a line of the journal says.
  public enum What {
    /// The mandate was made.
    MADE,
    /// A new card replaced the one before.
    CARD,
    /// Something was done under it.
    ACT,
    /// It was ended.
    REVOKED,
    /// What was personal was erased.
    ERASED
  }

  /// How it stands at a moment.
  public State state(Instant now) {
    if (revoked.isPresent()) {
      return State.REVOKED;
    }
    return now.isBefore(endsAt) ? State.OPEN : State.EXPIRED;
  }

  /// Since when it is over, if it is.
  public Optional<Instant> overSince(Instant now) {
    return revoked
        .map(End::at)
        .or(() -> now.isBefore(endsAt) ? Optional.empty() : Optional.of(endsAt));
  }
}
