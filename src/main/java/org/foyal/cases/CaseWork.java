package org.foyal.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.Entry.Author;
import org.foyal.cases.Entry.Kind;
import org.foyal.cases.Moving.Moved;
import org.foyal.cases.Moving.NotThere;
import org.foyal.cases.Moving.Overtaken;
import org.foyal.cases.Moving.Refused;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.ThreadStore.Line;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for whoever answers: the queue, and every act on a case.
///
/// Each act names the version that it was decided on: of two at once one wins, the other is told. A
/// change of state can be taken back for ten minutes by whoever made it; its letter waits so long.
@Service
public class CaseWork {
  /// So long a change of state can be taken back, and its letter waits.
  public static final Duration TO_UNDO = Duration.ofMinutes(10);

  /// How many cases a page of the queue shows.
  public static final int PAGE = 50;

  private final CaseStore store;
  private final ThreadStore thread;
  private final DepartmentStore departments;
  private final CaseLetters letters;
  private final Trail trail;
  private final Calendar calendar;

  CaseWork(
      CaseStore store,
      ThreadStore thread,
      DepartmentStore departments,
      CaseLetters letters,
      Trail trail,
      Calendar calendar) {
    this.store = store;
    this.thread = thread;
    this.departments = departments;
    this.letters = letters;
    this.trail = trail;
    this.calendar = calendar;
  }

  /// Which cases of the queue are asked for.
  ///
  /// @param department the code of one, or null for all
  /// @param agent whoever looks after them, or null for all
  public record Selection(
      boolean closed, @Nullable String department, @Nullable UUID agent, boolean late) {}

  /// How the queue stands.
  public record Tally(int open, int late) {}

  /// A case with all that the staff sees.
  ///
  /// @param undoable whether this person may take the last change of state back
  public record Whole(Case asked, Asker asker, List<Entry> thread, boolean undoable) {}

  /// A page of the queue, what is due first at its head; one more than a page when there is more.
  ///
  /// @param page from 0
  @Transactional(readOnly = true)
  public List<Case> list(Selection selection, int page) {
    var filter =
        new CaseStore.Filter(
            selection.closed(),
            selection.department(),
            selection.agent(),
            selection.late() ? calendar.today() : null);
    return store.list(filter, page * PAGE, PAGE + 1);
  }

  /// How many cases are open, and late.
  @Transactional(readOnly = true)
  public Tally count() {
    var count = store.count(calendar.today());
    return new Tally(count.open(), count.late());
  }

  /// The case of a reference, for the staff.
  @Transactional(readOnly = true)
  public Optional<Whole> find(String reference, Actor by) {
    return Reference.read(reference)
        .flatMap(store::find)
        .map(found ->
            new Whole(
                found,
                store.asker(found),
                thread.of(found.id(), false, Cases.THREAD),
                undoable(found, by).isPresent()));
  }

