package org.foyal.cases;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Due;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.Entry.Author;
import org.foyal.cases.Entry.Kind;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Opening.OpenedBefore;
import org.foyal.cases.Question.Delay;
import org.foyal.cases.ThreadStore.Line;
import org.foyal.cases.codes.Codes;
import org.foyal.kernel.Reference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for whoever asks: opening a case, following it, going on with it.
///
/// Whoever has a reference and its code is whoever asked: there is no account.
@Service
public class Cases {
  /// So many lines of a thread are shown, the last ones.
  public static final int THREAD = 200;

  private static final int DRAWS = 8;
  private static final int LINES_A_DAY = 20;
  private static final int SILENCE_months = 2; // CRPA, art. L231-1, L231-4 and R112-11-1

  private final CaseStore store;
  private final ThreadStore thread;
  private final Codes codes;
  private final CaseLetters letters;
  private final Departments departments;
  private final Calendar calendar;
  private final SecureRandom random = new SecureRandom();

  Cases(
      CaseStore store,
      ThreadStore thread,
      Codes codes,
      CaseLetters letters,
      Departments departments,
      Calendar calendar) {
    this.store = store;
    this.thread = thread;
    this.codes = codes;
    this.letters = letters;
    this.departments = departments;
    this.calendar = calendar;
  }

  /// What whoever asked sees.
  ///
  /// @param thread the lines that are open to them
  /// @param lead the case about the same thing that theirs goes with
  /// @param toSettle whether they may say if it is repaired
  public record Followed(Case asked, List<Entry> thread, Optional<Lead> lead, boolean toSettle) {
    /// Whether somebody still works on what they asked.
    public boolean open() {
      return lead.map(with -> !with.now().closed()).orElse(!asked.closed());
    }
  }

  /// The case that others go with, as far as whoever asked for those may know it.
  ///
  /// @param moves its changes of state, with what was said to everybody who asked
  public record Lead(Case now, List<Entry> moves) {}

  /// Opens a case and writes the receipt, unless the same form has opened one.
  @Transactional
  public Opening open(Question question) {
    return open(question, Optional.empty());
  }

  private Opening open(Question question, Optional<Case> before) {
    var earlier = store.findByForm(question.form());
    if (earlier.isPresent()) {
      return openedBefore(earlier.get());
    }
    var now = calendar.now();
    for (int drawn = 0; drawn < DRAWS; drawn++) {
      var draft =
          new CaseStore.Draft(
              Reference.next(random),
              question,
              due(question.delay(), question.receivedOn().orElse(today())),
              now,
              before.flatMap(Case::agent).filter(this::answers),
              before.map(Case::id));
      var id = store.add(draft);
      if (id.isPresent()) {
        var author = question.takenBy() == null ? Author.ASKER : Author.STAFF;
        thread.add(
            id.get(),
            now,
            Line.of(Kind.OPENED, true, author, question.takenBy())
                .saying(question.words())
                .because(question.rule()));
        return opened(id.get(), question);
      }
      var twin = store.findByForm(question.form());
      if (twin.isPresent()) {
        return openedBefore(twin.get());
      }
    }
    throw new IllegalStateException("no reference is free");
  }

  /// Whoever can't sign in any more looks after nothing.
  private boolean answers(UUID agent) {
    return departments.findAgent(agent).isPresent();
  }

  private Opened opened(long id, Question question) {
    var made = store.find(id).orElseThrow();
    var code = codes.of(made.reference(), 1);
    return new Opened(made, code, letters.receipt(made, question.asker(), code));
  }

  private OpenedBefore openedBefore(Case earlier) {
    return new OpenedBefore(earlier, code(earlier));
  }

  /// What would be promised of something that is asked today.
  public Due promise(Delay delay) {
    return due(delay, today());
  }

  /// Promises another day of a case that is open, as the room that it is about has put it to
  /// somebody else; the thread says so.
  ///
  /// @return the case as it stands; nothing when there is none that is open
  @Transactional
  public Optional<Case> promiseAnew(Reference reference, Due due) {
    var found =
        store.find(reference).flatMap(one -> store.lock(one.id())).filter(one -> !one.closed());
    if (found.filter(one -> !same(one.due(), due)).isEmpty()) {
      return found;
    }
    store.promise(found.get(), due);
    var now = store.find(found.get().id()).orElseThrow();
    thread.add(
        now.id(),
        calendar.now(),
        Line.of(Kind.PROMISED, true, Author.HOUSE, null).saying(letters.promise(now)));
    return Optional.of(now);
  }

