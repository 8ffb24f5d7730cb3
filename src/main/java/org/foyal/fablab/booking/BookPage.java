package org.foyal.fablab.booking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.ladder.LadderWords;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to booking a machine: a day, then a time, then who one is by the reference and code
/// of one’s card. No page says who else has booked.
@Controller("fablabBookPage")
class BookPage {
  private static final int WRONG_AN_HOUR = 30;
  private static final int DAYS = 14;
  private static final int MOST_DAYS = 366;
  private static final int STEP = 30;
  private static final int MOST_LENGTHS = 8;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Bookings bookings;
  private final Machines machines;
  private final Members members;
  private final Frame frame;

  /// What the page says things with.
  @Component("fablabBookFrame")
  record Frame(
      BookingLetters letters,
      LadderWords ladder,
      ShellSettings city,
      Weighing.Now now,
      Pages pages) {}

  BookPage(Bookings bookings, Machines machines, Members members, Frame frame) {
    this.bookings = bookings;
    this.machines = machines;
    this.members = members;
    this.frame = frame;
  }

  /// A while that can be chosen.
  record Choice(String value, String words) {}

  /// What is typed.
  record Form(
      @Nullable String form,
      @Nullable String start,
      @Nullable String minutes,
      @Nullable String reference,
      @Nullable String code,
      @Nullable String line) {}

  /// The page.
  ///
  /// @param days those that can be chosen
  record View(
      MachineType type,
      Machine machine,
      LocalDate day,
      List<LocalDate> days,
      int minutes,
      List<Integer> lengths,
      List<Choice> choices,
      Form form,
      Why why) {}

  /// Why it was not booked.
  ///
  /// @param problem the key of the words that say so; empty: nothing was tried
  /// @param missing what somebody lacks
  record Why(String problem, List<LadderWords.Line> missing) {
    static final Why NOTHING = new Why("", List.of());

    static Why of(String problem) {
      return new Why("fablab.booking.problem." + problem, List.of());
    }
  }

  /// What is looked at.
  private record Seen(UUID machine, LocalDate day, Form form, Language language) {}

  @GetMapping("/fablab/book/{machine:[0-9a-f-]{36}}")
  ModelAndView choose(
      @PathVariable UUID machine,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String minutes,
      HttpServletRequest request) {
    var empty = new Form(UUID.randomUUID().toString(), "", minutes, "", "", "");
    return page(new Seen(machine, day(day), empty, language(request)), Why.NOTHING, HttpStatus.OK);
  }

  private Language language(HttpServletRequest request) {
    return frame.pages().of(request).language();
  }

  private LocalDate today() {
    return frame.now().day(frame.now().instant());
  }

  private LocalDate day(String typed) {
    try {
      var day = LocalDate.parse(typed);
      return day.isBefore(today()) || day.isAfter(today().plusYears(1)) ? today() : day;
    } catch (DateTimeParseException none) {
      return today();
    }
  }

  private ModelAndView page(Seen seen, Why why, HttpStatus status) {
    var machine = machines.find(seen.machine()).orElseThrow(BookPage::absent);
    var type = machines.findType(machine.type()).orElseThrow(BookPage::absent);
    int minutes = minutes(type, seen.form().minutes());
    return new ModelAndView("fablab/booking/book", status)
        .addObject(
            "view",
            new View(
                type,
                machine,
                seen.day(),
                today().datesUntil(today().plusDays(DAYS)).toList(),
                minutes,
                lengths(type),
                choices(seen, minutes),
                seen.form(),
                why));
  }

