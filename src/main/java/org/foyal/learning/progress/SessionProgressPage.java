package org.foyal.learning.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.progress.CanDo.Moment;
import org.foyal.learning.progress.Progress.Person;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The mediators' web door to what people at a session say of one sentence, written down for those
/// who answer on paper or aloud: one tap a line, then the next sentence.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/sessions/{session:[0-9a-f-]{36}}/progress")
class SessionProgressPage {
  private static final Duration SOON = Duration.ofMinutes(30);

  private final Progress progress;
  private final Courses courses;
  private final Pages pages;
  private final Clock clock;

  SessionProgressPage(Progress progress, Courses courses, Pages pages, Clock clock) {
    this.progress = progress;
    this.courses = courses;
    this.pages = pages;
    this.clock = clock;
  }

  /// What the page shows.
  ///
  /// @param asked the sentences of the course, by the numbers of their competences
  /// @param chosen the one that is written down; nothing where the course asks about none
  /// @param told what was done or stands in the way
  record View(
      Session session,
      Told title,
      Map<String, CanDo> asked,
      Optional<CanDo> chosen,
      Moment moment,
      List<Person> people,
      Said told) {
    Map<String, String> sentences(Page page) {
      var found = new LinkedHashMap<String, String>();
      asked.forEach((code, one) -> found.put(code, one.sentence().in(page.language())));
      return found;
    }

    Map<String, String> moments(Page page) {
      var found = new LinkedHashMap<String, String>();
      for (var one : Moment.values()) {
        found.put(one.name(), page.say("learning.progress.moment." + one));
      }
      return found;
    }

    long answered() {
      return people.stream().filter(one -> one.step().isPresent()).count();
    }

    boolean open() {
      return people.stream().anyMatch(one -> one.closed().isEmpty());
    }
  }

  /// What was done or stands in the way.
  ///
  /// @param words in the reader's language, or nothing
  record Said(String words, HttpStatus status) {
    static final Said NOTHING = new Said("", HttpStatus.OK);

    boolean good() {
      return status == HttpStatus.OK;
    }
  }

  /// What is asked for.
  private record Wanted(Session session, Moment moment, String competence) {}

  @GetMapping
  ModelAndView show(
      @PathVariable UUID session,
      @RequestParam(defaultValue = "") String moment,
      @RequestParam(defaultValue = "") String competence,
      HttpServletResponse response) {
    var found = find(session);
    return show(new Wanted(found, moment(moment, found), competence), Said.NOTHING, response);
  }

  @PostMapping
  ModelAndView note(
      @PathVariable UUID session,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = find(session);
    var moment = moment(fields.getOrDefault("moment", ""), found);
    var code = fields.getOrDefault("competence", "");
    var asked = asked(found);
    var page = pages.of(request);
    var one = asked.get(code);
    if (one == null) {
      return show(
          new Wanted(found, moment, ""),
          new Said(
              page.say("learning.progress.problem.sentence"), HttpStatus.UNPROCESSABLE_CONTENT),
          response);
    }
    var read = progress.worded(found.course(), one, MyProgressPage.revision(fields.get("wording")));
    var noted = progress.note(Actor.of(who), session, moment, read, steps(fields));
    var words =
        noted.not().isEmpty()
            ? new Said(page.say("learning.progress.done.noted", noted.changed()), HttpStatus.OK)
            : new Said(
                page.say("learning.progress.problem.not-noted", String.join(", ", noted.not())),
                HttpStatus.CONFLICT);
    boolean on = words.good() && "next".equals(fields.get("act"));
    var next = on ? after(asked, code) : code;
    return show(new Wanted(found, moment, next), words, response);
  }

  private static Map<Long, Step> steps(Map<String, String> fields) {
    var steps = new HashMap<Long, Step>();
    fields.forEach((name, value) -> {
      if (name.matches("place-[0-9]{1,18}")) {
        Step.find(value).ifPresent(step -> steps.put(Long.valueOf(name.substring(6)), step));
      }
    });
    return steps;
  }

  /// The one after a sentence; after the last, the last.
  private static String after(Map<String, CanDo> asked, String code) {
    var codes = List.copyOf(asked.keySet());
    return codes.get(Math.min(codes.indexOf(code) + 1, codes.size() - 1));
  }

  /// Which moment is meant: the one that is asked for, else the one that it is.
  private Moment moment(String typed, Session session) {
    return Moment.find(typed)
        .orElse(
            clock.instant().isBefore(session.endsAt().minus(SOON)) ? Moment.BEFORE : Moment.AFTER);
  }

  private Map<String, CanDo> asked(Session session) {
    var found = new LinkedHashMap<String, CanDo>();
    progress.asked(session.course()).forEach(one -> found.put(one.competence().code(), one));
    return found;
  }

  private ModelAndView show(Wanted wanted, Said told, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var session = wanted.session();
    var asked = asked(session);
    var first = asked.values().stream().findFirst();
    var chosen = Optional.ofNullable(asked.get(wanted.competence())).or(() -> first);
    return new ModelAndView("learning/progress/session", told.status())
        .addObject(
            "view",
            new View(
                session,
                courses.findCourse(session.course()).orElseThrow().title(),
                asked,
                chosen,
                wanted.moment(),
                chosen
                    .map(one -> progress.people(session.id(), one.competence(), wanted.moment()))
                    .orElse(List.of()),
                told));
  }

  private Session find(UUID session) {
    return courses
        .find(session)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
