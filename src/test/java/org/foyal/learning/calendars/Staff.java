package org.foyal.learning.calendars;

import java.util.Set;
import java.util.UUID;
import org.foyal.people.Accounts;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Actor;
import org.foyal.people.Inviting.Invited;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;

/// Accounts for tests, made through the façade of `people`.
final class Staff {
  private Staff() {}

  static UUID invite(Accounts accounts) {
    var email = "trainer-" + UUID.randomUUID() + "@example.org";
    var newcomer = new Newcomer(email, "Tina", Set.of(Role.MEDIATOR), false);
    if (accounts.invite(Actor.CONSOLE, newcomer, Language.FR) instanceof Invited invited) {
      return invited.account().id();
    }
    throw new AssertionError("not invited");
  }
}
