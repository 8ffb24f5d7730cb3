package org.foyal.shell.crisis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.crisis.Crisis.Line;
import org.foyal.shell.crisis.CrisisSwitch.Declared;
import org.foyal.shell.crisis.CrisisSwitch.Thrown;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the switch: what everybody will read is shown before it is
/// thrown.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/crisis")
class CrisisPage {
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_MESSAGE = 400;
  private static final int LONGEST_NUMBERS = 1000;
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final Duration USUAL = Duration.ofHours(24);

  private final CrisisSwitch crisis;
  private final Pages pages;
  private final ShellSettings shell;
  private final Clock clock;

  CrisisPage(CrisisSwitch crisis, Pages pages, ShellSettings shell, Clock clock) {
    this.crisis = crisis;
    this.pages = pages;
    this.shell = shell;
    this.clock = clock;
  }

  @Bean
  static Door crisisDoor() {
    return new Door("/staff/crisis", "shell.crisis", 90, Door.Audience.ADMINISTRATOR);
  }

  /// A crisis as typed.
  ///
  /// @param review day and hour where the city is, as `2026-11-26T18:00`
  /// @param act `preview`, `end`, or nothing to save it
  record Form(
      @Nullable Long id,
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable String messageFr,
      @Nullable String messageEn,
      @Nullable String messageGcf,
      @Nullable String numbers,
      @Nullable String review,
      @Nullable String act) {
    boolean preview() {
      return "preview".equals(act);
    }

    boolean end() {
      return "end".equals(act);
    }

    int decidedOn() {
      return version == null ? -1 : version;
    }
  }

  /// What the page shows.
  ///
  /// @param tried what everybody would read, when it was asked for
  record View(
      @Nullable Crisis now,
      Form form,
      @Nullable Crisis tried,
      Map<String, String> problems,
      String done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    boolean known = List.of("began", "changed", "ended").contains(done);
    return page(form(), null, Map.of(), known ? "shell.crisis.done." + done : "");
  }

  @PostMapping
  ModelAndView act(Form form, SignedIn who, HttpServletRequest request) {
    if (form.end()) {
      long id = form.id() == null ? -1 : form.id();
      return after(crisis.end(who, id, form.decidedOn()), "ended", request);
    }
    var fields = new Fields();
    var declared = read(form, fields);
    if (!fields.good()) {
      return page(form, null, fields.problems(), "");
    }
    if (form.preview()) {
      return page(form, tried(declared), Map.of(), "");
    }
    return form.id() == null
        ? after(crisis.start(who, declared), "began", request)
        : after(crisis.change(who, form.id(), form.decidedOn(), declared), "changed", request);
  }

  private ModelAndView after(Thrown thrown, String done, HttpServletRequest request) {
    if (thrown == Thrown.OVERTAKEN) {
      return page(form(), null, Map.of("version", "shell.crisis.overtaken"), "");
    }
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/crisis?done=" + done));
  }

  private Declared read(Form form, Fields fields) {
    var reason = fields.line("reason", form.reason(), LONGEST_REASON);
    if (reason.isEmpty()) {
      fields.refuse("reason", "shell.crisis.problem.reason");
    }
    var message =
        fields.told(
            "message", LONGEST_MESSAGE, form.messageFr(), form.messageEn(), form.messageGcf());
    var numbers = fields.text("numbers", form.numbers(), LONGEST_NUMBERS);
    var lines = numbers.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > Crisis.MOST_NUMBERS
        || lines.stream().anyMatch(line -> Line.read(line).isEmpty())) {
      fields.refuse("numbers", "shell.crisis.problem.numbers");
    }
    var now = clock.instant();
    var review =
        review(form.review()).filter(at -> at.isAfter(now) && at.isBefore(now.plus(LONGEST)));
    if (review.isEmpty()) {
      fields.refuse("review", "shell.crisis.problem.review");
    }
    return new Declared(reason, message, String.join("\n", lines), review.orElse(now));
  }

  private Optional<Instant> review(@Nullable String typed) {
    try {
      return Optional.of(LocalDateTime.parse(Plain.line(typed)))
          .map(at -> at.atZone(shell.timeZone()).toInstant());
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private Crisis tried(Declared declared) {
    return new Crisis(
        0,
        crisis.now().map(Crisis::since).orElse(clock.instant()),
        declared.reason(),
        declared.message(),
        Line.all(declared.numbers()).toList(),
        declared.reviewAt(),
        false,
        0);
  }

  /// The form as it stands: what is said now, or was said the last time.
  private Form form() {
    var now = crisis.now();
    var last = crisis.lastDeclared();
    var review = now.map(Crisis::reviewAt).orElse(clock.instant().plus(USUAL));
    return new Form(
        now.map(Crisis::id).orElse(null),
        now.map(Crisis::version).orElse(null),
        now.map(Crisis::reason).orElse(""),
        last.map(one -> one.message().french()).orElse(""),
        last.map(one -> one.message().only(Language.EN)).orElse(""),
        last.map(one -> one.message().only(Language.GCF)).orElse(""),
        last.map(Declared::numbers).orElse(""),
        LocalDateTime.ofInstant(review, shell.timeZone())
            .truncatedTo(ChronoUnit.MINUTES)
            .toString(),
        "");
  }

  private ModelAndView page(
      Form form, @Nullable Crisis tried, Map<String, String> problems, String done) {
    return new ModelAndView("shell/crisis/crisis", Fields.status(problems))
        .addObject("view", new View(crisis.now().orElse(null), form, tried, problems, done));
  }
}
