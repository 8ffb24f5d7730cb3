package org.foyal.participation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of who was elected to what: bodies, themes and mandates. Administrators enter them;
/// no name comes with the program.
@Service
public class Council {
  private final CouncilStore store;
  private final Trail trail;

  Council(CouncilStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// All bodies, in their order.
  @Transactional(readOnly = true)
  public List<Body> bodies() {
    return store.bodies();
  }

  /// The body of a code.
  @Transactional(readOnly = true)
  public Optional<Body> findBody(String code) {
    return store.bodies().stream().filter(body -> body.code().equals(code)).findFirst();
  }

  /// Enters a body. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Body made) {
    return noted(store.add(made), by, "participation.act.body", made.code());
  }

  /// Changes a body. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Body made) {
    return noted(store.update(made), by, "participation.act.body", made.code());
  }

  /// All themes, in their order.
  @Transactional(readOnly = true)
  public List<Theme> themes() {
    return store.themes();
  }

  /// The theme of a code.
  @Transactional(readOnly = true)
  public Optional<Theme> findTheme(String code) {
    return store.themes().stream().filter(theme -> theme.code().equals(code)).findFirst();
  }

  /// Enters a theme. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Theme made) {
    return noted(store.add(made), by, "participation.act.theme", made.code());
  }

  /// Changes a theme. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Theme made) {
    return noted(store.update(made), by, "participation.act.theme", made.code());
  }

  /// All mandates, body by body, in their order.
  @Transactional(readOnly = true)
  public List<Mandate> mandates() {
    return store.mandates();
  }

  /// Those that run on a day.
  @Transactional(readOnly = true)
  public List<Mandate> running(LocalDate day) {
    return store.mandates().stream().filter(mandate -> mandate.runs(day)).toList();
  }

  /// The mandate of a code.
  @Transactional(readOnly = true)
  public Optional<Mandate> findMandate(String code) {
    return Plain.isCode(code) ? store.findMandate(code) : Optional.empty();
  }

  /// Those for which an account answers.
  @Transactional(readOnly = true)
  public List<Mandate> mandatesOf(UUID account) {
    return store.mandates().stream()
        .filter(mandate -> mandate.accounts().contains(account))
        .toList();
  }

  /// Enters a mandate. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Mandate made) {
    return noted(store.add(made), by, "participation.act.mandate", made.code());
  }

  /// Changes a mandate. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Mandate made) {
    return noted(store.update(made), by, "participation.act.mandate", made.code());
  }

  private boolean noted(boolean written, Actor by, String what, String about) {
    if (written) {
      trail.append(by.did(what, about));
    }
    return written;
  }
}
