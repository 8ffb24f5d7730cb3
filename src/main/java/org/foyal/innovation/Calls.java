package org.foyal.innovation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of calls for projects: what is called for, by which criteria, until when.
///
/// What was published is a promise to whoever is writing: its criteria and terms stand once
/// somebody has begun, its deadline moves only later, and never once it has passed.
@Service
public class Calls {
  private final ProjectCallStore store;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Calls(ProjectCallStore store, Trail trail, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /// The moment, as the room's clock has it.
  public Instant now() {
    return clock.instant();
  }

  /// All calls, those that close last first.
  @Transactional(readOnly = true)
  public List<Call> list() {
    return store.list();
  }

  /// The calls that everybody sees.
  @Transactional(readOnly = true)
  public List<Call> listPublished() {
    return store.list().stream().filter(one -> one.publishedAt().isPresent()).toList();
  }

  /// A call, also one that is being prepared.
  @Transactional(readOnly = true)
  public Optional<Call> find(String code) {
    return store.find(code);
  }

  /// A call that everybody sees.
  @Transactional(readOnly = true)
  public Optional<Call> findPublished(String code) {
    return store.find(code).filter(one -> one.publishedAt().isPresent());
  }

  /// Writes a call, a new one or one as it was read.
  @Transactional
  public Keeping keep(Actor by, CallDraft draft) {
    if (draft.plan().criteria().isEmpty()) {
      return refused("criteria", "innovation.problem.criteria");
    }
    if (draft.version() == 0) {
      if (!store.add(draft)) {
        return refused("code", "innovation.problem.code-taken");
      }
      trail.append(by.did("innovation.act.added", draft.code()));
      return new Keeping.Kept();
    }
    var before = store.lock(draft.code());
    if (before.isEmpty()) {
      return new Keeping.NotThere();
    }
    return before.get().version() == draft.version()
        ? update(by, before.get(), draft)
        : new Keeping.Overtaken();
  }

  private Keeping update(Actor by, Call before, CallDraft draft) {
    var problems = promised(before, draft);
    if (!problems.isEmpty()) {
      return new Keeping.Refused(problems);
    }
    boolean begun = store.applications(before.code()) > 0;
    store.update(draft, !begun);
    boolean moved = !before.span().closesAt().equals(draft.plan().span().closesAt());
    if (moved && before.publishedAt().isPresent()) {
      trail.append(by.did("innovation.act.moved", draft.code()));
      events.publishEvent(new CallMoved(draft.code(), draft.version() + 1));
    } else {
      trail.append(by.did("innovation.act.changed", draft.code()));
    }
    return new Keeping.Kept();
  }

  /// What a published call may not take back.
  private Map<String, String> promised(Call before, CallDraft draft) {
    var problems = new LinkedHashMap<String, String>();
    if (before.publishedAt().isEmpty()) {
      return problems;
    }
    var closed = before.span().closesAt();
    var wanted = draft.plan().span().closesAt();
    if (wanted.isBefore(closed)) {
      problems.put("closes", "innovation.problem.earlier");
    } else if (!wanted.equals(closed) && !store.now().isBefore(closed)) {
      problems.put("closes", "innovation.problem.passed");
    }
    if (store.applications(before.code()) > 0) {
      if (!before.criteria().equals(draft.plan().criteria())) {
        problems.put("criteria", "innovation.problem.begun");
      }
      if (!before.terms().equals(draft.terms())) {
        problems.put("terms", "innovation.problem.begun");
      }
    }
    return problems;
  }

  /// Shows a call to everybody. It stays public.
  @Transactional
  public Keeping publish(Actor by, String code) {
    var found = store.lock(code);
    if (found.isEmpty()) {
      return new Keeping.NotThere();
    }
    if (!store.now().isBefore(found.get().span().closesAt())) {
      return refused("closes", "innovation.problem.over");
    }
    store.publish(code, now());
    trail.append(by.did("innovation.act.published", code));
    return new Keeping.Kept();
  }

  private static Keeping refused(String field, String words) {
    return new Keeping.Refused(Map.of(field, words));
  }
}
