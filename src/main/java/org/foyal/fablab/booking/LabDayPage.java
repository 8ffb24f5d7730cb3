package org.foyal.fablab.booking;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff’s web door to a day of the lab: who comes, who came, who supervises, what is closed.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/day")
class LabDayPage {
  private static final int DAYS = 7;
  private static final int YEARS = 5;
  private static final int LONGEST_WORDS = 200;

  private final LabDays days;
  private final Bookings bookings;
  private final Machines machines;
  private final Members members;
  private final ShellSettings city;
  private final Weighing.Now now;

  LabDayPage(
      LabDays days,
      Bookings bookings,
      Machines machines,
      Members members,
      ShellSettings city,
      Weighing.Now now) {
    this.days = days;
    this.bookings = bookings;
    this.machines = machines;
    this.members = members;
    this.city = city;
    this.now = now;
  }

  /// What the page shows.
  ///
  /// @param names what people and machines are called, by identifier
  /// @param told the key of the words that say what was done, or why not, or nothing
  record View(
      LocalDate day,
      List<LocalDate> days,
      List<Booking> bookings,
      List<Duty> duties,
      List<LabDays.Group> groups,
      Map<UUID, String> names,
      List<Machine> machines,
      String form,
      String told,
      boolean good) {
    String name(UUID id) {
      return names.getOrDefault(id, "");
    }

    List<State> outcomes() {
      return List.of(State.PRESENT, State.LATE, State.NO_SHOW);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String day) {
    return page(day(day), "", true);
  }

  private LocalDate day(String typed) {
    var today = now.day(now.instant());
    try {
      var day = LocalDate.parse(typed);
      return day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS))
          ? today
          : day;
    } catch (DateTimeParseException none) {
      return today;
    }
  }

  private Span whole(LocalDate day) {
    var zone = city.timeZone();
    return new Span(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private ModelAndView page(LocalDate day, String told, boolean good) {
    var bookings = days.within(whole(day));
    var names = new HashMap<UUID, String>();
    members
        .who(bookings.stream().map(Booking::member).collect(Collectors.toSet()))
        .forEach((id, who) -> names.put(id, who.name()));
    machines.list().forEach(one -> names.put(one.id(), one.name()));
    var today = now.day(now.instant());
    var view =
        new View(
            day,
            today.datesUntil(today.plusDays(DAYS)).toList(),
            bookings,
            days.duties(whole(day)),
            days.groups(whole(day)),
            names,
            machines.list(),
            UUID.randomUUID().toString(),
            told,
            good);
    return new ModelAndView(
            "fablab/booking/day", good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }

  @PostMapping("/came")
  ModelAndView came(
      @RequestParam(defaultValue = "") String day,
      @RequestParam UUID booking,
      @RequestParam(defaultValue = "") String state,
      SignedIn who) {
    var noted =
        Stream.of(State.values())
            .filter(one -> one.name().equals(state))
            .findFirst()
            .filter(one -> days.note(Actor.of(who), booking, one));
    return page(
        day(day), "fablab.booking.day.came" + (noted.isPresent() ? "" : ".not"), noted.isPresent());
  }

  /// What is typed to book for somebody.
  record Somebody(
      @Nullable String form,
      @Nullable String reference,
      @Nullable UUID machine,
      @Nullable String from,
      @Nullable String until) {}

  /// Books for somebody who is at the counter, or on the telephone.
  @PostMapping("/book")
  ModelAndView book(@RequestParam(defaultValue = "") String day, Somebody typed, SignedIn who) {
    var span = span(day(day), Plain.line(typed.from()), Plain.line(typed.until()));
    var member = Reference.read(Plain.line(typed.reference())).flatMap(members::findAtTheCounter);
    var machine = typed.machine();
    if (span.isEmpty() || member.isEmpty() || machine == null) {
      return page(day(day), "fablab.booking.day.book.not", false);
    }
    var asked =
        new Asked(
            Plain.formName(typed.form()),
            member.get().id(),
            machine,
            span.get(),
            false,
            Optional.of(who.id()),
            member.get().example());
    var why = Refused.words(bookings.book(asked));
    return page(day(day), why.orElse("fablab.booking.day.book"), why.isEmpty());
  }

  @PostMapping("/duty")
  ModelAndView duty(
      @RequestParam(defaultValue = "") String day,
      @RequestParam UUID form,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      SignedIn who) {
    var span = span(day(day), from, until);
    boolean done =
        span.isPresent() && days.onDuty(Actor.of(who), form, who.id(), span.get(), false);
    return page(day(day), "fablab.booking.day.duty" + (done ? "" : ".not"), done);
  }

  private Optional<Span> span(LocalDate day, String from, String until) {
    try {
      var start = day.atTime(LocalTime.parse(from)).atZone(city.timeZone()).toInstant();
      var end = day.atTime(LocalTime.parse(until)).atZone(city.timeZone()).toInstant();
      return end.isAfter(start) ? Optional.of(new Span(start, end)) : Optional.empty();
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  @PostMapping("/duty/off")
  ModelAndView off(
      @RequestParam(defaultValue = "") String day, @RequestParam UUID duty, SignedIn who) {
    boolean done = days.offDuty(Actor.of(who), duty) == 0;
    return page(day(day), "fablab.booking.day.off" + (done ? "" : ".not"), done);
  }

  @PostMapping("/close")
  ModelAndView close(
      @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable UUID machine,
      @RequestParam(defaultValue = "") String words,
      SignedIn who) {
    var why = Plain.text(words);
    if (machine == null && (why.isEmpty() || why.length() > LONGEST_WORDS)) {
      return page(day(day), "fablab.booking.day.close.not", false);
    }
    days.close(Actor.of(who), Optional.ofNullable(machine), whole(day(day)), why);
    return page(day(day), "fablab.booking.day.close", true);
  }
}
