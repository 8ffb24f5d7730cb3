package org.foyal.requests.open311;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the programs that may file reports, and of their keys.
///
/// A key is drawn by lot with 256 bits, shown once, and kept as its SHA-256: who reads the database
/// can file nothing with what is there.
@Service
public class Clients {
  private static final int KEY_bytes = 32;

  private final ClientStore store;
  private final Trail trail;
  private final ShellSettings shell;
  private final Clock clock;

  Clients(ClientStore store, Trail trail, ShellSettings shell, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.shell = shell;
    this.clock = clock;
  }

  /// Enters a program, once a name; nothing when it is there.
  ///
  /// @param id names it: the form that enters it, which may be sent twice
  /// @param contact the e-mail address of whoever looks after it
  /// @param example whether it belongs to a demonstration
  /// @return its key, which nobody can see again
  @Transactional
  public Optional<String> add(Actor by, UUID id, String name, String contact, boolean example) {
    var key = Secret.next(KEY_bytes);
    var made =
        new Client(id, name, contact, clock.instant(), Optional.empty(), Optional.empty(), example);
    if (!store.add(made, Secret.hash(key))) {
      return Optional.empty();
    }
    trail.append(by.did("requests.act.client", name));
    return Optional.of(key);
  }

  /// All of them, those that may still file first.
  @Transactional(readOnly = true)
  List<Client> list() {
    return store.list();
  }

  /// Makes a key open nothing any more.
  ///
  /// @return whether it did until now
  @Transactional
  boolean revoke(Actor by, UUID id) {
    boolean revoked = store.revoke(id, clock.instant());
    if (revoked) {
      trail.append(by.did("requests.act.client-revoked", store.find(id).orElseThrow().name()));
    }
    return revoked;
  }

  /// Whose key this is.
  @Transactional
  Optional<Client> admit(String key) {
    var client = store.find(Secret.hash(key));
    client.ifPresent(
        one -> store.used(one, LocalDate.ofInstant(clock.instant(), shell.timeZone())));
    return client;
  }

  /// Notes which program filed a report.
  @Transactional
  void filed(long caseId, Client by) {
    store.filed(caseId, by);
  }

  /// Those of some reports that a program filed.
  @Transactional(readOnly = true)
  Set<Reference> filedBy(Client client, Collection<Reference> references) {
    return store.filedBy(client, references);
  }
}