  private static boolean same(Due one, Due other) {
    return one.promisedOn().equals(other.promisedOn()) && one.objective() == other.objective();
  }

  private Due due(Delay delay, LocalDate from) {
    return new Due(
        from,
        calendar.days().after(from, delay.working_days()),
        !delay.accepted(),
        delay.silence(),
        delay.silence() == Silence.NOTHING
            ? Optional.empty()
            : Optional.of(from.plusMonths(SILENCE_months)),
        Optional.empty());
  }

  /// Today, where the city is.
  public LocalDate today() {
    return calendar.today();
  }

  /// The case of a reference and its code as typed, with what whoever asked may see.
  @Transactional(readOnly = true)
  public Optional<Followed> follow(String reference, String code) {
    return find(reference, code)
        .map(found ->
            new Followed(
                found,
                thread.of(found.id(), true, THREAD),
                lead(found).map(now -> new Lead(now, thread.moves(now.id()))),
                toSettle(found)));
  }

  /// Whether what was asked was done; where it joined another case, whether that one was.
  private boolean toSettle(Case asked) {
    return lead(asked).orElse(asked).outcome().filter(Outcome.DONE::equals).isPresent()
        && asked.followedBy().isEmpty()
        && !thread.saidIfSettled(asked.id());
  }

  /// Keeps whether what was done is repaired, as whoever asked says; once a case.
  @Transactional
  public Moving settle(String reference, String code, boolean yes) {
    var found = held(reference, code);
    if (found.isEmpty()) {
      return new Moving.NotThere();
    }
    var asked = found.get();
    var now = calendar.now();
    if (!toSettle(asked) || !thread.settle(asked.id(), yes, now)) {
      return new Moving.Refused("settled", "cases.problem.settled");
    }
    var kind = yes ? Kind.SETTLED : Kind.NOT_SETTLED;
    thread.add(asked.id(), now, Line.of(kind, true, Author.ASKER, null));
    lead(asked)
        .ifPresent(with ->
            thread.add(with.id(), now, Line.of(kind, false, Author.ASKER, null).about(asked.id())));
    return new Moving.Moved(asked);
  }

  private Optional<Case> lead(Case asked) {
    return asked.mergedInto().isEmpty() || asked.followedBy().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(store.latest(List.of(asked.id())).get(asked.id()));
  }

  private Optional<Case> find(String reference, String code) {
    return Reference.read(reference)
        .flatMap(store::find)
        .filter(found -> codes.opens(found.reference(), store.codeVersion(found.id()), code));
  }

  /// The same, held until the transaction ends; its code may have been renewed while we waited.
  private Optional<Case> held(String reference, String code) {
    return find(reference, code)
        .flatMap(asked -> store.lock(asked.id()))
        .filter(_ -> find(reference, code).isPresent());
  }

  /// How far each of some cases is, for the rooms that they are about: where a case was closed but
  /// not settled, it is as far as the one that goes on with it, and where it joined another about
  /// the same thing, as far as that one. Who asked is not among it.
  @Transactional(readOnly = true)
  public Map<Long, Case> list(List<Long> cases) {
    return store.latest(cases);
  }

  /// The case that a chain of cases began with, which is the one that its room knows.
  @Transactional(readOnly = true)
  public Optional<Reference> first(Reference reference) {
    return store.first(reference);
  }

  /// The code of a case, for a receipt that is printed again.
  @Transactional(readOnly = true)
  public String code(Case asked) {
    return codes.of(asked.reference(), store.codeVersion(asked.id()));
  }

  /// Whether a form has opened a case.
  @Transactional(readOnly = true)
  public boolean isOpened(UUID form) {
    return store.findByForm(form).isPresent();
  }

  /// Whether a form has written into the thread of a case, or of one that goes on with it.
  @Transactional(readOnly = true)
  public boolean isWritten(Reference reference, UUID form) {
    return store.find(reference).filter(one -> thread.isWritten(one.id(), form)).isPresent();
  }

