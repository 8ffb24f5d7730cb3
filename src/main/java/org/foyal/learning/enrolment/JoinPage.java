package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Earlier;
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

/// The web door to putting one's name down for a session: one page, no account, no script. A class
/// may join from one address; the same name and contact only so often. Whoever gives the reference
/// and the code of an earlier place shows who they are; wrong ones are counted.
@Controller
@RequestMapping("/workshops/{session:[0-9a-f-]{36}}/join")
class JoinPage {
  private static final int AN_HOUR = 300;
  private static final int OF_ONE_AN_HOUR = 10;
  private static final int WRONG_AN_HOUR = 30;

  private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));
  private final Pace ofOne = new Pace(OF_ONE_AN_HOUR, Duration.ofHours(1));
  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
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
  ///
  /// @param reference,code of an earlier place, by which somebody shows who they are
  /// @param language in which they are told of changes, where somebody else writes it down
  record Form(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String year,
      @Nullable String area,
      @Nullable String target,
      @Nullable List<String> needs,
      @Nullable String reference,
      @Nullable String code,
      @Nullable String language,
      @Nullable String form) {
    static Form empty() {
      var name = UUID.randomUUID().toString();
      return new Form("", "", "", "", "", "", List.of(), "", "", "", name);
    }

    /// Whether somebody shows by an earlier place who they are.
    boolean hasEarlier() {
      return some(reference).isPresent() || some(code).isPresent();
    }

    /// Their contact as it is compared.
    String contact() {
      return some(email)
          .map(one -> one.toLowerCase(Locale.ROOT))
          .or(() -> some(phone).map(Learners::phone).map(LearnerStore::national))
          .orElse("");
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
              Language.find(Plain.line(this.language)).orElse(language)),
          new Wish("yes".equals(target), Set.copyOf(wanted), earlier()),
          channel,
          takenBy);
    }

    private Optional<Earlier> earlier() {
      return hasEarlier()
          ? Optional.of(new Earlier(short60(reference), short60(code)))
          : Optional.empty();
    }

    private static String short60(@Nullable String text) {
      var line = Plain.line(text);
      return line.length() > 60 ? line.substring(0, 60) : line;
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
      return options(areas);
    }
  }

  /// Neighbourhoods to choose from, by code.
  static Map<String, String> options(List<Area> areas) {
    var found = new LinkedHashMap<String, String>();
    areas.forEach(one -> found.put(one.code(), one.name()));
    return Collections.unmodifiableMap(found);
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
    if (isTooMuch(form, request)) {
      var page = form(found, form, Map.of("name", "learning.enrolment.problem.wait"), request);
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    var language = pages.of(request).language();
    return switch (enrolments.enrol(form.draft(session, language, Channel.WEB, null))) {
      case Enrolment.Refused(var problems) -> {
        if (problems.containsKey("earlier")) {
          wrong.allows(request.getRemoteAddr());
        }
        yield form(found, form, problems, request);
      }
      case Enrolment.NoSession() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case Enrolment done -> {
        pace.allows(request.getRemoteAddr());
        ofOne.allows(form.contact());
        response.setHeader("Cache-Control", "no-store");
        yield new ModelAndView("learning/enrolment/joined")
            .addObject("done", new Done(done, words.of(found, language)));
      }
    };
  }

  private boolean isTooMuch(Form form, HttpServletRequest request) {
    var from = request.getRemoteAddr();
    return !pace.wouldAllow(from)
        || !ofOne.wouldAllow(form.contact())
        || (form.hasEarlier() && !wrong.wouldAllow(from));
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
