package org.foyal.fablab.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.Fault.Channel;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineFaults;
import org.foyal.fablab.machines.Machines;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door by which anybody at a machine says that it is broken: its address is on the
/// machine as a QR code. No account, no name; the number of reports a sender is bounded.
@Controller
@RequestMapping("/fablab/fault")
class FaultPage {
  private static final int REPORTS_AN_HOUR = 10;
  private static final int LONGEST = 1000;

  private final Pace pace = new Pace(REPORTS_AN_HOUR, Duration.ofHours(1));
  private final Machines machines;
  private final MachineFaults faults;

  FaultPage(Machines machines, MachineFaults faults) {
    this.machines = machines;
    this.faults = faults;
  }

  /// What is typed.
  record Form(@Nullable String form, @Nullable String words, @Nullable String dangerous) {}

  /// What the page shows.
  ///
  /// @param done the key of the words that say what became of it, or nothing
  record View(
      Machine machine,
      String form,
      String words,
      boolean dangerous,
      String done,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping("/{machine}")
  ModelAndView ask(@PathVariable String machine) {
    var view = new View(known(machine), UUID.randomUUID().toString(), "", false, "", Map.of());
    return page(view, HttpStatus.OK);
  }

  @PostMapping("/{machine}")
  ModelAndView say(@PathVariable String machine, Form form, HttpServletRequest request) {
    var one = known(machine);
    var fields = new Fields();
    var words = fields.text("words", form.words(), LONGEST);
    if (words.isEmpty()) {
      fields.refuse("words", "fablab.showing.fault.problem.words");
    }
    var name = Plain.formName(form.form());
    boolean dangerous = "yes".equals(form.dangerous());
    if (fields.good() && !pace.allows(request.getRemoteAddr())) {
      fields.refuse("form", "fablab.showing.fault.problem.often");
      return page(
          new View(one, name.toString(), words, dangerous, "", fields.problems()),
          HttpStatus.TOO_MANY_REQUESTS);
    }
    if (!fields.good()) {
      return page(
          new View(one, name.toString(), words, dangerous, "", fields.problems()),
          Fields.status(fields.problems()));
    }
    var done =
        switch (faults.say(name, one.id(), words, dangerous, Channel.MACHINE)) {
          case NOTED ->
              dangerous ? "fablab.showing.fault.done-danger" : "fablab.showing.fault.done";
          case ENOUGH -> "fablab.showing.fault.enough";
          case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    return page(new View(one, "", "", false, done, Map.of()), HttpStatus.OK);
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("fablab/showing/fault", status).addObject("view", view);
  }

  private Machine known(String typed) {
    return id(typed)
        .flatMap(machines::find)
        .filter(one -> one.condition().state() != Machine.State.RETIRED)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<UUID> id(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
