package org.foyal.learning.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Enrolments.Followed;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own place in a session, without an account. A form answers with the page
/// itself, so that no code stays in the addresses that a shared computer remembers; wrong codes are
/// counted by sender and by reference, and right ones open until a sender guesses in hundreds.
@Controller
class MyPlacePage {
  private static final int WRONG_AN_HOUR = 30;
  private static final int GUESSES_AN_HOUR = 300;
  private static final int GUESSES_OF_ONE_AN_HOUR = 3_000;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Pace guesses = new Pace(GUESSES_AN_HOUR, Duration.ofHours(1));
  private final Pace guessesOfOne = new Pace(GUESSES_OF_ONE_AN_HOUR, Duration.ofHours(1));
  private final Enrolments enrolments;
  private final SessionWords words;
  private final Territory territory;
  private final Pages pages;

  MyPlacePage(Enrolments enrolments, SessionWords words, Territory territory, Pages pages) {
    this.enrolments = enrolments;
    this.words = words;
    this.territory = territory;
    this.pages = pages;
  }

  /// What is typed.
  ///
  /// @param act nothing, `accept`, `decline`, `confirm`, `cancel`, `reach` or `erase`
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String reason,
      @Nullable String email,
      @Nullable String phone) {
    static Form of(String reference, String code) {
      return new Form(reference, code, "", "", "", "");
    }
  }

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Ask(String reference, String code, String problem) {}

  /// The page of a place.
  ///
  /// @param done,problem the key of the words that say what was done, or why not, or nothing
  /// @param area the name of their neighbourhood, where they said it
  record View(
      Followed followed,
      SessionWords.Said said,
      String code,
      String done,
      String problem,
      boolean open,
      String area) {
    List<Reason> reasons() {
      return Arrays.stream(Reason.values()).filter(Reason::own).toList();
    }
  }

  @GetMapping("/workshops/mine")
  ModelAndView ask(HttpServletResponse response) {
    return ask(response, new Ask("", "", ""), HttpStatus.OK);
  }

  /// The rule of the waiting list, for everybody.
  @GetMapping("/workshops/line")
  ModelAndView line() {
    return new ModelAndView("learning/enrolment/line");
  }

  @GetMapping("/workshops/mine/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(Form.of(reference, code), request, response, Optional.empty());
  }

  @PostMapping("/workshops/mine")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    var reference = typed(form.reference());
    var code = typed(form.code());
    if (isGuessing(reference, request)) {
      return show(form, request, response, Optional.empty());
    }
    return switch (typed(form.act())) {
      case "accept" ->
          show(form, request, response, Optional.of(enrolments.accept(reference, code)));
      case "decline" ->
          show(form, request, response, Optional.of(enrolments.decline(reference, code)));
      case "confirm" ->
          show(form, request, response, Optional.of(enrolments.confirm(reference, code)));
      case "erase" -> show(form, request, response, Optional.of(enrolments.erase(reference, code)));
      case "reach" -> {
        var email = some(form.email());
        var phone = some(form.phone()).map(Learners::phone);
        var acting = enrolments.reach(reference, code, email, phone);
        yield show(form, request, response, Optional.of(acting));
      }
      case "cancel" -> cancel(form, request, response);
      default -> show(form, request, response, Optional.empty());
    };
  }

  private ModelAndView cancel(Form form, HttpServletRequest request, HttpServletResponse response) {
    var reason =
        Arrays.stream(Reason.values())
            .filter(one -> one.own() && one.name().equals(form.reason()))
            .findFirst();
    var acting =
        reason.map(why -> enrolments.cancel(typed(form.reference()), typed(form.code()), why));
    var page = show(form, request, response, acting);
    if (reason.isEmpty() && page.getModel().get("view") instanceof View view) {
      page.addObject(
          "view",
          new View(
              view.followed(),
              view.said(),
              view.code(),
              "",
              "learning.enrolment.problem.reason",
              view.open(),
              view.area()));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private ModelAndView show(
      Form form,
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<Acting> acting) {
    var reference = typed(form.reference());
    var code = typed(form.code());
    if (isGuessing(reference, request)) {
      return tooMany(reference, response);
    }
    if (Reference.read(reference).isEmpty()) {
      return ask(
          response,
          new Ask(reference, code, "learning.enrolment.problem.reference"),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var followed = enrolments.follow(reference, code);
    if (followed.isEmpty()) {
      return wrong(reference, request, response);
    }
    discreet(response);
    return page(form, followed.get(), acting, pages.of(request).language());
  }

  private ModelAndView page(
      Form form, Followed followed, Optional<Acting> acting, Language reader) {
    var problem =
        acting.map(one -> one instanceof Acting.Not(var _, String why) ? why : "").orElse("");
    boolean done = acting.filter(one -> one instanceof Acting.Done).isPresent();
    var session = followed.session();
    var place = followed.place();
    return new ModelAndView(
            "learning/enrolment/mine", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view",
            new View(
                followed,
                words.of(session, reader),
                enrolments.code(place),
                done
                    ? "learning.enrolment.done."
                        + typed(form.act())
                        + ("erase".equals(form.act()) && !place.proven() ? "-one" : "")
                    : "",
                problem,
                enrolments.open(session),
                place.learner().area().map(this::area).orElse("")));
  }

  private String area(String code) {
    return territory.findArea(code).map(Area::name).orElse(code);
  }

  /// Whether so many codes were guessed that even a right one no longer opens.
  private boolean isGuessing(String reference, HttpServletRequest request) {
    return !guesses.wouldAllow(request.getRemoteAddr())
        || Reference.read(reference)
            .filter(read -> !guessesOfOne.wouldAllow(read.signs()))
            .isPresent();
  }

  private ModelAndView wrong(
      String reference, HttpServletRequest request, HttpServletResponse response) {
    var from = request.getRemoteAddr();
    guesses.allows(from);
    Reference.read(reference).ifPresent(read -> guessesOfOne.allows(read.signs()));
    return wrong.allows(from)
        ? ask(
            response,
            new Ask(reference, "", "learning.enrolment.problem.code"),
            HttpStatus.UNPROCESSABLE_CONTENT)
        : tooMany(reference, response);
  }

  private static ModelAndView tooMany(String reference, HttpServletResponse response) {
    return ask(
        response,
        new Ask(reference, "", "learning.enrolment.problem.wait"),
        HttpStatus.TOO_MANY_REQUESTS);
  }

  private static ModelAndView ask(HttpServletResponse response, Ask ask, HttpStatus status) {
    discreet(response);
    return new ModelAndView("learning/enrolment/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static Optional<String> some(@Nullable String text) {
    return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
  }

  private static String typed(@Nullable String text) {
    var line = Plain.line(text);
    return line.length() > 60 ? line.substring(0, 60) : line;
  }
}
