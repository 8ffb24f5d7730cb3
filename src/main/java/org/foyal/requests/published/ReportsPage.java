package org.foyal.requests.published;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Cases;
import org.foyal.kernel.Reference;
import org.foyal.requests.Answer;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Requests;
import org.foyal.requests.published.Lines.Line;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the reports.
@Controller
class ReportsPage {
  private final Pace pace = new Pace(60, Duration.ofHours(1));
  private final Requests requests;
  private final Categories categories;
  private final Cases cases;
  private final Lines lines;
  private final Territory territory;
  private final Pages pages;

  ReportsPage(
      Requests requests,
      Categories categories,
      Cases cases,
      Lines lines,
      Territory territory,
      Pages pages) {
    this.requests = requests;
    this.categories = categories;
    this.cases = cases;
    this.lines = lines;
    this.territory = territory;
    this.pages = pages;
  }

  /// The list.
  ///
  /// @param category the code of the one that is chosen, or nothing
  record View(
      List<Line> lines,
      boolean more,
      boolean first,
      String category,
      String area,
      List<Category> categories,
      LocalDate today) {
    /// What follows the address of this choice.
    String choice() {
      return chosen().replaceFirst("&", "?");
    }

    /// The address of the page after this one.
    String next() {
      return "/reports?below=" + lines.getLast().report().caseId() + chosen();
    }

    /// The address of the first page.
    String newest() {
      return "/reports" + chosen().replaceFirst("&", "?");
    }

    private String chosen() {
      return (category.isEmpty() ? "" : "&category=" + category)
          + (area.isEmpty() ? "" : "&area=" + area);
    }
  }

  /// One report.
  ///
  /// @param answers those that everybody may see
  /// @param form the name of the form of « moi aussi »
  /// @param joined whether that was just said
  record One(Line line, List<Answer> answers, String form, boolean joined, LocalDate today) {}

  @GetMapping("/reports")
  ModelAndView list(
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String below) {
    var all = categories.list();
    var chosen = all.stream().map(Category::code).filter(category::equals).findFirst();
    var where = territory.findArea(area).map(Area::code);
    var last = Optional.of(below).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    var found = requests.list(chosen, where, last);
    var shown = lines.of(found.stream().limit(Requests.PAGE).toList());
    return new ModelAndView("requests/published/list")
        .addObject(
            "view",
            new View(
                shown,
                found.size() > Requests.PAGE && !shown.isEmpty(),
                last.isEmpty(),
                chosen.orElse(""),
                where.orElse(""),
                all.stream().filter(Category::active).toList(),
                cases.today()));
  }

  @GetMapping("/reports/{reference:[0-9A-Za-z-]{8,9}}")
  ModelAndView one(@PathVariable String reference, @RequestParam(defaultValue = "") String done) {
    var line = find(reference);
    var answers =
        line.report().open()
            ? requests.answers(line.report()).stream().filter(Answer::open).toList()
            : List.<Answer>of();
    return new ModelAndView("requests/published/one")
        .addObject(
            "one",
            new One(
                line, answers, UUID.randomUUID().toString(), "joined".equals(done), cases.today()));
  }

  @PostMapping("/reports/{reference:[0-9A-Za-z-]{8,9}}/join")
  ModelAndView join(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String form,
      HttpServletRequest request) {
    var line = find(reference);
    if (!pace.allows(request.getRemoteAddr())) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    if (!line.asked().closed()) {
      requests.join(line.report().reference(), named(form));
    }
    return new ModelAndView(
        "redirect:"
            + pages.of(request).href("/reports/" + line.report().reference() + "?done=joined"));
  }

  private static UUID named(@Nullable String form) {
    try {
      return UUID.fromString(form == null ? "" : form);
    } catch (IllegalArgumentException noName) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private Line find(String reference) {
    return Reference.read(reference)
        .flatMap(requests::find)
        .flatMap(report -> lines.of(List.of(report)).stream().findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
