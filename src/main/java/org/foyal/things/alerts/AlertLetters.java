package org.foyal.things.alerts;

import java.util.Set;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to those whom a rule names: once when an alert opens, once when it closes. An account
/// that may not sign in any more is not written to.
@Component
class AlertLetters {
  private final Accounts accounts;
  private final Post post;
  private final AlertWords says;
  private final Words words;
  private final SiteAddress site;

  AlertLetters(Accounts accounts, Post post, AlertWords says, Words words, SiteAddress site) {
    this.accounts = accounts;
    this.post = post;
    this.says = says;
    this.words = words;
    this.site = site;
  }

  void opened(Set<UUID> addressees, Alert alert) {
    tell(addressees, alert, "opened");
  }

  void closed(Set<UUID> addressees, Alert alert) {
    tell(addressees, alert, "closed");
  }

  private void tell(Set<UUID> addressees, Alert alert, String act) {
    addressees.stream()
        .sorted()
        .flatMap(id -> accounts.find(id).stream())
        .filter(account -> account.status() == Account.Status.ACTIVE)
        .forEach(account -> post.queue(letter(account, alert, act)));
  }

  private Letter letter(Account account, Alert alert, String act) {
    var language = account.language();
    boolean open = alert.open();
    var subject =
        words.say(
            language,
            open ? "things.alerts.letter.opened" : "things.alerts.letter.closed",
            says.headline(language, alert));
    var text =
        says.whole(language, alert)
            + (open ? "" : "\n" + says.closed(language, alert))
            + "\n\n"
            + words.say(
                language,
                "things.alerts.letter.see",
                site.get() + "/" + language.code() + AlertsPage.PATH)
            + "\n";
    return new Letter(
        "things.alert." + alert.id() + "." + act + "." + account.id(),
        account.email(),
        language,
        Letter.Kind.ANSWER,
        subject,
        text);
  }
}
