package org.foyal.participation.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.cases.Opening;
import org.foyal.cases.ledger.Appeal;
import org.foyal.cases.ledger.Ledger;
import org.foyal.cases.ledger.Log;
import org.foyal.cases.ledger.Writing;
import org.foyal.kernel.Reference;
import org.foyal.participation.Question;
import org.foyal.participation.Question.Shown;
import org.foyal.participation.Questions;
import org.foyal.participation.reading.Ruling.Done;
import org.foyal.participation.reading.Ruling.NotThere;
import org.foyal.participation.reading.Ruling.Refused;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The façade of what is published of questions.
///
/// Nothing is published before somebody has read it. What is kept back is hidden, never erased, and
/// a rule of the charter is named; whoever asked is told and may appeal, and somebody else decides
/// about that. All of it stands in a public log.
@Service
public class Publication {
  /// The rules of the charter, by the ends of their keys.
  static final List<String> RULES =
      List.of("person", "insult", "accusation", "advert", "no-question");

  /// What the ledger calls the cases of this room.
  private static final String KIND = "participation";

  private static final int MOST_WAITING = 200;

  private final Ledger ledger;
  private final PublicationStore store;
  private final PublicationLetters letters;
  private final Questions questions;
  private final Cases cases;
  private final Trail trail;

  Publication(
      Ledger ledger,
      PublicationStore store,
      PublicationLetters letters,
      Questions questions,
      Cases cases,
      Trail trail) {
    this.ledger = ledger;
    this.store = store;
    this.letters = letters;
    this.questions = questions;
    this.cases = cases;
    this.trail = trail;
  }

  /// Publishes a question, and puts it to the official. It decides about an open appeal as well.
  @Transactional
  public Ruling publish(Actor by, Reference reference) {
    return publish(by, reference, OptionalInt.empty());
  }

  /// The same.
  ///
  /// @param seen how many decisions and appeals stood there when somebody decided, if they know
  @Transactional
  Ruling publish(Actor by, Reference reference, OptionalInt seen) {
    return decide(by, reference, Optional.empty(), seen);
  }

  /// Keeps a question back.
  ///
  /// @param rule of the charter that it breaks, by the end of its key
  @Transactional
  public Ruling keepBack(Actor by, Reference reference, String rule) {
    return keepBack(by, reference, rule, OptionalInt.empty());
  }

  /// The same.
  ///
  /// @param seen how many decisions and appeals stood there when somebody decided, if they know
  @Transactional
  Ruling keepBack(Actor by, Reference reference, String rule, OptionalInt seen) {
    return RULES.contains(rule)
        ? decide(by, reference, Optional.of(rule), seen)
        : new Refused("participation.problem.rule");
  }

  private Ruling decide(Actor by, Reference reference, Optional<String> rule, OptionalInt seen) {
    var found = questions.lock(reference);
    var asked = found.flatMap(questions::latest);
    if (found.isEmpty() || asked.isEmpty()) {
      return new NotThere();
    }
    var question = found.get();
    var problem =
        rule.isEmpty() ? againstPublishing(question, asked.get()) : Optional.<String>empty();
    if (problem.isPresent()) {
      return new Refused(problem.get());
    }
    return switch (ledger.decide(by, question.caseId(), rule, seen)) {
      case Writing.Unchanged() -> new Done();
      case Writing.Overtaken() -> new Refused("participation.problem.decided");
      case Writing.OwnAppeal() -> new Refused("participation.problem.own-appeal");
      case Writing.Written(var at, var appeal) -> {
        var shown = rule.isPresent() ? Shown.HIDDEN : Shown.SHOWN;
        store.show(question.caseId(), shown, rule, at, questions.today());
        boolean told = tell(by, question, asked.get(), rule, appeal.isPresent());
        if (!told) {
          TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
          yield new Refused("participation.problem.decided");
        }
        var act = "participation.act." + shown.name().toLowerCase(Locale.ROOT);
        trail.append(by.did(act, question.reference().toString()));
        yield new Done();
      }
    };
  }

