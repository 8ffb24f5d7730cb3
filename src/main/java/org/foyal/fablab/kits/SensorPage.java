package org.foyal.fablab.kits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.fablab.kits.SensorPath.Connecting;
import org.foyal.fablab.kits.SensorPath.Standing;
import org.foyal.fablab.ladder.Lessons;
import org.foyal.fablab.machines.LabEntry;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.foyal.things.adding.Code;
import org.foyal.things.devices.Credentials;
import org.foyal.things.showing.Shown;
import org.foyal.things.showing.ShownWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to « Mon capteur sur la carte »: which kits there are, and, by the reference and
/// code of a loan, one step after another to a sensor on the map. A form answers with the page
/// itself: no key stands in an address.
@Controller
class SensorPage {
  private static final int MOST_HITS = 8;
  private static final int CLUBS_SHOWN = 4;

  private final Guesses guesses = new Guesses();
  private final Kits kits;
  private final SensorPath path;
  private final Search search;
  private final Clubs clubs;
  private final Pages pages;

  SensorPage(Kits kits, SensorPath path, Search search, Clubs clubs, Pages pages) {
    this.kits = kits;
    this.path = path;
    this.search = search;
    this.clubs = clubs;
    this.pages = pages;
  }

  @Bean
  static LabEntry sensorEntry() {
    return new LabEntry("/fablab/sensor", "fablab.kits", 40);
  }

  /// The robotics clubs and challenges, and how the page speaks of sensors.
  @Component("kitClubs")
  record Clubs(KitSettings settings, Lessons lessons, Courses courses, ShownWords said) {
    List<Club> next() {
      return settings.clubs().stream()
          .flatMap(code ->
              courses.findCourse(code).stream()
                  .flatMap(course ->
                      lessons.next(code, CLUBS_SHOWN).stream()
                          .map(session -> new Club(course.title(), session))))
          .sorted(Comparator.comparing(club -> club.session().startsAt()))
          .limit(CLUBS_SHOWN)
          .toList();
    }
  }

  /// A session of a club to come.
  record Club(Told title, Session session) {}

  /// What is typed.
  ///
  /// @param act nothing, `built`, `where` (a street is looked for), `connect` or `key`
  /// @param at a place that was found, `latitude,longitude`
  /// @param home `yes`: it is at somebody's
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String q,
      @Nullable String at,
      @Nullable String home) {
    /// What stands in a field.
    static String line(@Nullable String typed) {
      var line = Plain.line(typed);
      return line.length() > 100 ? line.substring(0, 100) : line;
    }
  }

  /// The page before a loan is opened.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Start(List<Kits.Stock> kits, List<Club> clubs, String reference, String problem) {}

  /// The step at which somebody is.
  enum Step {
    BUILD,
    WHERE,
    REPORT,
    DONE
  }

  /// The page of a loan.
  ///
  /// @param hits places that were found for what was sought
  /// @param key shown this once
  /// @param problem the key of words, or nothing
  record View(
      Loan loan,
      Kit kit,
      String code,
      Step step,
      String sought,
      List<Hit> hits,
      Optional<Shown> shown,
      Optional<Credentials> key,
      List<Code> codes,
      ShownWords said,
      String problem) {
    /// A place as the form carries it.
    static String at(Position where) {
      return String.format(Locale.ROOT, "%.6f,%.6f", where.latitude_deg(), where.longitude_deg());
    }
  }

  @GetMapping("/fablab/sensor")
  ModelAndView start() {
    return start("", "", HttpStatus.OK);
  }

  private ModelAndView start(String reference, String problem, HttpStatus status) {
    var shown = kits.list().stream().filter(one -> one.kit().active()).toList();
    return new ModelAndView("fablab/kits/start", status)
        .addObject("start", new Start(shown, clubs.next(), reference, problem));
  }

  @GetMapping("/fablab/sensor/{reference:[A-Za-z0-9-]{8,20}}/{code:[A-Za-z0-9-]{4,20}}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return act(new Form(reference, code, "", "", "", ""), request, response);
  }

  @PostMapping("/fablab/sensor")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    var typed = Form.line(form.reference());
    var reference = Reference.read(typed);
    if (reference.isEmpty()) {
      return start(typed, "fablab.kits.problem.reference", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!guesses.mayTry(reference.get().signs())) {
      return start(typed, "fablab.kits.problem.wait", HttpStatus.TOO_MANY_REQUESTS);
    }
    var loan = kits.find(reference.get(), Form.line(form.code()));
    if (loan.isEmpty()) {
      boolean goOn = guesses.mayGoOn(request.getRemoteAddr(), reference.get().signs());
      return goOn
          ? start(typed, "fablab.kits.problem.code", HttpStatus.UNPROCESSABLE_CONTENT)
          : start(typed, "fablab.kits.problem.wait", HttpStatus.TOO_MANY_REQUESTS);
    }
    var by =
        new Actor(null, pages.of(request).say("fablab.kits.borrower"), request.getRemoteAddr());
    return go(by, loan.get(), form);
  }

  private ModelAndView go(Actor by, Loan loan, Form form) {
    return switch (Form.line(form.act())) {
      case "built" -> {
        path.built(loan);
        yield show(loan, form, Optional.empty(), "");
      }
      case "connect" -> connect(by, loan, form);
      case "key" -> show(loan, form, path.newKey(by, loan), "");
      default -> show(loan, form, Optional.empty(), "");
    };
  }

  private ModelAndView connect(Actor by, Loan loan, Form form) {
    var found = Form.line(form.at()).split(",", -1);
    var where = found.length == 2 ? Position.read(found[0], found[1]) : Optional.<Position>empty();
    if (where.isEmpty()) {
      return show(loan, form, Optional.empty(), "fablab.kits.problem.where");
    }
    var standing = new Standing(where.get(), "yes".equals(form.home()));
    return switch (path.connect(by, loan, standing)) {
      case Connecting.Connected(var key) -> show(loan, form, Optional.of(key), "");
      case Connecting.Already() -> show(loan, form, Optional.empty(), "");
      case Connecting.Outside() ->
          show(loan, form, Optional.empty(), "fablab.kits.problem.outside");
      case Connecting.NotNow() -> show(loan, form, Optional.empty(), "fablab.kits.problem.not-now");
    };
  }

  private ModelAndView show(Loan before, Form form, Optional<Credentials> key, String problem) {
    var loan = kits.findLoan(before.id()).orElseThrow();
    var kit = kits.find(loan.kit()).orElseThrow();
    var shown = path.shown(loan);
    var sought = Form.line(form.q());
    var hits =
        Stream.of(sought)
            .filter(text -> !text.isEmpty())
            .flatMap(text -> search.find(text, MOST_HITS).hits().stream())
            .filter(hit -> hit.where() != null)
            .toList();
    var codes = shown.flatMap(one -> key.map(drawn -> path.codes(one, drawn))).orElse(List.of());
    var view =
        new View(
            loan,
            kit,
            kits.code(loan),
            step(loan, shown),
            sought,
            hits,
            shown,
            key,
            codes,
            clubs.said(),
            problem);
    return new ModelAndView(
            "fablab/kits/mine",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }

  private static Step step(Loan loan, Optional<Shown> shown) {
    if (shown.isPresent()) {
      return shown.get().heard().isPresent() ? Step.DONE : Step.REPORT;
    }
    return loan.builtAt().isPresent() ? Step.WHERE : Step.BUILD;
  }
}
