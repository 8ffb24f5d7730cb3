package org.foyal.post;

import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;

/// Somebody who may see the outbox, or who may not when given other roles.
record Administrator(Set<Role> roles) implements SignedIn {
  Administrator() {
    this(Set.of(Role.ADMIN));
  }

  @Override
  public UUID id() {
    return new UUID(0, 1);
  }

  @Override
  public String displayName() {
    return "Ada";
  }

  @Override
  public String from() {
    return "127.0.0.1";
  }
}
