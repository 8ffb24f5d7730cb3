package org.foyal.people;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import org.foyal.people.Inviting.Carriage;
import org.foyal.people.LinkStore.Kind;
import org.foyal.people.keys.OneTime;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing.AlreadyQueued;
import org.foyal.post.Queueing.OverBudget;
import org.foyal.post.Queueing.Queued;
import org.foyal.post.Queueing.Refused;
import org.foyal.post.Queueing.Stopped;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes the letters that carry links, in the transaction that makes the link: either both are
/// there or none.
@Component
class LinkLetters {
  private final Post post;
  private final Words words;
  private final ShellSettings shell;

  LinkLetters(Post post, Words words, ShellSettings shell) {
    this.post = post;
    this.words = words;
    this.shell = shell;
  }

  /// A link just made, and for whom.
  record Carried(Account account, Kind kind, String address, Instant until, Language language) {}

  /// Queues the letter. Examples get no invitation: the demonstration has taken it for them.
  Carriage write(Carried link) {
    if (link.account().example() && link.kind() == Kind.INVITATION) {
      return Carriage.NONE;
    }
    return switch (post.queue(letter(link))) {
      case Queued _, AlreadyQueued _ -> post.carries() ? Carriage.LEAVES : Carriage.WAITS;
      case Refused _, OverBudget _, Stopped _ -> Carriage.NONE;
    };
  }

  private Letter letter(Carried link) {
    var language = link.language();
    var about = "people.letter." + link.kind();
    var city = shell.title();
    var until =
        language.write(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withZone(shell.timeZone()),
            link.until());
    return new Letter(
        "people.link." + number(link.address()),
        link.account().email(),
        language,
        Letter.Kind.ANSWER,
        words.say(language, about + ".subject", city),
        words.say(language, about + ".text", link.account().name(), city, link.address(), until));
  }

  /// The link's number is the hash that is kept of it.
  private static String number(String address) {
    return HexFormat.of().formatHex(OneTime.hash(address.substring(address.lastIndexOf('/') + 1)));
  }
}
