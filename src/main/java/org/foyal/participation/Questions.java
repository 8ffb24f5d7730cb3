package org.foyal.participation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.kernel.Reference;
import org.foyal.participation.Asking.ConfirmedBefore;
import org.foyal.participation.Asking.LetterSent;
import org.foyal.participation.Asking.NoQuestion;
import org.foyal.participation.Asking.Opened;
import org.foyal.participation.Asking.OpenedBefore;
import org.foyal.participation.Asking.Refused;
import org.foyal.participation.QuestionStore.By;
import org.foyal.participation.QuestionStore.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for whoever asks and reads: asking, confirming, finding what was asked before.
@Service
public class Questions {
  /// How many questions a page of the public list shows.
  public static final int PAGE = 30;

  /// So long the link that confirms a question opens; then the question is erased.
  public static final Duration TO_CONFIRM = Duration.ofDays(7);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int LETTERS_A_DAY = 5;
  private static final int TRIED = 20;
  private static final int BATCH = 500;
  private static final int MOST_SIMILAR = 5;
  private static final int ALIKE = 2;

  private final QuestionStore store;
  private final AskingStore askings;
  private final Admitting admitting;
  private final ConfirmLetters letters;
  private final Cases cases;
  private final Clock clock;

  Questions(
      QuestionStore store,
      AskingStore askings,
      Admitting admitting,
      ConfirmLetters letters,
      Cases cases,
      Clock clock) {
    this.store = store;
    this.askings = askings;
    this.admitting = admitting;
    this.letters = letters;
    this.cases = cases;
    this.clock = clock;
  }

  /// Which questions are asked for; nothing in a field: all.
  public record Selection(
      Optional<String> mandate,
      Optional<String> theme,
      Optional<String> area,
      Optional<Boolean> answered,
      String words) {
    /// All that were put to one official.
    public static Selection to(String mandate) {
      return new Selection(
          Optional.of(mandate), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
  }

  /// Today, where the city is.
  public LocalDate today() {
    return cases.today();
  }

  /// Keeps a question until the link of a letter shows that the address is the asker's. The same
  /// form with other words or another address, after « back », takes the place of what it sent
  /// before. So many letters a day go to one person, so that nobody floods a stranger.
  @Transactional
  public Asking ask(Draft draft) {
    var problems = admitting.check(draft, today());
    if (draft.asker().email().isEmpty()) {
      problems.put("email", "participation.problem.email");
    }
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    var address = draft.asker().email().orElseThrow();
    var to = letters.addressee(address);
    askings.lock(to);
    var before = askings.lock(draft.form());
    if (before.filter(kept -> kept.draft().equals(draft)).isPresent()) {
      return new LetterSent(); // the same form once more
    }
    var now = clock.instant();
    if (askings.countWritten(to, now.minus(DAY)) >= LETTERS_A_DAY) {
      return new Refused(Map.of("email", "participation.problem.too-many"));
    }
    var token = Token.next();
    if (!letters.write(draft, address, admitting.mandate(draft.mandate()), token)) {
      return new Refused(Map.of("email", "participation.problem.email"));
    }
    before.ifPresent(kept -> letters.withdraw(kept.confirmHash()));
    askings.put(draft, address, Token.hash(token), now);
    askings.written(to, now);
    return new LetterSent();
  }

  /// The question that a link confirms, while it waits.
  @Transactional(readOnly = true)
  public Optional<Draft> toConfirm(String token) {
    return Token.isToken(token) ? askings.find(Token.hash(token)) : Optional.empty();
  }

  /// Whether a link has opened a question in the last days.
  @Transactional(readOnly = true)
  public boolean wasConfirmed(String token) {
    return Token.isToken(token) && store.isConfirmed(Token.hash(token));
  }

  /// Erases the question of a link before it is confirmed, as somebody wishes who did not ask it;
  /// false when the link leads to none.
  @Transactional
  public boolean disown(String token) {
    var draft = Token.isToken(token) ? askings.lock(Token.hash(token)) : Optional.<Draft>empty();
    draft.ifPresent(one -> askings.remove(one.form()));
    return draft.isPresent();
  }

  /// Opens the case of a question whose link was followed, once. A mandate may have ended
  /// meanwhile: nothing is put to somebody who is no longer there to answer.
  @Transactional
  public Asking confirm(String token) {
    if (!Token.isToken(token)) {
      return new NoQuestion();
    }
    var hash = Token.hash(token);
    var draft = askings.lock(hash);
    if (draft.isEmpty()) {
      return store.isConfirmed(hash) ? new ConfirmedBefore() : new NoQuestion();
    }
    if (!admitting.mandate(draft.get().mandate()).runs(today())) {
      return new Refused(Map.of("to", "participation.problem.ended"));
    }
    askings.remove(draft.get().form());
    var name = UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.US_ASCII));
    return open(draft.get().named(name), hash); // « back » may send the same form once more
  }

