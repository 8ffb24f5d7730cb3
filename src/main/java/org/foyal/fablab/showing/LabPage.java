package org.foyal.fablab.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.fablab.machines.LabEntry;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the lab: what stands there, whether it is open, and where to go on.
@Controller
class LabPage {
  private static final int CLOSED_SHOWN_days = 30;

  private final Machines machines;
  private final LabHours hours;
  private final LabWords words;
  private final Pages pages;
  private final Clock clock;
  private final ObjectProvider<LabEntry> entries;

  LabPage(
      Machines machines,
      LabHours hours,
      LabWords words,
      Pages pages,
      Clock clock,
      ObjectProvider<LabEntry> entries) {
    this.machines = machines;
    this.hours = hours;
    this.words = words;
    this.pages = pages;
    this.clock = clock;
    this.entries = entries;
  }

  @Bean
  static Door labDoor() {
    return new Door("/fablab", "fablab.showing", 5, Door.Audience.EVERYBODY);
  }

  @Bean
  static LabEntry mineEntry() {
    return new LabEntry("/fablab/mine", "fablab.showing.mine", 90);
  }

  /// A kind of machine, with how many of it stand there and can be used.
  record Kind(MachineType type, int machines, int available) {}

  /// Whether the lab is open.
  ///
  /// @param kind of the opening that holds; nothing while it is closed
  /// @param at until when it is open, or when it opens; nothing: nobody knows
  record Open(Optional<Opening.Kind> kind, Optional<String> at) {}

  /// What the page shows.
  ///
  /// @param invented whether hours of a demonstration are among them
  /// @param closed the next days on which it is closed, and why
  record View(
      Open open,
      List<LabWords.Day> week,
      boolean invented,
      Map<LocalDate, String> closed,
      List<Kind> kinds,
      List<LabEntry> entries) {}

  @GetMapping("/fablab")
  ModelAndView lab(HttpServletRequest request) {
    var reader = pages.of(request).language();
    var now = clock.instant();
    var today = words.day(now);
    var at = hours.at(now);
    var open =
        at.map(one ->
                new Open(Optional.of(one.kind()), Optional.of(words.hour(one.until(), reader))))
            .orElseGet(() ->
                new Open(
                    Optional.empty(),
                    hours.next(now).map(next -> words.moment(next.from(), reader))));
    var closed =
        hours.closed().entrySet().stream()
            .filter(day -> !day.getKey().isBefore(today))
            .filter(day -> day.getKey().isBefore(today.plusDays(CLOSED_SHOWN_days)))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, _) -> one,
                    java.util.TreeMap::new));
    var view =
        new View(
            open,
            words.week(today, reader),
            hours.listWeekly().stream().anyMatch(WeeklyHours::example),
            closed,
            kinds(),
            entries.stream().sorted(Comparator.comparingInt(LabEntry::order)).toList());
    return new ModelAndView("fablab/showing/lab").addObject("view", view);
  }

  private List<Kind> kinds() {
    var standing =
        machines.list().stream()
            .filter(one -> one.condition().state() != Machine.State.RETIRED)
            .collect(Collectors.groupingBy(Machine::type));
    return machines.listTypes().stream()
        .filter(MachineType::active)
        .map(type -> {
          var some = standing.getOrDefault(type.code(), List.of());
          return new Kind(
              type, some.size(), (int) some.stream().filter(Machine::available).count());
        })
        .toList();
  }
}
