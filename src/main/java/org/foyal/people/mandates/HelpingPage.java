package org.foyal.people.mandates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.people.Actor;
import org.foyal.people.keys.QrDrawing;
import org.foyal.people.mandates.Mandate.How;
import org.foyal.people.mandates.Mandate.State;
import org.foyal.people.mandates.Mandates.Seen;
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

/// The helpers' web door to mandates: making one face to face with the person, who reads the same
/// words before they say yes; noting what is done under it; ending it.
@Controller
@For({Role.MEDIATOR, Role.AGENT})
@RequestMapping("/staff/helping")
class HelpingPage {
  private final Mandates mandates;
  private final Pages pages;

  HelpingPage(Mandates mandates, Pages pages) {
    this.mandates = mandates;
    this.pages = pages;
  }

  @Bean
  static Door helpingDoor() {
    return new Door(
        "/staff/helping", "people.mandates", 14, Door.Audience.STAFF, Role.MEDIATOR, Role.AGENT);
  }

  /// A mandate as typed.
  ///
  /// @param act `preview`, `make`, or `back` to the form
  /// @param scope the codes of acts
  /// @param renews the mandate that it follows
  record Form(
      @Nullable String form,
      @Nullable String act,
      @Nullable String person,
      @Nullable String email,
      @Nullable String days,
      @Nullable List<String> scope,
      @Nullable String language,
      @Nullable String consent,
      @Nullable String renews) {
    static final Form EMPTY =
        new Form(null, null, "", "", "31", List.of(), Language.FR.code(), "", "");

    static Form renewing(Mandate old) {
      return new Form(
          null,
          null,
          old.person().orElse(""),
          old.email().orElse(""),
          "" + old.days(),
          old.scope(),
          old.language().code(),
          "",
          old.id().toString());
    }

    Wish wish() {
      var typedDays = Plain.line(days);
      return new Wish(
          Plain.formName(form),
          Plain.line(person),
          Plain.line(email),
          typedDays.matches("\\d{1,3}") ? Integer.parseInt(typedDays) : 0,
          scopes(),
          in(),
          Stream.of(How.values()).filter(how -> how.name().equals(consent)).findFirst(),
          id(Plain.line(renews)),
          false);
    }

    List<String> scopes() {
      return scope == null ? List.of() : scope.stream().map(Plain::line).distinct().toList();
    }

    Language in() {
      return Language.find(Plain.line(language)).orElse(Language.FR);
    }

    boolean has(String field, String value) {
      return switch (field) {
        case "days" -> value.equals(days);
        case "consent" -> value.equals(consent);
        case "language" -> value.equals(in().code());
        default -> scopes().contains(value);
      };
    }
  }

  /// What the list shows.
  record ListView(Mandates mandates, List<Mandate> lines, boolean disabled) {
    State state(Mandate one) {
      return one.state(mandates.now());
    }
  }

  /// What the form and its preview show.
  ///
  /// @param name of the form
  record View(
      Form form, String name, List<ActKind> kinds, Wish wish, Map<String, String> problems) {
    @Nullable String problem(Page page, String field) {
      var key = problems.get(field);
      return key == null ? null : page.say(key);
    }
  }

  /// What the card shows: once, since the code is not kept.
  ///
  /// @param address where the person sees their mandate with reference and code
  /// @param next where the page leads
  record Card(
      Mandate mandate, String code, boolean letter, String address, String next, QrDrawing qr) {
    static ModelAndView page(
        Making.Made made, Mandates mandates, String next, HttpServletResponse response) {
      response.setHeader("Cache-Control", "no-store");
      var one = made.mandate();
      var address = mandates.address(one, made.code());
      var typed = address.substring(0, address.indexOf("/" + one.reference()));
      return new ModelAndView("people/mandates/card")
          .addObject(
              "card",
              new Card(one, made.code(), made.letter(), typed, next, QrDrawing.of(address)));
    }
  }

  /// What the page of one mandate shows.
  ///
  /// @param said the key of the words that say what was done, or why not
  /// @param wrong whether it was not
  record OneView(
      Seen seen, State state, Map<String, String> kinds, String said, boolean wrong, String about) {
    /// A new name for each form of the page.
    UUID form() {
      return UUID.randomUUID();
    }
  }

  @GetMapping
  ModelAndView list(SignedIn who) {
    return new ModelAndView("people/mandates/list")
        .addObject(
            "view",
            new ListView(mandates, mandates.listOf(who.id()), mandates.isDisabled(who.id())));
  }

