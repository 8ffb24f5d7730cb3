package org.foyal.fablab.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.foyal.fablab.ladder.LadderWords;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Told;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to a kind of machine: what it is, what can hurt, what it asks, where one
/// learns it.
@Controller
class MachineTypePage {
  private static final int SESSIONS = 5;

  private final Machines machines;
  private final LadderWords words;
  private final Pages pages;

  MachineTypePage(Machines machines, LadderWords words, Pages pages) {
    this.machines = machines;
    this.words = words;
    this.pages = pages;
  }

  /// What one must be granted at another kind before.
  record Asked(String code, Told title, Level level) {}

  /// What the page shows.
  ///
  /// @param next the next sessions that teach it
  record View(
      MachineType type, List<Machine> machines, List<Asked> needs, List<LadderWords.Next> next) {
    Level toBook() {
      return Level.of(type.rules().levelToBook());
    }

    /// The levels that whoever reads can reach.
    List<Level> levels() {
      return List.of(
          Level.OBSERVER,
          Level.SUPERVISED,
          Level.AUTONOMOUS_STAFFED,
          Level.AUTONOMOUS,
          Level.REFERENT);
    }
  }

  @GetMapping("/fablab/machines/{code:[a-z0-9-]{1,60}}")
  ModelAndView one(@PathVariable String code, HttpServletRequest request) {
    var types = machines.typesByCode();
    var type = types.get(code);
    if (type == null || !type.active()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var needs =
        type.rules().needs().stream()
            .flatMap(one ->
                Optional.ofNullable(types.get(one.type()))
                    .map(about -> new Asked(one.type(), about.title(), Level.of(one.level())))
                    .stream())
            .toList();
    var view =
        new View(
            type,
            machines.listOf(code),
            needs,
            words.next(type, SESSIONS, pages.of(request).language()));
    return new ModelAndView("fablab/showing/type").addObject("view", view);
  }
}
