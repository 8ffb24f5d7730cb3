package org.foyal.learning.courses.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.desk.Choices.Offered;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
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

/// The staff's web door to rooms, trainers and equipment.
@Controller
@For({Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/learning/resources")
class ResourcesPage {
  private final Resources resources;
  private final Accounts accounts;
  private final Choices choices;
  private final Pages pages;

  ResourcesPage(Resources resources, Accounts accounts, Choices choices, Pages pages) {
    this.resources = resources;
    this.accounts = accounts;
    this.choices = choices;
    this.pages = pages;
  }

  /// A resource as typed.
  ///
  /// @param account the e-mail address of a trainer who signs in
  /// @param whole the room that a new room is part of
  record Form(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String place,
      @Nullable String seats,
      @Nullable String account,
      @Nullable String active,
      @Nullable String whole,
      @Nullable String form,
      @Nullable String version) {}

  /// What the page shows.
  ///
  /// @param edited the one that the form is about; nothing when it is new
  /// @param parts rooms that are part of another one, each with that one
  record View(
      Offered offered,
      Optional<Resource> edited,
      Kind kind,
      Form form,
      Map<String, String> problems,
      Map<UUID, UUID> parts,
      boolean done) {
    /// The name of the room that a room is part of, or nothing.
    Optional<String> whole(Resource part) {
      return Optional.ofNullable(parts.get(part.id())).map(this::name);
    }

    private String name(UUID id) {
      return offered.resources().stream()
          .filter(one -> one.id().equals(id))
          .map(Resource::name)
          .findFirst()
          .orElse("–");
    }

    /// The rooms that a new one may be part of, with their places.
    Map<String, String> wholes(Page page) {
      var all = offered.rooms(page);
      parts.keySet().forEach(part -> all.remove(part.toString()));
      return all;
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }

    List<Resource> all(Kind of) {
      return offered.resources().stream().filter(one -> one.kind() == of).toList();
    }
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String done) {
    var form = new Form(kind, "", "", "", "", "yes", "", UUID.randomUUID().toString(), "");
    return page(Optional.empty(), kind(kind), form, Map.of(), "yes".equals(done));
  }

  @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ModelAndView edit(@PathVariable String id) {
    var one = find(id);
    var form =
        new Form(
            one.kind().name(),
            one.name(),
            one.place().map(UUID::toString).orElse(""),
            one.seats().isPresent() ? Integer.toString(one.seats().getAsInt()) : "",
            one.account().flatMap(accounts::find).map(Account::email).orElse(""),
            one.active() ? "yes" : "",
            "",
            "",
            Integer.toString(one.version()));
    return page(Optional.of(one), one.kind(), form, Map.of(), false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var kind = kind(form.kind());
    var made = read(Plain.formName(form.form()), kind, Optional.empty(), form, fields);
    if (fields.good()
        && !add(Actor.of(who), made.orElseThrow(), form)
        && resources.find(made.orElseThrow().id()).isEmpty()) {
      fields.refuse("account", "learning.courses.problem.account.taken");
      fields.refuse("whole", "learning.courses.why.ROOM_ELSEWHERE");
    }
    return fields.good()
        ? there(request)
        : page(Optional.empty(), kind, form, fields.problems(), false);
  }

  private boolean add(Actor by, Resource made, Form form) {
    var whole = Plain.line(form.whole());
    if (made.kind() != Kind.ROOM || whole.isEmpty()) {
      return resources.add(by, made);
    }
    return SessionForm.id(whole).filter(id -> resources.add(by, made, id)).isPresent();
  }

  @PostMapping("/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
  ModelAndView update(
      @PathVariable String id, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(id);
    var fields = new Fields();
    var made = read(one.id(), one.kind(), one.place(), form, fields);
    var crowding = Optional.<Session>empty();
    if (fields.good() && !resources.update(Actor.of(who), made.orElseThrow())) {
      crowding = resources.crowding(made.orElseThrow());
      crowding.ifPresent(_ -> fields.refuse("seats", "learning.courses.why.ROOM_CROWDED"));
      var other = made.flatMap(Resource::account).flatMap(resources::findTrainer);
      if (other.filter(trainer -> !trainer.id().equals(one.id())).isPresent()) {
        fields.refuse("account", "learning.courses.problem.account.taken");
      } else if (crowding.isEmpty()) {
        fields.refuse("version", "learning.courses.problem.overtaken");
      }
    }
    return fields.good()
        ? there(request)
        : page(Optional.of(find(id)), one.kind(), form, fields.problems(), false)
            .addObject("crowding", crowding);
  }

  /// @param stays where a room is already: it does not move, another room is another one
  private Optional<Resource> read(
      UUID id, Kind kind, Optional<UUID> stays, Form form, Fields fields) {
    var name = fields.line("name", form.name(), 100);
    if (name.isEmpty()) {
      fields.refuse("name", "cases.problem.empty");
    }
    var place = kind == Kind.ROOM ? stays.or(() -> place(form, fields)) : stays;
    var seats =
        kind == Kind.ROOM
            ? OptionalInt.of(
                fields.number("seats", form.seats(), 1, 500, "learning.courses.why.SEATS"))
            : OptionalInt.empty();
    var account = kind == Kind.TRAINER ? account(form, fields) : Optional.<UUID>empty();
    return fields.good()
        ? Optional.of(
            new Resource(
                id,
                kind,
                name,
                place,
                seats,
                account,
                form.version() == null || "yes".equals(form.active()),
                false,
                Versions.read(form.version())))
        : Optional.empty();
  }

  private Optional<UUID> place(Form form, Fields fields) {
    var place = SessionForm.id(form.place());
    boolean known =
        place
            .filter(id -> choices.now().places().stream().anyMatch(one -> one.id().equals(id)))
            .isPresent();
    if (!known) {
      fields.refuse("place", "learning.courses.why.PLACE");
    }
    return place;
  }

  private Optional<UUID> account(Form form, Fields fields) {
    var typed = Plain.line(form.account());
    var found = typed.isEmpty() ? Optional.<Account>empty() : accounts.findByEmail(typed);
    if (!typed.isEmpty() && found.isEmpty()) {
      fields.refuse("account", "learning.courses.problem.account");
    }
    return found.map(Account::id);
  }

  private static Kind kind(@Nullable String typed) {
    return Stream.of(Kind.values())
        .filter(one -> one.name().equals(typed))
        .findFirst()
        .orElse(Kind.ROOM);
  }

  private Resource find(String id) {
    return SessionForm.id(id)
        .flatMap(resources::find)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/learning/resources?done=yes"));
  }

  private ModelAndView page(
      Optional<Resource> edited, Kind kind, Form form, Map<String, String> problems, boolean done) {
    return new ModelAndView("learning/courses/desk/resources", Fields.status(problems))
        .addObject(
            "view", new View(choices.now(), edited, kind, form, problems, resources.parts(), done))
        .addObject("crowding", Optional.empty());
  }
}