  private List<Choice> choices(Seen seen, int minutes) {
    var zone = frame.city().timeZone();
    var start = seen.day().atStartOfDay(zone).toInstant();
    var from = start.isAfter(frame.now().instant()) ? start : frame.now().instant();
    var until = seen.day().plusDays(1).atStartOfDay(zone).toInstant();
    if (!until.isAfter(from)) {
      return List.of();
    }
    return bookings.free(seen.machine(), new Span(from, until), minutes).stream()
        .map(span ->
            new Choice(
                span.from().toString(),
                frame.letters().hour(span.from(), seen.language())
                    + " – "
                    + frame.letters().hour(span.until(), seen.language())))
        .toList();
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /// Lengths that the kind allows, half an hour apart, eight at the most.
  private static List<Integer> lengths(MachineType type) {
    var times = type.times();
    return IntStream.iterate(
            times.shortest_minutes(), one -> one <= times.longest_minutes(), one -> one + STEP)
        .limit(MOST_LENGTHS)
        .boxed()
        .toList();
  }

  private static int minutes(MachineType type, @Nullable String typed) {
    return lengths(type).stream()
        .filter(one -> String.valueOf(one).equals(typed))
        .findFirst()
        .orElse(type.times().shortest_minutes());
  }

  @PostMapping("/fablab/book/{machine:[0-9a-f-]{36}}")
  ModelAndView book(
      @PathVariable UUID machine,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var start = start(form.start());
    var day = start.map(frame.now()::day).orElseGet(this::today);
    var seen = new Seen(machine, day, form, language(request));
    if (start.isEmpty()) {
      return again(seen, "start");
    }
    if (!wrong.wouldAllow(request.getRemoteAddr())) {
      return page(seen, Why.of("wait"), HttpStatus.TOO_MANY_REQUESTS);
    }
    var member =
        Reference.read(Plain.text(form.reference()))
            .flatMap(one -> members.find(one, Plain.text(form.code())));
    if (member.isEmpty()) {
      wrong.allows(request.getRemoteAddr());
      return again(seen, "code");
    }
    return came(seen, member.get(), start.get());
  }

  private ModelAndView again(Seen seen, String problem) {
    return page(seen, Why.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView came(Seen seen, Member member, Instant start) {
    var type =
        machines
            .find(seen.machine())
            .flatMap(one -> machines.findType(one.type()))
            .orElseThrow(BookPage::absent);
    var form = seen.form();
    var span = new Span(start, start.plus(Duration.ofMinutes(minutes(type, form.minutes()))));
    var asked =
        new Asked(
            form(form.form()),
            member.id(),
            seen.machine(),
            span,
            "yes".equals(form.line()),
            Optional.empty(),
            false);
    return answer(seen, bookings.book(asked), type);
  }

  private ModelAndView answer(Seen seen, Booked came, MachineType type) {
    return switch (came) {
      case Booked.Confirmed(var made, var code) -> done(seen, made, code, type);
      case Booked.Waits(var made, var code, var _) -> done(seen, made, code, type);
      case Booked.SentBefore(var made, var code) -> done(seen, made, code, type);
      case Booked.NotAllowed(var missing) ->
          page(
              seen,
              new Why(
                  "fablab.booking.problem.not-allowed",
                  frame.ladder().of(missing, seen.language())),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Booked.Unknown _ -> throw absent();
      case Booked.Taken _,
          Booked.ElsewhereThen _,
          Booked.NobodySupervises _,
          Booked.OutOfUse _,
          Booked.NotOpen _,
          Booked.Length _,
          Booked.TooSoon _,
          Booked.TooFar _,
          Booked.TooMuchThatDay _,
          Booked.TooManyAhead _ ->
          page(
              seen,
              new Why(Refused.words(came).orElseThrow(), List.of()),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private ModelAndView done(Seen seen, Booking made, String code, MachineType type) {
    var when = frame.letters().when(made.span(), seen.language());
    return new ModelAndView("fablab/booking/mine")
        .addObject("view", new MyBookingPage.View(made, code, when, type, "", true));
  }

  private static UUID form(@Nullable String typed) {
    try {
      return UUID.fromString(String.valueOf(typed));
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID();
    }
  }

  /// A moment that somebody could mean: from yesterday on, within a year.
  private Optional<Instant> start(@Nullable String typed) {
    var now = frame.now().instant();
    try {
      return Optional.of(Instant.parse(String.valueOf(typed)))
          .filter(one -> one.isAfter(now.minus(Duration.ofDays(1))))
          .filter(one -> one.isBefore(now.plus(Duration.ofDays(MOST_DAYS))));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
