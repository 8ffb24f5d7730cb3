package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.appointments.Slots.Sheet;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.learning.courses.Timetable;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff’s web door to opening hours for appointments, shown before it is done, to who receives
/// in them, and to taking them out.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/openings")
class OpeningsPage {
  private static final String ID = "/{id:[0-9a-f-]{36}}";
  private static final String DESK = "/staff/learning/openings";
  private static final int SHOWN = 100;

  private final Slots slots;
  private final AppointmentWords words;
  private final Pages pages;

  OpeningsPage(Slots slots, AppointmentWords words, Pages pages) {
    this.slots = slots;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door openingsDoor() {
    return new Door(
        DESK,
        "learning.appointments.openings",
        21,
        Door.Audience.STAFF,
        Role.MEDIATOR,
        Role.AGENT,
        Role.ADMIN);
  }

  /// What is typed.
  ///
  /// @param act `save`, or anything else to look first
  /// @param form the name of the form, so that it opens hours once only
  record Form(
      @Nullable String place,
      @Nullable String day,
      @Nullable String from,
      @Nullable String until,
      @Nullable String minutes,
      @Nullable String buffer,
      @Nullable String trainer,
      @Nullable String room,
      @Nullable String rhythm,
      @Nullable String times,
      @Nullable List<String> without,
      @Nullable String act,
      @Nullable String form) {

    boolean leavesOut(LocalDate day) {
      return without != null && without.contains(day.toString());
    }

    Opening plan(Fields fields) {
      var first = Plain.day(day);
      if (first.isEmpty()) {
        fields.refuse("day", "learning.appointments.problem.day");
      }
      return new Opening(
          new UUID(0, 0),
          Plain.formName(form),
          TakePage.id(place).orElse(new UUID(0, 0)),
          TakePage.id(room),
          TakePage.id(trainer).orElse(new UUID(0, 0)),
          first.orElse(LocalDate.EPOCH),
          time("from", from, fields),
          time("until", until, fields),
          fields.number("minutes", minutes, 10, 240, "learning.appointments.problem.minutes"),
          fields.number("buffer", buffer, 0, 60, "learning.appointments.problem.buffer"),
          1,
          false);
    }

    private static LocalTime time(String field, @Nullable String typed, Fields fields) {
      var line = Plain.line(typed);
      try {
        if (line.matches("\\d\\d:\\d\\d(:00)?")) {
          return LocalTime.parse(line);
        }
      } catch (DateTimeParseException noTime) {
        // told below
      }
      fields.refuse(field, "learning.appointments.problem.time");
      return LocalTime.MIDNIGHT;
    }

    Repetition repetition(Fields fields) {
      var chosen = Stream.of(Rhythm.values()).filter(one -> one.name().equals(rhythm)).findFirst();
      if (chosen.isEmpty()) {
        return Repetition.ONCE;
      }
      int often = fields.number("times", times, 1, Plan.MOST, Opened.Why.TIMES.words());
      var left = without == null ? List.<String>of() : without;
      return new Repetition(
          chosen,
          often,
          left.stream().flatMap(one -> Plain.day(one).stream()).collect(Collectors.toSet()));
    }
  }

  /// What can be chosen.
  record Offered(
      Map<String, String> places,
      Map<String, String> trainers,
      Map<String, String> rooms,
      Map<String, String> rhythms) {}

  /// What the form shows.
  ///
  /// @param days what would be, when it was asked for
  /// @param slots how many slots a day has
  record Planned(
      Form form,
      Offered offered,
      Map<String, String> problems,
      List<Timetable.Day> days,
      int slots,
      AppointmentWords words,
      Language reader) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }

    boolean conflicts() {
      return days.stream()
          .anyMatch(day -> !day.conflicts().isEmpty() && !form.leavesOut(day.day()));
    }

    String day(LocalDate day) {
      return words.day(day, reader);
    }

    String hour(Instant at) {
      return words.hour(at, reader);
    }

