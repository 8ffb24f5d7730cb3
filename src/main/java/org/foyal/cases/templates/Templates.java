package org.foyal.cases.templates;

import java.util.List;
import java.util.Optional;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the texts that agents answer with; administrators write them.
@Service
public class Templates {
  private final TemplateStore store;
  private final Trail trail;

  Templates(TemplateStore store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  /// All of them, the active ones first, by their French titles.
  @Transactional(readOnly = true)
  public List<Template> list() {
    return store.list();
  }

  /// The template of a code.
  @Transactional(readOnly = true)
  public Optional<Template> find(String code) {
    return Plain.isCode(code) ? store.find(code) : Optional.empty();
  }

  /// Enters one. False: its code is taken.
  @Transactional
  public boolean add(Actor by, Template made) {
    return told(by, made, store.add(made));
  }

  /// Changes one. False: somebody else did first.
  @Transactional
  public boolean update(Actor by, Template made) {
    return told(by, made, store.update(made));
  }

  private boolean told(Actor by, Template made, boolean done) {
    if (done) {
      trail.append(by.did("cases.act.template", made.title().french()));
    }
    return done;
  }
}
