package org.foyal.fibre.files;

import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.Doubt.Answer;
import org.foyal.fibre.files.Doubt.Verdict;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The façade of what operators are asked about their files, and answer.
@Service
public class Doubts {
  private static final int SHOWN = 200;

  private final DoubtStore store;
  private final IncomingStore incoming;
  private final Trail trail;
  private final Surroundings around;

  Doubts(DoubtStore store, IncomingStore incoming, Trail trail, Surroundings around) {
    this.store = store;
    this.incoming = incoming;
    this.trail = trail;
    this.around = around;
  }

  /// What can come of an answer.
  public sealed interface Answering {
    /// It is kept; what waited is applied where the file is right.
    record Answered() implements Answering {}

    /// The file is said to be right, but what its row was to follow stands no longer: nothing is
    /// applied, the question is closed, and the next file tells.
    record Outrun() implements Answering {}

    /// It was answered already.
    record Closed() implements Answering {}

    /// There is no such question, or it is another operator's.
    record NotThere() implements Answering {}

    /// A file is at work; nothing changed, answer again.
    record Busy() implements Answering {}
  }

  /// Those that wait for an answer, or the latest that have one.
  ///
  /// @param operator whose; empty: everybody's
  @Transactional(readOnly = true)
  public List<Doubt> list(Optional<String> operator, boolean open) {
    return store.list(operator, open, SHOWN);
  }

  /// Answers one.
  ///
  /// @param restrictedTo the operator for whom whoever answers may speak; empty: for all
  @Transactional
  public Answering answer(
      long id, boolean right, String words, Optional<String> restrictedTo, Actor by) {
    if (!incoming.takeTurn()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Answering.Busy();
    }
    var found = store.take(id);
    if (found.isEmpty()
        || (restrictedTo.isPresent() && !found.get().operator().equals(restrictedTo))) {
      return new Answering.NotThere();
    }
    if (found.get().answer().isPresent()) {
      return new Answering.Closed();
    }
    var now = around.now();
    boolean applied = !right || !found.get().kind().equals("STATE") || store.apply(id, now);
    var verdict = !applied ? Verdict.MENDED : right ? Verdict.RIGHT : Verdict.WRONG;
    store.answer(id, new Answer(verdict, words, now, by.name()));
    trail.append(by.did("fibre.files.act.answered", id + " " + found.get().ref()));
    return applied ? new Answering.Answered() : new Answering.Outrun();
  }
}
