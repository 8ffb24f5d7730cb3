package org.foyal.equality.contest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.equality.known.Sheets;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to contesting a figure: no account, no name.
@Controller
class ContestPage {
  private final Pace pace = new Pace(10, Duration.ofHours(1));
  private final Contests contests;
  private final Sheets sheets;
  private final Pages pages;

  ContestPage(Contests contests, Sheets sheets, Pages pages) {
    this.contests = contests;
    this.sheets = sheets;
    this.pages = pages;
  }

  /// What is typed.
  record Form(
      @Nullable String form,
      @Nullable String indicator,
      @Nullable String words,
      @Nullable String email) {}

  /// What the page shows.
  record View(String code, String name, Form form, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping("/equality/{code:[0-9A-Za-z]{5,9}}/contest")
  ModelAndView form(@PathVariable String code, @Nullable String indicator) {
    return page(code, new Form(UUID.randomUUID().toString(), indicator, "", ""), Map.of());
  }

  @PostMapping("/equality/{code:[0-9A-Za-z]{5,9}}/contest")
  ModelAndView file(
      @PathVariable String code,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!pace.wouldAllow(request.getRemoteAddr())) {
      var page = page(code, form, Map.of("form", "equality.contest.wait"));
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    name(code);
    var named = Plain.formName(form.form());
    var said =
        new Contests.Said(
            named,
            code,
            Plain.line(form.indicator()),
            Plain.text(form.words()),
            Optional.of(Plain.line(form.email())).filter(line -> !line.isEmpty()),
            pages.of(request).language());
    return switch (contests.file(said)) {
      case Contests.Filing.Refused(var problems) -> page(code, form, problems);
      case Contests.Filing.Filed() -> {
        pace.allows(request.getRemoteAddr());
        response.setHeader("Cache-Control", "no-store");
        yield new ModelAndView("equality/contest/done")
            .addObject("code", code)
            .addObject("opened", contests.openedFor(named));
      }
    };
  }

  private String name(String code) {
    return sheets.nameOf(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(String code, Form form, Map<String, String> problems) {
    return new ModelAndView("equality/contest/contest", Fields.status(problems))
        .addObject("view", new View(code, name(code), form, problems));
  }
}
