package org.foyal.requests.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Cases;
import org.foyal.cases.ledger.Appeal;
import org.foyal.cases.ledger.Ledger;
import org.foyal.cases.ledger.Log;
import org.foyal.cases.ledger.Log.Tally;
import org.foyal.cases.ledger.Writing;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Report;
import org.foyal.requests.Report.Shown;
import org.foyal.requests.Requests;
import org.foyal.requests.moderation.Deciding.Done;
import org.foyal.requests.moderation.Deciding.NotThere;
import org.foyal.requests.moderation.Deciding.Refused;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what everybody sees of a report.
///
/// Words are hidden, never erased; each time a rule of the charter is named; whoever filed the
/// report is told and may appeal, and somebody else decides about that. All of it stands in a
/// public log.
@Service
public class Moderation {
  /// The rules of the charter, by the ends of their keys.
  static final List<String> RULES = List.of("person", "insult", "private", "false", "advert");

  /// What the ledger calls the cases of this room.
  private static final String KIND = "requests";

  private static final int MOST_WAITING = 200;

  private final Ledger ledger;
  private final ModerationStore store;
  private final DecisionLetters letters;
  private final Requests requests;
  private final Cases cases;
  private final Trail trail;

  Moderation(
      Ledger ledger,
      ModerationStore store,
      DecisionLetters letters,
      Requests requests,
      Cases cases,
      Trail trail) {
    this.ledger = ledger;
    this.store = store;
    this.letters = letters;
    this.requests = requests;
    this.cases = cases;
    this.trail = trail;
  }

  /// Shows the words, the place in words and the pictures of a report. It decides about an open
  /// appeal as well.
  @Transactional
  public boolean show(Actor by, Reference reference) {
    return decide(by, reference, Optional.empty(), OptionalInt.empty()) instanceof Done;
  }

  /// Keeps them back.
  ///
  /// @param rule of the charter that they break, by the end of its key
  @Transactional
  public boolean hide(Actor by, Reference reference, String rule) {
    return decide(by, reference, Optional.of(rule), OptionalInt.empty()) instanceof Done;
  }

  /// Shows a report, or keeps it back by a rule.
  ///
  /// @param seen how many decisions and appeals stood there when somebody decided, if they know
  @Transactional
  Deciding decide(Actor by, Reference reference, Optional<String> rule, OptionalInt seen) {
    var found = requests.find(reference);
    if (found.isEmpty()) {
      return new NotThere();
    }
    if (rule.isPresent() && !RULES.contains(rule.get())) {
      return new Refused("requests.problem.rule");
    }
    var report = found.get();
    return switch (ledger.decide(by, report.caseId(), rule, seen)) {
      case Writing.Unchanged() -> new Done();
      case Writing.Overtaken() -> new Refused("requests.problem.decided");
      case Writing.OwnAppeal() -> new Refused("requests.problem.own-appeal");
      case Writing.Written(var at, var appeal) -> {
        var shown = rule.isPresent() ? Shown.HIDDEN : Shown.SHOWN;
        store.show(report.caseId(), shown, rule, at);
        letters.tell(by, report, shown, rule, appeal.isPresent());
        var act = "requests.act." + shown.name().toLowerCase(Locale.ROOT);
        trail.append(by.did(act, report.reference().toString()));
        yield new Done();
      }
    };
  }

  /// Says that a report was kept back without reason.
  ///
  /// @param code that goes with the reference: whoever has it filed the report
  /// @param form names the form that was sent; the same one appeals once
  @Transactional
  Deciding appeal(Reference reference, String code, UUID form, String words) {
    var found = requests.find(reference);
    if (found.isEmpty() || cases.follow(reference.toString(), code).isEmpty()) {
      return new NotThere();
    }
    var report = found.get();
    ledger.hold(report.caseId());
    if (ledger.knows(form)) {
      return new Done();
    }
    if (words.isEmpty() || words.length() > Appeal.LONGEST) {
      return new Refused(words.isEmpty() ? "requests.problem.appeal" : "requests.problem.long");
    }
    if (requests.find(reference).map(Report::shown).orElseThrow() != Shown.HIDDEN) {
      return new Refused("requests.problem.not-hidden");
    }
    return ledger.appeal(report.caseId(), form, words)
        ? new Done()
        : new Refused("cases.problem.appealed");
  }

  /// The appeal against a decision that waits for another.
  @Transactional(readOnly = true)
  Optional<Appeal> openAppeal(Report report) {
    return ledger.openAppeal(report.caseId());
  }

  /// How many decisions and appeals stand there of a report.
  @Transactional(readOnly = true)
  int count(Report report) {
    return ledger.count(report.caseId());
  }

  /// A page of the public log.
  @Transactional(readOnly = true)
  Log log(long below) {
    return ledger.log(KIND, below);
  }

  /// What the log comes to.
  @Transactional(readOnly = true)
  Tally count() {
    return ledger.tally(KIND);
  }

  /// The reports that wait to be read, those with an appeal first, the oldest first.
  @Transactional(readOnly = true)
  List<Report> waiting() {
    var appealed = ledger.openAppeals(KIND, MOST_WAITING);
    var unread = store.waiting(MOST_WAITING);
    return requests.list(
        Stream.concat(appealed.stream(), unread.stream()).limit(MOST_WAITING).toList());
  }
}
