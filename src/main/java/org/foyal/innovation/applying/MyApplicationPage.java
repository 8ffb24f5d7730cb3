package org.foyal.innovation.applying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.applying.Applications.Opened;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.kernel.Reference;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.language.Plain;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Served;
import org.foyal.shell.uploads.Taken;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own application, without an account: resumed by its reference and code,
/// saved step by step, sent.
///
/// A form answers with the page itself, so that no code is left in the addresses that a shared
/// computer remembers. Wrong codes are counted; a right one opens all the same.
@Controller
@RequestMapping("/applications")
class MyApplicationPage {
  private static final long MOST_bytes = SafeUploads.MOST_bytes + 200_000L;

  private final Guesses guesses = new Guesses();
  private final Applications applications;
  private final Territory territory;
  private final SafeUploads uploads;
  private final Voices voices;

  MyApplicationPage(
      Applications applications, Territory territory, SafeUploads uploads, Voices voices) {
    this.applications = applications;
    this.territory = territory;
    this.uploads = uploads;
    this.voices = voices;
  }

  @Bean
  static UploadDoor applicationFilesDoor() {
    return new UploadDoor("/{readersLanguage}/applications/files", MOST_bytes);
  }

  /// The steps of the form, in their order.
  enum Step {
    WHO,
    PROJECT,
    ANSWERS,
    FILES,
    SEND;

    static Step of(@Nullable String typed) {
      return List.of(values()).stream()
          .filter(one -> one.name().equals(typed))
          .findFirst()
          .orElse(WHO);
    }

    Step next() {
      return switch (this) {
        case WHO -> PROJECT;
        case PROJECT -> ANSWERS;
        case ANSWERS -> FILES;
        case FILES, SEND -> SEND;
      };
    }
  }

  /// The page that asks for a reference and its code.
  ///
  /// @param problem the key of the words that say why it did not open, or nothing
  record Ask(Voice voice, String reference, String code, String problem) {}

  /// How an act came out: the keys of the words that say it.
  record Told(String done, Map<String, String> problems) {
    static final Told NOTHING = new Told("", Map.of());

    static Told done(String words) {
      return new Told(words, Map.of());
    }

    static Told problem(String field, String words) {
      return new Told("", Map.of(field, words));
    }
  }

  /// The page of an application.
  ///
  /// @param typed what was typed, where it was refused; else nothing
  record View(
      Voice voice, Opened opened, Step step, Told told, Optional<Typed> typed, List<Area> areas) {
    @Nullable String problem(String field) {
      var words = told.problems().get(field);
      return words == null
          ? null
          : words.startsWith("innovation.") ? voice.say(words) : voice.page().say(words);
    }

    Map<String, String> areaOptions() {
      var found = new LinkedHashMap<String, String>();
      areas.forEach(one -> found.put(one.code(), one.name()));
      return found;
    }
  }

  @GetMapping
  ModelAndView ask(HttpServletRequest request, HttpServletResponse response) {
    return ask(new Ask(voices.of(request), "", "", ""), HttpStatus.OK, response);
  }

  @GetMapping("/{reference:[A-Za-z0-9-]{8,20}}/{code:[A-Za-z0-9-]{8,20}}")
  ModelAndView open(
      @PathVariable String reference,
      @PathVariable String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(Typed.of(reference, code, ""), Told.NOTHING, request, response);
  }

  @PostMapping
  ModelAndView act(Typed typed, HttpServletRequest request, HttpServletResponse response) {
    if (!mayTry(typed)) {
      return show(typed, Told.NOTHING, request, response);
    }
    return switch (Typed.line(typed.act(), 20)) {
      case "who" -> who(typed, request, response);
      case "project" -> project(typed, request, response);
      case "answers" -> answers(typed, request, response);
      case "detach" -> {
        var number = Typed.line(typed.file(), 18);
        yield saved(
            typed,
            applications.detach(
                typed.referenceTyped(),
                typed.codeTyped(),
                number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1),
            Step.FILES,
            request,
            response);
      }
      case "send" -> send(typed, request, response);
      case "withdraw" -> withdraw(typed, request, response);
      default -> show(typed, Told.NOTHING, request, response);
    };
  }

  private ModelAndView who(Typed typed, HttpServletRequest request, HttpServletResponse response) {
    var problems = new LinkedHashMap<String, String>();
    var area = Optional.of(Plain.line(typed.area())).flatMap(territory::findArea).map(Area::code);
    var applicant = typed.applicant(area, problems);
    return problems.isEmpty()
        ? saved(
            typed,
            applications.save(typed.referenceTyped(), typed.codeTyped(), applicant),
            Step.WHO,
            request,
            response)
        : refused(typed, problems, Step.WHO, request, response);
  }

  private ModelAndView project(
      Typed typed, HttpServletRequest request, HttpServletResponse response) {
    var problems = new LinkedHashMap<String, String>();
    var project = typed.project(problems);
    return problems.isEmpty()
        ? saved(
            typed,
            applications.save(typed.referenceTyped(), typed.codeTyped(), project),
            Step.PROJECT,
            request,
            response)
        : refused(typed, problems, Step.PROJECT, request, response);
  }

  private ModelAndView answers(
      Typed typed, HttpServletRequest request, HttpServletResponse response) {
    var problems = new LinkedHashMap<String, String>();
    var answers = Typed.answers(request.getParameterMap(), problems);
    return problems.isEmpty()
        ? saved(
            typed,
            applications.save(typed.referenceTyped(), typed.codeTyped(), answers),
            Step.ANSWERS,
            request,
            response)
        : refused(typed, problems, Step.ANSWERS, request, response);
  }

