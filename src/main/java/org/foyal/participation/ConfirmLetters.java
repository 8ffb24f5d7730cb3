package org.foyal.participation;

import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes the letter whose link shows that an address is the asker's.
@Component
class ConfirmLetters {
  private final Post post;
  private final Words words;
  private final SiteAddress site;
  private final ShellSettings city;

  ConfirmLetters(Post post, Words words, SiteAddress site, ShellSettings city) {
    this.post = post;
    this.words = words;
    this.site = site;
    this.city = city;
  }

  /// Queues it; false when no letter can go to this address.
  boolean write(Draft draft, String address, Mandate to, String token) {
    var language = draft.asker().language();
    var link = site.get() + "/" + language.code() + "/questions/confirm/" + token;
    var letter =
        new Letter(
            "participation.confirm." + draft.form(),
            address,
            language,
            Letter.Kind.RECEIPT,
            words.say(language, "participation.letter.confirm.subject"),
            words.say(
                language,
                "participation.letter.confirm",
                draft.title(),
                to.name(),
                to.role().in(language),
                link,
                city.title()));
    return !(post.queue(letter) instanceof Queueing.Refused);
  }
}
