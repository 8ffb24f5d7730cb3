package org.foyal.people;

import java.util.Optional;
import java.util.Set;
import org.foyal.shell.guard.Role;

/// The demonstration's people, one for each role, whom anybody may try with one click. The
/// demonstration offers it as a bean; the packaged program has none, and then there is no such way
/// in.
public interface TryAs {
  /// The roles that can be tried.
  Set<Role> roles();

  /// The address of the account of a role.
  Optional<String> email(Role role);
}