  @PostMapping("/files")
  ModelAndView attach(
      Typed typed,
      @RequestParam(name = "upload", required = false) @Nullable MultipartFile upload,
      HttpServletRequest request,
      HttpServletResponse response) {
    // a file costs: first whether the code opens anything
    boolean opens =
        mayTry(typed) && applications.open(typed.referenceTyped(), typed.codeTyped()).isPresent();
    if (!opens) {
      return show(typed, Told.NOTHING, request, response);
    }
    var taken =
        upload == null || upload.isEmpty()
            ? new Taken.Refused(Taken.Reason.EMPTY)
            : uploads.take(upload);
    return saved(
        typed,
        applications.attach(typed.referenceTyped(), typed.codeTyped(), taken),
        Step.FILES,
        request,
        response);
  }

  /// One's own file.
  @PostMapping("/files/{file:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(@PathVariable long file, Typed typed, HttpServletResponse response) {
    if (!mayTry(typed)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var kept =
        applications
            .file(typed.referenceTyped(), typed.codeTyped(), file)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(kept.content(), kept.mediaType(), "piece-" + file, response);
  }

  private ModelAndView send(Typed typed, HttpServletRequest request, HttpServletResponse response) {
    var told =
        switch (applications.submit(typed.referenceTyped(), typed.codeTyped())) {
          case Submitting.Submitted(boolean letter) ->
              Told.done(letter ? "innovation.done.sent.letter" : "innovation.done.sent");
          case Submitting.SubmittedBefore() -> Told.done("innovation.done.sent-before");
          case Submitting.NotEligible(var _) ->
              Told.problem("send", "innovation.problem.not-eligible");
          case Submitting.TooLate(var _) -> Told.problem("send", "innovation.problem.too-late");
          case Submitting.AppliedAlready() -> Told.problem("send", "innovation.problem.twice");
          case Submitting.NotThere() -> Told.NOTHING;
        };
    return show(at(typed, Step.SEND), told, request, response);
  }

  private ModelAndView withdraw(
      Typed typed, HttpServletRequest request, HttpServletResponse response) {
    if (applications.withdraw(typed.referenceTyped(), typed.codeTyped())) {
      return ask(
          new Ask(voices.of(request), "", "", "innovation.done.withdrawn"),
          HttpStatus.OK,
          response);
    }
    return show(typed, Told.problem("send", "innovation.problem.withdraw"), request, response);
  }

  private ModelAndView saved(
      Typed typed,
      Saving saving,
      Step step,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (saving) {
      case Saving.Saved() ->
          show(
              at(typed, step == Step.FILES ? step : step.next()),
              Told.done("innovation.done.saved"),
              request,
              response);
      case Saving.Refused(var problems) -> refused(typed, problems, step, request, response);
      case Saving.TooLate(var _) ->
          show(
              at(typed, step),
              Told.problem("send", "innovation.problem.too-late"),
              request,
              response);
      case Saving.SentAlready() ->
          show(
              at(typed, Step.SEND),
              Told.problem("send", "innovation.problem.sent"),
              request,
              response);
      case Saving.NotThere() -> show(typed, Told.NOTHING, request, response);
    };
  }

  private static Typed at(Typed typed, Step step) {
    return Typed.of(typed.referenceTyped(), typed.codeTyped(), step.name());
  }

  private ModelAndView refused(
      Typed typed,
      Map<String, String> problems,
      Step step,
      HttpServletRequest request,
      HttpServletResponse response) {
    var page = show(at(typed, step), new Told("", problems), request, response);
    if (page.getModel().get("view") instanceof View view) {
      page.addObject(
          "view",
          new View(
              view.voice(), view.opened(), step, view.told(), Optional.of(typed), view.areas()));
    }
    return page;
  }

  private ModelAndView show(
      Typed typed, Told told, HttpServletRequest request, HttpServletResponse response) {
    var voice = voices.of(request);
    var reference = Reference.read(typed.referenceTyped());
    if (reference.isEmpty()) {
      return ask(
          new Ask(voice, typed.referenceTyped(), "", "innovation.problem.reference"),
          HttpStatus.UNPROCESSABLE_CONTENT,
          response);
    }
    if (!mayTry(typed)) {
      return wait(voice, typed, response);
    }
    var opened = applications.open(typed.referenceTyped(), typed.codeTyped());
    if (opened.isEmpty()) {
      return guesses.mayGoOn(request.getRemoteAddr(), reference.get().signs())
          ? ask(
              new Ask(voice, typed.referenceTyped(), "", "innovation.problem.code"),
              HttpStatus.UNPROCESSABLE_CONTENT,
              response)
          : wait(voice, typed, response);
    }
    discreet(response);
    return new ModelAndView(
            "innovation/applying/mine",
            told.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                voice,
                opened.get(),
                opened.get().application().draft() ? Step.of(typed.step()) : Step.SEND,
                told,
                Optional.empty(),
                territory.listAreas(Area.Kind.IRIS)));
  }

  private boolean mayTry(Typed typed) {
    return Reference.read(typed.referenceTyped())
        .filter(read -> !guesses.mayTry(read.signs()))
        .isEmpty();
  }

  private static ModelAndView wait(Voice voice, Typed typed, HttpServletResponse response) {
    return ask(
        new Ask(voice, typed.referenceTyped(), "", "innovation.problem.wait"),
        HttpStatus.TOO_MANY_REQUESTS,
        response);
  }

  private static ModelAndView ask(Ask ask, HttpStatus status, HttpServletResponse response) {
    discreet(response);
    return new ModelAndView("innovation/applying/ask", status).addObject("ask", ask);
  }

  /// Kept by no cache and found by no search engine.
  static void discreet(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /// A name for a new form.
  static String formName() {
    return UUID.randomUUID().toString();
  }
}
