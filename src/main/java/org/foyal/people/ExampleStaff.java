package org.foyal.people;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Invitations.Accepting;
import org.foyal.people.Invitations.Answers;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.keys.FactorChoice;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People whom the demonstration invents: invited and let in through the same rules as everybody,
/// and marked as examples for ever.
@Service
public class ExampleStaff {
  private static final Actor DEMONSTRATION = new Actor(null, "demonstration", "console");

  private final Accounts accounts;
  private final Invitations invitations;
  private final Clock clock;

  ExampleStaff(Accounts accounts, Invitations invitations, Clock clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.clock = clock;
  }

  /// Invites somebody and accepts for them; answers the secret of their application in Base32.
  ///
  /// @return empty when the address has an account already
  @Transactional
  public Optional<String> add(String email, String name, Role role, String password) {
    var newcomer = new Newcomer(email, name, Set.of(role), true);
    return accounts.invite(DEMONSTRATION, newcomer, Language.FR) instanceof Invited invited
        ? Optional.of(accept(invited, password))
        : Optional.empty();
  }

  private String accept(Invited invited, String password) {
    var address = invited.address();
    var token = address.substring(address.lastIndexOf('/') + 1);
    var offered = invitations.find(token).orElseThrow().offered();
    var code = offered.codeAt(clock.instant());
    var answers =
        new Answers(
            invited.account().name(),
            invited.account().email(),
            password,
            password,
            new FactorChoice("app", code));
    var accepted = invitations.accept(token, answers, DEMONSTRATION.from());
    if (!(accepted instanceof Accepting.Welcome)) {
      throw new IllegalStateException("the demonstration's own password is refused: " + accepted);
    }
    return offered.typed();
  }
}
