package org.foyal.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.foyal.people.Accounts.Change;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Inviting.AlreadyThere;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.Inviting.Refused;
import org.foyal.shell.StartRefused;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// The engineer's door at the server's console: does what `bin/staff` asks, while Foyal runs or is
/// stopped, and prints one sentence.
@Component
class StaffCommand implements ApplicationRunner {
  private static final String USAGE =
      "bin/staff invite EMAIL ROLE… | unlock EMAIL | reset-second-factor EMAIL; the roles are admin,"
          + " agent, mediator, fablab, elected, operator, analyst.";

  private final Accounts accounts;
  private final PeopleSettings settings;

  StaffCommand(Accounts accounts, PeopleSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.command().isBlank()) {
      System.out.println(obey(settings.command()));
    }
  }

  /// Does what was asked; answers what to print.
  ///
  /// @throws StartRefused when it can't be done, with what to do instead
  String obey(String command) {
    var words = List.of(command.strip().split("\\s+"));
    if (words.size() < 2) {
      throw new StartRefused("Nothing to do.", USAGE);
    }
    var email = words.get(1);
    return switch (words.getFirst()) {
      case "invite" -> invite(email, words.subList(2, words.size()));
      case "unlock" -> change(email, "may try again now.", accounts::unlock);
      case "reset-second-factor" ->
          change(email, "chooses a second step at the next sign-in.", accounts::resetSecondFactor);
      default -> throw new StartRefused("There is no such verb: " + words.getFirst(), USAGE);
    };
  }

  private String invite(String email, List<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    for (var code : codes) {
      roles.add(
          Role.find(code)
              .orElseThrow(() -> new StartRefused("There is no such role: " + code, USAGE)));
    }
    var newcomer = new Newcomer(email, nameFrom(email), roles, false);
    return switch (accounts.invite(Actor.CONSOLE, newcomer, Language.FR)) {
      case Invited made -> told(made);
      case AlreadyThere(Account account) ->
          accounts
              .inviteAgain(Actor.CONSOLE, account.id())
              .map(StaffCommand::told)
              .orElseThrow(() ->
                  new StartRefused(
                      "This address has an account already.",
                      "An administrator changes its roles on the page Comptes."));
      case Refused(var problems) ->
          throw new StartRefused(
              problems.containsKey("roles") ? "A role is missing." : "This is no e-mail address.",
              USAGE);
    };
  }

  /// The person may write it better when accepting.
  private static String nameFrom(String email) {
    var local = email.replaceFirst("@.*", "").replaceAll("[^\\p{L}]+", " ").strip();
    return PersonName.read(local).map(PersonName::value).orElse("Agent");
  }

  private static String told(Invited made) {
    return "Open this link once, until %s, or hand it over:%n%s"
        .formatted(made.until(), made.address());
  }

  private String change(
      String email,
      String done,
      java.util.function.BiFunction<Actor, java.util.UUID, Change> deed) {
    Optional<Change> change =
        accounts.findByEmail(email).map(account -> deed.apply(Actor.CONSOLE, account.id()));
    if (change.filter(c -> c == Change.DONE).isEmpty()) {
      throw new StartRefused("No active account has this address.", "Check the address.");
    }
    return email + " " + done;
  }
}
