package org.foyal.fibre.asking.following;

import java.util.EnumMap;
import java.util.stream.Collectors;
import org.foyal.fibre.asking.AnswerWords;
import org.foyal.fibre.asking.Home;
import org.foyal.post.subscriptions.News;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Words the letter that one can order.
@Component
class FollowedLetters {
  private final Words words;
  private final AnswerWords answers;
  private final SiteAddress site;

  FollowedLetters(Words words, AnswerWords answers, SiteAddress site) {
    this.words = words;
    this.answers = answers;
    this.site = site;
  }

  /// The news that one can order at an address; nobody is told twice of it.
  News orderable(Followed followed, Home home) {
    var letters = new EnumMap<Language, News.Words>(Language.class);
    for (var language : Language.values()) {
      var said = answers.say(language, home.answer(), home.today());
      var names = said.operators().stream().map(name -> "- " + name + "\n");
      var text =
          words.say(language, "fibre.asking.letter.hello", followed.label())
              + "\n\n"
              + said.headline()
              + "\n"
              + String.join("\n", said.lines())
              + "\n"
              + names.collect(Collectors.joining())
              + "\n"
              + answers.source(language, home.building(), home.fileOf())
              + "\n\n"
              + words.say(
                  language,
                  "fibre.asking.letter.see",
                  site.get() + "/" + language.code() + FibreFollowing.path(now(followed, home)))
              + "\n"
              + words.say(language, "fibre.asking.letter.once");
      letters.put(
          language,
          new News.Words(
              words.say(language, "fibre.asking.letter.subject", followed.label()), text));
    }
    return new News("orderable", letters);
  }

  private static Followed now(Followed followed, Home home) {
    return new Followed(
        followed.topic(),
        java.util.Optional.of(home.building().ref()),
        followed.street(),
        followed.number(),
        followed.block(),
        followed.label(),
        followed.example(),
        followed.since(),
        followed.toldAt());
  }
}
