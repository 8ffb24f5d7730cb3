package org.foyal.people.mandates;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to the person what they said yes to, and how to see it and end it.
@Component
class MandateLetters {
  private final Post post;
  private final Words words;
  private final ShellSettings shell;
  private final SiteAddress site;

  MandateLetters(Post post, Words words, ShellSettings shell, SiteAddress site) {
    this.post = post;
    this.words = words;
    this.shell = shell;
    this.site = site;
  }

  /// Where the person sees a mandate and ends it.
  String address(Mandate mandate, String code) {
    return site.get()
        + "/"
        + mandate.language().code()
        + "/mandates/"
        + mandate.reference()
        + "/"
        + code;
  }

  /// Queues the letter in the caller's transaction. False: there is no address, or none that a
  /// letter can go to.
  ///
  /// @param number of the card, since each new one makes a new letter
  boolean write(Mandate mandate, String code, long number) {
    if (mandate.email().isEmpty()) {
      return false;
    }
    var language = mandate.language();
    var until =
        language.write(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withZone(shell.timeZone()),
            mandate.endsAt());
    var letter =
        new Letter(
            "people.mandate." + mandate.id() + "." + number,
            mandate.email().get(),
            language,
            Letter.Kind.RECEIPT,
            words.say(language, "people.mandates.letter.subject", mandate.reference().toString()),
            words.say(
                language,
                "people.mandates.letter.text",
                mandate.helperName(),
                shell.title(),
                until,
                mandate.reference().toString(),
                code,
                address(mandate, code)));
    return switch (post.queue(letter)) {
      case Queueing.Queued _, Queueing.AlreadyQueued _ -> true;
      case Queueing.Refused _, Queueing.OverBudget _, Queueing.Stopped _ -> false;
    };
  }
}
