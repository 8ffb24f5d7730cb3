package org.foyal.people;

import java.util.UUID;
import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;

/// Whoever acts on accounts: somebody signed in, somebody with a link, the engineer at the console.
///
/// @param id the account, if there is one
/// @param from the address that it comes from
public record Actor(@Nullable UUID id, String name, String from) {
  /// The engineer at the server's console, whom the machine itself has let in.
  public static final Actor CONSOLE = new Actor(null, "console", "console");

  /// Somebody signed in.
  public static Actor of(SignedIn who) {
    return new Actor(who.id(), who.displayName(), who.from());
  }

  /// Somebody who has shown that an account is theirs.
  public static Actor of(Account account, String from) {
    return new Actor(account.id(), account.name(), from);
  }

  /// What this one did.
  public Act did(String what, String about) {
    return new Act(id, name, from, what, about);
  }
}
