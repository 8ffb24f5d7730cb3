package org.foyal.shell.crisis;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.shell.crisis.Crisis.Line;
import org.foyal.shell.database.AfterCommit;
import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the city in a crisis: whether it is in one, and the switch.
///
/// Whoever asks is answered from memory, which follows the database within two seconds, also when
/// another process has thrown the switch.
@Service
public class CrisisSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(CrisisSwitch.class);

  private final CrisisStore store;
  private final Trail trail;
  private final Clock clock;
  private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

  CrisisSwitch(CrisisStore store, Trail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  private record Kept(Optional<CrisisStore.Row> last) {}

  /// What an administrator declares.
  ///
  /// @param numbers whom to call, one a line: `SAMU : 15`
  /// @param reviewAt when somebody looks again whether it is over
  public record Declared(String reason, Told message, String numbers, Instant reviewAt) {}

  /// What can come of throwing the switch.
  public enum Thrown {
    /// It is done.
    DONE,
    /// Somebody else did something with it first.
    OVERTAKEN
  }

  /// The crisis that the city is in.
  public Optional<Crisis> now() {
    return last().filter(row -> !row.ended()).map(this::crisis);
  }

  /// Whether the city is in a crisis.
  public boolean on() {
    return now().isPresent();
  }

  /// When a crisis last began, was changed or ended; the beginning of time where there was none.
  public Instant changedAt() {
    return last().map(CrisisStore.Row::changedAt).orElse(Instant.EPOCH);
  }

  /// What was declared last, over or not, to begin from it the next time.
  Optional<Declared> lastDeclared() {
    return last()
        .map(row -> new Declared(row.reason(), row.message(), row.numbers(), row.reviewAt()));
  }

  private Crisis crisis(CrisisStore.Row row) {
    return new Crisis(
        row.id(),
        row.since(),
        row.reason(),
        row.message(),
        Line.all(row.numbers()).toList(),
        row.reviewAt(),
        !clock.instant().isBefore(row.reviewAt()),
        row.version());
  }

  /// Declares a crisis; of two who do at once, the second is told.
  @Transactional
  public Thrown start(SignedIn who, Declared declared) {
    return thrown(
        who, "shell.act.crisis-began", declared.reason(), store.start(declared, clock.instant()));
  }

  /// Changes what is said in it.
  @Transactional
  public Thrown change(SignedIn who, long id, int version, Declared declared) {
    return thrown(
        who,
        "shell.act.crisis-changed",
        declared.reason(),
        store.change(id, version, declared, clock.instant()));
  }

  /// Ends it: everything is as before.
  @Transactional
  public Thrown end(SignedIn who, long id, int version) {
    var reason = last().map(CrisisStore.Row::reason).orElse("");
    return thrown(who, "shell.act.crisis-ended", reason, store.end(id, version, clock.instant()));
  }

  private Thrown thrown(SignedIn who, String what, String reason, boolean done) {
    if (done) {
      trail.append(Act.by(who, what, reason));
    }
    AfterCommit.run(this::follow);
    return done ? Thrown.DONE : Thrown.OVERTAKEN;
  }

  private Optional<CrisisStore.Row> last() {
    var known = kept.get();
    if (known == null) {
      follow();
      known = kept.get();
    }
    return known == null ? Optional.empty() : known.last();
  }

  /// Another process may have thrown the switch.
  @Scheduled(fixedDelay = 2_000)
  void followOtherProcesses() {
    if (kept.get() != null) {
      follow();
    }
  }

  /// Reads the switch anew; while the database is away, what was known last counts.
  private void follow() {
    try {
      kept.set(new Kept(store.last()));
    } catch (DataAccessException away) {
      LOG.warn("Whether the city is in a crisis can't be read: {}", away.getMessage());
    }
  }
}
