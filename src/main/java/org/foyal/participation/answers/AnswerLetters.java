package org.foyal.participation.answers;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Moving;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.people.Actor;
import org.foyal.post.subscriptions.Asking;
import org.foyal.post.subscriptions.News;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.post.subscriptions.Topic;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Tells whoever asked, through their case, and whoever follows a question, by the subscriptions,
/// that it is answered and where a commitment stands.
@Component
class AnswerLetters {
  private final CaseWork work;
  private final Questions questions;
  private final Subscriptions subscriptions;
  private final Words words;
  private final SiteAddress site;

  AnswerLetters(
      CaseWork work,
      Questions questions,
      Subscriptions subscriptions,
      Words words,
      SiteAddress site) {
    this.work = work;
    this.questions = questions;
    this.subscriptions = subscriptions;
    this.words = words;
    this.site = site;
  }

  /// The topic of whoever follows a question.
  private Topic topic(Question question) {
    var titles = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      titles.put(language, question.title());
    }
    return new Topic(key(question), titles);
  }

  private static String key(Question question) {
    return "participation.question." + question.caseId();
  }

  /// Takes a wish to be told of a question.
  Asking follow(String address, Question question, Language language, String from) {
    return subscriptions.ask(address, topic(question), language, from);
  }

  /// How many follow a question.
  int followers(Question question) {
    return subscriptions.count(key(question));
  }

  /// Tells that a question is answered: its case is closed where it is open. False: somebody moved
  /// the case at the same moment.
  boolean answered(Actor by, Question question, long answer, Reply reply) {
    var now = questions.latest(question).orElseThrow();
    var language = now.language();
    var said =
        reply.words()
            + "\n\n"
            + words.say(language, "participation.letter.verdict")
            + "\n"
            + link(language, question);
    var moving =
        now.closed()
            ? work.write(by, now.reference(), reply.form(), said, true)
            : work.move(
                by,
                now.reference(),
                now.version(),
                State.CLOSED,
                Optional.of(Outcome.ANSWERED),
                said);
    if (!(moving instanceof Moving.Moved)) {
      return false;
    }
    tell(question, "answer." + answer, "participation.letter.answered", reply.words());
    return true;
  }

  /// Tells where a commitment stands.
  void said(Question question, Pledge pledge, Pledge.Said said) {
    var letters = new EnumMap<Language, News.Words>(Language.class);
    for (var language : Language.values()) {
      var date =
          language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), said.knownOn());
      letters.put(
          language,
          new News.Words(
              subject(language, question),
              words.say(
                      language,
                      "participation.letter.pledge",
                      pledge.what(),
                      words.say(language, said.declared().words()),
                      date,
                      said.source())
                  + "\n\n"
                  + link(language, question)));
    }
    subscriptions.tell(
        key(question),
        new News("pledge." + pledge.id() + "." + pledge.said().size(), Map.copyOf(letters)));
  }

  private void tell(Question question, String key, String words, String text) {
    var letters = new EnumMap<Language, News.Words>(Language.class);
    for (var language : Language.values()) {
      letters.put(
          language,
          new News.Words(
              subject(language, question),
              this.words.say(language, words, question.title())
                  + "\n\n"
                  + text
                  + "\n\n"
                  + link(language, question)));
    }
    subscriptions.tell(key(question), new News(key, Map.copyOf(letters)));
  }

  private String subject(Language language, Question question) {
    return words.say(language, "participation.letter.news.subject", question.title());
  }

  private String link(Language language, Question question) {
    return site.get() + "/" + language.code() + "/questions/" + question.reference();
  }
}
