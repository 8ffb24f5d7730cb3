package org.foyal.cases.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.kernel.Reference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade for whoever follows many cases at once: a list of what stands open or closed, when
/// each last moved, and what was said since a moment.
///
/// A chain of cases is one here, named by its first: where a case was closed but not settled, it
/// stands as the one that goes on with it; where it joined another, as that one.
@Service
public class CaseWatch {
  private final WatchStore store;
  private final Clock clock;

  CaseWatch(WatchStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Which cases are asked for.
  ///
  /// @param kind the room that opened them
  /// @param topics the codes of some of its topics; none named: all
  /// @param from the first moment of opening that counts
  /// @param until the moment of opening that does not count any more
  /// @param closed only those that stand closed, or only those that don't
  public record Asked(
      String kind, Set<String> topics, Instant from, Instant until, Optional<Boolean> closed) {
    /// Keeps the topics as they are.
    public Asked {
      topics = Set.copyOf(topics);
    }
  }

  /// Something that whoever asked was told.
  ///
  /// @param id the number of the line
  /// @param first the case that the chain began with
  /// @param at when it stands for good: a change of state can be taken back for ten minutes
  /// @param words what was said; nothing for a change without words
  public record Said(
      long id,
      Reference first,
      Instant at,
      State state,
      Optional<Outcome> outcome,
      Optional<String> words) {}

  /// The numbers of cases, the last opened first.
  ///
  /// @param skip how many to pass over
  @Transactional(readOnly = true)
  public List<Long> list(Asked asked, long skip, int limit) {
    return store.list(asked, skip, limit);
  }

  /// When some chains of cases last changed, by the number of the case that each is asked for: when
  /// one was opened, moved, taken back, or joined another. It only grows.
  @Transactional(readOnly = true)
  public Map<Long, Instant> lastChanges(List<Long> cases) {
    return store.lastChanges(cases);
  }

  /// A change of state that everybody may know of.
  public record Move(Instant at, State state, Optional<Outcome> outcome) {}

  /// The changes of state of some chains of cases that stand for good, by the number of the case
  /// that each is asked for, the first first.
  @Transactional(readOnly = true)
  public Map<Long, List<Move>> moves(List<Long> cases) {
    return store.moves(cases, clock.instant().minus(CaseWork.TO_UNDO));
  }

  /// What the staff told those who asked, of one kind of case, in the order of time. What joined
  /// another case is told what was said of that one after.
  ///
  /// @param last the last one of the page before
  @Transactional(readOnly = true)
  public List<Said> said(String kind, Instant from, Instant until, Optional<Said> last, int limit) {
    var settled = clock.instant().minus(CaseWork.TO_UNDO);
    var end = until.minus(CaseWork.TO_UNDO);
    return store.said(
        kind,
        last.map(Said::at).orElse(from).minus(CaseWork.TO_UNDO),
        end.isBefore(settled) ? end : settled,
        last.map(Said::id).orElse(0L),
        limit);
  }
}