  /// Moves a case on; whoever asked is told in ten minutes.
  ///
  /// @param outcome what came of it; when it is closed, and only then
  /// @param words what whoever asked is told; needed when it is closed
  @Transactional
  public Moving move(
      Actor by,
      Reference reference,
      int version,
      State to,
      Optional<Outcome> outcome,
      String words) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var asked = found.get();
    if (asked.version() != version) {
      return new Overtaken(asked);
    }
    if (!asked.state().leadsTo(to)) {
      return new Refused("state", "cases.problem.forward");
    }
    if ((to == State.CLOSED) != outcome.isPresent()) {
      return new Refused("outcome", "cases.problem.outcome");
    }
    if (to == State.CLOSED && words.isEmpty()) {
      return new Refused("words", "cases.problem.why");
    }
    var now = calendar.now();
    store.move(asked, to, outcome, now, calendar.today());
    var line =
        Line.of(Kind.MOVED, true, Author.STAFF, by.id())
            .saying(words)
            .moving(asked.state(), to, outcome);
    long entry = thread.add(asked.id(), now, line).orElseThrow();
    var moved = store.find(asked.id()).orElseThrow();
    letters.moved(moved, store.asker(asked), entry, words, now.plus(TO_UNDO));
    return done(by, "cases.act.moved", moved);
  }

  /// Takes the last change of state back, while nobody outside was told.
  @Transactional
  public Moving undo(Actor by, Reference reference, int version) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var asked = found.get();
    if (asked.version() != version) {
      return new Overtaken(asked);
    }
    var last = undoable(asked, by);
    if (last.isEmpty() || !letters.withdraw(last.get().id())) {
      return new Refused("state", "cases.problem.undo");
    }
    var entry = last.get();
    store.moveBack(asked, entry.before().orElseThrow());
    thread.undo(entry.id());
    var line =
        Line.of(Kind.UNDONE, false, Author.STAFF, by.id())
            .moving(asked.state(), entry.before().orElseThrow(), Optional.empty());
    thread.add(asked.id(), calendar.now(), line);
    return done(by, "cases.act.undone", store.find(asked.id()).orElseThrow());
  }

  private Optional<Entry> undoable(Case asked, Actor by) {
    Instant since = calendar.now().minus(TO_UNDO);
    return asked.followedBy().isPresent()
        ? Optional.empty()
        : thread
            .lastMove(asked.id())
            .filter(entry -> entry.at().isAfter(since))
            .filter(entry -> entry.account().isPresent() && entry.account().get().equals(by.id()));
  }

  /// Writes to whoever asked, or a note for the staff alone.
  ///
  /// @param form names the form that was sent; the same one writes once
  @Transactional
  public Moving write(Actor by, Reference reference, UUID form, String words, boolean open) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    if (words.isEmpty()) {
      return new Refused("words", "cases.problem.empty");
    }
    var asked = found.get();
    var line =
        Line.of(open ? Kind.MESSAGE : Kind.NOTE, open, Author.STAFF, by.id())
            .saying(words)
            .sentBy(form);
    var entry = thread.add(asked.id(), calendar.now(), line);
    if (entry.isPresent() && open) {
      letters.message(asked, store.asker(asked), entry.get(), words);
    }
    return entry.isPresent() ? done(by, "cases.act.wrote", asked) : new Moved(asked);
  }

  /// Hands a case over to another department; its clock runs on.
  @Transactional
  public Moving handOver(Actor by, Reference reference, int version, String to, String why) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var asked = found.get();
    if (asked.version() != version) {
      return new Overtaken(asked);
    }
    var department = departments.find(to).filter(Department::active);
    if (department.isEmpty()) {
      return new Refused("department", "cases.problem.department");
    }
    if (asked.closed()) {
      return new Refused("department", "cases.problem.closed");
    }
    if (asked.department().map(Department::code).filter(to::equals).isPresent()) {
      return new Refused("department", "cases.problem.same-department");
    }
    store.handOver(asked, to);
    var line = Line.of(Kind.HANDED_OVER, true, Author.STAFF, by.id()).saying(why).to(to);
    thread.add(asked.id(), calendar.now(), line);
    return done(by, "cases.act.handed-over", store.find(asked.id()).orElseThrow());
  }

  /// Takes a case on, or gives it back to whoever comes next.
  @Transactional
  public Moving assign(Actor by, Reference reference, int version, boolean mine) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var asked = found.get();
    if (asked.version() != version) {
      return new Overtaken(asked);
    }
    if (asked.closed()) {
      return new Refused("agent", "cases.problem.closed");
    }
    store.assign(asked, mine ? Optional.ofNullable(by.id()) : Optional.empty());
    thread.add(asked.id(), calendar.now(), Line.of(Kind.ASSIGNED, false, Author.STAFF, by.id()));
    return done(by, "cases.act.assigned", store.find(asked.id()).orElseThrow());
  }

  /// Gives a case a new code, when the one before came into a stranger's hands.
  @Transactional
  public Moving renewCode(Actor by, Reference reference) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    store.renewCode(found.get().id());
    return done(by, "cases.act.new-code", found.get());
  }

  private Optional<Case> lock(Reference reference) {
    return store.find(reference).flatMap(found -> store.lock(found.id()));
  }

  private Moved done(Actor by, String what, Case now) {
    trail.append(by.did(what, now.reference().toString()));
    return new Moved(now);
  }
}
