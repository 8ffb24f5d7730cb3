package org.foyal.things.alerts;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.things.editing.Watched;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the rules that the staff keeps, and of maintenance.
@Service
public class AlertRules implements Watched {
  private final RuleStore store;
  private final RuleWatchStore watches;
  private final PauseStore pauses;
  private final Watcher watcher;
  private final Means means;

  AlertRules(
      RuleStore store, RuleWatchStore watches, PauseStore pauses, Watcher watcher, Means means) {
    this.store = store;
    this.watches = watches;
    this.pauses = pauses;
    this.watcher = watcher;
    this.means = means;
  }

  /// What else it needs of the house.
  @org.springframework.stereotype.Component
  record Means(Accounts accounts, ObjectProvider<CaseDesks> desks, Trail trail, Clock clock) {}

  /// What can come of writing a rule.
  public enum Writing {
    /// It stands.
    DONE,
    /// There is no such datastream.
    NO_DATASTREAM,
    /// There is no such rule or thing.
    GONE,
    /// Somebody else wrote first.
    OVERTAKEN
  }

  @Transactional(readOnly = true)
  List<RuleStore.Kept> list() {
    return store.list();
  }

  @Transactional(readOnly = true)
  Optional<RuleStore.Kept> find(UUID id) {
    return store.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> listWatching(Collection<Long> datastreams) {
    return store.listNames(datastreams);
  }

  /// Who can be told: whoever can sign in, by name.
  List<Account> listAccounts() {
    return means.accounts().list().stream()
        .filter(one -> one.status() == Account.Status.ACTIVE)
        .sorted(Comparator.comparing(Account::name).thenComparing(Account::id))
        .toList();
  }

  /// Who can answer a case: names by code; none where alerts become no cases.
  Map<String, String> departments() {
    return means.desks().stream()
        .map(desks -> desks.departments().get())
        .findFirst()
        .orElseGet(TreeMap::new);
  }

  /// Writes a new rule; the same form twice writes one. It sees what comes in from now on.
  @Transactional
  public Writing add(Actor by, Rule made) {
    if (store.findSource(made.datastream()).isEmpty()) {
      return Writing.NO_DATASTREAM;
    }
    var now = means.clock().instant();
    if (store.add(made, now)) {
      watches.begin(made, now);
      means.trail().append(by.did("things.alerts.act.rule", made.name()));
    }
    return Writing.DONE;
  }

  /// Changes a rule, but not what it watches.
  @Transactional
  Writing update(Actor by, Rule changed) {
    if (store.find(changed.id()).isEmpty()) {
      return Writing.GONE;
    }
    if (!store.update(changed)) {
      return Writing.OVERTAKEN;
    }
    watches.countAnew(changed.id());
    means.trail().append(by.did("things.alerts.act.rule", changed.name()));
    return Writing.DONE;
  }

  /// Takes a rule away; an alert that it has open is closed, and whoever was told of it is told.
  @Transactional
  public Writing remove(Actor by, UUID id) {
    var found = store.find(id);
    if (found.isEmpty()) {
      return Writing.GONE;
    }
    watcher.dismiss(id, by.id());
    store.remove(id, means.clock().instant());
    means.trail().append(by.did("things.alerts.act.removed", found.get().rule().name()));
    return Writing.DONE;
  }

  @Transactional(readOnly = true)
  List<Pause> listPauses() {
    return pauses.list(means.clock().instant());
  }

  /// Begins maintenance; the same form twice makes one.
  @Transactional
  Writing pause(Actor by, Pause made) {
    if (pauses.add(made, by.id())) {
      means.trail().append(by.did("things.alerts.act.pause", made.name()));
    }
    return Writing.DONE;
  }

  /// Ends maintenance, or calls it off.
  @Transactional
  Writing endPause(Actor by, UUID id) {
    if (!pauses.remove(id)) {
      return Writing.GONE;
    }
    means.trail().append(by.did("things.alerts.act.pause-ended", id.toString()));
    return Writing.DONE;
  }
}
