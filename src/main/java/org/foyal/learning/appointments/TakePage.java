package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.appointments.Taking.Wish;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Learners;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to taking an appointment, in three steps and without an account or a script: what
/// for, when and where, who.
@Controller
@RequestMapping("/appointments")
class TakePage {
  /// What somebody chooses whose need stands nowhere.
  static final String OTHER = "other";

  private static final int SHOWN = 60;
  private static final int AN_HOUR = 20;

  private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));
  private final Pace asking = new Pace(1, Duration.ofHours(1));
  private final Appointments appointments;
  private final AppointmentWords words;
  private final Pages pages;

  TakePage(Appointments appointments, AppointmentWords words, Pages pages) {
    this.appointments = appointments;
    this.words = words;
    this.pages = pages;
  }

  /// What is typed.
  record Form(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String need,
      @Nullable String slot,
      @Nullable String form) {
    static Form fresh(String need, String slot) {
      return new Form("", "", "", need, slot, UUID.randomUUID().toString());
    }

    /// The wish, with a slot of no name where none is named.
    Wish wish(Language language, Channel channel, @Nullable UUID takenBy) {
      return new Wish(
          Plain.formName(form),
          id(slot).orElse(new UUID(0, 0)),
          code(need),
          new Person(
              Plain.line(name),
              some(email),
              some(phone).map(Learners::phone),
              Optional.empty(),
              Optional.empty(),
              language),
          channel,
          takenBy);
    }

    private static Optional<String> some(@Nullable String text) {
      return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
    }
  }

  /// The code of a need; nothing for another one. What can't be a code is one that nobody has.
  static Optional<String> code(@Nullable String typed) {
    var line = Plain.line(typed);
    return line.isEmpty() || line.equals(OTHER)
        ? Optional.empty()
        : Optional.of(Plain.isCode(line) && line.length() <= 60 ? line : "-");
  }

  /// The identifier that a field names, if it is one.
  static Optional<UUID> id(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /// An hour to choose.
  record Hour(UUID slot, String at, boolean example) {}

  /// The hours of a day at a place.
  record Hours(String day, String place, List<Hour> hours) {}

  /// What the page of hours shows.
  ///
  /// @param what the need in words
  /// @param problem the key of what stands in the way, or empty
  record Choice(
      String need,
      String what,
      Map<String, String> places,
      String place,
      String day,
      String problem,
      List<Hours> hours) {}

  /// What the page that asks who comes shows.
  record Who(Form form, AppointmentWords.Said said, boolean example, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  /// What the last page shows.
  record Done(Appointment appointment, AppointmentWords.Said said, String code, boolean letter) {}

  @GetMapping
  ModelAndView choose(
      @RequestParam(defaultValue = "") String need,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String day,
      HttpServletRequest request) {
    var language = pages.of(request).language();
    var code = code(need);
    if (Plain.line(need).isEmpty() || code.filter(one -> !words.isNeed(one)).isPresent()) {
      return new ModelAndView("learning/appointments/needs")
          .addObject("needs", words.needs(language));
    }
    var where = id(place).filter(one -> words.place(one).isPresent());
    var when = Plain.day(day);
    var problem = "";
    if (when.isPresent()) {
      boolean counts = asking.wouldAllow(request.getRemoteAddr());
      if (appointments.full(when.get(), where, counts)) {
        asking.allows(request.getRemoteAddr());
        problem = "learning.appointments.full";
      } else if (appointments.free(when, where, 1).isEmpty()) {
        problem = "learning.appointments.none-then";
      }
    }
    return hours(new Sought(code, where, when, problem), language, HttpStatus.OK);
  }

  /// What hours are looked for.
  private record Sought(
      Optional<String> need, Optional<UUID> place, Optional<LocalDate> day, String problem) {}

  private ModelAndView hours(Sought sought, Language language, HttpStatus status) {
    var onThatDay = appointments.free(sought.day(), sought.place(), SHOWN);
    var found =
        onThatDay.isEmpty()
            ? appointments.free(Optional.empty(), sought.place(), SHOWN)
            : onThatDay;
    return new ModelAndView("learning/appointments/hours", status)
        .addObject(
            "view",
            new Choice(
                sought.need().orElse(OTHER),
                words.need(sought.need(), language),
                words.places(appointments.places()),
                sought.place().map(UUID::toString).orElse(""),
                sought.day().map(LocalDate::toString).orElse(""),
                sought.problem(),
                grouped(found, language)));
  }

  private List<Hours> grouped(List<Slot> slots, Language language) {
    var groups = new LinkedHashMap<String, Hours>();
    for (var one : slots) {
      if (words.place(one.place()).isPresent()) {
        groups
            .computeIfAbsent(
                words.dayOf(one.startsAt()) + " " + one.place(),
                _ ->
                    new Hours(
                        words.day(one.startsAt(), language),
                        words.placeName(one.place()),
                        new ArrayList<>()))
            .hours()
            .add(new Hour(one.id(), words.hour(one.startsAt(), language), one.example()));
      }
    }
    return List.copyOf(groups.values());
  }

  @GetMapping("/new")
  ModelAndView ask(
      @RequestParam(defaultValue = "") String slot,
      @RequestParam(defaultValue = "") String need,
      HttpServletRequest request) {
    var language = pages.of(request).language();
    var found = id(slot).flatMap(appointments::findSlot).filter(appointments::offers);
    if (found.isEmpty()) {
      return again(code(need), Optional.empty(), "learning.appointments.problem.taken", language);
    }
    return who(Form.fresh(Plain.line(need), Plain.line(slot)), found.get(), Map.of(), language);
  }

  @PostMapping("/new")
  ModelAndView take(Form form, HttpServletRequest request, HttpServletResponse response) {
    var language = pages.of(request).language();
    response.setHeader("Cache-Control", "no-store");
    if (!pace.wouldAllow(request.getRemoteAddr())) {
      var slot = id(form.slot()).flatMap(appointments::findSlot);
      var wait = "learning.appointments.problem.wait";
      var page =
          slot.map(one -> who(form, one, Map.of("name", wait), language))
              .orElseGet(() -> again(code(form.need()), Optional.empty(), wait, language));
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    var wish = form.wish(language, Channel.WEB, null);
    return switch (appointments.take(wish)) {
      case Taking.Booked(var made, String code, boolean letter) -> {
        pace.allows(request.getRemoteAddr());
        yield done(made, code, letter, language);
      }
      case Taking.SentBefore(var made, String code) ->
          done(made, code, made.who().email().isPresent(), language);
      case Taking.Refused(var problems) ->
          appointments
              .findSlot(wish.slot())
              .map(slot -> who(form, slot, problems, language))
              .orElseGet(() -> gone(wish, Optional.empty(), "taken", language));
      case Taking.Taken(var slot) -> gone(wish, Optional.of(slot), "taken", language);
      case Taking.NotNow(var slot) -> gone(wish, Optional.of(slot), "past", language);
      case Taking.Elsewhere(var slot) -> gone(wish, Optional.of(slot), "not-so", language);
      case Taking.NoSlot() -> gone(wish, Optional.empty(), "taken", language);
    };
  }

  private ModelAndView gone(Wish wish, Optional<Slot> slot, String why, Language language) {
    return again(wish.need(), slot, "learning.appointments.problem." + why, language);
  }

  /// The next free hours at the same place, with what stood in the way.
  private ModelAndView again(
      Optional<String> need, Optional<Slot> slot, String problem, Language language) {
    var known = need.filter(words::isNeed);
    return hours(
        new Sought(known, slot.map(Slot::place), Optional.empty(), problem),
        language,
        HttpStatus.CONFLICT);
  }

  private ModelAndView who(Form form, Slot slot, Map<String, String> problems, Language language) {
    return new ModelAndView(
            "learning/appointments/who",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new Who(
                form,
                words.of(slot, code(form.need()).filter(words::isNeed), language),
                slot.example(),
                problems));
  }

  private ModelAndView done(Appointment made, String code, boolean letter, Language language) {
    return new ModelAndView("learning/appointments/taken")
        .addObject(
            "done", new Done(made, words.of(made.slot(), made.need(), language), code, letter));
  }
}
