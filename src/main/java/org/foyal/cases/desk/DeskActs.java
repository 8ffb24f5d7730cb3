package org.foyal.cases.desk;

import java.util.List;
import java.util.Optional;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Merging;
import org.foyal.cases.Moving;
import org.foyal.cases.Moving.Refused;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.springframework.stereotype.Component;

/// The acts of an agent that say how far a case is, and whose it is. None of them touches what a
/// room answers at its own desk: its page would go on saying something else.
@Component
class DeskActs {
  private final CaseWork work;
  private final Merging merging;
  private final List<OwnDesk> desks;

  DeskActs(CaseWork work, Merging merging, List<OwnDesk> desks) {
    this.work = work;
    this.merging = merging;
    this.desks = desks;
  }

  /// Whether a case is answered elsewhere.
  boolean isElsewhere(Case asked) {
    return desks.stream().anyMatch(desk -> desk.kind().equals(asked.kind()));
  }

  private Optional<Moving> problem(Actor by, Reference reference, String field) {
    return work.find(reference.toString(), by)
        .filter(whole -> isElsewhere(whole.asked()))
        .map(_ -> new Refused(field, "cases.problem.own-desk"));
  }

  Moving move(
      Actor by,
      Reference reference,
      int version,
      State to,
      Optional<Outcome> outcome,
      String words) {
    if (outcome.filter(what -> !what.sayable()).isPresent()) {
      return new Refused("outcome", "cases.problem.outcome");
    }
    return problem(by, reference, "state")
        .orElseGet(() -> work.move(by, reference, version, to, outcome, words));
  }

  Moving undo(Actor by, Reference reference, int version) {
    return problem(by, reference, "state").orElseGet(() -> work.undo(by, reference, version));
  }

  Moving handOver(Actor by, Reference reference, int version, String to, String why) {
    return problem(by, reference, "department")
        .orElseGet(() -> work.handOver(by, reference, version, to, why));
  }

  /// Gives a case to another agent.
  ///
  /// @param to the number of an account as typed
  Moving giveTo(Actor by, Reference reference, int version, String to) {
    return work.giveTo(by, reference, version, to);
  }

  Moving merge(Actor by, Reference reference, int version, String into, String words) {
    return problem(by, reference, "into")
        .orElseGet(() -> merging.merge(by, reference, version, into, words));
  }
}
