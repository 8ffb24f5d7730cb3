package org.foyal.people.mandates;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes to the person what they said yes to, and how to see it and end it.
@Component
class MandateLetters {
  private final Post post;
  private final Words words;
  private final ShellSettings shell;
  private final SiteAddress site;
  private final ObjectProvider<ActKind> kinds;

  MandateLetters(
      Post post,
      Words words,
      ShellSettings shell,
      SiteAddress site,
      ObjectProvider<ActKind> kinds) {
    this.kinds = kinds;
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

  /// What the person said yes to, a line each.
  private String acts(Mandate mandate) {
    return kinds.stream()
        .sorted(Comparator.comparingInt(ActKind::order))
        .filter(kind -> mandate.scope().contains(kind.code()))
        .map(kind -> "- " + words.say(mandate.language(), kind.words()))
        .collect(Collectors.joining("\n"));
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
                address(mandate, code),
                acts(mandate)));
    return switch (post.queue(letter)) {
      case Queueing.Queued _, Queueing.AlreadyQueued _ -> true;
      case Queueing.Refused _, Queueing.OverBudget _, Queueing.Stopped _ -> false;
    };
  }
}
