package org.foyal.fibre.asking.wrong;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Entry;
import org.foyal.cases.Moving;
import org.foyal.cases.Opening;
import org.foyal.cases.Question;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.post.Post;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what residents say is wrong: each opens a case, its operator answers.
@Service
class Objections {
  static final int LONGEST_WORDS = 2_000;
  static final String KIND = "fibre";
  static final String TOPIC = "wrong";
  private static final int DAYS_to_answer = 30;
  private static final int SHOWN = 100;

  private final ObjectionStore store;
  private final Cases cases;
  private final CaseWork work;
  private final Post post;
  private final Words words;
  private final Clock clock;

  Objections(
      ObjectionStore store, Cases cases, CaseWork work, Post post, Words words, Clock clock) {
    this.store = store;
    this.cases = cases;
    this.work = work;
    this.post = post;
    this.words = words;
    this.clock = clock;
  }

  /// What somebody says.
  ///
  /// @param form names the form that was sent
  record Said(UUID form, Optional<Objection.Kind> kind, String words, Asker asker) {}

  /// What can come of saying it.
  sealed interface Objecting {
    /// A case is open.
    ///
    /// @param receipt whether a receipt leaves by letter
    record Opened(Case opened, String code, boolean receipt) implements Objecting {}

    /// It can't stand: the keys of the words that say why, by field.
    record Refused(Map<String, String> problems) implements Objecting {}
  }

  /// Opens a case about an address, once a form.
  @Transactional
  Objecting file(Subject subject, Said said) {
    var problems = check(said);
    if (!problems.isEmpty()) {
      return new Objecting.Refused(problems);
    }
    var kind = said.kind().orElseThrow();
    return switch (cases.open(question(subject, said, kind))) {
      case Opening.Opened(var opened, String code, boolean receipt) -> {
        store.add(
            new Objection(
                opened.id(),
                opened.reference(),
                kind,
                subject.ref(),
                subject.label(),
                subject.operator(),
                subject.example(),
                clock.instant(),
                Optional.empty()));
        yield new Objecting.Opened(opened, code, receipt);
      }
      case Opening.OpenedBefore(var opened, String code) ->
          new Objecting.Opened(opened, code, false);
    };
  }

  private Map<String, String> check(Said said) {
    var problems = new LinkedHashMap<String, String>();
    if (said.kind().isEmpty()) {
      problems.put("kind", "fibre.asking.wrong.no-kind");
    }
    if (said.words().length() > LONGEST_WORDS) {
      problems.put("words", "shell.problem.long");
    }
    if (said.words().isEmpty() && !said.kind().equals(Optional.of(Objection.Kind.MISSING))) {
      problems.put("words", "fibre.asking.wrong.no-words");
    }
    if (said.asker().email().filter(one -> post.address(one).isEmpty()).isPresent()) {
      problems.put("email", "fibre.asking.wrong.no-email");
    }
    if (said.asker().phone().filter(one -> !one.matches("[+0-9][0-9 .()-]{5,39}")).isPresent()) {
      problems.put("phone", "fibre.asking.calls.no-phone");
    }
    return problems;
  }

  private Question question(Subject subject, Said said, Objection.Kind kind) {
    var language = said.asker().language();
    var what = words.say(language, "fibre.asking.wrong.kind." + kind);
    return new Question(
        said.form(),
        KIND,
        words.say(language, "fibre.asking.wrong.subject", subject.label()),
        said.words().isEmpty() ? what : what + "\n" + said.words(),
        new Question.About(Optional.of(TOPIC), subject.area()),
        Channel.WEB,
        said.asker(),
        Optional.empty(),
        new Delay(DAYS_to_answer, false, Silence.NOTHING),
        null,
        subject.example(),
        Optional.empty(),
        Optional.empty());
  }

  /// One with what was said, for whoever answers: no name, no way to reach whoever asked.
  record Shown(Objection objection, List<String> said, boolean closed) {}

  /// Those that wait for an answer, or were answered last.
  ///
  /// @param operator whose; empty: everybody's
  @Transactional
  List<Shown> list(Actor by, Optional<String> operator, boolean open) {
    if (open) {
      store.list(operator, false, SHOWN).forEach(one -> adopt(by, one));
    }
    return store.list(operator, open, SHOWN).stream()
        .map(one -> shown(by, one))
        .filter(one -> !open || !one.closed())
        .toList();
  }

