package org.foyal.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.EvidenceFile;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Commitment.Said;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.shell.language.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for writing promises: each, with its steps and proofs, is entered here, with
/// its line in the history and, when somebody of the staff did it, in the audit trail.
@Service
public class Register {
  private final AgreementStore agreements;
  private final CommitmentStore commitments;
  private final RegisterStore store;
  private final History history;
  private final Agreements reading;
  private final Clock clock;

  Register(
      AgreementStore agreements,
      CommitmentStore commitments,
      RegisterStore store,
      History history,
      Agreements reading,
      Clock clock) {
    this.agreements = agreements;
    this.commitments = commitments;
    this.store = store;
    this.history = history;
    this.reading = reading;
    this.clock = clock;
  }

  /// A promise about to be entered.
  ///
  /// @param party who owes it, by its code
  public record NewCommitment(
      String code,
      String agreement,
      String party,
      Said said,
      Optional<Measure> measure,
      int place,
      boolean example) {}

  /// Enters a promise; it stands at « announced » from the day on which it was.
  @Transactional
  public Saving addCommitment(Writer by, NewCommitment made) {
    var agreement = agreements.find(made.agreement());
    if (agreement.isEmpty()) {
      return new NotThere();
    }
    var signedOn = agreement.get().signed().on();
    var problems = problems(made.said(), signedOn);
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    var added = store.add(made, signedOn, clock.instant());
    if (added.isEmpty()) {
      return Refused.of("code", "agreement.problem.code-taken");
    }
    var commitment = commitments.find(added.get()).orElseThrow();
    history.of(by, commitment, Kind.ADDED).about(made.said().title()).write();
    history
        .of(by, commitment, Kind.STATE)
        .state(new Change.State(Declared.ANNOUNCED, made.said().announced(), Optional.empty()))
        .why(history.say("agreement.announced-as-said"))
        .source(Optional.of(made.said().source()))
        .write();
    return new Saved(made.code());
  }

  /// Changes the words, dates, source or measure of a promise.
  ///
  /// @param version that the change was made from
  @Transactional
  public Saving editCommitment(
      Writer by, String code, int version, Said said, Optional<Measure> measure, Told why) {
    var before = commitments.find(code).filter(by::mayWrite);
    if (before.isEmpty()) {
      return new NotThere();
    }
    if (before.get().version() != version) {
      return new Overtaken(before.get());
    }
    var agreement = agreements.find(before.get().agreement()).orElseThrow();
    var problems = problems(said, agreement.signed().on());
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    if (!by.administrator() && !sameDates(before.get(), said, measure)) {
      return Refused.of("due", "agreement.problem.administrator");
    }
    var from = before.get();
    if (!measure.equals(from.measure())) {
      fallBack(from, why);
      from = commitments.find(code).orElseThrow();
    }
    if (!store.edit(from, said, measure, clock.instant())) {
      return new Overtaken(commitments.find(code).orElseThrow());
    }
    history
        .of(by, before.get(), Kind.EDITED)
        .about(history.difference(before.get(), said))
        .why(why)
        .before(History.snapshot(before.get()))
        .write();
    return new Saved(code);
  }

  /// What lateness hangs on is moved by administrators alone.
  private static boolean sameDates(Commitment before, Said said, Optional<Measure> measure) {
    return said.due().equals(before.said().due())
        && said.announced().equals(before.said().announced())
        && measure.equals(before.measure());
  }

  private static Map<String, String> problems(Said said, LocalDate signedOn) {
    var problems = new LinkedHashMap<String, String>();
    if (said.announced().last().isBefore(signedOn)) {
      problems.put("announced", "agreement.problem.before-agreement");
    }
    if (said.due().filter(due -> due.on().isBefore(signedOn)).isPresent()) {
      problems.put("due", "agreement.problem.before-agreement");
    } else if (said.due().filter(due -> due.on().isBefore(said.announced().on())).isPresent()) {
      problems.put("due", "agreement.problem.due-before-announced");
    }
    if (said.audiences().isEmpty()) {
      problems.put("audiences", "agreement.problem.audience");
    }
    return problems;
  }

