package org.foyal.post;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.guard.Reception;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// Takes a request at its word about who sends it, instead of `people`, which this room does not
/// know.
@Primary
@TestComponent
class AtTheDoor implements Reception {
  static final String ROLE = "Test-Role";

  @Override
  public Optional<SignedIn> whoIs(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(ROLE))
        .flatMap(Role::find)
        .map(role -> new Administrator(Set.of(role)));
  }

  @Override
  public List<String> openAddresses() {
    return List.of();
  }
}
