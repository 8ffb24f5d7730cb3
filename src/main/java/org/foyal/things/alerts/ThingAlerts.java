package org.foyal.things.alerts;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is open, and of what becomes of it.
@Service
public class ThingAlerts {
  private static final Logger LOG = LoggerFactory.getLogger(ThingAlerts.class);
  private static final int CLOSED_SHOWN = 30;
  private static final int AT_ONCE = 500;

  /// A break in listening that is no longer counts as none.
  private static final Duration LONGEST_BREAK = Duration.ofMinutes(1);

  private final OpenAlertStore store;
  private final RuleWatchStore watches;
  private final Watcher watcher;
  private final PauseStore pauses;
  private final Trail trail;
  private final Clock clock;

  ThingAlerts(
      OpenAlertStore store,
      RuleWatchStore watches,
      Watcher watcher,
      PauseStore pauses,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.watches = watches;
    this.watcher = watcher;
    this.pauses = pauses;
    this.trail = trail;
    this.clock = clock;
  }

  /// What can come of an act on an alert.
  enum Handling {
    /// It is done.
    DONE,
    /// It is closed, or somebody was first.
    OVERTAKEN
  }

  /// Lets the rules of some datastreams see what was stored for these.
  public void heard(Collection<Long> datastreams) {
    watches.rulesOf(datastreams).forEach(this::look);
  }

  /// Notes that somebody listens to objects.
  public void listen() {
    try {
      watches.listen(clock.instant(), LONGEST_BREAK);
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("Alerts: nobody can note that objects are heard: {}", away.getMessage());
    }
  }

  /// Lets rules see what time brings: silence, the end of a pause, what nobody told them of.
  public void pass() {
    listen();
    watches.rulesToLookAt(clock.instant(), AT_ONCE).forEach(this::look);
  }

  /// One that fails holds up none of the others; the next minute tries it again.
  private void look(java.util.UUID rule) {
    try {
      boolean more = true;
      while (more) {
        more = watcher.look(rule);
      }
    } catch (DataAccessException | TransactionException failed) {
      LOG.warn("Alerts: this rule waits for the next minute: {}", rule, failed);
    }
  }

  /// What is open, the latest first.
  @Transactional(readOnly = true)
  public List<Alert> listOpen() {
    return store.listOpen();
  }

  /// What was closed last.
  @Transactional(readOnly = true)
  public List<Alert> listClosed() {
    return store.listClosed(CLOSED_SHOWN);
  }

  /// One of them.
  @Transactional(readOnly = true)
  public Optional<Alert> find(long id) {
    return store.find(id);
  }

  /// Notes that somebody knows of it.
  @Transactional
  Handling acknowledge(Actor by, long id, String note) {
    if (by.id() == null || !store.acknowledge(id, by.id(), note, clock.instant())) {
      return Handling.OVERTAKEN;
    }
    trail.append(by.did("things.alerts.act.acknowledged", about(id)));
    return Handling.DONE;
  }

  /// Closes it by hand.
  @Transactional
  Handling close(Actor by, long id) {
    var found = store.find(id).filter(Alert::open);
    if (found.isEmpty() || !watcher.dismiss(found.get().ruleId(), by.id())) {
      return Handling.OVERTAKEN;
    }
    trail.append(by.did("things.alerts.act.closed", about(id)));
    return Handling.DONE;
  }

  private String about(long id) {
    return store.find(id).map(alert -> alert.rule() + " (" + id + ")").orElse("" + id);
  }

  /// Open ones that shall be a case and are none yet.
  @Transactional(readOnly = true)
  public List<Alert> listWithoutCase() {
    return store.listWithoutCase(AT_ONCE);
  }

  /// Closed ones whose case has not been told.
  @Transactional(readOnly = true)
  public List<Alert> listToNote() {
    return store.listToNote(AT_ONCE);
  }

  /// Notes which case an alert became.
  @Transactional
  public void tie(Alert alert, Reference reference) {
    store.tie(alert.id(), reference);
  }

  /// Notes that the case of an alert says that it is closed.
  @Transactional
  public void noted(Alert alert) {
    store.noted(alert.id());
  }

  /// Deletes what docs/privacy.md says is no longer kept.
  @Transactional
  public void forget(Duration kept) {
    var before = clock.instant().minus(kept);
    store.forget(before);
    pauses.forget(before);
  }
}
