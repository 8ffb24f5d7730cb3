package org.foyal.post.subscriptions;

import java.time.Instant;
import org.foyal.post.Letter;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Words the letters of subscriptions, with their links.
@Component
class SubscriptionLetters {
  private final Words words;
  private final SiteAddress site;
  private final ShellSettings city;

  SubscriptionLetters(Words words, SiteAddress site, ShellSettings city) {
    this.words = words;
    this.site = site;
    this.city = city;
  }

  /// Asks to confirm; somebody who has confirmed already is told so instead.
  Letter toConfirm(Subscription wish, String token, Instant now) {
    var language = wish.language();
    var title = wish.topic().title(language);
    var text =
        wish.confirmed()
            ? words.say(language, "subscriptions.letter.known", title, leave(wish), city.title())
            : words.say(
                language,
                "subscriptions.letter.confirm",
                title,
                link(language, SubscriptionPage.CONFIRM, token),
                city.title());
    return new Letter(
        "post.subscription." + wish.id() + ".ask." + now.getEpochSecond(),
        wish.address(),
        language,
        Letter.Kind.RECEIPT,
        words.say(language, "subscriptions.letter.subject", title),
        text);
  }

  /// News, and below them why they come and how to end that.
  Letter news(Subscription subscriber, News news) {
    var language = subscriber.language();
    var said = news.in(language);
    return new Letter(
        "post.subscription." + subscriber.id() + ".news." + news.key(),
        subscriber.address(),
        language,
        Letter.Kind.OPTIONAL,
        said.subject(),
        said.text().stripTrailing()
            + "\n\n"
            + words.say(
                language,
                "subscriptions.letter.why",
                subscriber.topic().title(language),
                leave(subscriber)));
  }

  private String leave(Subscription wish) {
    return link(wish.language(), SubscriptionPage.LEAVE, wish.leaveToken());
  }

  private String link(Language language, String path, String token) {
    return site.get() + "/" + language.code() + path + "/" + token;
  }
}
