package org.foyal.people.mandates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.people.mandates.Mandate.State;
import org.foyal.people.mandates.Mandates.Seen;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own mandate, without an account: what it is for, what was done, ending it,
/// being forgotten.
///
/// A form answers with the page itself, so that no code is left in the addresses that a shared
/// computer remembers. A right code opens, however many wrong ones others have sent: wrong ones are
/// counted by sender, and by reference up to a height that only a machine reaches.
@Controller
class MyMandatePage {
  private static final int WRONG_AN_HOUR = 30;
  private static final int GUESSES_AN_HOUR = 300;
  private static final int GUESSES_OF_ONE_AN_HOUR = 3_000;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Pace guesses = new Pace(GUESSES_AN_HOUR, Duration.ofHours(1));
  private final Pace guessesOfOne = new Pace(GUESSES_OF_ONE_AN_HOUR, Duration.ofHours(1));
  private final Mandates mandates;

  MyMandatePage(Mandates mandates) {
    this.mandates = mandates;
  }

  /// What is typed.
  ///
  /// @param act nothing, `revoke` or `erase`
  record Form(@Nullable String reference, @Nullable String code, @Nullable String act) {}

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the last part of the key of the words that say why it did not open, or nothing
  record Ask(String reference, String problem) {}

  /// The page of a mandate.
  ///
  /// @param kinds the keys of the words of acts, by code
  /// @param done the last part of the key of the words that say what was done, or nothing
  record View(Seen seen, State state, String code, Map<String, String> kinds, String done) {}

  @GetMapping("/mandates")
  ModelAndView ask(HttpServletResponse response) {
    return ask(response, new Ask("", ""), HttpStatus.OK);
  }

  @GetMapping("/mandates/{reference}/{code}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(new Form(reference, code, ""), request, response);
  }

  @PostMapping("/mandates")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    return show(form, request, response);
  }

  private ModelAndView show(Form form, HttpServletRequest request, HttpServletResponse response) {
    var typed = typed(form.reference());
    var code = typed(form.code());
    var reference = Reference.read(typed);
    if (reference.isEmpty()) {
      return ask(response, new Ask(typed, "reference"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var from = request.getRemoteAddr();
    var signs = reference.get().signs();
    if (!guesses.wouldAllow(from) || !guessesOfOne.wouldAllow(signs)) {
      return ask(response, new Ask(typed, "wait"), HttpStatus.TOO_MANY_REQUESTS);
    }
    var seen = mandates.open(typed, code);
    if (seen.isPresent()) {
      return opened(typed(form.act()), seen.get(), code, response);
    }
    guesses.allows(from);
    guessesOfOne.allows(signs);
    return wrong.allows(from)
        ? ask(response, new Ask(typed, "code"), HttpStatus.UNPROCESSABLE_CONTENT)
        : ask(response, new Ask(typed, "wait"), HttpStatus.TOO_MANY_REQUESTS);
  }

  private ModelAndView opened(String act, Seen seen, String code, HttpServletResponse response) {
    var reference = seen.mandate().reference().toString();
    return switch (act) {
      case "revoke" -> {
        var done = mandates.revoke(reference, code) ? "revoked" : "over";
        yield mandate(mandates.open(reference, code).orElse(seen), code, done, response);
      }
      case "erase" -> {
        mandates.erase(reference, code);
        yield ask(response, new Ask("", "erased"), HttpStatus.OK);
      }
      default -> mandate(seen, code, "", response);
    };
  }

  private ModelAndView mandate(Seen seen, String code, String done, HttpServletResponse response) {
    discreet(response);
    var kinds = new LinkedHashMap<String, String>();
    mandates.kinds().forEach(kind -> kinds.put(kind.code(), kind.words()));
    var state = seen.mandate().state(mandates.now());
    return new ModelAndView("people/mandates/mine")
        .addObject("view", new View(seen, state, code, kinds, done));
  }

  private static ModelAndView ask(HttpServletResponse response, Ask ask, HttpStatus status) {
    discreet(response);
    return new ModelAndView("people/mandates/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private static String typed(@Nullable String text) {
    return Optional.of(Plain.line(text))
        .map(line -> line.length() > 60 ? line.substring(0, 60) : line)
        .orElse("");
  }
}
