package org.foyal.agreement.accompaniment;

import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;

/// Somebody of the staff.
record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
  @Override
  public String from() {
    return "127.0.0.1";
  }
}
