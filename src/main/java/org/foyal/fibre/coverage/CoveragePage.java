package org.foyal.fibre.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.coverage.FollowUp.Sheet;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the follow-up: where the fibre is, on any day, and what became of what
/// was promised. What a demonstration invented is shown alone, says so, and names no real
/// neighbourhood.
@Controller
class CoveragePage {
  /// Nobody told of a fibre network here before.
  static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final FollowUp follow;
  private final Territory territory;
  private final Pages pages;

  CoveragePage(FollowUp follow, Territory territory, Pages pages) {
    this.follow = follow;
    this.territory = territory;
    this.pages = pages;
  }

  /// What somebody asks for, as the address has it.
  ///
  /// @param then whether as it was known on that day
  record Asked(@Nullable String on, @Nullable String then, @Nullable String example) {
    boolean isThen() {
      return "yes".equals(then);
    }

    boolean isExample() {
      return "yes".equals(example);
    }
  }

  /// A line of the table.
  record Row(String name, Optional<String> address, Optional<AreaCoverage> coverage) {}

  /// What the page shows.
  ///
  /// @param misread whether the day that was asked for is none, or still to come
  /// @param invented whether a demonstration invented something that can be shown alone
  record View(
      Sheet sheet,
      List<Row> rows,
      Optional<CoverageMap> map,
      List<Forecasts.Told> forecasts,
      Forecasting.Guess guess,
      LocalDate today,
      boolean misread,
      boolean invented) {
    boolean example() {
      return sheet.question().examples();
    }

    Curve curve(Published published) {
      return Curve.of(published.points());
    }

    Curve curve() {
      return Curve.of(sheet.history());
    }

    /// What follows the address of the files.
    String query() {
      var question = sheet.question();
      return "?on=" + question.day() + question.knownBy().map(by -> "&known=" + by).orElse("");
    }
  }

  @GetMapping("/fibre/coverage")
  ModelAndView show(Asked asked, HttpServletRequest request) {
    var page = pages.of(request);
    var today = follow.today();
    var day = Plain.day(asked.on()).filter(one -> !one.isAfter(today) && !one.isBefore(FIRST));
    boolean misread = asked.on() != null && !asked.on().isBlank() && day.isEmpty();
    var question =
        new Question(
            day.orElse(today),
            asked.isThen() ? Optional.of(day.orElse(today)) : Optional.empty(),
            asked.isExample());
    var sheet = follow.of(question);
    var areas = areas();
    var view =
        new View(
            sheet,
            asked.isExample() ? invented(page, sheet) : rows(page, sheet, areas),
            asked.isExample() || sheet.coverage().isEmpty()
                ? Optional.empty()
                : CoverageMap.of(
                    territory, areas, code -> sheet.coverage().flatMap(one -> one.find(code))),
            follow.forecasts(question),
            follow.guess(question),
            today,
            misread,
            asked.isExample() || follow.isInvented(question));
    return new ModelAndView("fibre/coverage/coverage").addObject("view", view);
  }

  /// The city's neighbourhoods, by name.
  private List<Area> areas() {
    var city = territory.city().map(Area::code);
    return territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> city.isEmpty() || city.get().equals(area.parentCode()))
        .sorted(Comparator.comparing(Area::name))
        .toList();
  }

  private static List<Row> rows(Page page, Sheet sheet, List<Area> areas) {
    var found = sheet.coverage();
    if (found.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<Row>();
    for (var area : areas) {
      rows.add(
          new Row(
              area.name(), Optional.of("/areas/" + area.code()), found.get().find(area.code())));
    }
    var codes = areas.stream().map(Area::code).toList();
    found.get().areas().stream()
        .filter(one -> one.area().filter(codes::contains).isEmpty())
        .map(one ->
            new Row(
                one.area().orElseGet(() -> page.say("fibre.coverage.nowhere")),
                Optional.empty(),
                Optional.of(one)))
        .forEach(rows::add);
    return rows;
  }

  /// Invented neighbourhoods have numbers, the largest first: no real one is spoken of.
  private static List<Row> invented(Page page, Sheet sheet) {
    var areas =
        sheet.coverage().stream()
            .flatMap(found -> found.areas().stream())
            .sorted(Comparator.comparingLong((AreaCoverage one) -> -one.homes().all()))
            .toList();
    var rows = new ArrayList<Row>();
    for (var area : areas) {
      var name = page.say("fibre.coverage.example.area", rows.size() + 1);
      rows.add(new Row(name, Optional.empty(), Optional.of(area)));
    }
    return rows;
  }
}