  /// The code of the case of a reference, for a room that writes for whoever asked.
  @Transactional(readOnly = true)
  public Optional<String> code(Reference reference) {
    return store.find(reference).map(this::code);
  }

  /// Adds what whoever asked has to say.
  ///
  /// @param form names the form that was sent; the same one writes once
  @Transactional
  public Moving write(String reference, String code, UUID form, String words) {
    var found = find(reference, code);
    if (found.isEmpty()) {
      return new Moving.NotThere();
    }
    var asked = found.get();
    var lead = lead(asked);
    if (lead.map(Case::closed).orElse(asked.closed())) {
      return new Moving.Refused("words", "cases.problem.closed");
    }
    var now = calendar.now();
    if (thread.countByAsker(asked.id(), now.minus(Duration.ofDays(1))) >= LINES_A_DAY) {
      return new Moving.Refused("words", "cases.problem.too-many");
    }
    thread.add(
        asked.id(),
        now,
        Line.of(Kind.MESSAGE, true, Author.ASKER, null).saying(words).sentBy(form));
    lead.ifPresent(with ->
        thread.add(
            with.id(),
            now,
            Line.of(Kind.NOTE, false, Author.ASKER, null)
                .saying(words)
                .about(asked.id())
                .sentBy(form)));
    return new Moving.Moved(asked);
  }

  /// Closes a case because whoever asked takes it back. Where others asked the same, it goes on for
  /// them, and only who asked is forgotten.
  @Transactional
  public Moving takeBack(String reference, String code) {
    var found = held(reference, code);
    if (found.isEmpty()) {
      return new Moving.NotThere();
    }
    var asked = found.get();
    if (asked.closed()) {
      return new Moving.Moved(asked);
    }
    if (!letters.together(asked).isEmpty()) {
      thread.forgetAsker(asked);
      return new Moving.Refused("act", "cases.problem.others");
    }
    var outcome = Optional.of(Outcome.TAKEN_BACK);
    store.move(asked, State.CLOSED, outcome, calendar.now(), today());
    thread.add(
        asked.id(),
        calendar.now(),
        Line.of(Kind.MOVED, true, Author.ASKER, null).moving(asked.state(), State.CLOSED, outcome));
    return new Moving.Moved(store.find(asked.id()).orElseThrow());
  }

  /// Opens a case that goes on with a closed one that is not settled, at the same agent, with as
  /// many working days. Closed once and gone on with once: asked again, it gives the one that is
  /// open.
  @Transactional
  public Optional<Opening> goOn(String reference, String code, UUID form, String words) {
    return held(reference, code)
        .filter(found -> found.outcome().filter(Outcome::goesOn).isPresent())
        .flatMap(found -> goOn(found, form, words));
  }

  /// The same where the room that the case is about goes on with it, in whatever way it was closed.
  @Transactional
  public Optional<Opening> resume(Reference reference, UUID form, String words) {
    return store
        .find(reference)
        .flatMap(found -> store.lock(found.id()))
        .filter(Case::closed)
        .flatMap(found -> goOn(found, form, words));
  }

  private Optional<Opening> goOn(Case before, UUID form, String words) {
    if (lead(before).filter(with -> !with.closed()).isPresent()) {
      return Optional.empty();
    }
    var already = before.followedBy().flatMap(store::find);
    if (already.isPresent()) {
      return already.map(this::openedBefore);
    }
    var due = before.due();
    var delay =
        new Delay(
            Math.max(1, calendar.days().between(due.openedOn(), due.promisedOn())),
            !due.objective(),
            due.silence());
    var question =
        new Question(
            form,
            before.kind(),
            before.subject(),
            words,
            Question.About.NOTHING,
            before.channel(),
            store.asker(before),
            before.department().map(Department::code),
            delay,
            null,
            before.example(),
            Optional.empty(),
            Optional.empty());
    var opening = open(question, Optional.of(before));
    if (opening instanceof Opened) {
      thread.add(before.id(), calendar.now(), Line.of(Kind.GOES_ON, true, Author.ASKER, null));
    }
    return Optional.of(opening);
  }
}
