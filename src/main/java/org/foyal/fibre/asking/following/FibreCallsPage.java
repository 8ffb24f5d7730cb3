package org.foyal.fibre.asking.following;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.fibre.asking.Asked;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to who wants to be called when their home can order.
@Controller
@For({Role.ADMIN, Role.AGENT, Role.MEDIATOR})
@RequestMapping("/staff/fibre/calls")
class FibreCallsPage {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .-]{3,18}");

  private final FibreCalls calls;
  private final Pages pages;

  FibreCallsPage(FibreCalls calls, Pages pages) {
    this.calls = calls;
    this.pages = pages;
  }

  @Bean
  static Door fibreCallsDoor() {
    return new Door(
        "/staff/fibre/calls",
        "fibre.asking.calls",
        69,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT,
        Role.MEDIATOR);
  }

  /// Somebody as they are typed.
  record Form(
      @Nullable String form,
      @Nullable String address,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String consent) {
    static Form empty() {
      return new Form(UUID.randomUUID().toString(), "", "", "", null);
    }
  }

  /// What the page shows.
  record View(
      List<Call> toCall, List<Call> waiting, Form form, Map<String, String> problems, String said) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(HttpServletResponse response) {
    return page(Form.empty(), Map.of(), "", response);
  }

  @PostMapping
  ModelAndView note(
      Form form, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
    var fields = new Fields();
    var address = fields.line("address", form.address(), 200);
    var name = fields.line("name", form.name(), 100);
    var phone = Plain.line(form.phone());
    if (address.isEmpty()) {
      fields.refuse("address", "fibre.asking.empty");
    }
    if (name.isEmpty()) {
      fields.refuse("name", "fibre.asking.calls.nameless");
    }
    if (!PHONE.matcher(phone).matches()) {
      fields.refuse("phone", "fibre.asking.calls.no-phone");
    }
    if (!"yes".equals(form.consent())) {
      fields.refuse("consent", "fibre.asking.calls.no-consent");
    }
    if (!fields.good()) {
      return page(form, fields.problems(), "", response);
    }
    var person = new FibreCalls.Person(Plain.formName(form.form()), name, phone);
    var language = pages.of(request).language();
    return switch (calls.note(Actor.of(who), Asked.words(address), person, language)) {
      case NOTED -> page(Form.empty(), Map.of(), "fibre.asking.calls.noted", response);
      case ORDERABLE ->
          page(form, Map.of("address", "fibre.asking.tell-me.orderable"), "", response);
      case NOWHERE -> page(form, Map.of("address", "fibre.asking.calls.nowhere"), "", response);
    };
  }

  @PostMapping("/{id:[0-9a-f-]{36}}")
  ModelAndView done(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String act,
      SignedIn who,
      HttpServletResponse response) {
    var by = Actor.of(who);
    boolean done = act.equals("off") ? calls.takeOff(by, id) : calls.called(by, id);
    return page(
        Form.empty(),
        Map.of(),
        done ? "fibre.asking.calls.done" : "fibre.asking.calls.before",
        response);
  }

  private ModelAndView page(
      Form form, Map<String, String> problems, String said, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("fibre/asking/following/calls", Fields.status(problems))
        .addObject("view", new View(calls.toCall(), calls.waiting(), form, problems, said));
  }
}
