package org.foyal.shell.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/// Knows who stands at the staff's door: `people` implements it, the frame asks it at each request.
public interface Reception {
  /// The person of the request's session, as the account is now; nobody when there is no session or
  /// the account's sessions were ended.
  Optional<SignedIn> whoIs(HttpServletRequest request);

  /// The addresses that need nobody signed in, as path patterns.
  List<String> openAddresses();
}
