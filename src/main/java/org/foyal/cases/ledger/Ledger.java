package org.foyal.cases.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.foyal.cases.ledger.Log.Tally;
import org.foyal.cases.ledger.Writing.Overtaken;
import org.foyal.cases.ledger.Writing.OwnAppeal;
import org.foyal.cases.ledger.Writing.Unchanged;
import org.foyal.cases.ledger.Writing.Written;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The façade of decisions about what everybody sees of a case, for the room that opened it.
///
/// A decision stands as it was made; an appeal against one is decided by somebody else. The rules
/// by which something is kept back, what is shown and who is told are the room's: it writes its own
/// rows and letters in the transaction in which it calls.
@Service
public class Ledger {
  /// How many decisions a page of the log shows.
  public static final int PAGE = 50;

  private final LedgerStore store;
  private final Clock clock;

  Ledger(LedgerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Holds a case until the transaction ends: decisions and appeals come one after the other.
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(long caseId) {
    store.hold(caseId);
  }

  /// How many decisions and appeals stand there of a case: whoever decides says how many they saw.
  @Transactional(readOnly = true)
  public int count(long caseId) {
    return store.countLines(caseId);
  }

  /// Writes that a case is shown, or kept back by a rule. It decides about an open appeal as well.
  /// What stands already is not written twice.
  ///
  /// @param rule the rule by which it is kept back, by the end of its key; none: it is shown
  /// @param seen how many decisions and appeals stood there when somebody decided; nothing: nobody
  ///   else decides
  @Transactional(propagation = Propagation.MANDATORY)
  public Writing decide(Actor by, long caseId, Optional<String> rule, OptionalInt seen) {
    store.hold(caseId);
    var appeal = store.openAppeal(caseId);
    if (appeal.isEmpty() && store.stands(caseId, rule)) {
      return new Unchanged();
    }
    if (seen.isPresent() && seen.getAsInt() != store.countLines(caseId)) {
      return new Overtaken();
    }
    if (appeal.isPresent() && keptBack(by, caseId)) {
      return new OwnAppeal();
    }
    var now = clock.instant();
    store.add(caseId, rule, appeal, by.id(), now);
    appeal.ifPresent(one -> store.close(one, now));
    return new Written(now, appeal);
  }

  /// Erases what was said in a case that nobody sees, in those that go on with it, and in the
  /// appeals that are decided. The decisions and their rules stay.
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(long caseId) {
    store.hold(caseId);
    store.forgetSubjects(caseId);
    store.forgetThread(caseId);
    store.forgetAppeals(caseId);
  }

  /// What a form says of how many its reader saw; a form that does not say has seen none of it.
  public static OptionalInt seen(@Nullable String typed) {
    return OptionalInt.of(
        typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1);
  }

  private boolean keptBack(Actor by, long caseId) {
    return by.id() != null && store.keptBackBy(caseId).filter(by.id()::equals).isPresent();
  }

  /// Enters an appeal against the last decision; false where one is open or the same form has come
  /// before.
  ///
  /// @param form names the form that was sent
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean appeal(long caseId, UUID form, String words) {
    return store.appeal(caseId, form, words, clock.instant());
  }

  /// Whether the appeal of a form has come.
  @Transactional(readOnly = true)
  public boolean knows(UUID form) {
    return store.knows(form);
  }

  /// The appeal against a decision that waits for another.
  @Transactional(readOnly = true)
  public Optional<Appeal> openAppeal(long caseId) {
    return store.openAppeal(caseId);
  }

  /// The cases against whose last decision an appeal waits, the oldest appeal first.
  ///
  /// @param kind the room that opened them
  @Transactional(readOnly = true)
  public List<Reference> openAppeals(String kind, int limit) {
    return store.openAppeals(kind, limit);
  }

  /// A page of the public log.
  ///
  /// @param kind the room that opened the cases
  /// @param below the number below which it begins
  @Transactional(readOnly = true)
  public Log log(String kind, long below) {
    var found = store.list(kind, below, PAGE + 1);
    return new Log(
        found.stream().limit(PAGE).toList(),
        found.size() > PAGE,
        below == Long.MAX_VALUE,
        store.count(kind));
  }

  /// What the log comes to.
  @Transactional(readOnly = true)
  public Tally tally(String kind) {
    return store.count(kind);
  }
}
