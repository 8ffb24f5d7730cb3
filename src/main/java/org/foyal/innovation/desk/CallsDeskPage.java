package org.foyal.innovation.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.Call;
import org.foyal.innovation.Calls;
import org.foyal.innovation.Keeping;
import org.foyal.innovation.reviewing.Reviews;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to calls: writing one, publishing it, moving its deadline.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/calls")
class CallsDeskPage {
  private final Calls calls;
  private final Reviews reviews;
  private final Accounts accounts;
  private final Voices voices;
  private final ShellSettings city;

  CallsDeskPage(
      Calls calls, Reviews reviews, Accounts accounts, Voices voices, ShellSettings city) {
    this.calls = calls;
    this.reviews = reviews;
    this.accounts = accounts;
    this.voices = voices;
    this.city = city;
  }

  @Bean
  static Door callsDeskDoor() {
    return new Door("/staff/calls", "innovation.desk", 61, Door.Audience.ADMINISTRATOR);
  }

  /// All calls.
  record All(Voice voice, List<Call> calls, Instant now) {}

  /// One call, or a new one.
  ///
  /// @param call nothing for a new one
  record View(
      Voice voice,
      @Nullable Call call,
      CallForm form,
      Map<String, String> problems,
      boolean done,
      Map<UUID, String> reviewers,
      List<Account> people,
      Instant now) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(HttpServletRequest request) {
    return new ModelAndView("innovation/desk/list")
        .addObject("view", new All(voices.of(request), calls.list(), calls.now()));
  }

  @GetMapping("/new")
  ModelAndView fresh(HttpServletRequest request) {
    return page(Optional.empty(), CallForm.empty(), Map.of(), false, request);
  }

  @PostMapping("/new")
  ModelAndView add(SignedIn who, HttpServletRequest request) {
    var form = CallForm.of(request.getParameterMap());
    var fields = new Fields();
    var code = fields.code(form.at("code"), 60);
    if (code.equals("new") || code.equals("counter") || code.equals("funded")) {
      fields.refuse("code", "innovation.problem.code-taken");
    }
    var problems = new LinkedHashMap<>(fields.problems());
    var draft = form.draft(code, city.timeZone(), problems);
    return draft.isEmpty()
        ? page(Optional.empty(), form, problems, false, request)
        : answer(calls.keep(Actor.of(who), draft.get()), code, form, request);
  }

  @GetMapping("/{code:(?!new|counter)[a-z0-9-]{1,60}}")
  ModelAndView edit(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request) {
    var call = get(code);
    return page(
        Optional.of(call),
        CallForm.of(call, city.timeZone()),
        Map.of(),
        "yes".equals(done),
        request);
  }

  @PostMapping("/{code:(?!new|counter)[a-z0-9-]{1,60}}")
  ModelAndView update(@PathVariable String code, SignedIn who, HttpServletRequest request) {
    var call = get(code);
    var form = CallForm.of(request.getParameterMap());
    var problems = new LinkedHashMap<String, String>();
    var draft = form.draft(code, city.timeZone(), problems);
    if (draft.isPresent() && draft.get().version() < 1) {
      problems.put("version", "innovation.problem.overtaken");
    }
    return draft.isEmpty() || !problems.isEmpty()
        ? page(Optional.of(call), form, problems, false, request)
        : answer(calls.keep(Actor.of(who), draft.get()), code, form, request);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}/publish")
  ModelAndView publish(@PathVariable String code, SignedIn who, HttpServletRequest request) {
    var form = CallForm.of(get(code), city.timeZone());
    return answer(calls.publish(Actor.of(who), code), code, form, request);
  }

  private ModelAndView answer(
      Keeping came, String code, CallForm form, HttpServletRequest request) {
    return switch (came) {
      case Keeping.Kept() -> there(code, request);
      case Keeping.Refused(var problems) ->
          page(
              calls.find(code).filter(_ -> !problems.containsKey("code")),
              form,
              problems,
              false,
              request);
      case Keeping.Overtaken() ->
          page(
              Optional.of(get(code)),
              form,
              Map.of("version", "innovation.problem.overtaken"),
              false,
              request);
      case Keeping.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}/reviewers")
  ModelAndView reviewer(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String act,
      SignedIn who,
      HttpServletRequest request) {
    var call = get(code);
    var id =
        accounts.list().stream()
            .map(Account::id)
            .filter(one -> one.toString().equals(account))
            .findFirst();
    if (id.isEmpty()) {
      return page(
          Optional.of(call),
          CallForm.of(call, city.timeZone()),
          Map.of("account", "innovation.problem.account"),
          false,
          request);
    }
    if (act.equals("release")) {
      reviews.release(Actor.of(who), code, id.get());
    } else {
      reviews.ask(Actor.of(who), code, id.get());
    }
    return there(code, request);
  }

  private ModelAndView there(String code, HttpServletRequest request) {
    return new ModelAndView(
        "redirect:" + voices.of(request).page().href("/staff/calls/" + code + "?done=yes"));
  }

  private Call get(String code) {
    return calls.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      Optional<Call> call,
      CallForm form,
      Map<String, String> problems,
      boolean done,
      HttpServletRequest request) {
    var reviewers = call.map(one -> reviews.reviewers(one.code())).orElse(Map.of());
    var people =
        accounts.list().stream()
            .filter(one -> one.status() == Account.Status.ACTIVE)
            .filter(one -> !reviewers.containsKey(one.id()))
            .toList();
    return new ModelAndView("innovation/desk/call", Fields.status(problems))
        .addObject(
            "view",
            new View(
                voices.of(request),
                call.orElse(null),
                form,
                problems,
                done,
                reviewers,
                people,
                calls.now()));
  }
}
