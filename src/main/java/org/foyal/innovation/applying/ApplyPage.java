package org.foyal.innovation.applying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.foyal.innovation.Call;
import org.foyal.innovation.Calls;
import org.foyal.innovation.InnovationSettings;
import org.foyal.innovation.RoomLetters;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to beginning an application: one page, which answers with the reference and its
/// code.
@Controller
@RequestMapping("/calls/{call:[a-z0-9-]{1,60}}/apply")
class ApplyPage {
  private final Applications applications;
  private final Calls calls;
  private final RoomLetters letters;
  private final Voices voices;
  private final Pace pace;

  ApplyPage(
      Applications applications,
      Calls calls,
      RoomLetters letters,
      Voices voices,
      InnovationSettings settings) {
    this.applications = applications;
    this.calls = calls;
    this.letters = letters;
    this.voices = voices;
    this.pace = new Pace(settings.startsPerHour(), Duration.ofHours(1));
  }

  /// What the page shows.
  ///
  /// @param open whether one may apply now
  /// @param problem the key of the words that say what is wrong, or nothing
  record View(Voice voice, Call call, boolean open, String form, String email, String problem) {}

  /// What was begun.
  record Begun(Voice voice, Call call, String reference, String code, boolean letter) {}

  @GetMapping
  ModelAndView show(@PathVariable String call, HttpServletRequest request) {
    return page(get(call), MyApplicationPage.formName(), "", "", HttpStatus.OK, request);
  }

  @PostMapping
  ModelAndView begin(
      @PathVariable String call,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable String form,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = get(call);
    var typed = Plain.line(email);
    var name = Plain.formName(form);
    if (!typed.isEmpty() && !letters.reaches(typed)) {
      var status = HttpStatus.UNPROCESSABLE_CONTENT;
      var shown = typed.length() > 254 ? typed.substring(0, 254) : typed;
      return page(found, name.toString(), shown, "innovation.problem.email", status, request);
    }
    if (!pace.allows(request.getRemoteAddr())) {
      var status = HttpStatus.TOO_MANY_REQUESTS;
      return page(found, name.toString(), typed, "innovation.problem.wait", status, request);
    }
    var voice = voices.of(request);
    var start = new Applications.Start(name, call, voice.tongue(), typed, null, found.example());
    return switch (applications.begin(start)) {
      case Starting.Started(var application, String code, boolean letter) -> {
        MyApplicationPage.discreet(response);
        yield new ModelAndView("innovation/applying/begun")
            .addObject(
                "begun", new Begun(voice, found, application.reference().toString(), code, letter));
      }
      case Starting.NotOpen(var _) ->
          page(
              found,
              name.toString(),
              typed,
              "innovation.problem.not-open",
              HttpStatus.UNPROCESSABLE_CONTENT,
              request);
      case Starting.NoCall(), Starting.Refused _ ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private Call get(String code) {
    return calls
        .findPublished(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Call call,
      String form,
      String email,
      String problem,
      HttpStatus status,
      HttpServletRequest request) {
    boolean open = call.phase(calls.now()) == Call.Phase.OPEN;
    return new ModelAndView("innovation/applying/apply", status)
        .addObject("view", new View(voices.of(request), call, open, form, email, problem));
  }
}
