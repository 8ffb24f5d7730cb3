package org.foyal.fablab.ladder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Actor;

/// A level that somebody is to be granted.
///
/// @param form names the form that was sent: the same one is done once
/// @param from since when; nothing: from now. Never before it is granted, but for the session on
///   which it rests
/// @param example whether a demonstration invents it
public record Grant(
    UUID form,
    UUID member,
    String type,
    Level level,
    Evidence evidence,
    Optional<Instant> from,
    boolean example) {
  /// A level from now on.
  public Grant(UUID form, UUID member, String type, Level level, Evidence evidence) {
    this(form, member, type, level, evidence, Optional.empty(), false);
  }

  /// Who grants a level.
  public sealed interface Granter {
    /// Somebody of the staff.
    record Staff(Actor actor) implements Granter {}

    /// A member who is at the highest level of that kind of machine.
    record Referent(UUID member) implements Granter {}
  }
}