  /// What stands against publishing, as a key. To keep a question back is possible always, even
  /// after it was taken back.
  private Optional<String> againstPublishing(Question question, Case asked) {
    if (question.erased()) {
      return Optional.of("participation.problem.erased");
    }
    if (Questions.isTakenBack(asked)) {
      return Optional.of("participation.problem.taken-back");
    }
    return question.answered() || questions.mandate(question).runs(questions.today())
        ? Optional.empty()
        : Optional.of("participation.problem.no-mandate");
  }

  /// False: whoever asked can't be told, since somebody moved the case at the same moment.
  private boolean tell(
      Actor by, Question question, Case asked, Optional<String> rule, boolean onAppeal) {
    if (rule.isPresent()) {
      return letters.keptBack(by, question, asked, rule.get(), onAppeal);
    }
    if (!question.open() || onAppeal) {
      putToTheOfficial(by, question, asked, onAppeal);
    }
    return true;
  }

  /// A question that was kept back had its case closed: another one goes on with it, and its clock
  /// begins anew.
  private void putToTheOfficial(Actor by, Question question, Case asked, boolean onAppeal) {
    var now = asked;
    if (asked.closed() && !question.answered()) {
      var opening =
          cases
              .resume(asked.reference(), UUID.randomUUID(), letters.goesOn(asked, onAppeal))
              .orElseThrow();
      now =
          switch (opening) {
            case Opening.Opened(var opened, String _, boolean _) -> opened;
            case Opening.OpenedBefore(var opened, String _) -> opened;
          };
    }
    letters.published(by, questions.put(question), now);
    letters.tellOfficial(
        question, questions.mandate(question), questions.transfers(question).size());
  }

  /// Says that a question was kept back without reason.
  ///
  /// @param code that goes with the reference: whoever has it asked
  /// @param form names the form that was sent; the same one appeals once
  @Transactional
  Ruling appeal(Reference reference, String code, UUID form, String words) {
    var found = questions.lock(reference);
    if (found.filter(one -> questions.isAsker(one, code)).isEmpty()) {
      return new NotThere();
    }
    var question = found.get();
    if (ledger.knows(form)) {
      return new Done();
    }
    if (words.isEmpty() || words.length() > Appeal.LONGEST) {
      return new Refused(words.isEmpty() ? "participation.problem.appeal" : "shell.problem.long");
    }
    var problem = againstAppeal(question);
    if (problem.isPresent()) {
      return new Refused(problem.get());
    }
    return ledger.appeal(question.caseId(), form, words)
        ? new Done()
        : new Refused("cases.problem.appealed");
  }

  /// What stands against an appeal, as a key.
  @Transactional(readOnly = true)
  Optional<String> againstAppeal(Question question) {
    if (question.shown() != Shown.HIDDEN) {
      return Optional.of("participation.problem.not-kept");
    }
    if (question.erased()) {
      return Optional.of("participation.problem.erased");
    }
    return questions.latest(question).filter(Questions::isTakenBack).isPresent()
        ? Optional.of("participation.problem.taken-back")
        : Optional.empty();
  }

  /// The appeal against a decision that waits for another.
  @Transactional(readOnly = true)
  Optional<Appeal> openAppeal(Question question) {
    return ledger.openAppeal(question.caseId());
  }

  /// A page of the public log.
  @Transactional(readOnly = true)
  Log log(long below) {
    return ledger.log(KIND, below);
  }

  /// The questions that wait to be read, those with an appeal first, the oldest first; what was
  /// taken back needs no reader.
  @Transactional(readOnly = true)
  List<Question> waiting() {
    var appealed = questions.list(ledger.openAppeals(KIND, MOST_WAITING));
    return Stream.concat(appealed.stream(), questions.unread(MOST_WAITING).stream())
        .limit(MOST_WAITING)
        .toList();
  }

  /// How many decisions and appeals stand there of a question.
  @Transactional(readOnly = true)
  int count(Question question) {
    return ledger.count(question.caseId());
  }
}
