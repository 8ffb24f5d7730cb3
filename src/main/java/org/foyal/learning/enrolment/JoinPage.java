package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Draft.Wish;
import org.foyal.learning.enrolment.Participation.Need;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to putting one's name down for a session: one page, no account, no script.
@Controller
@RequestMapping("/workshops/{session:[0-9a-f-]{36}}/join")
class JoinPage {
  private static final int AN_HOUR = 30;

  private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));
  private final Enrolments enrolments;
  private final SessionWords words;
  private final Courses courses;
  private final Territory territory;
  private final Pages pages;

  JoinPage(
      Enrolments enrolments,
      SessionWords words,
      Courses courses,
      Territory territory,
      Pages pages) {
    this.enrolments = enrolments;
    this.words = words;
    this.courses = courses;
    this.territory = territory;
    this.pages = pages;
  }

  /// What is typed.
  record Form(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String year,
      @Nullable String area,
      @Nullable String target,
      @Nullable List<String> needs,
      @Nullable String form) {
    static Form empty() {
      return new Form("", "", "", "", "", "", List.of(), UUID.randomUUID().toString());
    }

    boolean wants(Need need) {
      return needs != null && needs.contains(need.name());
    }

    Draft draft(UUID session, Language language, Channel channel, @Nullable UUID takenBy) {
      var wanted = EnumSet.noneOf(Need.class);
      for (var need : Need.values()) {
        if (wants(need)) {
          wanted.add(need);
        }
      }
      return new Draft(
          Plain.formName(form),
          session,
          new Person(
              Plain.line(name),
              some(email),
              some(phone).map(Learners::phone),
              some(year).map(Form::year),
              some(area),
              language),
          new Wish("yes".equals(target), Set.copyOf(wanted)),
          channel,
          takenBy);
    }

    private static int year(String typed) {
      return typed.matches("[0-9]{4}") ? Integer.parseInt(typed) : 0;
    }

    private static Optional<String> some(@Nullable String text) {
      return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
    }
  }

  /// What the page shows.
  ///
  /// @param kept whether seats are kept for some still
  record View(
      Session session,
      SessionWords.Said said,
      Form form,
      Map<String, String> problems,
      List<Area> areas,
      boolean kept) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> areaOptions() {
      var found = new LinkedHashMap<String, String>();
      areas.forEach(one -> found.put(one.code(), one.name()));
      return Collections.unmodifiableMap(found);
    }
  }

  /// What became of it.
  record Done(Enrolment enrolment, SessionWords.Said said) {}

  @GetMapping
  ModelAndView show(@PathVariable UUID session, HttpServletRequest request) {
    return form(get(session), Form.empty(), Map.of(), request);
  }

  @PostMapping
  ModelAndView join(
      @PathVariable UUID session,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = get(session);
    if (!pace.wouldAllow(request.getRemoteAddr())) {
      var page = form(found, form, Map.of("name", "learning.enrolment.problem.wait"), request);
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    var language = pages.of(request).language();
    return switch (enrolments.enrol(form.draft(session, language, Channel.WEB, null))) {
      case Enrolment.Refused(var problems) -> form(found, form, problems, request);
      case Enrolment.NoSession() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Enrolment done -> {
        pace.allows(request.getRemoteAddr());
        response.setHeader("Cache-Control", "no-store");
        yield new ModelAndView("learning/enrolment/joined")
            .addObject("done", new Done(done, words.of(found, language)));
      }
    };
  }

  private Session get(UUID session) {
    return courses
        .find(session)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView form(
      Session session, Form form, Map<String, String> problems, HttpServletRequest request) {
    if (!enrolments.open(session)) {
      return new ModelAndView("learning/enrolment/joined", HttpStatus.OK)
          .addObject(
              "done",
              new Done(
                  new Enrolment.TooLate(!session.planned()),
                  words.of(session, pages.of(request).language())));
    }
    var view =
        new View(
            session,
            words.of(session, pages.of(request).language()),
            form,
            problems,
            territory.listAreas(Area.Kind.IRIS),
            enrolments.keeps(session));
    return new ModelAndView(
            "learning/enrolment/join",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
