package org.foyal.participation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.kernel.Reference;
import org.foyal.participation.Asking.LetterSent;
import org.foyal.participation.Asking.NoQuestion;
import org.foyal.participation.Asking.Opened;
import org.foyal.participation.Asking.OpenedBefore;
import org.foyal.participation.Asking.Refused;
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

  private static final int MOST_UNCONFIRMED = 5;
  private static final int TRIED = 20;
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

  /// Keeps a question until the link of a letter shows that the address is the asker's.
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
    if (askings.count(address) >= MOST_UNCONFIRMED) {
      return new Refused(Map.of("email", "participation.problem.too-many"));
    }
    var token = Token.next();
    if (!askings.add(draft, address, Token.hash(token), clock.instant())) {
      return new LetterSent(); // the same form once more
    }
    if (letters.write(draft, address, admitting.mandate(draft.mandate()), token)) {
      return new LetterSent();
    }
    askings.remove(draft.form());
    return new Refused(Map.of("email", "participation.problem.email"));
  }

  /// The question that a link confirms, while it waits.
  @Transactional(readOnly = true)
  public Optional<Draft> toConfirm(String token) {
    return Token.isToken(token) ? askings.find(Token.hash(token)) : Optional.empty();
  }

  /// Opens the case of a question whose link was followed; the same link again gives the same case.
  @Transactional
  public Asking confirm(String token) {
    if (!Token.isToken(token)) {
      return new NoQuestion();
    }
    var hash = Token.hash(token);
    var draft = askings.lock(hash);
    if (draft.isPresent()) {
      askings.remove(draft.get().form());
      return open(draft.get(), hash);
    }
    return store
        .findConfirmed(hash)
        .flatMap(this::latest)
        .<Asking>map(asked -> new OpenedBefore(asked, cases.code(asked)))
        .orElseGet(NoQuestion::new);
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
    var search = Stems.all(wanted.words());
    return store.list(wanted, QuestionStore.some(search), below.orElse(Long.MAX_VALUE), PAGE + 1);
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
    return waiting(store.owed(mandates, limit));
  }

  /// Those that were promised for one of some days and wait still.
  @Transactional(readOnly = true)
  public List<Question> owedOn(List<LocalDate> days) {
    return waiting(store.owedOn(days));
  }

  private List<Question> waiting(List<Question> found) {
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

  /// Notes that a question is answered.
  @Transactional
  public void answered(Question question) {
    store.answered(question.caseId(), today());
  }

  /// Notes the day by which an answer is promised now.
  @Transactional
  public void promise(Question question, LocalDate on) {
    store.promise(question.caseId(), on);
  }

  /// Erases what nobody confirmed in time.
  @Transactional
  int forget() {
    return askings.forget(clock.instant().minus(TO_CONFIRM));
  }
}
