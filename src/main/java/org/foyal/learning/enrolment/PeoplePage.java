package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.enrolment.Attendance.Noted;
import org.foyal.learning.enrolment.Attendance.Sheet;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.JoinPage.Form;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The mediators' web door to who is expected at a session, who waits, who came; and to putting
/// somebody's name down at the counter or on the telephone.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/sessions/{session:[0-9a-f-]{36}}/people")
class PeoplePage {
  private final Attendance attendance;
  private final Enrolments enrolments;
  private final SessionWords words;
  private final Courses courses;
  private final Territory territory;
  private final Pages pages;

  PeoplePage(
      Attendance attendance,
      Enrolments enrolments,
      SessionWords words,
      Courses courses,
      Territory territory,
      Pages pages) {
    this.territory = territory;
    this.attendance = attendance;
    this.enrolments = enrolments;
    this.words = words;
    this.courses = courses;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param told what was done or what stands in the way, in words, or nothing
  /// @param added whose name was just put down, or was there
  /// @param areas the neighbourhoods, by code
  /// @param records whether whoever looks can record what was done
  record View(
      Sheet sheet,
      SessionWords.Said said,
      Form form,
      String channel,
      Map<String, String> problems,
      String told,
      boolean wrong,
      @Nullable Participation added,
      Map<String, String> areas,
      boolean open,
      boolean kept,
      boolean records) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> channels(Page page) {
      var found = new LinkedHashMap<String, String>();
      found.put("COUNTER", page.say("learning.enrolment.channel.COUNTER"));
      found.put("PHONE", page.say("learning.enrolment.channel.PHONE"));
      return found;
    }

    Map<String, String> reasons(Page page) {
      var found = new LinkedHashMap<String, String>();
      for (var reason : Reason.values()) {
        if (reason.deskMaySay()) {
          found.put(reason.name(), page.say(reason.words()));
        }
      }
      return found;
    }

    /// Whose place can be taken back, by number.
    Map<String, String> movable() {
      var found = new LinkedHashMap<String, String>();
      Stream.concat(sheet.seated().stream(), sheet.waiting().stream())
          .filter(place -> place.state().coming())
          .forEach(place -> found.put(Long.toString(place.id()), place.learner().name()));
      return found;
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID session,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(new Seen(session, who, request, response), told(""));
  }

  /// Who looks at what, and how.
  private record Seen(
      UUID session, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
    /// Whether whoever looks records what was done.
    boolean records() {
      return who.roles().contains(Role.MEDIATOR) || who.administrator();
    }
  }

  @PostMapping("/came")
  ModelAndView came(
      @PathVariable UUID session,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    check(session);
    var seen = new Seen(session, who, request, response);
    var noted = attendance.note(Actor.of(who), session, came(fields));
    var page = pages.of(request);
    return show(
        seen,
        noted
            .map(result -> came(result, page))
            .orElseGet(() -> wrong(page.say("learning.enrolment.problem.early"))));
  }

  private static Told came(Attendance.Result result, Page page) {
    var said = new ArrayList<String>();
    said.add(page.say("learning.enrolment.done.noted", result.changed()));
    if (!result.early().isEmpty()) {
      said.add(
          page.say("learning.enrolment.problem.absent-early", String.join(", ", result.early())));
    }
    if (!result.not().isEmpty()) {
      said.add(page.say("learning.enrolment.problem.not-noted", String.join(", ", result.not())));
    }
    return said.size() == 1 ? told(said.getFirst()) : wrong(String.join(" ", said));
  }

  /// What was chosen for each, beside how they stood; where all others are said to be there, those
  /// for whom nothing was chosen are.
  private static Map<Long, Noted> came(Map<String, String> fields) {
    var came = new HashMap<Long, Noted>();
    boolean others = "others".equals(fields.get("there"));
    fields.forEach((name, value) -> {
      if (name.matches("was-[0-9]{1,18}")) {
        var id = Long.valueOf(name.substring(4));
        State.find(value)
            .ifPresent(was ->
                State.find(fields.getOrDefault("place-" + id, ""))
                    .or(() ->
                        others && was == State.CONFIRMED
                            ? Optional.of(State.PRESENT)
                            : Optional.empty())
                    .ifPresent(now -> came.put(id, new Noted(was, now))));
      }
    });
    return came;
  }

  @PostMapping("/back")
  ModelAndView back(
      @PathVariable UUID session,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    check(session);
    var seen = new Seen(session, who, request, response);
    var reason =
        Arrays.stream(Reason.values())
            .filter(one -> one.deskMaySay() && one.name().equals(fields.get("reason")))
            .findFirst();
    var id = number(fields.get("place"));
    var page = pages.of(request);
    if (reason.isEmpty() || id.isEmpty() || !attendance.holds(session, id.get())) {
      return show(seen, wrong(page.say("learning.enrolment.problem.reason")));
    }
    var told =
        switch (attendance.takeBack(Actor.of(who), id.get(), reason.get())) {
          case Acting.Done _ -> told(page.say("learning.enrolment.done.back"));
          case Acting.Not _, Acting.NotThere _ ->
              wrong(page.say("learning.enrolment.desk.not.over"));
        };
    return show(seen, told);
  }

  @PostMapping
  ModelAndView add(
      @PathVariable UUID session,
      Form form,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    check(session);
    var seen = new Seen(session, who, request, response);
    var channel = fields.getOrDefault("channel", "COUNTER");
    var mandate = fields.get("mandate");
    var by = "PHONE".equals(channel) ? Channel.PHONE : Channel.COUNTER;
    var page = pages.of(request);
    var draft = form.draft(session, page.language(), by, who.id());
    return switch (enrolled(Actor.of(who), draft, Plain.line(mandate), page)) {
      case Enrolment.Refused(var problems) ->
          show(seen, new Told("", true, form, by.name(), problems, null));
      case Enrolment.Seated(var place, String _, boolean _) -> show(seen, added(place, page));
      case Enrolment.Waiting(var place, String _, int _, boolean _) ->
          show(seen, added(place, page));
      case Enrolment.SentBefore(var place, String _) -> show(seen, added(place, page));
      case Enrolment.AlreadyThere(var place) -> show(seen, there(place, page));
      case Enrolment.Elsewhere(UUID _) ->
          show(
              seen,
              new Told(
                  "",
                  true,
                  form,
                  by.name(),
                  Map.of("name", "learning.enrolment.desk.not.elsewhere"),
                  null));
      case Enrolment.Full() -> show(seen, wrong(page.say("learning.enrolment.desk.full")));
      case Enrolment.TooLate(boolean _), Enrolment.NoSession() ->
          show(seen, wrong(page.say("learning.enrolment.too-late")));
    };
  }

  /// Under a mandate where one is named.
  private Enrolment enrolled(Actor by, Draft draft, String mandate, Page page) {
    if (mandate.isEmpty()) {
      return enrolments.enrol(by, draft);
    }
    var about = words.of(courses.get(draft.session()), page.language()).title();
    return enrolments.enrol(by, draft, mandate, about);
  }

  /// What a page tells beside the sheet.
  private record Told(
      String words,
      boolean wrong,
      Form form,
      String channel,
      Map<String, String> problems,
      @Nullable Participation added) {}

  private static Told told(String words) {
    return new Told(words, false, Form.empty(), "COUNTER", Map.of(), null);
  }

  private static Told wrong(String words) {
    return new Told(words, true, Form.empty(), "COUNTER", Map.of(), null);
  }

  /// Says of somebody how they stand, with their turn while they wait.
  private Told added(Participation place, Page page) {
    var name = place.learner().name();
    var words =
        place.state() == State.WAITING
            ? page.say("learning.enrolment.desk.waiting", name, attendance.ahead(place))
            : place.state() == State.CONFIRMED
                ? page.say("learning.enrolment.desk.seated", name)
                : name + page.say("shell.colon") + " " + page.say(place.state().words());
    return new Told(words, false, Form.empty(), "COUNTER", Map.of(), place);
  }

  private static Told there(Participation place, Page page) {
    var words = page.say("learning.enrolment.desk.already", place.learner().name());
    return new Told(words, true, Form.empty(), "COUNTER", Map.of(), place);
  }

  private ModelAndView show(Seen seen, Told told) {
    check(seen.session());
    seen.response().setHeader("Cache-Control", "no-store");
    var sheet = attendance.sheet(seen.session());
    return new ModelAndView(
            "learning/enrolment/people",
            told.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                sheet,
                words.of(sheet.session(), pages.of(seen.request()).language()),
                told.form(),
                told.channel(),
                told.problems(),
                told.words(),
                told.wrong(),
                told.added(),
                JoinPage.options(territory.listAreas(Area.Kind.IRIS)),
                enrolments.openAtTheDoor(sheet.session()),
                enrolments.keeps(sheet.session()),
                seen.records() && sheet.begun() && sheet.session().planned()));
  }

  private void check(UUID session) {
    if (courses.find(session).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static Optional<Long> number(@Nullable String typed) {
    return typed != null && typed.matches("[0-9]{1,18}")
        ? Optional.of(Long.valueOf(typed))
        : Optional.empty();
  }
}