  /// Gives a promise to an account to look after, or to nobody.
  @Transactional
  public Saving setOwner(Writer by, String code, Optional<UUID> owner) {
    var commitment = commitments.find(code);
    if (!by.administrator() || commitment.isEmpty()) {
      return new NotThere();
    }
    store.setOwner(commitment.get().id(), owner.orElse(null), clock.instant());
    history.of(by, commitment.get(), Kind.OWNER).write();
    return new Saved(code);
  }

  /// Says where a promise stands. « Kept » wants something that proves it.
  ///
  /// @param version that this was decided on
  @Transactional
  public Saving declare(Writer by, String code, int version, Change.State state, Told why) {
    return declare(by, code, version, state, why, Optional.empty());
  }

  /// Says where a promise stands, and where that was read.
  ///
  /// @param version that this was decided on
  @Transactional
  public Saving declare(
      Writer by, String code, int version, Change.State state, Told why, Optional<Source> source) {
    var before = commitments.find(code).filter(by::mayWrite);
    if (before.isEmpty()) {
      return new NotThere();
    }
    var commitment = before.get();
    if (commitment.version() != version) {
      return new Overtaken(commitment);
    }
    var problems = problems(commitment, state);
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    if (!store.stand(commitment, state, Basis.DECLARED, clock.instant())) {
      return new Overtaken(commitments.find(code).orElseThrow());
    }
    history.of(by, commitment, Kind.STATE).state(state).why(why).source(source).write();
    return new Saved(code);
  }

  private Map<String, String> problems(Commitment commitment, Change.State state) {
    var problems = new LinkedHashMap<String, String>();
    var announced = commitment.said().announced().on();
    if (state.knownOn().isAfter(reading.today())) {
      problems.put("knownOn", "agreement.problem.future");
    } else if (state.knownOn().isBefore(announced)) {
      problems.put("knownOn", "agreement.problem.before-announced");
    }
    boolean kept = state.declared() == Declared.KEPT;
    if (kept && state.keptOn().isEmpty()) {
      problems.put("keptOn", "agreement.problem.needs-day");
    }
    if (!kept && state.keptOn().isPresent()) {
      problems.put("keptOn", "agreement.problem.not-kept");
    }
    if (state.keptOn().filter(on -> on.isAfter(state.knownOn())).isPresent()) {
      problems.put("keptOn", "agreement.problem.kept-after-known");
    } else if (state.keptOn().filter(announced::isAfter).isPresent()) {
      problems.put("keptOn", "agreement.problem.before-announced");
    }
    if (kept && !store.proves(commitment.id(), state.keptOn().orElse(state.knownOn()))) {
      problems.put("declared", "agreement.problem.proof");
    }
    return problems;
  }

  /// Writes what a room's figure says; the same word twice is written once.
  @Transactional
  void stand(Commitment commitment, Change.State state, Told about) {
    var latest = commitment.latest();
    boolean news =
        latest.basis() != Basis.LIVE
            || latest.declared() != state.declared()
            || !history.lastAbout(commitment).equals(Optional.of(about));
    if (!news) {
      store.knownOn(commitment, state.knownOn());
      return;
    }
    if (store.stand(commitment, state, Basis.LIVE, clock.instant())) {
      history.of(Writer.FIGURES, commitment, Kind.LIVE).state(state).about(about).write();
    }
  }

  /// Lets what was last declared hold again, because the figure is gone.
  @Transactional
  void fallBack(Commitment commitment, Told why) {
    if (commitment.latest().basis() == Basis.LIVE) {
      var declared = history.lastDeclared(commitment);
      if (store.stand(commitment, declared, Basis.DECLARED, clock.instant())) {
        history.of(Writer.FIGURES, commitment, Kind.FELL_BACK).state(declared).why(why).write();
      }
    }
  }

