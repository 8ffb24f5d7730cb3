package org.foyal.participation.reading;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Moving;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Tells whoever asked, as a line of their case and in their language, that their question is
/// published, or by which rule it is kept back and how to appeal; and tells the official that a
/// question waits.
@Component
class PublicationLetters {
  private final CaseWork work;
  private final Accounts accounts;
  private final Post post;
  private final Words words;
  private final SiteAddress site;

  PublicationLetters(CaseWork work, Accounts accounts, Post post, Words words, SiteAddress site) {
    this.work = work;
    this.accounts = accounts;
    this.post = post;
    this.words = words;
    this.site = site;
  }

  /// Tells whoever asked that everybody sees the question.
  ///
  /// @param now the case that is open
  void published(Actor by, Question question, Case now) {
    if (by.id() == null) {
      return; // the console writes in no thread
    }
    var said =
        words.say(now.language(), "participation.letter.published")
            + promised(question, now.language())
            + "\n"
            + link(now.language(), "/questions/" + question.reference());
    work.write(by, now.reference(), UUID.randomUUID(), said, true);
  }

  private String promised(Question question, Language language) {
    return question.answered()
        ? ""
        : "\n"
            + words.say(
                language,
                "participation.letter.promised",
                language.write(
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), question.dueOn()))
            + "\n";
  }

  /// Tells whoever asked that their question is put to another official now.
  ///
  /// @param question as it is put to the other one
  void transferred(Actor by, Question question, Case now, Mandate to) {
    if (by.id() == null) {
      return;
    }
    var language = now.language();
    var said =
        words.say(language, "participation.letter.transferred", to.name(), to.role().in(language))
            + promised(question, language)
            + "\n"
            + link(language, "/questions/" + question.reference());
    work.write(by, now.reference(), UUID.randomUUID(), said, true);
  }

  /// Tells whoever asked by which rule it is kept back; its case is closed where it is open. False:
  /// they can't be told, since nobody signs it or somebody moved the case at the same moment.
  boolean keptBack(Actor by, Question question, Case now, String rule, boolean onAppeal) {
    if (by.id() == null) {
      return false;
    }
    var language = now.language();
    var said =
        words.say(
                language,
                onAppeal ? "participation.letter.still-kept" : "participation.letter.kept",
                words.say(language, "participation.rule." + rule))
            + "\n"
            + link(language, "/questions/" + question.reference() + "/appeal");
    var moving =
        now.closed()
            ? work.write(by, now.reference(), UUID.randomUUID(), said, true)
            : work.move(
                by,
                now.reference(),
                now.version(),
                State.CLOSED,
                Optional.of(Outcome.NOT_PUBLISHED),
                said);
    return moving instanceof Moving.Moved;
  }

  /// What a case says that goes on since a question is published after all.
  String goesOn(Case before, boolean onAppeal) {
    return words.say(
        before.language(),
        onAppeal ? "participation.letter.goes-on" : "participation.letter.read-again");
  }

  /// Tells whoever answers for a mandate that a question waits; once, unless it was put to somebody
  /// else meanwhile.
  ///
  /// @param transfers how often it was put to another
  void tellOfficial(Question question, Mandate to, int transfers) {
    if (question.example()) {
      return; // a demonstration writes to nobody
    }
    List<UUID> answering = to.accounts();
    answering.stream()
        .flatMap(account -> accounts.find(account).stream())
        .filter(account -> account.status() == Account.Status.ACTIVE)
        .forEach(account -> {
          var language = account.language();
          post.queue(
              new Letter(
                  "participation.asked."
                      + String.join(
                          ".",
                          "" + question.caseId(),
                          to.code(),
                          "" + transfers,
                          "" + account.id()),
                  account.email(),
                  language,
                  Letter.Kind.ANSWER,
                  words.say(language, "participation.letter.asked.subject"),
                  words.say(
                      language,
                      "participation.letter.asked",
                      question.title(),
                      link(language, "/staff/answers/" + question.reference()))));
        });
  }

  private String link(Language language, String path) {
    return site.get() + "/" + language.code() + path;
  }
}
