package org.foyal.fablab.visits;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to whoever comes with a group, where they left an address: that it is noted, and that it
/// is called off. In French, since nobody is asked in which language a class reads.
@Component("fablabVisitLetters")
class VisitLetters {
  private static final Language READER = Language.FR;

  private final Post post;
  private final Words words;
  private final ShellSettings city;

  VisitLetters(Post post, Words words, ShellSettings city) {
    this.post = post;
    this.words = words;
    this.city = city;
  }

  /// Whether an address can be written to.
  boolean reaches(String address) {
    return post.address(address).isPresent();
  }

  void noted(Visit visit) {
    write(visit, "noted", Letter.Kind.RECEIPT);
  }

  void off(Visit visit) {
    write(visit, "off", Letter.Kind.ANSWER);
  }

  private void write(Visit visit, String what, Letter.Kind kind) {
    if (visit.email().isEmpty()) {
      return;
    }
    var key = "fablab.visits.letter." + what;
    var text =
        words.say(
            READER,
            key,
            visit.visitors(),
            READER.write(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withZone(city.timeZone()),
                visit.span().from()),
            hour(visit.span().from()),
            hour(visit.span().until()),
            city.title());
    var subject = words.say(READER, key + ".subject", visit.visitors());
    post.queue(
        new Letter(
            "fablab.visits." + what + "." + visit.id(),
            visit.email(),
            READER,
            kind,
            subject,
            text));
  }

  private String hour(Instant at) {
    return READER.write(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(city.timeZone()), at);
  }
}
