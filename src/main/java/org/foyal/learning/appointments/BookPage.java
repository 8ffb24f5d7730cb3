package org.foyal.learning.appointments;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.people.Actor;
import org.foyal.people.mandates.Mandate;
import org.foyal.people.mandates.Mandates;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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

/// The staff’s web door to taking an appointment for somebody at the counter or on the telephone,
/// under a mandate where there is one.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/appointments/new")
class BookPage {
  private static final int SHOWN = 300;
  private static final String KIND = "learning.appointment";

  private final Appointments appointments;
  private final AppointmentWords words;
  private final Mandates mandates;
  private final Pages pages;

  BookPage(Appointments appointments, AppointmentWords words, Mandates mandates, Pages pages) {
    this.appointments = appointments;
    this.words = words;
    this.mandates = mandates;
    this.pages = pages;
  }

  /// What is chosen beside the person.
  ///
  /// @param mandate the reference of the mandate under which it is done
  record More(
      @Nullable String place,
      @Nullable String day,
      @Nullable String channel,
      @Nullable String mandate) {
    Channel by() {
      return "PHONE".equals(channel) ? Channel.PHONE : Channel.COUNTER;
    }
  }

  /// What the page shows.
  ///
  /// @param hours free hours to choose from
  /// @param mandates of whoever looks, by reference
  /// @param made what was just taken
  record View(
      TakePage.Form form,
      More more,
      Map<String, String> places,
      Map<String, String> needs,
      Map<String, String> hours,
      Map<String, String> mandates,
      Map<String, String> problems,
      Optional<TakePage.Done> made) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }
  }

  @GetMapping
  ModelAndView ask(
      More more,
      @RequestParam(defaultValue = "") String slot,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var form = TakePage.Form.fresh("", Plain.line(slot));
    return page(form, more, Map.of(), Optional.empty(), new Seen(who, request, response));
  }

  /// Who looks, and how.
  private record Seen(SignedIn who, HttpServletRequest request, HttpServletResponse response) {}

  @PostMapping
  ModelAndView book(
      TakePage.Form form,
      More more,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var language = pages.of(request).language();
    var seen = new Seen(who, request, response);
    var wish = form.wish(language, more.by(), who.id());
    return switch (appointments.take(Actor.of(who), wish, Plain.line(more.mandate()))) {
      case Taking.Booked(var made, String code, boolean letter) ->
          booked(more, done(made, code, letter, language), seen);
      case Taking.SentBefore(var made, String code) ->
          booked(more, done(made, code, made.who().email().isPresent(), language), seen);
      case Taking.Refused(var problems) -> page(form, more, problems, Optional.empty(), seen);
      case Taking.Taken _, Taking.NoSlot() -> refused(form, more, "taken", seen);
      case Taking.NotNow _ -> refused(form, more, "past", seen);
      case Taking.Elsewhere _ -> refused(form, more, "elsewhere", seen);
    };
  }

  private TakePage.Done done(Appointment made, String code, boolean letter, Language language) {
    return new TakePage.Done(made, words.of(made.slot(), made.need(), language), code, letter);
  }

  private ModelAndView booked(More more, TakePage.Done done, Seen seen) {
    return page(TakePage.Form.fresh("", ""), more, Map.of(), Optional.of(done), seen);
  }

  private ModelAndView refused(TakePage.Form form, More more, String why, Seen seen) {
    var problems = Map.of("slot", "learning.appointments.problem." + why);
    return page(form, more, problems, Optional.empty(), seen);
  }

  private ModelAndView page(
      TakePage.Form form,
      More more,
      Map<String, String> problems,
      Optional<TakePage.Done> made,
      Seen seen) {
    seen.response().setHeader("Cache-Control", "no-store");
    var language = pages.of(seen.request()).language();
    return new ModelAndView(
            "learning/appointments/book",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                form,
                more,
                words.places(),
                needs(language),
                hours(more, language),
                mandates(seen.who()),
                problems,
                made));
  }

  private Map<String, String> needs(Language language) {
    var found = new LinkedHashMap<>(words.needs(language));
    found.put(TakePage.OTHER, words.need(Optional.empty(), language));
    return found;
  }

  private Map<String, String> hours(More more, Language language) {
    Optional<LocalDate> day = Plain.day(more.day());
    Optional<UUID> place = TakePage.id(more.place());
    var found = new LinkedHashMap<String, String>();
    for (var one : appointments.freeAtTheDesk(day, place, SHOWN)) {
      found.put(one.id().toString(), words.line(one, language));
    }
    return found;
  }

  /// The mandates of whoever looks that hold and are for this.
  private Map<String, String> mandates(SignedIn who) {
    var found = new LinkedHashMap<String, String>();
    List<Mandate> mine = mandates.listOf(who.id());
    mine.stream()
        .filter(one -> one.state(mandates.now()) == Mandate.State.OPEN)
        .filter(one -> one.scope().contains(KIND))
        .forEach(one ->
            found.put(
                one.reference().toString(), one.person().orElse("") + " – " + one.reference()));
    return found;
  }
}
