package org.foyal.cases.follow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Cases;
import org.foyal.cases.Cases.Followed;
import org.foyal.cases.Moving;
import org.foyal.cases.Opening;
import org.foyal.kernel.Reference;
import org.foyal.shell.Door;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own case, without an account.
///
/// A form answers with the page itself, so that no code is left in the addresses that a shared
/// computer remembers; what it sends carries a name and is done once however often it comes. Wrong
/// codes are counted by sender and by reference; a right one opens all the same.
@Controller
class MyCasePage {
  private static final int LONGEST = 4000;

  private final Guesses guesses = new Guesses();
  private final Cases cases;

  MyCasePage(Cases cases) {
    this.cases = cases;
  }

  @Bean
  static Door followDoor() {
    return new Door("/follow", "cases.follow", 8, Door.Audience.EVERYBODY);
  }

  /// What is typed: which case, and what to do with it.
  ///
  /// @param act nothing, `write`, `take-back`, `settled`, `not-settled` or `go-on`
  /// @param form the name of the form
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String form,
      @Nullable String words) {
    static final Form EMPTY = new Form("", "", "", "", "");

    String said() {
      return Plain.text(words);
    }

    UUID name() {
      return Plain.formName(form);
    }
  }

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Ask(String reference, String code, String problem) {}

  /// The page of a case.
  ///
  /// @param code as it opens the case
  /// @param form the name of the next form
  /// @param done the key of the words that say what was done, or nothing
  /// @param problem the key of the words that say why it was not, or nothing
  /// @param words what was typed, when it was refused
  record View(
      Followed followed,
      String code,
      String form,
      String done,
      String problem,
      String words,
      LocalDate today) {}

  @GetMapping("/follow")
  ModelAndView ask(HttpServletResponse response) {
    return ask(response, new Ask("", "", ""), HttpStatus.OK);
  }

  @GetMapping("/follow/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(new Form(reference, code, "", "", ""), request, response, "");
  }

  @PostMapping("/follow")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    var reference = typed(form.reference());
    var code = typed(form.code());
    if (!mayTry(reference)) {
      return show(form, request, response, "");
    }
    return switch (typed(form.act())) {
      case "write" -> write(form, request, response);
      case "take-back" ->
          switch (cases.takeBack(reference, code)) {
            case Moving.Moved _ -> show(form, request, response, "cases.done.taken-back");
            case Moving.Refused(String _, String problem) -> show(form, request, response, problem);
            case Moving.NotThere(), Moving.Overtaken(var _) -> show(form, request, response, "");
          };
      case "settled" -> settle(form, true, request, response);
      case "not-settled" -> settle(form, false, request, response);
      case "go-on" -> goOn(form, request, response);
      default -> show(form, request, response, "");
    };
  }

  private ModelAndView write(Form form, HttpServletRequest request, HttpServletResponse response) {
    var said = form.said();
    if (said.isEmpty() || said.length() > LONGEST) {
      return refused(
          form, request, response, said.isEmpty() ? "cases.problem.empty" : "cases.problem.long");
    }
    return switch (cases.write(typed(form.reference()), typed(form.code()), form.name(), said)) {
      case Moving.Moved _ -> show(form, request, response, "cases.done.written");
      case Moving.Refused(String _, String problem) -> refused(form, request, response, problem);
      case Moving.NotThere(), Moving.Overtaken(var _) -> show(form, request, response, "");
    };
  }

  private ModelAndView settle(
      Form form, boolean yes, HttpServletRequest request, HttpServletResponse response) {
    return switch (cases.settle(typed(form.reference()), typed(form.code()), yes)) {
      case Moving.Moved _ ->
          show(form, request, response, yes ? "cases.done.settled" : "cases.done.not-settled");
      case Moving.Refused(String _, String problem) -> show(form, request, response, problem);
      case Moving.NotThere(), Moving.Overtaken(var _) -> show(form, request, response, "");
    };
  }

  private ModelAndView goOn(Form form, HttpServletRequest request, HttpServletResponse response) {
    var said = form.said();
    if (said.isEmpty() || said.length() > LONGEST) {
      return refused(
          form, request, response, said.isEmpty() ? "cases.problem.empty" : "cases.problem.long");
    }
    return cases
        .goOn(typed(form.reference()), typed(form.code()), form.name(), said)
        .map(opening ->
            switch (opening) {
              case Opening.Opened(var opened, String code, boolean _) ->
                  show(of(opened.reference(), code), request, response, "cases.done.gone-on");
              case Opening.OpenedBefore(var opened, String code) ->
                  show(of(opened.reference(), code), request, response, "cases.done.gone-on");
            })
        .orElseGet(() -> show(form, request, response, ""));
  }

  private static Form of(Reference reference, String code) {
    return new Form(reference.toString(), code, "", "", "");
  }

  private ModelAndView refused(
      Form form, HttpServletRequest request, HttpServletResponse response, String problem) {
    var shown = show(form, request, response, "");
    if (shown.getModel().get("view") instanceof View view) {
      var words = form.said().length() > LONGEST ? form.said().substring(0, LONGEST) : form.said();
      shown.addObject(
          "view",
          new View(view.followed(), view.code(), view.form(), "", problem, words, view.today()));
      shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return shown;
  }

  private ModelAndView show(
      Form form, HttpServletRequest request, HttpServletResponse response, String done) {
    var reference = typed(form.reference());
    var code = typed(form.code());
    var read = Reference.read(reference);
    if (read.isEmpty()) {
      return ask(
          response,
          new Ask(reference, code, "cases.problem.reference"),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!mayTry(reference)) {
      return wait(reference, response);
    }
    Optional<Followed> followed = cases.follow(reference, code);
    if (followed.isEmpty()) {
      return guesses.mayGoOn(request.getRemoteAddr(), read.get().signs())
          ? ask(
              response,
              new Ask(reference, "", "cases.problem.code"),
              HttpStatus.UNPROCESSABLE_CONTENT)
          : wait(reference, response);
    }
    discreet(response);
    return new ModelAndView("cases/follow/case")
        .addObject(
            "view",
            new View(
                followed.get(),
                cases.code(followed.get().asked()),
                UUID.randomUUID().toString(),
                done,
                "",
                "",
                cases.today()));
  }

  private boolean mayTry(String reference) {
    return Reference.read(reference).filter(read -> !guesses.mayTry(read.signs())).isEmpty();
  }

  private static ModelAndView wait(String reference, HttpServletResponse response) {
    return ask(
        response, new Ask(reference, "", "cases.problem.wait"), HttpStatus.TOO_MANY_REQUESTS);
  }

  private static ModelAndView ask(HttpServletResponse response, Ask ask, HttpStatus status) {
    discreet(response);
    return new ModelAndView("cases/follow/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static String typed(@Nullable String text) {
    var line = Plain.line(text);
    return line.length() > 60 ? line.substring(0, 60) : line;
  }
}
