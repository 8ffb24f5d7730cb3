package org.foyal.participation.answers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.kernel.Reference;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.answers.Answering.Done;
import org.foyal.participation.answers.Answering.NotThere;
import org.foyal.participation.answers.Answering.Overtaken;
import org.foyal.participation.answers.Answering.Refused;
import org.foyal.people.Actor;
import org.foyal.post.subscriptions.Asking;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The façade of answers: giving one, saying where a commitment stands, judging, following.
@Service
public class Answers {
  private static final int LONGEST_SOURCE = 500;

  private final AnswerStore store;
  private final AnswerLetters letters;
  private final Questions questions;
  private final Officials officials;
  private final Trail trail;
  private final Clock clock;

  Answers(
      AnswerStore store,
      AnswerLetters letters,
      Questions questions,
      Officials officials,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.letters = letters;
    this.questions = questions;
    this.officials = officials;
    this.trail = trail;
    this.clock = clock;
  }

  /// What stands against an answer, or [Done].
  public Answering check(Reply reply) {
    if (reply.words().isEmpty()) {
      return new Refused("words", "participation.problem.answer");
    }
    if (reply.words().length() > Reply.LONGEST_WORDS) {
      return new Refused("words", "shell.problem.long");
    }
    for (var pledge : reply.pledges()) {
      if (pledge.what().isEmpty() || pledge.what().length() > Reply.LONGEST_PLEDGE) {
        return new Refused("pledges", "participation.problem.pledge");
      }
      if (pledge.dueOn().isBefore(questions.today())) {
        return new Refused("pledges", "participation.problem.past");
      }
    }
    return reply.pledges().size() > Reply.MOST_PLEDGES
        ? new Refused("pledges", "participation.problem.pledges")
        : new Done();
  }

  /// Answers a question in public, for good; whoever asked and whoever follows is told. Only who
  /// answers for the mandate while it runs, or an administrator, may.
  @Transactional
  public Answering answer(Actor by, Reference reference, Reply reply) {
    var found = toAnswer(by, reference);
    if (found.isEmpty() || by.id() == null) {
      return new NotThere();
    }
    var question = found.get();
    if (store.knows(reply.form())) {
      return new Done();
    }
    if (check(reply) instanceof Refused refused) {
      return refused;
    }
    if (store.count(question.caseId()) != reply.seen()) {
      return new Overtaken();
    }
    if (questions.latest(question).filter(Questions::isTakenBack).isPresent()) {
      return new Refused("words", "participation.problem.taken-back");
    }
    long id =
        store.add(
            question.caseId(), reply, by.id(), officials.of(question).name(), clock.instant());
    questions.answered(question);
    if (!letters.answered(by, question, id, reply)) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Overtaken();
    }
    trail.append(by.did("participation.act.answered", question.reference().toString()));
    return new Done();
  }

  /// A question that everybody sees and that somebody may answer, held until the transaction ends.
  private Optional<Question> toAnswer(Actor by, Reference reference) {
    return questions
        .lock(reference)
        .filter(Question::open)
        .filter(question -> officials.may(by, question));
  }

  /// What somebody says of a commitment.
  ///
  /// @param knownOn the day that it speaks of
  /// @param source how we know
  public record Statement(Pledge.Declared declared, LocalDate knownOn, String source) {}

  /// Today, where the city is.
  public LocalDate today() {
    return questions.today();
  }

  /// Says where a commitment stands; the line stays for good. Whoever may answer may say it.
  ///
  /// @param seen how many lines stood there when this one was written
  @Transactional
  public Answering say(Actor by, Reference reference, long pledge, int seen, Statement statement) {
    var said =
        new Pledge.Said(
            statement.declared(), statement.knownOn(), statement.source(), clock.instant());
    var of = toAnswer(by, reference);
    var found =
        of.flatMap(asked -> store.findPledge(pledge).filter(one -> one.caseId() == asked.caseId()));
    if (of.isEmpty() || found.isEmpty() || by.id() == null) {
      return new NotThere();
    }
    var question = of.get();
    if (said.source().isEmpty() || said.source().length() > LONGEST_SOURCE) {
      return new Refused(
          "source",
          said.source().isEmpty() ? "participation.problem.source" : "shell.problem.long");
    }
    if (said.knownOn().isAfter(questions.today())) {
      return new Refused("knownOn", "participation.problem.future");
    }
    if (found.get().said().size() != seen) {
      return new Overtaken();
    }
    store.say(pledge, said, by.id());
    letters.said(question, found.get(), said);
    trail.append(by.did("participation.act.pledge", question.reference().toString()));
    return new Done();
  }

  /// Keeps what whoever asked says of the last answer; once each.
  ///
  /// @param code that goes with the reference: whoever has it asked
  @Transactional
  public Answering judge(Reference reference, String code, Verdict verdict) {
    var found = questions.lock(reference).filter(Question::open);
    if (found.filter(one -> questions.isAsker(one, code)).isEmpty()) {
      return new NotThere();
    }
    if (!found.get().answered()) {
      return new Refused("verdict", "participation.problem.unanswered");
    }
    return store.judge(found.get().caseId(), verdict, clock.instant())
        ? new Done()
        : new Refused("verdict", "participation.problem.judged");
  }

  /// What whoever asked said of the last answer that they judged.
  @Transactional(readOnly = true)
  public Optional<Verdict> verdict(Question question) {
    return store.verdict(question.caseId());
  }

  /// Whether whoever asked may say what they think of the last answer.
  @Transactional(readOnly = true)
  public boolean isToJudge(Question question) {
    return store.isToJudge(question.caseId());
  }

  /// The answers to a question, the first one first.
  @Transactional(readOnly = true)
  public List<Answer> list(Question question) {
    return store.list(question.caseId());
  }

  /// What some officials have committed to in public, what is due first at the head.
  @Transactional(readOnly = true)
  public List<Pledge> pledges(List<String> mandates) {
    return store.pledges(mandates);
  }

  /// What is committed to for one of some days and owed still.
  @Transactional(readOnly = true)
  List<Pledge> pledgesOn(List<LocalDate> days) {
    var today = questions.today();
    return store.pledgesOn(days).stream().filter(pledge -> !pledge.settled(today)).toList();
  }

  /// The questions that some commitments belong to, by the numbers of their cases.
  @Transactional(readOnly = true)
  public Map<Long, Question> questionsOf(List<Pledge> pledges) {
    var references =
        store.references(pledges.stream().map(Pledge::caseId).distinct().toList()).values();
    return questions.list(references.stream().map(Reference::new).toList()).stream()
        .collect(Collectors.toMap(Question::caseId, one -> one));
  }

  /// Takes a wish to be told of a question.
  ///
  /// @param address as it was typed
  /// @param from the network address of the sender
  @Transactional
  public Asking follow(String address, Question question, Language language, String from) {
    return letters.follow(address, question, language, from);
  }

  /// How many follow a question.
  @Transactional(readOnly = true)
  public int followers(Question question) {
    return letters.followers(question);
  }
}
