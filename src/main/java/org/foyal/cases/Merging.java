package org.foyal.cases;

import java.util.List;
import java.util.Optional;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.Entry.Author;
import org.foyal.cases.Entry.Kind;
import org.foyal.cases.Moving.Moved;
import org.foyal.cases.Moving.NotThere;
import org.foyal.cases.Moving.Overtaken;
import org.foyal.cases.Moving.Refused;
import org.foyal.cases.ThreadStore.Line;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of joining cases that are about one thing: one of them is answered, and whoever asked
/// for the others follows by their own reference and is told in their own language. Taken back like
/// any change of state: [CaseWork#undo].
@Service
public class Merging {
  private final CaseStore store;
  private final MergeStore merges;
  private final ThreadStore thread;
  private final CaseLetters letters;
  private final Trail trail;
  private final Calendar calendar;

  Merging(
      CaseStore store,
      MergeStore merges,
      ThreadStore thread,
      CaseLetters letters,
      Trail trail,
      Calendar calendar) {
    this.store = store;
    this.merges = merges;
    this.thread = thread;
    this.letters = letters;
    this.trail = trail;
    this.calendar = calendar;
  }

  /// Says that a case is the same as another one. Where that one has joined a third, or a third
  /// goes on with it, it is the third that both go with.
  ///
  /// @param into the reference of the other as typed
  /// @param words what whoever asked is told beside; may be nothing
  @Transactional
  public Moving merge(Actor by, Reference reference, int version, String into, String words) {
    var found = store.find(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var named = Reference.read(into).flatMap(store::find).flatMap(this::lead);
    if (named.isEmpty()) {
      return new Refused("into", "cases.problem.into");
    }
    long id = found.get().id();
    long to = named.get().id();
    store.lock(Math.min(id, to));
    store.lock(Math.max(id, to));
    var asked = store.find(id).orElseThrow();
    var lead = store.find(to).orElseThrow();
    if (asked.version() != version) {
      return new Overtaken(asked);
    }
    return problem(asked, lead)
        .<Moving>map(why -> new Refused("into", why))
        .orElseGet(() -> join(by, asked, lead, words));
  }

  private Optional<Case> lead(Case other) {
    return Optional.ofNullable(store.latest(List.of(other.id())).get(other.id()));
  }

  private static Optional<String> problem(Case asked, Case lead) {
    if (asked.closed()) {
      return Optional.of("cases.problem.closed");
    }
    if (asked.id() == lead.id()) {
      return Optional.of("cases.problem.into-same");
    }
    if (!asked.kind().equals(lead.kind())) {
      return Optional.of("cases.problem.into-kind");
    }
    if (lead.closed()) {
      return Optional.of("cases.problem.into-closed");
    }
    return asked.example() == lead.example()
        ? Optional.empty()
        : Optional.of("cases.problem.into-example");
  }

  private Moved join(Actor by, Case asked, Case lead, String words) {
    var now = calendar.now();
    merges.merge(asked, lead.id(), now, calendar.today());
    var line =
        Line.of(Kind.MOVED, true, Author.STAFF, by.id())
            .saying(words)
            .moving(asked.state(), State.CLOSED, Optional.of(Outcome.DUPLICATE))
            .about(lead.id());
    long entry = thread.add(asked.id(), now, line).orElseThrow();
    var joined = Line.of(Kind.JOINED, false, Author.STAFF, by.id()).about(asked.id());
    thread.add(lead.id(), now, joined);
    var moved = store.find(asked.id()).orElseThrow();
    letters.merged(moved, lead, entry, words, now.plus(CaseWork.TO_UNDO));
    trail.append(by.did("cases.act.merged", asked.reference() + " → " + lead.reference()));
    return new Moved(moved);
  }
}
