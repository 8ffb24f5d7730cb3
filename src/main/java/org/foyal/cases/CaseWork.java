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
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The room's façade for whoever answers: every act on a case.
///
/// Each act names the version that it was decided on: of two at once one wins, the other is told. A
/// change of state can be taken back for ten minutes by whoever made it; its letter waits so long.
@Service
public class CaseWork {
  /// So long a change of state can be taken back, and its letter waits.
  public static final Duration TO_UNDO = Duration.ofMinutes(10);

  private final CaseStore store;
  private final ThreadStore thread;
  private final Departments departments;
  private final CaseLetters letters;
  private final Trail trail;
  private final Calendar calendar;

  CaseWork(
      CaseStore store,
      ThreadStore thread,
      Departments departments,
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

  /// A case with all that the staff sees.
  ///
  /// @param undoable whether this person may take the last change of state back
  /// @param together the cases about the same thing whose askers are told what these words say
  public record Whole(
      Case asked, Asker asker, List<Entry> thread, boolean undoable, List<Case> together) {}

  /// What a letter says.
  public record Wording(Language language, String subject, String text) {}

  /// The letter that tells whoever asked where their case stands, with words of the staff, before
  /// anything is sent.
  public Wording letter(Case now, String words) {
    var said = letters.moved(now, words);
    return new Wording(now.language(), said.subject(), said.text());
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
                undoable(found, by).isPresent(),
                letters.together(found)));
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
    if (last.isEmpty()) {
      return new Refused("state", "cases.problem.undo");
    }
    var entry = last.get();
    if (!withdraw(asked, entry)) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Refused("state", "cases.problem.undo");
    }
    store.moveBack(asked, entry.before().orElseThrow());
    thread.undo(entry.id());
    thread.notAskedIfSettled(asked.id());
    var line =
        Line.of(Kind.UNDONE, false, Author.STAFF, by.id())
            .moving(asked.state(), entry.before().orElseThrow(), Optional.empty());
    thread.add(asked.id(), calendar.now(), line);
    return done(by, "cases.act.undone", store.find(asked.id()).orElseThrow());
  }

  /// Takes every letter of a change back; false when somebody was told.
  private boolean withdraw(Case asked, Entry last) {
    var lead = asked.mergedInto().flatMap(store::find);
    if (lead.isEmpty()) {
      return letters.withdraw(asked, last.id());
    }
    thread.undoJoining(asked.id(), lead.get().id());
    var root = store.latest(List.of(asked.id())).getOrDefault(asked.id(), lead.get());
    var since = thread.moves(root.id()).stream().filter(move -> move.id() > last.id()).toList();
    return letters.withdraw(asked, last.id()) && letters.withdraw(asked, since);
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

  /// Notes what the house itself has to say, for the staff alone; the case stays as it is.
  ///
  /// @param form names what is said; the same one writes once
  @Transactional
  public Moving note(Reference reference, UUID form, String words) {
    var found = lock(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var line = Line.of(Kind.NOTE, false, Author.HOUSE, null).saying(words).sentBy(form);
    thread.add(found.get().id(), calendar.now(), line);
    return new Moved(found.get());
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
    var to = mine ? Optional.ofNullable(by.id()) : Optional.<UUID>empty();
    return assign(by, reference, version, to, reference.toString());
  }

  /// Gives a case to another agent to look after.
  ///
  /// @param to the number of their account as typed
  @Transactional
  public Moving giveTo(Actor by, Reference reference, int version, String to) {
    return departments
        .findAgent(to)
        .map(one ->
            assign(by, reference, version, Optional.of(one.id()), reference + " → " + one.name()))
        .orElseGet(() -> new Refused("agent", "cases.problem.agent"));
  }

  private Moving assign(
      Actor by, Reference reference, int version, Optional<UUID> to, String traced) {
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
    store.assign(asked, to);
    thread.add(asked.id(), calendar.now(), Line.of(Kind.ASSIGNED, false, Author.STAFF, by.id()));
    trail.append(by.did("cases.act.assigned", traced));
    return new Moved(store.find(asked.id()).orElseThrow());
  }

  /// Gives a case a new code, when the one before came into a stranger's hands; and with it every
  /// case that it goes on with or that goes on with it, because who opens one is led to the next.
  @Transactional
  public Moving renewCode(Actor by, Reference reference) {
    var found = store.find(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    store.renewCodes(found.get().id());
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
