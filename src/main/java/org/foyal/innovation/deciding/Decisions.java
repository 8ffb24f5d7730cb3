package org.foyal.innovation.deciding;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.innovation.Calls;
import org.foyal.innovation.RoomLetters;
import org.foyal.innovation.applying.Application;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.reviewing.Review;
import org.foyal.innovation.reviewing.Reviews;
import org.foyal.innovation.voice.Said;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.post.Letter;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of decisions: after the deadline, once somebody has looked, by somebody without a
/// stake, with reasons that whoever applied is told. What is decided stands.
@Service
public class Decisions {
  private static final Pattern LINK =
      Pattern.compile("/(workshops|places|fablab|agreements|things|calls|directory)(/[a-z0-9-]+)*");

  private static final int MOST_milestones = 30;

  private final DecisionStore store;
  private final Calls calls;
  private final Applications applications;
  private final Reviews reviews;
  private final RoomLetters letters;
  private final Frame frame;

  Decisions(
      DecisionStore store,
      Calls calls,
      Applications applications,
      Reviews reviews,
      RoomLetters letters,
      Frame frame) {
    this.store = store;
    this.calls = calls;
    this.applications = applications;
    this.reviews = reviews;
    this.letters = letters;
    this.frame = frame;
  }

  /// What decisions are written with: the audit trail and the city's time zone.
  @org.springframework.stereotype.Component("decisionFrame")
  record Frame(Trail trail, ShellSettings city) {}

  /// What is wanted.
  ///
  /// @param euros what is granted; 0 where it is not funded
  public record Wish(boolean funded, int euros, Said reasons) {}

  /// An application with what reviewers said and what becomes of it.
  ///
  /// @param stake whether whoever looks at it declared a stake: then there is only its name
  public record Seen(
      Applications.Opened opened,
      List<Review> reviews,
      List<Milestone> milestones,
      boolean stake) {}

  /// Today, in the city.
  public LocalDate today() {
    return LocalDate.ofInstant(calls.now(), frame.city().timeZone());
  }

  /// An application as whoever decides sees it.
  @Transactional(readOnly = true)
  public Optional<Seen> find(Reference reference, UUID account) {
    return applications
        .findSent(reference)
        .map(opened -> {
          var id = opened.application().id();
          return new Seen(
              opened, reviews.listOf(id), store.milestones(id), reviews.hasStake(account, id));
        });
  }

  /// Decides, once.
  @Transactional
  public Deciding decide(Actor by, Reference reference, Wish wish) {
    var found = applications.findSent(reference);
    if (found.isEmpty()) {
      return new Deciding.NotThere();
    }
    var application = found.get().application();
    if (application.state() != State.SUBMITTED) {
      return new Deciding.DecidedBefore();
    }
    var problems = problems(by, found.get(), wish);
    if (!problems.isEmpty()) {
      return new Deciding.Refused(problems);
    }
    var decree =
        new DecisionStore.Decree(
            application.id(),
            wish.reasons(),
            wish.funded() ? wish.euros() : 0,
            by.name(),
            calls.now());
    if (!store.decide(decree)) {
      return new Deciding.DecidedBefore();
    }
    frame
        .trail()
        .append(
            by.did(
                wish.funded() ? "innovation.act.funded" : "innovation.act.declined",
                reference.toString()));
    return new Deciding.Decided(tell(found.get(), wish));
  }

  private Map<String, String> problems(Actor by, Applications.Opened opened, Wish wish) {
    var problems = new LinkedHashMap<String, String>();
    var application = opened.application();
    if (!store.isClosed(application.call())) {
      problems.put("act", "innovation.problem.still-open");
    } else if (by.id() != null && reviews.hasStake(by.id(), application.id())) {
      problems.put("act", "innovation.problem.in-conflict");
    } else if (reviews.listOf(application.id()).stream().noneMatch(Review::handedIn)) {
      problems.put("act", "innovation.problem.no-review");
    }
    var most = opened.call().terms().most_euros();
    if (wish.funded() && (wish.euros() < 1 || (most != null && wish.euros() > most))) {
      problems.put("euros", "innovation.problem.granted");
    }
    return problems;
  }

  private boolean tell(Applications.Opened opened, Wish wish) {
    var application = opened.application();
    var tongue = application.tongue();
    var act = wish.funded() ? "funded" : "declined";
    return letters.queue(
        new RoomLetters.Note(
            "innovation.decided." + application.id(),
            application.applicant().email(),
            tongue,
            Letter.Kind.ANSWER,
            "innovation.letter." + act),
        opened.call().title().in(tongue),
        application.reference().toString(),
        wish.reasons().in(tongue),
        letters.address(tongue, "/applications/" + application.reference() + "/" + opened.code()),
        opened.call().contact(),
        wish.euros());
  }

  /// Says what a funded project is to reach.
  ///
  /// @param link a page of the house below the language, or nothing
  @Transactional
  public Deciding addMilestone(
      Actor by, Reference reference, String words, Optional<LocalDate> dueOn, String link) {
    var found = funded(reference);
    if (found.isEmpty()) {
      return new Deciding.NotThere();
    }
    var problems = new LinkedHashMap<String, String>();
    if (words.isEmpty() || words.length() > 300) {
      problems.put("words", "innovation.problem.milestone");
    }
    if (dueOn.isEmpty()) {
      problems.put("due", "innovation.problem.day");
    }
    if (!link.isEmpty() && (link.length() > 150 || !LINK.matcher(link).matches())) {
      problems.put("link", "innovation.problem.link");
    }
    var id = found.get().id();
    if (store.milestones(id).size() >= MOST_milestones) {
      problems.put("words", "innovation.problem.milestones");
    }
    if (!problems.isEmpty()) {
      return new Deciding.Refused(problems);
    }
    store.addMilestone(id, words, dueOn.orElseThrow(), link);
    frame.trail().append(by.did("innovation.act.milestone", reference.toString()));
    return new Deciding.Decided(false);
  }

  /// Says that a milestone was reached, today.
  @Transactional
  public Deciding reach(Actor by, Reference reference, int number) {
    var found = funded(reference);
    if (found.isEmpty() || !store.reach(found.get().id(), number, today())) {
      return new Deciding.NotThere();
    }
    frame.trail().append(by.did("innovation.act.reached", reference + " " + number));
    return new Deciding.Decided(false);
  }

  private Optional<Application> funded(Reference reference) {
    return applications
        .findSent(reference)
        .map(Applications.Opened::application)
        .filter(one -> one.state() == State.FUNDED);
  }

  /// What was funded, as everybody sees it, the latest first.
  @Transactional(readOnly = true)
  public List<Funded> listFunded() {
    return store.funded(frame.city().timeZone());
  }
}
