package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.machines.Fault.Channel;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machine.Condition;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.fablab.machines.Machine.Wear;
import org.foyal.fablab.machines.MachineFaults;
import org.foyal.fablab.machines.Machines;
import org.foyal.people.Actor;
import org.foyal.people.keys.QrDrawing;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one machine: what it is called, how it stands, its service, and the QR
/// code by which anybody at it says that it is broken.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/machines")
class MachineDeskPage {
  private static final int HISTORY = 50;
  private static final int LONGEST = 300;

  private final Machines machines;
  private final MachineFaults faults;
  private final SiteAddress site;
  private final Pages pages;

  MachineDeskPage(Machines machines, MachineFaults faults, SiteAddress site, Pages pages) {
    this.machines = machines;
    this.faults = faults;
    this.site = site;
    this.pages = pages;
  }

  /// A machine as typed.
  ///
  /// @param act nothing to save it, `state`, `serviced` or `fault`
  /// @param words why it stands as it does, or what is wrong
  record Form(
      @Nullable String id,
      @Nullable String name,
      @Nullable String type,
      @Nullable String space,
      @Nullable String service,
      @Nullable String version,
      @Nullable String act,
      @Nullable String state,
      @Nullable String words,
      @Nullable String dangerous) {

    static Form of(Machine one) {
      return new Form(
          one.id().toString(),
          one.name(),
          one.type(),
          one.space().toString(),
          one.wear().serviceEvery_hours().map(String::valueOf).orElse(""),
          Integer.toString(one.version()),
          "",
          one.condition().state().name(),
          "",
          "");
    }
  }

