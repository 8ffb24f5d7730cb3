package org.foyal.shell;

import java.util.Set;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;

/// A way into a room that works today; rooms offer theirs as beans, the layout and the home page
/// show them. Nothing that leads nowhere is offered.
///
/// @param path the address below the language, for example `/areas`
/// @param words the key of its name; the key followed by `.about` is its one sentence
/// @param order where it stands among the others, smallest first
/// @param audience who is shown it
/// @param roles of the staff, those who may enter; none named: all of the audience
public record Door(String path, String words, int order, Audience audience, Set<Role> roles) {
  /// Keeps the roles as they are.
  public Door {
    roles = Set.copyOf(roles);
  }

  /// A door for an audience, or for some of the staff's roles.
  public Door(String path, String words, int order, Audience audience, Role... roles) {
    this(path, words, order, audience, Set.of(roles));
  }

  /// Whether somebody of the staff is shown it on their desk.
  public boolean opensFor(SignedIn who) {
    return switch (audience) {
      case EVERYBODY -> false;
      case STAFF -> roles.isEmpty() || roles.stream().anyMatch(who.roles()::contains);
      case ADMINISTRATOR -> who.administrator();
    };
  }

  /// Who is shown a door.
  public enum Audience {
    /// Everybody, on every public page.
    EVERYBODY,
    /// Whoever is signed in.
    STAFF,
    /// Signed-in administrators.
    ADMINISTRATOR
  }
}