    String by(Conflict conflict, String appointment) {
      return conflict.course().map(title -> title.in(reader)).orElse(appointment);
    }
  }

  /// A line of the list.
  record Line(Opening opening, String day, String place, String trainer) {}

  /// What the list shows.
  record Listed(List<Line> lines, String done) {}

  /// What the page of an opening shows.
  record One(
      Sheet sheet,
      Line line,
      Offered offered,
      Map<UUID, String> hours,
      String told,
      String problem,
      int held) {}

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    var language = pages.of(request).language();
    var lines =
        slots.openings(slots.today(), SHOWN).stream().map(one -> line(one, language)).toList();
    boolean known = List.of("opened", "removed").contains(done);
    return new ModelAndView("learning/appointments/openings")
        .addObject("view", new Listed(lines, known ? "learning.appointments.done." + done : ""));
  }

  private Line line(Opening one, Language language) {
    return new Line(
        one,
        words.day(one.day(), language),
        words.placeName(one.place()),
        words.resource(one.trainer()));
  }

  @GetMapping("/new")
  ModelAndView fresh(SignedIn who, HttpServletRequest request) {
    var me = words.trainerOf(who.id()).map(UUID::toString).orElse("");
    var places = words.places();
    var place = places.size() == 1 ? places.keySet().iterator().next() : "";
    var name = UUID.randomUUID().toString();
    var form =
        new Form(place, "", "09:00", "12:00", "30", "0", me, "", "", "10", List.of(), "", name);
    return page(form, Map.of(), List.of(), request);
  }

  @PostMapping("/new")
  ModelAndView open(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var plan = form.plan(fields);
    var repetition = form.repetition(fields);
    if (fields.good()) {
      slots.check(plan, repetition).ifPresent(why -> fields.refuse(why.field(), why.words()));
    }
    if (!fields.good()) {
      return page(form, fields.problems(), List.of(), request);
    }
    if (!"save".equals(form.act())) {
      return page(form, Map.of(), slots.preview(plan, repetition), request);
    }
    return switch (slots.open(Actor.of(who), plan, repetition)) {
      case Opened.Done _ ->
          new ModelAndView("redirect:" + pages.of(request).href(DESK + "?done=opened"));
      case Opened.Refused(var why) ->
          page(form, Map.of(why.field(), why.words()), List.of(), request);
      case Opened.Conflicting _, Opened.Held _, Opened.Overtaken _ ->
          page(
              form,
              Map.of("gone", "learning.appointments.problem.conflict"),
              slots.preview(plan, repetition),
              request);
    };
  }

  private ModelAndView page(
      Form form,
      Map<String, String> problems,
      List<Timetable.Day> days,
      HttpServletRequest request) {
    var page = pages.of(request);
    var fields = new Fields();
    int each = days.isEmpty() ? 0 : form.plan(fields).slots(slots.zone()).size();
    return new ModelAndView("learning/appointments/opening", Fields.status(problems))
        .addObject(
            "view", new Planned(form, offered(page), problems, days, each, words, page.language()));
  }

  private Offered offered(Page page) {
    var rhythms = new LinkedHashMap<String, String>();
    for (var one : Rhythm.values()) {
      rhythms.put(one.name(), page.say("learning.courses.rhythm." + one));
    }
    return new Offered(words.places(), words.trainers(), words.rooms(), rhythms);
  }

  @GetMapping(ID)
  ModelAndView one(@PathVariable String id, HttpServletRequest request) {
    return one(get(id), "", "", 0, request);
  }

  @PostMapping(ID)
  ModelAndView act(
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      SignedIn who,
      HttpServletRequest request) {
    var opening = get(id);
    var typed = fields.getOrDefault("version", "");
    int version = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    if (version != opening.version()) {
      return one(opening, "", "learning.appointments.problem.version", 0, request);
    }
    var scope =
        Stream.of(Scope.values())
            .filter(one -> one.name().equals(fields.get("scope")))
            .findFirst()
            .orElse(Scope.THIS);
    var by = Actor.of(who);
    var act = fields.getOrDefault("act", "");
    if (act.equals("slot")) {
      return slot(by, opening, fields.getOrDefault("slot", ""), request);
    }
    var came =
        act.equals("remove")
            ? slots.remove(by, opening, scope, "yes".equals(fields.get("also")))
            : slots.change(
                by,
                opening,
                scope,
                TakePage.id(fields.get("trainer")).orElse(new UUID(0, 0)),
                TakePage.id(fields.get("room")));
    return switch (came) {
      case Opened.Done _ when act.equals("remove") ->
          new ModelAndView("redirect:" + pages.of(request).href(DESK + "?done=removed"));
      case Opened.Done _ -> one(get(id), "learning.appointments.done.changed", "", 0, request);
      case Opened.Refused(var why) -> one(get(id), "", why.words(), 0, request);
      case Opened.Held(int people) ->
          one(get(id), "", "learning.appointments.problem.held", people, request);
      case Opened.Overtaken() ->
          one(get(id), "", "learning.appointments.problem.version", 0, request);
      case Opened.Conflicting _ ->
          one(get(id), "", "learning.appointments.problem.conflict", 0, request);
    };
  }

  private ModelAndView slot(Actor by, Opening opening, String typed, HttpServletRequest request) {
    var mine =
        TakePage.id(typed)
            .filter(
                id -> slots.sheet(opening).slots().stream().anyMatch(one -> one.id().equals(id)));
    boolean out = mine.isPresent() && slots.remove(by, mine.get());
    return one(
        opening,
        out ? "learning.appointments.done.slot" : "",
        out ? "" : "learning.appointments.problem.slot",
        0,
        request);
  }

  private Opening get(String id) {
    return TakePage.id(id)
        .flatMap(slots::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView one(
      Opening opening, String told, String problem, int held, HttpServletRequest request) {
    var page = pages.of(request);
    var sheet = slots.sheet(opening);
    var hours =
        sheet.slots().stream()
            .collect(
                Collectors.toMap(Slot::id, slot -> words.hour(slot.startsAt(), page.language())));
    return new ModelAndView(
            "learning/appointments/opened", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view",
            new One(
                sheet, line(opening, page.language()), offered(page), hours, told, problem, held));
  }
}
