package org.foyal.people;

import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.people.Accounts.Change;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Inviting.AlreadyThere;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.Inviting.Refused;
import org.foyal.people.keys.Seal;
import org.foyal.shell.ConsoleCommand;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Component;

/// The engineer's door at the server's console: does what `bin/staff` asks, while Foyal runs or is
/// stopped, and prints one sentence.
@Component
class StaffCommand implements ConsoleCommand {
  private static final String USAGE =
      "bin/staff invite EMAIL ROLE… [--language fr|en|gcf] | unlock EMAIL | reset-second-factor EMAIL |"
          + " new-key; the roles are admin, agent, mediator, fablab, elected, operator, analyst.";
  private static final String LANGUAGE = "--language";

  private final Accounts accounts;
  private final Seal seal;
  private final ShellSettings shell;

  StaffCommand(Accounts accounts, Seal seal, ShellSettings shell) {
    this.accounts = accounts;
    this.seal = seal;
    this.shell = shell;
  }

  @Override
  public String word() {
    return "staff";
  }

  @Override
  public int run(List<String> words, PrintStream out) {
    out.println(obey(words));
    return 0;
  }

  /// Does what was asked; answers what to print.
  ///
  /// @throws StartRefused when it can't be done, with what to do instead
  String obey(List<String> words) {
    if (words.equals(List.of("new-key"))) {
      return newKey();
    }
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

  private String newKey() {
    int without = seal.renew();
    return "A new key in %s seals the second steps. %s"
        .formatted(
            seal.path(),
            without == 0
                ? "Everybody keeps the one that they have."
                : without + " of the staff choose a new one at the next sign-in.");
  }

  /// The letter and its page speak French unless another language is asked for.
  private String invite(String email, List<String> words) {
    var codes = new ArrayList<>(words);
    int at = codes.indexOf(LANGUAGE);
    var language = Language.FR;
    if (at >= 0) {
      codes.remove(at);
      var code = at < codes.size() ? codes.remove(at) : "";
      language =
          Language.find(code)
              .orElseThrow(() -> new StartRefused("Foyal does not speak « " + code + " ».", USAGE));
    }
    return invite(email, codes, language);
  }

  private String invite(String email, List<String> codes, Language language) {
    var roles = EnumSet.noneOf(Role.class);
    for (var code : codes) {
      roles.add(
          Role.find(code)
              .orElseThrow(() -> new StartRefused("There is no such role: " + code, USAGE)));
    }
    var newcomer = new Newcomer(email, nameFrom(email), roles, false);
    return switch (accounts.invite(Actor.CONSOLE, newcomer, language)) {
      case Invited made -> told(made);
      case AlreadyThere(Account account) ->
          accounts
              .inviteAgain(Actor.CONSOLE, account.id())
              .map(this::told)
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

  private String told(Invited made) {
    var until =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT)
            .withZone(shell.timeZone())
            .format(made.until());
    return "%s: hand this link over; it opens once, until %s:%n%s"
        .formatted(shell.title(), until, made.address());
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
