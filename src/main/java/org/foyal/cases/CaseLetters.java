package org.foyal.cases;

import static org.foyal.post.Letter.Kind.ANSWER;
import static org.foyal.post.Letter.Kind.OPTIONAL;
import static org.foyal.post.Letter.Kind.RECEIPT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
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
  private final CaseStore store;
  private final MergeStore merges;

  CaseLetters(
      Post post,
      Words words,
      ShellSettings shell,
      SiteAddress site,
      CaseStore store,
      MergeStore merges) {
    this.post = post;
    this.words = words;
    this.shell = shell;
    this.site = site;
    this.store = store;
    this.merges = merges;
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
            page(made, code),
            who(made),
            promise(made.language(), made),
            silence(made),
            shell.title());
    var said = said(made, "receipt", text);
    return queue("cases.receipt." + made.id(), made, asker, said, RECEIPT).isPresent();
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

  /// By when an answer is promised, in the asker's language.
  String promise(Case made) {
    return promise(made.language(), made);
  }

  private String promise(Language language, Case made) {
    return say(
        language,
        made.due().objective() ? "cases.promised.objective" : "cases.promised",
        date(language, made.due().promisedOn()));
  }

  private String silence(Case made) {
    return say(
        made.language(),
        made.due().silence().words(),
        made.due().silenceOn().map(on -> date(made.language(), on)).orElse(""));
  }

  /// What a letter says.
  record Said(String subject, String text) {}

  /// Queues what a change of state means, to leave at a moment at the earliest; whoever asked the
  /// same is told too.
  void moved(Case now, Asker asker, long entry, String said, Instant notBefore) {
    letter(key(entry), now, asker, moved(now, said), ANSWER)
        .ifPresent(letter -> post.queueHeld(letter, notBefore));
    for (var too : merges.together(now.id())) {
      var kind = now.closed() ? "lead-closed" : "lead-moved";
      letter(key(entry, too), too, store.asker(too), state(too, now, said, kind), ANSWER)
          .ifPresent(letter -> post.queueHeld(letter, notBefore));
    }
  }

  /// The cases about the same thing whose askers are told when this one moves.
  List<Case> together(Case lead) {
    return merges.together(lead.id());
  }

  /// What a change of state is told with.
  Said moved(Case now, String said) {
    return state(now, now, said, now.closed() ? "closed" : "moved");
  }

  /// How far a case is, told to whoever asked for it or for the same.
  private Said state(Case to, Case now, String said, String kind) {
    var language = to.language();
    var state = say(language, now.outcome().map(Case.Outcome::words).orElseGet(now.state()::words));
    return said(
        to,
        "moved",
        say(
            language,
            "cases.letter." + kind + ".text",
            to.subject(),
            to.reference().toString(),
            state,
            said.isEmpty() ? "–" : said,
            site.get() + "/" + language.code() + "/follow",
            shell.title()));
  }

  /// Queues that a case goes with another one now, and by when that one is promised.
  void merged(Case now, Case lead, long entry, String said, Instant notBefore) {
    var language = now.language();
    var text =
        say(
            language,
            "cases.letter.merged.text",
            now.subject(),
            now.reference().toString(),
            promise(language, lead),
            said.isEmpty() ? "–" : said,
            site.get() + "/" + language.code() + "/follow",
            shell.title());
    letter(key(entry), now, store.asker(now), said(now, "merged", text), ANSWER)
        .ifPresent(letter -> post.queueHeld(letter, notBefore));
  }

  private Said said(Case about, String what, String text) {
    return new Said(
        say(
            about.language(),
            "cases.letter." + what + ".subject",
            about.reference().toString(),
            about.subject()),
        text);
  }

  /// Takes the letters about a change of state back, if there are some; whether nobody was told.
  boolean withdraw(Case asked, long entry) {
    boolean untold = post.withdraw(key(entry));
    for (var too : merges.together(asked.id())) {
      untold &= post.withdraw(key(entry, too));
    }
    return untold;
  }

  /// Takes the letters about changes of the case that another went with back, for that one and
  /// those that go with it; whether nobody was told.
  boolean withdraw(Case joined, List<Entry> movesOfLead) {
    boolean untold = true;
    var told = Stream.concat(Stream.of(joined), merges.together(joined.id()).stream()).toList();
    for (var move : movesOfLead) {
      for (var one : told) {
        untold &= post.withdraw(key(move.id(), one));
      }
    }
    return untold;
  }

  private static String key(long entry) {
    return "cases.moved." + entry;
  }

  private static String key(long entry, Case too) {
    return key(entry) + "." + too.id();
  }

  /// Queues the question whether it is repaired, with a link to the page that takes the answer; it
  /// is optional, so that a STOP and the week's budget hold it back.
  ///
  /// @return whether the question is dealt with; false: this week's letters are used up
  boolean askIfSettled(Case done, Asker asker, String code) {
    var language = done.language();
    var text =
        say(
            language,
            "cases.letter.settled.text",
            done.subject(),
            done.reference().toString(),
            page(done, code) + "#settled",
            shell.title());
    return letter("cases.settled." + done.id(), done, asker, said(done, "settled", text), OPTIONAL)
        .map(post::queue)
        .filter(Queueing.OverBudget.class::isInstance)
        .isEmpty();
  }

  /// Whether such questions wait for now.
  boolean paused() {
    return post.pausesOptional();
  }

  private String page(Case asked, String code) {
    return site.get() + "/" + asked.language().code() + "/follow/" + asked.reference() + "/" + code;
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
    queue("cases.message." + entry, asked, asker, said(asked, "message", text), ANSWER);
  }

  private Optional<Queueing.Queued> queue(
      String key, Case about, Asker asker, Said said, Letter.Kind kind) {
    return letter(key, about, asker, said, kind)
        .map(post::queue)
        .flatMap(queueing ->
            queueing instanceof Queueing.Queued queued ? Optional.of(queued) : Optional.empty());
  }

  private static Optional<Letter> letter(
      String key, Case about, Asker asker, Said said, Letter.Kind kind) {
    return asker
        .email()
        .filter(_ -> !about.example())
        .map(to -> new Letter(key, to, about.language(), kind, said.subject(), said.text()));
  }

  private String say(Language language, String key, Object... arguments) {
    return words.say(language, key, arguments);
  }

  private static String date(Language language, LocalDate day) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
  }
}
