package org.foyal.participation;

import org.foyal.post.Addressee;
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

  /// The person behind an address.
  Addressee addressee(String address) {
    return post.addressee(post.address(address).orElseThrow());
  }

  /// Takes back the letter of a link, if it has not left.
  void withdraw(String confirmHash) {
    post.withdraw(key(confirmHash));
  }

  private static String key(String confirmHash) {
    return "participation.confirm." + confirmHash.substring(0, 32);
  }

  /// Queues it; false when no letter can go to this address.
  boolean write(Draft draft, String address, Mandate to, String token) {
    var language = draft.asker().language();
    var link = site.get() + "/" + language.code() + "/questions/confirm/" + token;
    var letter =
        new Letter(
            key(Token.hash(token)),
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
