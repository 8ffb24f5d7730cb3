package org.foyal.requests.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.figures.CaseFigures.Compared;
import org.foyal.cases.figures.CaseFigures.Counted;
import org.foyal.cases.figures.CaseFigures.Dimension;
import org.foyal.kernel.Period;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.figures.RequestFigures.Choice;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what reports add up to, over twelve months.
@Controller
class ReportFiguresPage {
  private static final int MONTHS = 12;
  private static final YearMonth FIRST = YearMonth.of(2000, 1);

  private final RequestFigures figures;
  private final Categories categories;
  private final Territory territory;
  private final Cases cases;
  private final Pages pages;

  ReportFiguresPage(
      RequestFigures figures,
      Categories categories,
      Territory territory,
      Cases cases,
      Pages pages) {
    this.figures = figures;
    this.categories = categories;
    this.territory = territory;
    this.cases = cases;
    this.pages = pages;
  }

  /// A line of a table.
  ///
  /// @param address of the reports that it counts, if there is a page of them
  record Line(String name, Optional<String> address, Counted counted) {}

  /// A table.
  ///
  /// @param words the key of its name
  record Table(String words, List<Line> lines) {}

  /// What the page shows.
  ///
  /// @param month the last of the twelve, as `2026-11`
  /// @param areas how many neighbourhoods have their residents counted
  record View(
      Period period,
      YearMonth month,
      String category,
      String area,
      List<Category> categories,
      List<Area> places,
      Counted all,
      List<Table> tables,
      List<Compared> channels,
      List<Quiet> quiet,
      long areas,
      LocalDate today) {}

  @GetMapping("/reports/figures")
  ModelAndView show(
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String area,
      HttpServletRequest request) {
    var today = cases.today();
    var last = month(month, YearMonth.from(today));
    var all = categories.list();
    var places =
        territory.listAreas(Area.Kind.IRIS).stream()
            .sorted(Comparator.comparing(Area::name))
            .toList();
    var choice =
        new Choice(
            new Period(last.minusMonths(MONTHS - 1L).atDay(1), last.atEndOfMonth()),
            all.stream().map(Category::code).filter(category::equals).findFirst(),
            places.stream().map(Area::code).filter(area::equals).findFirst());
    return new ModelAndView("requests/figures/figures")
        .addObject(
            "view",
            new View(
                choice.period(),
                last,
                choice.category().orElse(""),
                choice.area().orElse(""),
                all,
                places,
                figures.all(choice),
                tables(choice, all, places, pages.of(request)),
                figures.channels(choice),
                choice.area().isEmpty() ? figures.quiet(choice) : List.of(),
                places.stream().filter(one -> one.residents().orElse(0) > 0).count(),
                today));
  }

  private static YearMonth month(String typed, YearMonth now) {
    try {
      var month = typed.isEmpty() ? now : YearMonth.parse(typed);
      return month.isAfter(now) || month.isBefore(FIRST) ? now : month;
    } catch (DateTimeException noMonth) {
      return now;
    }
  }

  private List<Table> tables(Choice choice, List<Category> all, List<Area> places, Page page) {
    Map<String, String> titles =
        all.stream()
            .collect(Collectors.toMap(Category::code, one -> one.title().in(page.language())));
    Map<String, String> names = places.stream().collect(Collectors.toMap(Area::code, Area::name));
    return List.of(
        table(choice, Dimension.TOPIC, code -> titles.getOrDefault(code, code), page),
        table(choice, Dimension.AREA, code -> names.getOrDefault(code, code), page),
        table(choice, Dimension.CHANNEL, code -> page.say(Channel.valueOf(code).words()), page),
        table(choice, Dimension.MONTH, code -> page.month(YearMonth.parse(code).atDay(1)), page));
  }

  private Table table(
      Choice choice, Dimension dimension, Function<String, String> name, Page page) {
    var lines =
        figures.by(choice, dimension).stream()
            .map(counted ->
                new Line(
                    counted
                        .key()
                        .map(name)
                        .orElseGet(() -> page.say("requests.figures.unknown." + dimension.name())),
                    address(counted, dimension),
                    counted));
    return new Table(
        "requests.figures.by." + dimension.name(),
        dimension == Dimension.MONTH || dimension == Dimension.CHANNEL
            ? lines.toList()
            : lines.sorted(Comparator.comparing(Line::name)).toList());
  }

  private static Optional<String> address(Counted counted, Dimension dimension) {
    return switch (dimension) {
      case TOPIC -> counted.key().map(code -> "/reports?category=" + code);
      case AREA -> counted.key().map(code -> "/reports?area=" + code);
      case ALL, CHANNEL, MONTH -> Optional.empty();
    };
  }
}