  @GetMapping("/new")
  ModelAndView ask(@RequestParam(defaultValue = "") String renews, SignedIn who) {
    var old = id(renews).flatMap(id -> mandates.find(who.id(), id)).map(Seen::mandate);
    return page("new", old.map(Form::renewing).orElse(Form.EMPTY), Map.of());
  }

  @PostMapping("/new")
  ModelAndView make(Form form, SignedIn who, HttpServletResponse response) {
    var act = Plain.line(form.act());
    if (!act.equals("make")) {
      var problems = act.equals("preview") ? mandates.check(form.wish()) : Map.<String, String>of();
      return page(act.equals("preview") && problems.isEmpty() ? "preview" : "new", form, problems);
    }
    return switch (mandates.make(Actor.of(who), form.wish())) {
      case Making.Made made -> card(made, response);
      case Making.Known(Mandate known) -> one(who, known.id(), "people.mandates.known", false, "");
      case Making.Refused(var problems) ->
          page(
              problems.keySet().equals(java.util.Set.of("consent")) ? "preview" : "new",
              form,
              problems);
      case Making.Disabled() ->
          page("new", form, Map.of("helper", "people.mandates.acting.disabled"));
    };
  }

  private ModelAndView page(String name, Form form, Map<String, String> problems) {
    var wish = form.wish();
    return new ModelAndView("people/mandates/" + name, Fields.status(problems))
        .addObject(
            "view", new View(form, wish.form().toString(), mandates.kinds(), wish, problems));
  }

  private ModelAndView card(Making.Made made, HttpServletResponse response) {
    return Card.page(made, mandates, "/staff/helping/" + made.mandate().id(), response);
  }

  @GetMapping("/{id:[0-9a-f-]{36}}")
  ModelAndView one(
      @PathVariable String id, @RequestParam(defaultValue = "") String done, SignedIn who) {
    var said = List.of("acted", "ended").contains(done) ? "people.mandates.done." + done : "";
    return one(who, id(id).orElseThrow(HelpingPage::nowhere), said, false, "");
  }

  private ModelAndView one(SignedIn who, UUID id, String said, boolean wrong, String about) {
    var seen = mandates.find(who.id(), id).orElseThrow(HelpingPage::nowhere);
    var kinds = new LinkedHashMap<String, String>();
    mandates.kinds().forEach(kind -> kinds.put(kind.code(), kind.words()));
    var state = seen.mandate().state(mandates.now());
    return new ModelAndView(
            "people/mandates/one", wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
        .addObject("view", new OneView(seen, state, kinds, said, wrong, about));
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/act")
  ModelAndView act(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String form,
      SignedIn who,
      HttpServletRequest request) {
    var mandate = id(id).orElseThrow(HelpingPage::nowhere);
    var acting =
        mandates.act(
            mandate, Actor.of(who), Plain.line(kind), Plain.line(about), Plain.formName(form));
    return switch (acting) {
      case Acting.Done _ -> back(mandate, "acted", request);
      case Acting.NotYours() -> throw nowhere();
      case Acting.Expired _, Acting.Revoked _, Acting.OutOfScope _, Acting.Disabled() ->
          one(who, mandate, acting.words(), true, Plain.line(about));
    };
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/end")
  ModelAndView end(@PathVariable String id, SignedIn who, HttpServletRequest request) {
    var mandate = id(id).orElseThrow(HelpingPage::nowhere);
    mandates.end(Actor.of(who), mandate);
    return back(mandate, "ended", request);
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/card")
  ModelAndView card(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(required = false) @Nullable String email,
      SignedIn who,
      HttpServletResponse response) {
    var mandate = id(id).orElseThrow(HelpingPage::nowhere);
    var address = Optional.ofNullable(email).map(Plain::line);
    return mandates
        .giveNewCode(Actor.of(who), mandate, Plain.formName(form), address)
        .map(making ->
            switch (making) {
              case Making.Made made -> card(made, response);
              case Making.Refused _ -> one(who, mandate, "people.mandates.problem.email", true, "");
              case Making.Known _, Making.Disabled _ ->
                  one(who, mandate, "people.mandates.card.known", false, "");
            })
        .orElseGet(() -> one(who, mandate, "people.mandates.acting.over", true, ""));
  }

  private ModelAndView back(UUID id, String done, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/helping/" + id + "?done=" + done));
  }

  private static Optional<UUID> id(String typed) {
    return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(typed))
        : Optional.empty();
  }

  private static ResponseStatusException nowhere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
