package org.foyal.innovation.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/// The public web door to the directory: who is in it, asking to be, and what the link of the
/// letter opens. Opening the link changes nothing; a button does.
@Controller
@RequestMapping("/directory")
class DirectoryPage {
  private static final int AN_HOUR = 10;

  private final Pace pace = new Pace(AN_HOUR, Duration.ofHours(1));
  private final Directory directory;
  private final Voices voices;

  DirectoryPage(Directory directory, Voices voices) {
    this.directory = directory;
    this.voices = voices;
  }

  /// What is typed.
  record Form(
      @Nullable String kind,
      @Nullable String name,
      @Nullable String registration,
      @Nullable String about,
      @Nullable String website,
      @Nullable String origin,
      @Nullable String email,
      @Nullable String form) {
    static Form empty() {
      return new Form("", "", "", "", "", "", "", UUID.randomUUID().toString());
    }

    Wish wish(Voice voice) {
      return new Wish(
          Plain.formName(form),
          Plain.line(kind),
          Plain.line(name),
          Plain.line(registration),
          Plain.text(about),
          Plain.line(website),
          Plain.line(origin),
          Plain.line(email),
          voice.tongue(),
          false);
    }
  }

  /// Who is in it.
  record View(Voice voice, List<Listing> listings) {}

  /// Asking to be in it.
  record Join(Voice voice, Form form, Map<String, String> problems, boolean asked) {
    @Nullable String problem(String field) {
      var words = problems.get(field);
      return words == null ? null : voice.say(words);
    }
  }

  /// What a link opens.
  record Own(Voice voice, Listing listing, String token, String done, String problem) {}

  /// What stands where there is nothing more.
  record Gone(Voice voice) {}

  @GetMapping
  ModelAndView list(HttpServletRequest request) {
    return new ModelAndView("innovation/directory/list")
        .addObject("view", new View(voices.of(request), directory.listShown()));
  }

  @GetMapping("/join")
  ModelAndView join(HttpServletRequest request) {
    return form(Form.empty(), Map.of(), false, request);
  }

  @PostMapping("/join")
  ModelAndView ask(Form form, HttpServletRequest request) {
    if (!pace.allows(request.getRemoteAddr())) {
      var page = form(form, Map.of("name", "innovation.problem.wait"), false, request);
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    return switch (directory.ask(form.wish(voices.of(request)))) {
      case Asking.Asked(), Asking.Done() -> form(form, Map.of(), true, request);
      case Asking.Refused(var problems) -> form(form, problems, false, request);
      case Asking.ListedAlready(), Asking.NotThere() ->
          form(form, Map.of("registration", "innovation.problem.listed"), false, request);
    };
  }

  private ModelAndView form(
      Form form, Map<String, String> problems, boolean asked, HttpServletRequest request) {
    return new ModelAndView(
            "innovation/directory/join",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new Join(voices.of(request), form, problems, asked));
  }

  @GetMapping("/{id:[0-9a-f-]{36}}/{token:[A-Za-z0-9_-]{20,80}}")
  ModelAndView own(
      @PathVariable UUID id,
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response) {
    return own(id, token, "", "", request, response);
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/{token:[A-Za-z0-9_-]{20,80}}")
  ModelAndView act(
      @PathVariable UUID id,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String act,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (act.equals("leave")) {
      directory.leave(id, token);
      discreet(response);
      return new ModelAndView("innovation/directory/gone")
          .addObject("gone", new Gone(voices.of(request)));
    }
    return switch (directory.confirm(id, token)) {
      case Asking.Done(), Asking.Asked() ->
          own(id, token, "innovation.listing.done", "", request, response);
      case Asking.ListedAlready() ->
          own(id, token, "", "innovation.problem.listed", request, response);
      case Asking.NotThere(), Asking.Refused(var _) ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView own(
      UUID id,
      String token,
      String done,
      String problem,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found =
        directory
            .open(id, token)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    discreet(response);
    return new ModelAndView(
            "innovation/directory/own",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("own", new Own(voices.of(request), found, token, done, problem));
  }

  private static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