  /// One, by the reference of its case.
  @Transactional
  Optional<Shown> find(Actor by, Reference reference, Optional<String> operator) {
    if (store.find(reference).isEmpty()) {
      work.find(reference.toString(), by)
          .flatMap(whole -> whole.asked().follows())
          .flatMap(store::find)
          .ifPresent(before -> adopt(by, before));
    }
    return store
        .find(reference)
        .filter(one -> operator.isEmpty() || operator.equals(one.operator()))
        .map(one -> shown(by, one));
  }

  /// Whoever asked may go on with what was closed and is not settled: its operator owes an answer
  /// again.
  private void adopt(Actor by, Objection before) {
    work.find(before.reference().toString(), by)
        .flatMap(whole -> whole.asked().followedBy())
        .filter(next -> store.find(next).isEmpty())
        .flatMap(next -> work.find(next.toString(), by))
        .map(CaseWork.Whole::asked)
        .ifPresent(next -> store.add(before.again(next.id(), next.reference(), clock.instant())));
  }

  private Shown shown(Actor by, Objection one) {
    var whole = work.find(one.reference().toString(), by);
    var said =
        whole.stream()
            .flatMap(found -> found.thread().stream())
            .filter(Entry::open)
            .filter(line -> line.author() == Entry.Author.ASKER)
            .flatMap(line -> line.words().stream())
            .map(this::withoutKind)
            .filter(line -> !line.isEmpty())
            .toList();
    return new Shown(one, said, whole.map(found -> found.asked().closed()).orElse(true));
  }

  /// The case begins with what kind it is, which its reader is shown in their own language.
  private String withoutKind(String said) {
    int end = said.indexOf('\n');
    var first = end < 0 ? said : said.substring(0, end);
    boolean kind =
        Stream.of(Language.values())
            .flatMap(language ->
                Stream.of(Objection.Kind.values())
                    .map(one -> words.say(language, "fibre.asking.wrong.kind." + one)))
            .anyMatch(first::equals);
    return !kind ? said : end < 0 ? "" : said.substring(end + 1);
  }

  /// What can come of an answer.
  enum Answering {
    /// Whoever asked is told.
    DONE,
    /// It needs words.
    NO_WORDS,
    /// It was answered before, or its case is closed.
    CLOSED,
    /// It is not there, or another operator's.
    NOT_THERE
  }

  /// Answers for an operator.
  ///
  /// @param restrictedTo the operator for whom whoever answers may speak; empty: for all
  @Transactional
  Answering answer(
      Actor by,
      Reference reference,
      Objection.Verdict verdict,
      String said,
      Optional<String> restrictedTo) {
    var found =
        store
            .take(reference)
            .filter(one -> restrictedTo.isEmpty() || restrictedTo.equals(one.operator()));
    if (found.isEmpty()) {
      return Answering.NOT_THERE;
    }
    if (said.isEmpty()) {
      return Answering.NO_WORDS;
    }
    if (!found.get().open()) {
      return Answering.CLOSED;
    }
    var moving = move(by, reference, verdict, said);
    if (!(moving instanceof Moving.Moved)) {
      return Answering.CLOSED;
    }
    store.answer(
        found.get(),
        new Objection.Answered(verdict, clock.instant()),
        Optional.ofNullable(by.id()));
    return Answering.DONE;
  }

  private Moving move(Actor by, Reference reference, Objection.Verdict verdict, String said) {
    var whole = work.find(reference.toString(), by);
    if (whole.isEmpty() || whole.get().asked().closed()) {
      return new Moving.NotThere();
    }
    var now = whole.get().asked();
    return switch (verdict) {
      case AGREED ->
          now.state() == State.RECEIVED
              ? work.move(by, reference, now.version(), State.UNDER_WAY, Optional.empty(), said)
              : work.write(by, reference, UUID.randomUUID(), said, true);
      case MENDED ->
          work.move(by, reference, now.version(), State.CLOSED, Optional.of(Outcome.DONE), said);
      case DISAGREED ->
          work.move(by, reference, now.version(), State.CLOSED, Optional.of(Outcome.REFUSED), said);
    };
  }
}
