package org.foyal.agreement.accompaniment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Somebody of the staff.
record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
  @Override
  public String from() {
    return "127.0.0.1";
  }

  /// Signed in.
  RequestPostProcessor here() {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(this, null, List.of()));
  }
}
