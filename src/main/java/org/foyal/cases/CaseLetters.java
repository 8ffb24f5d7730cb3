package org.foyal.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.cases.Question.Asker;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to whoever asked, in their language, in the transaction of the act: the receipt that the
/// law asks for (CRPA, art. L112-11 and R112-11-1: day, department and how to reach it, what
/// silence means), what became of the case, what the staff wrote.
@Component
class CaseLetters {
  private final Post post;
  private final Words words;
  private final ShellSettings shell;
  private final SiteAddress site;

  CaseLetters(Post post, Words words, ShellSettings shell, SiteAddress site) {
    this.post = post;
    this.words = words;
    this.shell = shell;
    this.site = site;
  }

  /// Queues the receipt; whether it leaves.
  boolean receipt(Case made, Asker asker, String code) {
    var language = made.language();
    var text =
        say(
            language,
            "cases.letter.receipt.text",
            made.subject(),
            date(language, made.due().openedOn()),
            made.reference().toString(),
            code,
            site.get() + "/" + language.code() + "/follow/" + made.reference() + "/" + code,
            who(made),
            promise(made),
            silence(made),
            shell.title());
    return queue("cases.receipt." + made.id(), made, asker, "receipt", text, Letter.Kind.RECEIPT)
        .isPresent();
  }

  private String who(Case made) {
    return made.department()
        .map(department ->
            Stream.of(
                    Optional.of(department.name()),
                    department.phone(),
                    department.email(),
                    department.address())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")))
        .orElseGet(() ->
            shell.title() + ", " + site.get() + "/" + made.language().code() + "/about/contact");
  }

  private String promise(Case made) {
    return say(
        made.language(),
        made.due().objective() ? "cases.promised.objective" : "cases.promised",
        date(made.language(), made.due().promisedOn()));
  }

  private String silence(Case made) {
    return say(
        made.language(),
        made.due().silence().words(),
        made.due().silenceOn().map(on -> date(made.language(), on)).orElse(""));
  }

  /// Queues what a change of state means, to leave at a moment at the earliest.
  void moved(Case now, Asker asker, long entry, String said, Instant notBefore) {
    var language = now.language();
    var state = say(language, now.outcome().map(Case.Outcome::words).orElseGet(now.state()::words));
    var text =
        say(
            language,
            now.closed() ? "cases.letter.closed.text" : "cases.letter.moved.text",
            now.subject(),
            now.reference().toString(),
            state,
            said.isEmpty() ? "–" : said,
            site.get() + "/" + language.code() + "/follow",
            shell.title());
    letter("cases.moved." + entry, now, asker, "moved", text, Letter.Kind.ANSWER)
        .ifPresent(letter -> post.queueHeld(letter, notBefore));
  }

  /// Takes the letter about a change of state back, if there is one; whether nobody was told.
  boolean withdraw(long entry) {
    return post.withdraw("cases.moved." + entry);
  }

  /// Queues what somebody of the staff wrote.
  void message(Case asked, Asker asker, long entry, String said) {
    var text =
        say(
            asked.language(),
            "cases.letter.message.text",
            asked.subject(),
            asked.reference().toString(),
            said,
            site.get() + "/" + asked.language().code() + "/follow",
            shell.title());
    queue("cases.message." + entry, asked, asker, "message", text, Letter.Kind.ANSWER);
  }

  private Optional<Queueing.Queued> queue(
      String key, Case about, Asker asker, String what, String text, Letter.Kind kind) {
    return letter(key, about, asker, what, text, kind)
        .map(post::queue)
        .flatMap(queueing ->
            queueing instanceof Queueing.Queued queued ? Optional.of(queued) : Optional.empty());
  }

  private Optional<Letter> letter(
      String key, Case about, Asker asker, String what, String text, Letter.Kind kind) {
    var subject =
        say(
            about.language(),
            "cases.letter." + what + ".subject",
            about.reference().toString(),
            about.subject());
    return asker
        .email()
        .filter(_ -> !about.example())
        .map(to -> new Letter(key, to, about.language(), kind, subject, text));
  }

  private String say(Language language, String key, Object... arguments) {
    return words.say(language, key, arguments);
  }

  private static String date(Language language, LocalDate day) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
  }
}