  /// What the page shows.
  ///
  /// @param edited nothing: it is new
  /// @param told the key of the words that say what was done, or nothing
  record View(
      Optional<Machine> edited,
      Form form,
      Map<String, String> types,
      Map<String, String> spaces,
      List<Machines.Happened> history,
      Optional<QrDrawing> qr,
      String address,
      Map<String, String> problems,
      String told) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// How it can stand, by the words.
    Map<String, String> states(Page page) {
      var all = new LinkedHashMap<String, String>();
      Stream.of(State.values())
          .forEach(one -> all.put(one.name(), page.say("fablab.machines.state." + one)));
      return all;
    }
  }

  @GetMapping("/add")
  ModelAndView fresh(HttpServletRequest request) {
    return page(request, Optional.empty(), fresh(), Map.of(), "");
  }

  private static Form fresh() {
    return new Form(UUID.randomUUID().toString(), "", "", "", "", "0", "", "", "", "");
  }

  @GetMapping("/{id}")
  ModelAndView one(@PathVariable String id, HttpServletRequest request) {
    var machine = known(id);
    return page(request, Optional.of(machine), Form.of(machine), Map.of(), "");
  }

  @PostMapping("/add")
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(form, fields, Optional.empty());
    if (!fields.good() || made.isEmpty()) {
      return page(request, Optional.empty(), form, fields.problems(), "");
    }
    return switch (machines.add(Actor.of(who), made.get())) {
      case DONE -> shown(request, made.get().id(), "fablab.desk.done.saved");
      case TAKEN, OVERTAKEN, CIRCLE, UNKNOWN ->
          page(request, Optional.empty(), form, Map.of("type", "fablab.desk.problem.unknown"), "");
    };
  }

  @PostMapping("/{id}")
  ModelAndView act(@PathVariable String id, Form form, SignedIn who, HttpServletRequest request) {
    var machine = known(id);
    var by = Actor.of(who);
    return switch (Plain.line(form.act())) {
      case "state" -> state(machine, form, by, request);
      case "serviced" -> {
        machines.serviced(by, machine.id());
        yield shown(request, machine.id(), "fablab.desk.done.serviced");
      }
      case "fault" -> fault(machine, form, request);
      default -> save(machine, form, by, request);
    };
  }

  private ModelAndView state(Machine machine, Form form, Actor by, HttpServletRequest request) {
    var fields = new Fields();
    var words = fields.line("words", form.words(), LONGEST);
    var state =
        Stream.of(State.values()).filter(one -> one.name().equals(form.state())).findFirst();
    if (state.isEmpty()) {
      fields.refuse("state", "fablab.desk.problem.unknown");
    }
    if (!fields.good() || state.isEmpty()) {
      return page(request, Optional.of(machine), Form.of(machine), fields.problems(), "");
    }
    machines.state(by, machine.id(), state.get(), Optional.of(words).filter(one -> !one.isEmpty()));
    return shown(request, machine.id(), "fablab.desk.done.state");
  }

  private ModelAndView fault(Machine machine, Form form, HttpServletRequest request) {
    var fields = new Fields();
    var words = fields.text("fault", form.words(), 1000);
    if (words.isEmpty()) {
      fields.refuse("fault", "fablab.desk.problem.words");
    }
    if (!fields.good()) {
      return page(request, Optional.of(machine), Form.of(machine), fields.problems(), "");
    }
    faults.say(
        Plain.formName(form.id()),
        machine.id(),
        words,
        "yes".equals(form.dangerous()),
        Channel.COUNTER);
    return shown(request, machine.id(), "fablab.desk.done.noted");
  }

  private ModelAndView save(Machine machine, Form form, Actor by, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(form, fields, Optional.of(machine));
    if (!fields.good() || made.isEmpty()) {
      return page(request, Optional.of(machine), form, fields.problems(), "");
    }
    return switch (machines.update(by, made.get())) {
      case DONE -> shown(request, machine.id(), "fablab.desk.done.saved");
      case OVERTAKEN -> overtaken(request, machine.id());
      case TAKEN, CIRCLE, UNKNOWN ->
          page(
              request,
              Optional.of(machine),
              form,
              Map.of("type", "fablab.desk.problem.unknown"),
              "");
    };
  }

  private ModelAndView overtaken(HttpServletRequest request, UUID id) {
    var now = machines.find(id).orElseThrow(Typed::nowhere);
    return page(
        request,
        Optional.of(now),
        Form.of(now),
        Map.of("version", "fablab.desk.problem.overtaken"),
        "");
  }

  private Optional<Machine> read(Form form, Fields fields, Optional<Machine> before) {
    var name = fields.line("name", form.name(), 100);
    if (name.isEmpty()) {
      fields.refuse("name", "fablab.desk.problem.name");
    }
    var space = Typed.id(form.space()).flatMap(machines::findSpace);
    if (space.isEmpty()) {
      fields.refuse("space", "fablab.desk.problem.unknown");
    }
    var type =
        Optional.of(Plain.line(form.type())).filter(Plain::isCode).flatMap(machines::findType);
    if (type.isEmpty()) {
      fields.refuse("type", "fablab.desk.problem.unknown");
    }
    var service =
        Plain.line(form.service()).isEmpty()
            ? Optional.<Integer>empty()
            : Optional.of(
                fields.number("service", form.service(), 1, 99_999, "fablab.desk.problem.number"));
    if (space.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Machine(
            before.map(Machine::id).orElseGet(() -> Plain.formName(form.id())),
            type.get().code(),
            space.get().id(),
            name,
            before
                .map(Machine::condition)
                .orElse(new Condition(State.AVAILABLE, Optional.empty(), Instant.EPOCH)),
            new Wear(0, service, 0),
            before.filter(Machine::example).isPresent(),
            Typed.version(form.version())));
  }

  private Machine known(String id) {
    return Typed.id(id).flatMap(machines::find).orElseThrow(Typed::nowhere);
  }

  private ModelAndView shown(HttpServletRequest request, UUID id, String told) {
    var machine = machines.find(id).orElseThrow(Typed::nowhere);
    return page(request, Optional.of(machine), Form.of(machine), Map.of(), told);
  }

  private ModelAndView page(
      HttpServletRequest request,
      Optional<Machine> edited,
      Form form,
      Map<String, String> problems,
      String told) {
    var reader = pages.of(request).language();
    var address =
        edited.map(one -> site.get() + "/" + Language.FR.code() + "/fablab/fault/" + one.id());
    var view =
        new View(
            edited,
            form,
            names(
                machines.listTypes().stream()
                    .map(one -> Map.entry(one.code(), one.title().in(reader)))),
            names(
                machines.listSpaces().stream()
                    .map(one -> Map.entry(one.id().toString(), one.name()))),
            edited.map(one -> machines.history(one.id(), HISTORY)).orElse(List.of()),
            address.map(QrDrawing::of),
            address.orElse(""),
            problems,
            told);
    return new ModelAndView("fablab/desk/machine", Fields.status(problems)).addObject("view", view);
  }

  private static Map<String, String> names(Stream<Map.Entry<String, String>> some) {
    var all = new LinkedHashMap<String, String>();
    some.forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }
}
