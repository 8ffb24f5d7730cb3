package org.foyal.agreement;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.agreement.Agreement.Whole;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Evidence;
import org.foyal.agreement.Commitment.EvidenceFile;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for reading: agreements, promises, where each stands today, and its history.
@Service
public class Agreements {
  /// How long another process may write before this one notices.
  private static final Duration NOTICED_AFTER = Duration.ofSeconds(1);

  /// So many rows are read for whoever reads them all, before the connection is given back.
  private static final int AT_ONCE = 500;

  private final AgreementStore agreements;
  private final CommitmentStore commitments;
  private final RegisterStore register;
  private final ChangeStore changes;
  private final ShellSettings settings;
  private final Clock clock;
  private final LoadingCache<Boolean, ChangeStore.Last> last;

  Agreements(
      AgreementStore agreements,
      CommitmentStore commitments,
      RegisterStore register,
      ChangeStore changes,
      ShellSettings settings,
      Clock clock) {
    this.agreements = agreements;
    this.commitments = commitments;
    this.register = register;
    this.changes = changes;
    this.settings = settings;
    this.clock = clock;
    this.last =
        Caffeine.newBuilder()
            .expireAfterWrite(NOTICED_AFTER)
            .build(_ -> changes.last().orElse(new ChangeStore.Last(0, Instant.EPOCH)));
  }

