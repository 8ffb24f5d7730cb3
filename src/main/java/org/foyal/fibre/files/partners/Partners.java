package org.foyal.fibre.files.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.secrets.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of operators: who they are, whose programs may deliver, who of the staff speaks for
/// which.
///
/// A key is drawn by lot with 256 bits, shown once, and kept as its SHA-256: who reads the database
/// can deliver nothing with what is there.
@Service
public class Partners {
  private static final int KEY_bytes = 32;

  private final PartnerStore store;
  private final Trail trail;
  private final ShellSettings shell;
  private final Clock clock;

  Partners(PartnerStore store, Trail trail, ShellSettings shell, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.shell = shell;
    this.clock = clock;
  }

  /// For whom somebody may deliver and answer.
  public sealed interface Voice {
    /// For the city: whatever comes.
    record City() implements Voice {}

    /// For one operator.
    ///
    /// @param example whether a demonstration invented it: what it delivers is invented too
    record Of(String operator, boolean example) implements Voice {}

    /// For none, until an administrator says for whom.
    record Nobody() implements Voice {}

    /// The operator that whoever has this voice is held to; empty: none. Who speaks for nobody is
    /// held to an operator that does not exist.
    default Optional<String> restrictedTo() {
      return switch (this) {
        case City() -> Optional.empty();
        case Of(String operator, boolean _) -> Optional.of(operator);
        case Nobody() -> Optional.of("");
      };
    }
  }

  /// For whom somebody of the staff may speak.
  @Transactional(readOnly = true)
  public Voice voiceOf(SignedIn who) {
    if (who.roles().contains(Role.ADMIN)) {
      return new Voice.City();
    }
    return store
        .operatorOf(who.id())
        .<Voice>map(operator -> new Voice.Of(operator.code(), operator.example()))
        .orElseGet(Voice.Nobody::new);
  }

  /// Enters an operator, once a code.
  @Transactional
  public boolean add(Actor by, Operator operator) {
    boolean added = store.add(operator);
    if (added) {
      trail.append(by.did("fibre.partners.act.operator", operator.code() + " " + operator.name()));
    }
    return added;
  }

  /// All operators, by name.
  @Transactional(readOnly = true)
  public List<Operator> listOperators() {
    return store.operators();
  }

  /// What operators are called, by their code.
  @Transactional(readOnly = true)
  public Map<String, String> names() {
    return listOperators().stream().collect(Collectors.toMap(Operator::code, Operator::name));
  }

  /// A program as it is entered.
  ///
  /// @param id names it: the form that enters it, which may be sent twice
  /// @param contact the e-mail address of whoever looks after it
  /// @param example whether it belongs to a demonstration
  public record Program(UUID id, String name, String contact, String operator, boolean example) {}

  /// Enters a program, once a name; nothing when it is there, or its operator is not.
  ///
  /// @return its key, which nobody can see again
  @Transactional
  public Optional<String> add(Actor by, Program program) {
    var key = Secret.next(KEY_bytes);
    var made =
        new Partner(
            program.id(),
            program.name(),
            program.contact(),
            program.operator(),
            clock.instant(),
            Optional.empty(),
            Optional.empty(),
            program.example());
    if (!store.add(made, Secret.hash(key))) {
      return Optional.empty();
    }
    trail.append(by.did("fibre.partners.act.partner", program.name()));
    return Optional.of(key);
  }

  /// All programs, those that may still deliver first.
  @Transactional(readOnly = true)
  List<Partner> list() {
    return store.list();
  }

  /// Makes a key open nothing any more.
  @Transactional
  boolean revoke(Actor by, UUID id) {
    boolean revoked = store.revoke(id, clock.instant());
    if (revoked) {
      trail.append(by.did("fibre.partners.act.revoked", store.find(id).orElseThrow().name()));
    }
    return revoked;
  }

  /// Whose key this is.
  @Transactional
  Optional<Partner> admit(String key) {
    var partner = store.find(Secret.hash(key));
    partner.ifPresent(
        one -> store.used(one, LocalDate.ofInstant(clock.instant(), shell.timeZone())));
    return partner;
  }

  /// Which accounts speak for which operator.
  @Transactional(readOnly = true)
  public Map<UUID, String> listSpokespersons() {
    return store.spokespersons();
  }

  /// Says for which operator an account speaks; none: for none.
  @Transactional
  public boolean letSpeak(Actor by, UUID account, Optional<String> operator) {
    boolean changed =
        operator
            .map(code -> store.speaksFor(account, code))
            .orElseGet(() -> store.speaksForNobody(account));
    if (changed) {
      trail.append(by.did("fibre.partners.act.spokesperson", account + " " + operator.orElse("–")));
    }
    return changed;
  }
}
