package org.foyal.learning.activity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Somebody of the staff, signed in.
record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
  Member(Role... roles) {
    this(UUID.randomUUID(), "Ana", Set.of(roles));
  }

  @Override
  public String from() {
    return "127.0.0.1";
  }

  RequestPostProcessor here() {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(this, null, List.of()));
  }
}