  /// Which promises are asked for; what is empty asks for nothing.
  ///
  /// @param agreement of one agreement, by its code
  /// @param party owed by one party, by its code
  /// @param state standing there today
  /// @param lateOnly only those whose day has passed while something is owed
  /// @param owner looked after by one account
  public record Selection(
      Optional<String> agreement,
      Optional<Theme> theme,
      Optional<Audience> audience,
      Optional<String> party,
      Optional<Standing.State> state,
      boolean lateOnly,
      Optional<UUID> owner) {
    /// All of them.
    public static final Selection ALL =
        new Selection(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());

    /// Those of one agreement.
    public static Selection of(String agreement) {
      return new Selection(
          Optional.of(agreement),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
    }

    /// Those that one account looks after.
    public static Selection ownedBy(UUID account) {
      return new Selection(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.of(account));
    }
  }

  /// How many promises stand where.
  ///
  /// @param states by state; states that nothing stands at are left out
  /// @param late how many are owed past their day
  public record Tally(Map<Standing.State, Integer> states, int late) {
    /// How many there are in all.
    public int all() {
      return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many were kept, on time or not.
    public int kept() {
      return of(Standing.State.KEPT) + of(Standing.State.KEPT_LATE);
    }

    /// How many stand there.
    public int of(Standing.State state) {
      return states.getOrDefault(state, 0);
    }
  }

  /// The day that it is in the city.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.timeZone());
  }

  /// A number that changes whenever something is written, and with the day, since what is due today
  /// is late tomorrow.
  public long version() {
    return last.get(true).id() * 100_000 + today().toEpochDay();
  }

  /// When something was last written, or when the day began, whichever is later.
  public Instant changedAt() {
    var written = last.get(true).at();
    var morning = today().atStartOfDay(settings.timeZone()).toInstant();
    return written.isAfter(morning) ? written : morning;
  }

  /// Whoever has just written is shown it at once.
  void written() {
    last.invalidateAll();
  }

  /// All agreements, the newest first.
  @Transactional(readOnly = true)
  public List<Agreement> list() {
    return agreements.list();
  }

  /// The agreement of that code.
  @Transactional(readOnly = true)
  public Optional<Agreement> find(String code) {
    return agreements.find(code);
  }

  /// An agreement with its signatories, what was said of it, and what was agreed later.
  @Transactional(readOnly = true)
  public Optional<Whole> findWhole(String code) {
    return agreements
        .find(code)
        .map(agreement ->
            new Whole(
                agreement,
                agreements.signatories(code),
                agreements.quotes(code),
                agreements.amendments(code)));
  }

  /// Every party, each house before those that belong to it.
  @Transactional(readOnly = true)
  public List<Party> listParties() {
    return agreements.parties();
  }

  /// One page of promises, the most pressing first.
  ///
  /// @param from how many to pass over
  @Transactional(readOnly = true)
  public List<Commitment> list(Selection selection, int from, int atMost) {
    return commitments.list(selection, today(), from, atMost);
  }

  /// An agreement's promises in the order in which it names them.
  @Transactional(readOnly = true)
  public List<Commitment> listInOrder(String agreement) {
    return listInOrder(agreement, 0, Integer.MAX_VALUE);
  }

  /// Some of them.
  ///
  /// @param from how many to pass over
  @Transactional(readOnly = true)
  public List<Commitment> listInOrder(String agreement, int from, int atMost) {
    return commitments.listInOrder(agreement, from, atMost);
  }

  /// The place after the last promise that an agreement names.
  @Transactional(readOnly = true)
  public int nextPlace(String agreement) {
    return commitments.nextPlace(agreement);
  }

  /// The first promises of all agreements, those of the newest first.
  @Transactional(readOnly = true)
  public List<Commitment> listFirst(int atMost) {
    return commitments.listFirst(atMost);
  }

  /// Hands every promise to a reader, in the order in which they were entered. They are read some
  /// at a time: no connection waits for a reader that is slow.
  public void each(Consumer<Commitment> reader) {
    page(commitments::listAfter, Commitment::id, reader);
  }

  /// Hands all that was ever said of where promises stand to a reader, the oldest first, some at a
  /// time.
  public void eachState(Consumer<Change> reader) {
    page(changes::statesAfter, Change::id, reader);
  }

  /// Reads some rows after a number.
  private interface After<T> {
    List<T> read(long number, int atMost);
  }

  private static <T> void page(After<T> after, ToLongFunction<T> number, Consumer<T> reader) {
    var rows = after.read(0, AT_ONCE);
    while (!rows.isEmpty()) {
      rows.forEach(reader);
      rows = after.read(number.applyAsLong(rows.getLast()), AT_ONCE);
    }
  }

  /// How many of those asked for stand where today.
  @Transactional(readOnly = true)
  public Tally count(Selection selection) {
    var tally = commitments.count(selection, today());
    return new Tally(tally.states(), tally.late());
  }

  /// Promises that a figure decides.
  @Transactional(readOnly = true)
  List<Commitment> listMeasured() {
    return commitments.listMeasured();
  }

  /// The promise of that code.
  @Transactional(readOnly = true)
  public Optional<Commitment> findCommitment(String code) {
    return commitments.find(code);
  }

  /// Its steps, in the order in which they are due.
  @Transactional(readOnly = true)
  public List<Milestone> milestones(Commitment commitment) {
    return register.milestones(commitment.id());
  }

  /// What proves or shows where it stands.
  @Transactional(readOnly = true)
  public List<Evidence> evidence(Commitment commitment) {
    return register.evidence(commitment.id());
  }

  /// The file of a piece of evidence.
  @Transactional(readOnly = true)
  public Optional<EvidenceFile> findFile(long evidence) {
    return register.file(evidence);
  }

  /// All that ever happened to a promise, newest first.
  @Transactional(readOnly = true)
  public List<Change> history(Commitment commitment) {
    return history(commitment, 0, Integer.MAX_VALUE);
  }

  /// Some of it.
  ///
  /// @param from how many lines to pass over
  @Transactional(readOnly = true)
  public List<Change> history(Commitment commitment, int from, int atMost) {
    return changes.of(commitment.id(), from, atMost);
  }

  /// What was last said of where it stands, newest first.
  @Transactional(readOnly = true)
  public List<Change> states(Commitment commitment, int atMost) {
    return changes.statesOf(commitment.id(), atMost);
  }

  /// What changed from one moment on and before another, newest first.
  ///
  /// @param withFiles whether what was entered from a file is asked for too
  @Transactional(readOnly = true)
  public List<Change> changes(Instant from, Instant before, boolean withFiles, int atMost) {
    return changes.between(from, before, withFiles, atMost);
  }

  /// How much changed from one moment on and before another.
  @Transactional(readOnly = true)
  public int countChanges(Instant from, Instant before, boolean withFiles) {
    return changes.countBetween(from, before, withFiles);
  }

  /// The promises of which the staff or figures wrote from one moment on and before another.
  @Transactional(readOnly = true)
  public List<Long> promisesChanged(Instant from, Instant before) {
    return changes.promisesBetween(from, before);
  }

  /// What the staff or figures wrote of one promise, newest first.
  @Transactional(readOnly = true)
  public List<Change> changesOf(long commitment, Instant from, Instant before) {
    return changes.of(commitment, from, before);
  }

  /// Promises that are owed and due on one of these days.
  @Transactional(readOnly = true)
  public List<Commitment> listOwedOn(List<LocalDate> days) {
    return commitments.listOwedOn(days);
  }

  /// A step with the promise that it belongs to.
  public record OwedStep(Commitment commitment, Milestone milestone) {}

  /// Steps that are not reached and due on one of these days.
  @Transactional(readOnly = true)
  public List<OwedStep> listStepsOwedOn(List<LocalDate> days) {
    var owed = register.stepsOwedOn(days);
    var ids = owed.stream().map(RegisterStore.Owed::commitment).collect(Collectors.toSet());
    var promises =
        commitments.list(ids).stream()
            .collect(Collectors.toMap(Commitment::id, Function.identity()));
    return owed.stream()
        .flatMap(step ->
            Stream.ofNullable(promises.get(step.commitment()))
                .map(promise -> new OwedStep(promise, step.milestone())))
        .toList();
  }

  /// The steps of an agreement's promises that are not reached, by the number of the promise.
  @Transactional(readOnly = true)
  public Map<Long, List<Milestone>> listOpenSteps(String agreement) {
    return register.openSteps(agreement).stream()
        .collect(
            Collectors.groupingBy(
                RegisterStore.Owed::commitment,
                Collectors.mapping(RegisterStore.Owed::milestone, Collectors.toList())));
  }

  /// The party that an account speaks for, by its code.
  @Transactional(readOnly = true)
  public Optional<String> partyOf(UUID account) {
    return agreements.partyOf(account);
  }

  /// Who speaks for whom: the party's code by account.
  @Transactional(readOnly = true)
  public Map<UUID, String> delegates() {
    return agreements.delegates();
  }
}
