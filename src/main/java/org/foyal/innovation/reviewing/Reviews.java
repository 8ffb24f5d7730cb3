package org.foyal.innovation.reviewing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.Call;
import org.foyal.innovation.Calls;
import org.foyal.innovation.Criterion;
import org.foyal.innovation.applying.Application;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.reviewing.Review.Points;
import org.foyal.kernel.Reference;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of reviewers: each first says whether they have a stake in an application, and until
/// then sees only who holds it and what it is called. Nobody sees the points of others before their
/// own are in.
@Service
public class Reviews {
  private static final int LONGEST = 1000;

  private final ReviewStore store;
  private final Calls calls;
  private final Applications applications;
  private final Accounts accounts;
  private final Trail trail;

  Reviews(
      ReviewStore store, Calls calls, Applications applications, Accounts accounts, Trail trail) {
    this.store = store;
    this.calls = calls;
    this.applications = applications;
    this.accounts = accounts;
    this.trail = trail;
  }

  /// An application as a reviewer may see it.
  ///
  /// @param own what they said themselves so far
  /// @param others the others' points; empty until their own are in
  public record Seen(
      Applications.Opened opened, Optional<Review> own, List<Review> others, int reviewers) {
    /// Whether they may read it: they said that they have no stake.
    public boolean readable() {
      return own.filter(one -> !one.conflict()).isPresent();
    }
  }

  /// Who reviews a call, by account.
  @Transactional(readOnly = true)
  public Map<UUID, String> reviewers(String call) {
    return store.reviewers(call);
  }

  /// Asks somebody of the staff to review a call. False: there is no such account or call.
  @Transactional
  public boolean ask(Actor by, String call, UUID account) {
    var person = accounts.find(account);
    if (person.isEmpty() || calls.find(call).isEmpty()) {
      return false;
    }
    store.addReviewer(call, account, person.get().name());
    trail.append(by.did("innovation.act.reviewer", call + " " + account));
    return true;
  }

  /// Asks them no longer; what they said stays.
  @Transactional
  public void release(Actor by, String call, UUID account) {
    store.removeReviewer(call, account);
    trail.append(by.did("innovation.act.no-reviewer", call + " " + account));
  }

  /// The calls that somebody reviews.
  @Transactional(readOnly = true)
  public List<Call> callsOf(UUID account) {
    return store.callsOf(account).stream().flatMap(code -> calls.find(code).stream()).toList();
  }

  /// The applications of a call that are to be looked at, with what one said so far.
  @Transactional(readOnly = true)
  public Map<Application, Optional<Review>> listFor(UUID account, String call) {
    var found = new LinkedHashMap<Application, Optional<Review>>();
    if (store.reviewers(call).containsKey(account)) {
      applications.listSent(call).stream()
          .filter(one -> one.state() != State.WITHDRAWN)
          .forEach(one -> found.put(one, store.find(one.id(), account)));
    }
    return found;
  }

  /// An application as a reviewer may see it; nothing for whoever does not review its call.
  @Transactional(readOnly = true)
  public Optional<Seen> find(UUID account, Reference reference) {
    return applications
        .findSent(reference)
        .filter(one -> one.application().state() != State.WITHDRAWN)
        .filter(one -> store.reviewers(one.call().code()).containsKey(account))
        .map(one -> seen(one, account));
  }

  private Seen seen(Applications.Opened opened, UUID account) {
    var id = opened.application().id();
    var own = store.find(id, account);
    boolean in = own.filter(Review::handedIn).isPresent();
    var others =
        in
            ? handedIn(id).stream().filter(one -> !one.reviewer().equals(account)).toList()
            : List.<Review>of();
    return new Seen(opened, own, others, store.reviewers(opened.call().code()).size());
  }

  private List<Review> handedIn(UUID application) {
    return store.list(application).stream().filter(Review::handedIn).toList();
  }

  /// What whoever decides sees: all that is handed in, and who declared a stake.
  @Transactional(readOnly = true)
  public List<Review> listOf(UUID application) {
    return store.list(application).stream()
        .filter(one -> one.handedIn() || one.conflict())
        .toList();
  }

  /// Says whether one has a stake in an application, once.
  ///
  /// @param stake what it is; empty for none
  @Transactional
  public Reviewing declare(SignedIn who, Reference reference, String stake) {
    var seen = find(who.id(), reference);
    if (seen.isEmpty()) {
      return new Reviewing.NotThere();
    }
    if (stake.length() > LONGEST) {
      return refused("stake", "innovation.problem.long");
    }
    var application = seen.get().opened().application();
    if (store.declare(application.id(), who.id(), who.displayName(), stake, calls.now())) {
      var act = stake.isEmpty() ? "innovation.act.no-stake" : "innovation.act.stake";
      trail.append(Actor.of(who).did(act, application.reference().toString()));
    }
    return new Reviewing.Noted();
  }

  /// Writes points and their reasons; a reason without points, or points without one, is told.
  ///
  /// @param handIn whether they are final
  @Transactional
  public Reviewing score(SignedIn who, Reference reference, List<Points> points, boolean handIn) {
    var seen = find(who.id(), reference);
    if (seen.isEmpty()) {
      return new Reviewing.NotThere();
    }
    var own = seen.get().own();
    var id = seen.get().opened().application().id();
    if (own.isEmpty()) {
      return new Reviewing.NotDeclared();
    }
    if (own.get().conflict()) {
      return new Reviewing.InConflict();
    }
    if (!store.lock(id, who.id())) {
      return new Reviewing.HandedIn();
    }
    var problems = problems(seen.get().opened().call(), points, handIn);
    if (!problems.isEmpty()) {
      return new Reviewing.Refused(problems);
    }
    store.score(id, who.id(), points);
    if (handIn) {
      store.handIn(id, who.id(), calls.now());
      trail.append(Actor.of(who).did("innovation.act.handed-in", reference.toString()));
    }
    return new Reviewing.Noted();
  }

  private static Map<String, String> problems(Call call, List<Points> points, boolean handIn) {
    var problems = new LinkedHashMap<String, String>();
    for (var one : points) {
      boolean known = call.criteria().stream().anyMatch(each -> each.number() == one.criterion());
      if (!known || one.points() < 0 || one.points() > Criterion.MOST_points) {
        problems.put("points" + one.criterion(), "innovation.problem.points");
      }
      if (one.reason().isEmpty() || one.reason().length() > 2 * LONGEST) {
        problems.put("reason" + one.criterion(), "innovation.problem.reason");
      }
    }
    if (handIn) {
      call.criteria().stream()
          .filter(each -> points.stream().noneMatch(one -> one.criterion() == each.number()))
          .forEach(each -> problems.put("points" + each.number(), "innovation.problem.points"));
    }
    return problems;
  }

  private static Reviewing refused(String field, String words) {
    return new Reviewing.Refused(Map.of(field, words));
  }

  /// Whether somebody declared a stake in an application.
  @Transactional(readOnly = true)
  public boolean hasStake(UUID account, UUID application) {
    return store.find(application, account).filter(Review::conflict).isPresent();
  }
}