  /// Sets a step of a promise; somebody answers for each.
  @Transactional
  public Saving addMilestone(Writer by, String code, Milestone step) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var signedOn = agreements.find(found.get().agreement()).orElseThrow().signed().on();
    var problems = new LinkedHashMap<String, String>();
    if (step.due().isEmpty() && step.reachedOn().isEmpty()) {
      problems.put("due", "agreement.problem.needs-day");
    }
    if (step.due().filter(due -> due.on().isBefore(signedOn)).isPresent()) {
      problems.put("due", "agreement.problem.before-agreement");
    }
    step.reachedOn()
        .ifPresent(on -> reached(on, signedOn).ifPresent(p -> problems.put("reachedOn", p)));
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    store.addMilestone(found.get(), signedOn, step);
    history.of(by, found.get(), Kind.MILESTONE).about(step.title()).write();
    return new Saved(code);
  }

  private Optional<String> reached(LocalDate on, LocalDate signedOn) {
    if (on.isAfter(reading.today())) {
      return Optional.of("agreement.problem.future");
    }
    return on.isBefore(signedOn)
        ? Optional.of("agreement.problem.before-agreement")
        : Optional.empty();
  }

  /// Notes that a step was reached; a step is reached once.
  @Transactional
  public Saving reach(Writer by, String code, long milestone, LocalDate on) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var signedOn = agreements.find(found.get().agreement()).orElseThrow().signed().on();
    var problem = reached(on, signedOn);
    if (problem.isPresent()) {
      return Refused.of("on", problem.get());
    }
    var step =
        store.milestones(found.get().id()).stream().filter(m -> m.id() == milestone).findFirst();
    if (step.isEmpty() || !store.reach(found.get().id(), milestone, on)) {
      return Refused.of("on", "agreement.problem.reached-already");
    }
    history.of(by, found.get(), Kind.REACHED).about(step.get().title()).write();
    return new Saved(code);
  }

  /// Takes a proof back that was wrong or showed somebody: its link or bytes are deleted, the
  /// reason stays.
  @Transactional
  public Saving withdrawEvidence(Writer by, String code, long evidence, Told why) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty() || !store.withdrawEvidence(found.get().id(), evidence, why)) {
      return new NotThere();
    }
    history.of(by, found.get(), Kind.WITHDRAWN).why(why).write();
    return new Saved(code);
  }

  /// Takes a step back that was wrong.
  @Transactional
  public Saving withdrawMilestone(Writer by, String code, long milestone, Told why) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty() || !store.withdrawMilestone(found.get().id(), milestone, why)) {
      return new NotThere();
    }
    history.of(by, found.get(), Kind.WITHDRAWN).why(why).write();
    return new Saved(code);
  }

  /// Adds a link that proves or shows something, or the name of a source that can't be opened.
  @Transactional
  public Saving addLink(
      Writer by, String code, Told title, Optional<LocalDate> dated, Optional<String> address) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty()) {
      return new NotThere();
    }
    store.addLink(found.get().id(), title, dated, address, clock.instant());
    history.of(by, found.get(), Kind.EVIDENCE).about(title).write();
    return new Saved(code);
  }

  /// Adds a file that proves or shows something, made safe by the frame before; the same file is
  /// kept once.
  @Transactional
  public Saving addFile(
      Writer by, String code, Told title, Optional<LocalDate> dated, EvidenceFile file) {
    var found = commitments.find(code).filter(by::mayWrite);
    if (found.isEmpty()) {
      return new NotThere();
    }
    if (!store.addFile(found.get().id(), title, dated, file, clock.instant())) {
      return Refused.of("file", "agreement.problem.file-twice");
    }
    history.of(by, found.get(), Kind.EVIDENCE).about(title).write();
    return new Saved(code);
  }
}
