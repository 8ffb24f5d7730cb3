package org.foyal.fablab.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.fablab.machines.Fault;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineFaults;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the lab: what is broken, what is to be serviced, how each machine
/// stands.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab")
class LabDeskPage {
  private static final int LONGEST = 300;

  private final Machines machines;
  private final MachineFaults faults;

  LabDeskPage(Machines machines, MachineFaults faults) {
    this.machines = machines;
    this.faults = faults;
  }

  @Bean
  static Door labDeskDoor() {
    return new Door(
        "/staff/fablab", "fablab.desk", 30, Door.Audience.STAFF, Role.FABLAB, Role.ADMIN);
  }

  /// A fault with the machine that it is about.
  record Broken(Fault fault, Machine machine) {}

  /// What the page shows.
  ///
  /// @param told the key of the words that say what was done, or nothing
  record View(
      List<Broken> faults,
      List<Machine> due,
      List<Machine> all,
      Map<String, MachineType> types,
      String told) {
    /// The title of a machine’s kind.
    String kind(Machine machine, Language reader) {
      var type = types.get(machine.type());
      return type == null ? machine.type() : type.title().in(reader);
    }
  }

  /// An answer as typed.
  ///
  /// @param mended `yes`, or nothing was wrong
  record Form(@Nullable String mended, @Nullable String words) {}

  @GetMapping
  ModelAndView desk() {
    return page("");
  }

  @PostMapping("/faults/{id}")
  ModelAndView answer(@PathVariable String id, Form form, SignedIn who) {
    var fault = Typed.id(id).orElseThrow(Typed::nowhere);
    var words = Plain.line(form.words());
    boolean done =
        faults.answer(
            Actor.of(who),
            fault,
            "yes".equals(form.mended()),
            words.substring(0, Math.min(LONGEST, words.length())));
    return page(done ? "fablab.desk.done.fault" : "fablab.desk.problem.answered");
  }

  private ModelAndView page(String told) {
    var all = machines.list();
    var byId = all.stream().collect(Collectors.toMap(Machine::id, one -> one));
    var broken =
        faults.listOpen().stream()
            .flatMap(fault ->
                java.util.Optional.ofNullable(byId.get(fault.machine()))
                    .map(machine -> new Broken(fault, machine))
                    .stream())
            .toList();
    var view = new View(broken, machines.listServiceDue(), all, machines.typesByCode(), told);
    return new ModelAndView("fablab/desk/desk").addObject("view", view);
  }
}
