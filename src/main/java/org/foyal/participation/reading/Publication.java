package org.foyal.participation.reading;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.cases.Opening;
import org.foyal.kernel.Reference;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Question.Shown;
import org.foyal.participation.Questions;
import org.foyal.participation.reading.PublicationStore.By;
import org.foyal.participation.reading.Ruling.Done;
import org.foyal.participation.reading.Ruling.NotThere;
import org.foyal.participation.reading.Ruling.Refused;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

  /// How many decisions a page of the log shows.
  static final int PAGE = 50;

  private static final int MOST_WAITING = 200;
  private static final int LONGEST_APPEAL = 2000;

  private final PublicationStore store;
  private final PublicationLetters letters;
  private final Questions questions;
  private final Cases cases;
  private final Trail trail;
  private final Clock clock;

  Publication(
      PublicationStore store,
      PublicationLetters letters,
      Questions questions,
      Cases cases,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.letters = letters;
    this.questions = questions;
    this.cases = cases;
    this.trail = trail;
    this.clock = clock;
  }

  /// How often something was kept back, appealed against, and shown after all.
  record Tally(int kept, int appealed, int shown) {}

  /// Publishes a question, and puts it to the official. It decides about an open appeal as well.
  @Transactional
  public Ruling publish(Actor by, Reference reference, Mandate to) {
    return decide(by, reference, Optional.empty(), Optional.of(to));
  }

  /// Keeps a question back.
  ///
  /// @param rule of the charter that it breaks, by the end of its key
  @Transactional
  public Ruling keepBack(Actor by, Reference reference, String rule) {
    return RULES.contains(rule)
        ? decide(by, reference, Optional.of(rule), Optional.empty())
        : new Refused("participation.problem.rule");
  }

  private Ruling decide(
      Actor by, Reference reference, Optional<String> rule, Optional<Mandate> to) {
    var found = questions.lock(reference);
    var asked = found.flatMap(questions::latest);
    if (found.isEmpty() || asked.isEmpty()) {
      return new NotThere();
    }
    var question = found.get();
    if (Questions.isTakenBack(asked.get())) {
      return new Refused("participation.problem.taken-back");
    }
    var appeal = store.openAppeal(question.caseId());
    boolean own =
        by.id() != null && store.keptBackBy(question.caseId()).filter(by.id()::equals).isPresent();
    if (appeal.isPresent() && own) {
      return new Refused("participation.problem.own-appeal");
    }
    var shown = rule.isPresent() ? Shown.HIDDEN : Shown.SHOWN;
    boolean news = question.shown() != shown || appeal.isPresent();
    store.decide(
        question.caseId(),
        shown,
        rule,
        appeal,
        new By(by.id(), clock.instant(), questions.today()));
    if (news && rule.isPresent()) {
      letters.keptBack(by, question, asked.get(), rule.get(), appeal.isPresent());
    } else if (news) {
      putToTheOfficial(by, question, asked.get(), to.orElseThrow());
    }
    var act = "participation.act." + shown.name().toLowerCase(Locale.ROOT);
    trail.append(by.did(act, question.reference().toString()));
    return new Done();
  }

  /// A question that was kept back had its case closed: another one goes on with it, and its clock
  /// begins anew.
  private void putToTheOfficial(Actor by, Question question, Case asked, Mandate to) {
    var now = asked;
    if (asked.closed() && !question.answered()) {
      var opening =
          cases
              .goOn(
                  asked.reference().toString(),
                  cases.code(asked),
                  UUID.randomUUID(),
                  letters.goesOn(asked))
              .orElseThrow();
      now =
          switch (opening) {
            case Opening.Opened(var opened, String _, boolean _) -> opened;
            case Opening.OpenedBefore(var opened, String _) -> opened;
          };
    }
    letters.published(by, questions.put(question), now);
    letters.tellOfficial(question, to);
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
    if (store.knows(form)) {
      return new Done();
    }
    if (words.isEmpty() || words.length() > LONGEST_APPEAL) {
      return new Refused(words.isEmpty() ? "participation.problem.appeal" : "shell.problem.long");
    }
    if (question.shown() != Shown.HIDDEN) {
      return new Refused("participation.problem.not-kept");
    }
    return store.appeal(question.caseId(), form, words, clock.instant())
        ? new Done()
        : new Refused("participation.problem.appealed");
  }

  /// The appeal against a decision that waits for another.
  @Transactional(readOnly = true)
  Optional<Objection> openAppeal(Question question) {
    return store.openAppeal(question.caseId());
  }

  /// A page of the public log, the newest first; one more than a page when there is more.
  @Transactional(readOnly = true)
  List<Decided> list(long below) {
    return store.list(below, PAGE + 1);
  }

  /// What the log comes to.
  @Transactional(readOnly = true)
  Tally count() {
    return store.count();
  }

  /// The questions that wait to be read, those with an appeal first, the oldest first; what was
  /// taken back needs no reader.
  @Transactional(readOnly = true)
  List<Question> waiting() {
    var found = questions.list(store.waiting(MOST_WAITING));
    var asked = cases.list(found.stream().map(Question::caseId).toList());
    return found.stream()
        .filter(one -> {
          var now = asked.get(one.caseId());
          return now == null || !Questions.isTakenBack(now);
        })
        .toList();
  }
}
