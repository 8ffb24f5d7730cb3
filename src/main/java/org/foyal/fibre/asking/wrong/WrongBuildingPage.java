package org.foyal.fibre.asking.wrong;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Question.Asker;
import org.foyal.fibre.asking.AnswerWords;
import org.foyal.fibre.asking.Asked;
import org.foyal.fibre.asking.MyFibre;
import org.foyal.fibre.asking.wrong.Objections.Objecting;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to saying that a building is wrong or missing. The code is in no address.
@Controller
class WrongBuildingPage {
  private final Pace pace = new Pace(10, Duration.ofHours(1));
  private final MyFibre fibre;
  private final Objections objections;
  private final AnswerWords words;
  private final Pages pages;

  WrongBuildingPage(MyFibre fibre, Objections objections, AnswerWords words, Pages pages) {
    this.fibre = fibre;
    this.objections = objections;
    this.words = words;
    this.pages = pages;
  }

  /// What is typed.
  record Form(
      @Nullable String form,
      @Nullable String kind,
      @Nullable String words,
      @Nullable String email,
      @Nullable String phone) {
    Optional<Objection.Kind> chosen() {
      return Stream.of(Objection.Kind.values()).filter(one -> one.name().equals(kind)).findFirst();
    }
  }

  /// What the page shows.
  record View(Subject subject, Form form, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping("/fibre/address/wrong")
  ModelAndView form(Asked asked, HttpServletRequest request) {
    var subject = subject(asked, pages.of(request).language());
    var kind = subject.ref().isEmpty() ? Objection.Kind.MISSING.name() : null;
    return page(subject, new Form(UUID.randomUUID().toString(), kind, "", "", ""), Map.of());
  }

  @PostMapping("/fibre/address/wrong")
  ModelAndView file(
      Asked asked, Form form, HttpServletRequest request, HttpServletResponse response) {
    var language = pages.of(request).language();
    var subject = subject(asked, language);
    if (!pace.wouldAllow(request.getRemoteAddr())) {
      var page = page(subject, form, Map.of("form", "fibre.asking.wrong.wait"));
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    var said =
        new Objections.Said(
            Plain.formName(form.form()),
            form.chosen(),
            Plain.text(form.words()),
            new Asker(Optional.empty(), some(form.email()), some(form.phone()), language));
    return switch (objections.file(subject, said)) {
      case Objecting.Refused(var problems) -> page(subject, form, problems);
      case Objecting.Opened opened -> {
        pace.allows(request.getRemoteAddr());
        response.setHeader("Cache-Control", "no-store");
        yield new ModelAndView("fibre/asking/wrong/done")
            .addObject("done", opened)
            .addObject("subject", subject);
      }
    };
  }

  private Subject subject(Asked asked, Language language) {
    return Subject.of(fibre.find(asked), language, words)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<String> some(@Nullable String typed) {
    return Optional.of(Plain.line(typed)).filter(line -> !line.isEmpty());
  }

  private static ModelAndView page(Subject subject, Form form, Map<String, String> problems) {
    return new ModelAndView("fibre/asking/wrong/wrong", Fields.status(problems))
        .addObject("view", new View(subject, form, problems));
  }
}
