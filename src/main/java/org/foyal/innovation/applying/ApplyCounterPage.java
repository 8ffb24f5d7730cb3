package org.foyal.innovation.applying;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.innovation.Call;
import org.foyal.innovation.Calls;
import org.foyal.innovation.RoomLetters;
import org.foyal.innovation.voice.Tongue;
import org.foyal.people.Actor;
import org.foyal.people.mandates.ActKind;
import org.foyal.people.mandates.UnderMandate;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door for somebody who comes to a counter: an application is begun for them, and
/// they leave with its reference and code. Under a mandate where one is named.
@Controller
@For({Role.ADMIN, Role.AGENT, Role.MEDIATOR})
@RequestMapping("/staff/calls/counter")
class ApplyCounterPage {
  private static final String MANDATED = "innovation.apply";

  private final Applications applications;
  private final Calls calls;
  private final RoomLetters letters;
  private final UnderMandate mandates;

  ApplyCounterPage(
      Applications applications, Calls calls, RoomLetters letters, UnderMandate mandates) {
    this.applications = applications;
    this.calls = calls;
    this.letters = letters;
    this.mandates = mandates;
  }

  @Bean
  static Door applyCounterDoor() {
    return new Door(
        "/staff/calls/counter",
        "innovation.counter",
        15,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT,
        Role.MEDIATOR);
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind applyForSomebody() {
    return new ActKind(MANDATED, "innovation.helped", 40);
  }

  /// What is typed.
  ///
  /// @param mandate the reference of the mandate, where there is one
  record Form(
      @Nullable String call,
      @Nullable String language,
      @Nullable String email,
      @Nullable String agreed,
      @Nullable String mandate,
      @Nullable String form) {
    static Form empty() {
      return new Form("", "fr", "", "", "", UUID.randomUUID().toString());
    }
  }

  /// What the page shows.
  record View(List<Call> calls, Form form, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  /// What to hand over.
  record Receipt(Call call, String reference, String code, boolean letter) {}

  @GetMapping
  ModelAndView show() {
    return page(Form.empty(), Map.of());
  }

  @PostMapping
  ModelAndView begin(Form form, SignedIn who, HttpServletResponse response) {
    var call = calls.findPublished(Plain.line(form.call()));
    if (call.isEmpty()) {
      return page(form, Map.of("call", "innovation.problem.call"));
    }
    var email = Plain.line(form.email());
    if (!email.isEmpty() && !letters.reaches(email)) {
      return page(form, Map.of("email", "innovation.problem.email"));
    }
    if (!email.isEmpty() && !"yes".equals(form.agreed())) {
      return page(form, Map.of("agreed", "innovation.problem.agreed"));
    }
    var start =
        new Applications.Start(
            Plain.formName(form.form()),
            call.get().code(),
            Tongue.find(Plain.line(form.language())).orElse(Tongue.FR),
            email,
            who.id(),
            call.get().example());
    return switch (begun(start, Plain.line(form.mandate()), call.get(), who)) {
      case Starting.Started(var application, String code, boolean letter) -> {
        MyApplicationPage.discreet(response);
        yield new ModelAndView("innovation/applying/receipt")
            .addObject(
                "receipt",
                new Receipt(call.get(), application.reference().toString(), code, letter));
      }
      case Starting.NotOpen(var _) -> page(form, Map.of("call", "innovation.problem.not-open"));
      case Starting.NoCall() -> page(form, Map.of("call", "innovation.problem.call"));
      case Starting.Refused(String words) -> page(form, Map.of("mandate", words));
    };
  }

  private Starting begun(Applications.Start start, String mandate, Call call, SignedIn who) {
    if (mandate.isEmpty()) {
      return applications.begin(start);
    }
    return mandates.act(
        new UnderMandate.Act(
            mandate, Actor.of(who), MANDATED, call.title().in(start.tongue()), start.form()),
        () -> applications.begin(start),
        came -> came instanceof Starting.Started,
        acting -> new Starting.Refused(acting.words()));
  }

  private ModelAndView page(Form form, Map<String, String> problems) {
    var open =
        calls.listPublished().stream()
            .filter(one -> one.phase(calls.now()) == Call.Phase.OPEN)
            .toList();
    return new ModelAndView(
            "innovation/applying/counter",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(open, form, problems));
  }
}
