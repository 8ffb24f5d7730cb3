package org.foyal.innovation.deciding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.innovation.Call;
import org.foyal.innovation.Calls;
import org.foyal.innovation.applying.Application;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.deciding.Decisions.Seen;
import org.foyal.innovation.deciding.Decisions.Wish;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.foyal.shell.uploads.Served;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to what was sent to a call, to deciding, and to what becomes of it.
@Controller
@For(Role.ADMIN)
class DecidingPage {
  private final Decisions decisions;
  private final Calls calls;
  private final Applications applications;
  private final Voices voices;

  DecidingPage(Decisions decisions, Calls calls, Applications applications, Voices voices) {
    this.decisions = decisions;
    this.calls = calls;
    this.applications = applications;
    this.voices = voices;
  }

  /// What is typed.
  ///
  /// @param decision `funded` or `declined`
  record Form(
      @Nullable String decision,
      @Nullable String euros,
      @Nullable String reasonsFr,
      @Nullable String reasonsEn,
      @Nullable String reasonsGcf,
      @Nullable String reasonsEs,
      @Nullable String words,
      @Nullable String due,
      @Nullable String link) {
    static final Form EMPTY = new Form("", "", "", "", "", "", "", "", "");

    /// The reasons; nothing without the French.
    Optional<Said> reasons() {
      var texts = new EnumMap<Tongue, String>(Tongue.class);
      texts.put(Tongue.FR, Plain.text(reasonsFr));
      texts.put(Tongue.EN, Plain.text(reasonsEn));
      texts.put(Tongue.GCF, Plain.text(reasonsGcf));
      texts.put(Tongue.ES, Plain.text(reasonsEs));
      boolean fit = texts.values().stream().allMatch(text -> text.length() <= 4000);
      return Plain.text(reasonsFr).isEmpty() || !fit
          ? Optional.empty()
          : Optional.of(new Said(texts));
    }

    int granted() {
      var typed = Plain.line(euros).replaceAll("[\\s\u00a0\u202f€]", "");
      return typed.matches("[0-9]{1,8}") ? Integer.parseInt(typed) : 0;
    }
  }

  /// The applications of a call.
  record Sent(Voice voice, Call call, List<Application> applications, int drafts) {}

  /// One application.
  record View(
      Voice voice,
      Seen seen,
      Form form,
      Map<String, String> problems,
      boolean done,
      LocalDate today) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping("/staff/calls/{call:[a-z0-9-]{1,60}}/applications")
  ModelAndView list(@PathVariable String call, HttpServletRequest request) {
    var found =
        calls.find(call).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("innovation/deciding/sent")
        .addObject(
            "view",
            new Sent(
                voices.of(request), found, applications.listSent(call), applications.drafts(call)));
  }

  @GetMapping("/staff/applications/{reference}")
  ModelAndView show(
      @PathVariable String reference,
      @RequestParam(defaultValue = "") String done,
      SignedIn who,
      HttpServletRequest request) {
    return page(get(reference, who), Form.EMPTY, Map.of(), "yes".equals(done), request);
  }

  @PostMapping("/staff/applications/{reference}")
  ModelAndView decide(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var seen = get(reference, who);
    var problems = new LinkedHashMap<String, String>();
    var reasons = form.reasons();
    boolean funded = "funded".equals(form.decision());
    if (!funded && !"declined".equals(form.decision())) {
      problems.put("decision", "innovation.problem.decision");
    }
    if (reasons.isEmpty()) {
      problems.put("reasons", "innovation.problem.reasons");
    }
    if (!problems.isEmpty()) {
      return page(seen, form, problems, false, request);
    }
    var wish = new Wish(funded, form.granted(), reasons.orElseThrow());
    return answer(
        decisions.decide(Actor.of(who), seen.opened().application().reference(), wish),
        seen,
        form,
        request);
  }

  @PostMapping("/staff/applications/{reference}/milestones")
  ModelAndView milestone(
      @PathVariable String reference, Form form, SignedIn who, HttpServletRequest request) {
    var seen = get(reference, who);
    return answer(
        decisions.addMilestone(
            Actor.of(who),
            seen.opened().application().reference(),
            Plain.line(form.words()),
            Plain.day(form.due()),
            Plain.line(form.link())),
        seen,
        form,
        request);
  }

  @PostMapping("/staff/applications/{reference}/milestones/{number:[0-9]{1,2}}")
  ModelAndView reach(
      @PathVariable String reference,
      @PathVariable int number,
      SignedIn who,
      HttpServletRequest request) {
    var seen = get(reference, who);
    return answer(
        decisions.reach(Actor.of(who), seen.opened().application().reference(), number),
        seen,
        Form.EMPTY,
        request);
  }

  private ModelAndView answer(Deciding came, Seen seen, Form form, HttpServletRequest request) {
    return switch (came) {
      case Deciding.Decided(boolean _) ->
          new ModelAndView(
              "redirect:"
                  + voices
                      .of(request)
                      .page()
                      .href(
                          "/staff/applications/"
                              + seen.opened().application().reference()
                              + "?done=yes"));
      case Deciding.Refused(var problems) -> page(seen, form, problems, false, request);
      case Deciding.DecidedBefore() ->
          page(seen, form, Map.of("act", "innovation.problem.decided"), false, request);
      case Deciding.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @GetMapping("/staff/applications/{reference}/files/{file:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(
      @PathVariable String reference,
      @PathVariable long file,
      SignedIn who,
      HttpServletResponse response) {
    var kept =
        Optional.of(get(reference, who))
            .filter(seen -> !seen.stake())
            .flatMap(seen -> applications.file(seen.opened().application(), file))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Served.answer(kept.content(), kept.mediaType(), "piece-" + file, response);
  }

  private Seen get(String reference, SignedIn who) {
    return Reference.read(reference)
        .flatMap(read -> decisions.find(read, who.id()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Seen seen,
      Form form,
      Map<String, String> problems,
      boolean done,
      HttpServletRequest request) {
    return new ModelAndView(
            "innovation/deciding/one",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view", new View(voices.of(request), seen, form, problems, done, decisions.today()));
  }
}