  /// Opens the case of a question that somebody of the staff writes down for a person who is there.
  @Transactional
  public Asking file(Draft draft) {
    var problems = admitting.check(draft, today());
    return problems.isEmpty() ? open(draft, null) : new Refused(problems);
  }

  private Asking open(Draft draft, @Nullable String hash) {
    var to = admitting.mandate(draft.mandate());
    var asked =
        new org.foyal.cases.Question(
            draft.form(),
            "participation",
            draft.title(),
            draft.words(),
            new org.foyal.cases.Question.About(some(draft.theme()), some(draft.area())),
            draft.channel(),
            draft.asker(),
            Optional.empty(),
            to.delay(),
            draft.takenBy(),
            to.example(),
            Optional.empty(),
            Optional.empty());
    return switch (cases.open(asked)) {
      case org.foyal.cases.Opening.Opened(var opened, String code, boolean receipt) -> {
        store.add(opened, draft, to.example(), hash, clock.instant());
        yield new Opened(opened, code, receipt);
      }
      case org.foyal.cases.Opening.OpenedBefore(var opened, String code) ->
          new OpenedBefore(opened, code);
    };
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  /// The keys of the words that say what stands against a question, by field.
  @Transactional(readOnly = true)
  public Map<String, String> check(Draft draft) {
    return admitting.check(draft, today());
  }

  /// A page of the published questions, the newest first; one more than a page when there is more.
  ///
  /// @param below the number of the last case of the page before
  @Transactional(readOnly = true)
  public List<Question> list(Selection wanted, Optional<Long> below) {
    var search = QuestionStore.some(Stems.all(wanted.words()));
    long last = below.orElse(Long.MAX_VALUE);
    return wanted.answered().orElse(true)
        ? store.list(wanted, search, last, new Slice(0, PAGE + 1))
        : standing(PAGE + 1, slice -> store.list(wanted, search, last, slice));
  }

  /// Published questions that say much the same, what is nearest first.
  @Transactional(readOnly = true)
  public List<Question> similar(String words) {
    var stems = Stems.of(words);
    return stems.isEmpty()
        ? List.of()
        : store.similar(Stems.any(stems), TRIED).stream()
            .filter(one ->
                Stems.in(one.title() + " " + one.words(), stems) >= Math.min(ALIKE, stems.size()))
            .limit(MOST_SIMILAR)
            .toList();
  }

  /// The published questions to some mandates that wait for an answer, what is due first at the
  /// head. Those whose asker took them back are not among them.
  @Transactional(readOnly = true)
  public List<Question> owed(List<String> mandates, int limit) {
    return standing(limit, slice -> store.owed(mandates, slice));
  }

  /// The questions that wait to be read, the oldest first. What was taken back needs no reader.
  @Transactional(readOnly = true)
  public List<Question> unread(int limit) {
    return standing(limit, store::unread);
  }

  /// Those that were promised for one of some days and wait still.
  @Transactional(readOnly = true)
  public List<Question> owedOn(List<LocalDate> days) {
    return waiting(store.owedOn(days));
  }

  /// So many of a long list as nobody has taken back, however many of it were.
  private List<Question> standing(int limit, Function<Slice, List<Question>> list) {
    var kept = new ArrayList<Question>();
    boolean more = true;
    for (int from = 0; more && kept.size() < limit; from += BATCH) {
      var batch = list.apply(new Slice(from, BATCH));
      kept.addAll(waiting(batch));
      more = batch.size() == BATCH;
    }
    return kept.stream().limit(limit).toList();
  }

  /// The numbers of the cases of those among some questions that were taken back.
  @Transactional(readOnly = true)
  public Set<Long> takenBack(List<Question> among) {
    var asked = cases.list(among.stream().map(Question::caseId).toList());
    return asked.entrySet().stream()
        .filter(one -> isTakenBack(one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of some questions that nobody has taken back.
  @Transactional(readOnly = true)
  public List<Question> waiting(List<Question> found) {
    var asked = cases.list(found.stream().map(Question::caseId).toList());
    return found.stream()
        .filter(one -> {
          var now = asked.get(one.caseId());
          return now != null && !isTakenBack(now);
        })
        .toList();
  }

  /// Whether whoever asked has taken a case back.
  public static boolean isTakenBack(Case asked) {
    return asked.outcome().filter(Case.Outcome.TAKEN_BACK::equals).isPresent();
  }

  /// The questions of some references, in the same order.
  @Transactional(readOnly = true)
  public List<Question> list(List<Reference> references) {
    return store.list(references);
  }

  /// The question of a reference, or of the case that it goes on with.
  @Transactional(readOnly = true)
  public Optional<Question> find(Reference reference) {
    return store.find(reference).or(() -> cases.first(reference).flatMap(store::find));
  }

  /// The same, held until the transaction ends.
  @Transactional
  public Optional<Question> lock(Reference reference) {
    return find(reference).flatMap(found -> store.lock(found.reference()));
  }

  /// The case as it stands: the one that a question opened, or the one that goes on with it.
  @Transactional(readOnly = true)
  public Optional<Case> latest(Question question) {
    return Optional.ofNullable(cases.list(List.of(question.caseId())).get(question.caseId()));
  }

  /// Whether a code is the one of whoever asked.
  @Transactional(readOnly = true)
  public boolean isAsker(Question question, String code) {
    return cases.follow(question.reference().toString(), code).isPresent()
        || latest(question)
            .flatMap(now -> cases.follow(now.reference().toString(), code))
            .isPresent();
  }

  /// Whom a question is put to.
  @Transactional(readOnly = true)
  public Mandate mandate(Question question) {
    return admitting.mandate(question.mandate());
  }

  /// Notes that a question is answered.
  @Transactional
  public void answered(Question question) {
    store.answered(question.caseId(), today());
  }

  /// Puts a published question in front of its official: their time begins today, and the promise
  /// to whoever asked with it, in its case too. Nothing changes where it is answered.
  @Transactional
  public Question put(Question question) {
    var promise = cases.promise(admitting.mandate(question.mandate()).delay());
    store.put(question.caseId(), today(), promise.promisedOn());
    var now = store.find(question.reference()).orElseThrow();
    if (now.open() && !now.answered()) {
      latest(now).ifPresent(asked -> cases.promiseAnew(asked.reference(), promise));
    }
    return now;
  }

  /// Puts a question to another official, since the mandate has ended or it is not theirs to
  /// answer; whom it was put to before stays written.
  @Transactional
  public Question transfer(Question question, Mandate to, @Nullable UUID account) {
    var before = admitting.mandate(question.mandate());
    store.transfer(question, before, to.code(), new By(account, clock.instant()), today());
    return put(store.find(question.reference()).orElseThrow());
  }

  /// Whom a question was put to before, the first one first.
  @Transactional(readOnly = true)
  public List<Transfer> transfers(Question question) {
    return store.transfers(question.caseId());
  }

  /// Those that are not published and were asked, or kept back, before a moment.
  @Transactional(readOnly = true)
  public List<Question> unpublished(Instant before) {
    return store.unpublished(before);
  }

  /// Erases the words of a question that is not published.
  @Transactional
  public void erase(Question question) {
    store.erase(question.caseId(), today());
  }

  /// Erases what nobody confirmed in time, which links were followed, to whom letters went.
  @Transactional
  int forget() {
    var now = clock.instant();
    store.forgetLinks(now.minus(TO_CONFIRM));
    askings.forgetWritten(now.minus(DAY));
    return askings.forget(now.minus(TO_CONFIRM));
  }
}
