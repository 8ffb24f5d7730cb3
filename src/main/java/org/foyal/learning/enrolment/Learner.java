package org.foyal.learning.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;

/// Somebody who comes to sessions, by the name they gave; no account.
///
/// @param name empty once it is erased
public record Learner(
    UUID id, String name, Optional<String> email, Optional<String> phone, Language language) {
  /// Whether their name and contact are gone.
  public boolean erased() {
    return name.isEmpty();
  }
}
