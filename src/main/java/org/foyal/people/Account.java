package org.foyal.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;

/// An account of the staff as it stands.
///
/// @param secondFactor how the second step is made; none before the invitation is accepted, or
///   after an administrator reset it
/// @param example whether the demonstration invented it
/// @param language the language that letters to the person are written in
/// @param lastSignedInAt when the person last signed in, if ever
public record Account(
    UUID id,
    String email,
    String name,
    Status status,
    Set<Role> roles,
    Optional<SecondFactor> secondFactor,
    boolean example,
    Language language,
    Instant createdAt,
    Optional<Instant> lastSignedInAt) {
  /// How an account stands.
  public enum Status {
    /// Waits for the person to open the invitation.
    INVITED,
    /// May sign in.
    ACTIVE,
    /// May not, and has no session.
    DISABLED
  }

  /// What the second step asks for.
  public enum SecondFactor {
    /// Six digits that an application shows.
    TOTP,
    /// A code of a printed sheet.
    CODES
  }
}
