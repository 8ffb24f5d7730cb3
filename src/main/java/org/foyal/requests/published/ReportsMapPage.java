package org.foyal.requests.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.Cases;
import org.foyal.kernel.Position;
import org.foyal.requests.Box;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.requests.published.Lines.Line;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.foyal.territory.map.Still.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the reports on the map: marks over the picture that the server draws, and
/// beside it the list of what it shows.
@Controller
class ReportsMapPage {
  private static final int CELL_px = 72;
  private static final int LISTED = 30;

  private final Requests requests;
  private final Categories categories;
  private final Lines lines;
  private final Cases cases;
  private final Maps maps;

  ReportsMapPage(Requests requests, Categories categories, Lines lines, Cases cases, Maps maps) {
    this.requests = requests;
    this.categories = categories;
    this.lines = lines;
    this.cases = cases;
    this.maps = maps;
  }

  /// What the page shows.
  ///
  /// @param lines the newest of what the map shows
  /// @param seen how many it shows
  /// @param category the code of the one that is chosen, or nothing
  record View(
      Still still,
      List<Mark> marks,
      List<Line> lines,
      int seen,
      String category,
      List<Category> categories) {
    /// Whether there may be more than a map shows.
    boolean full() {
      return seen == Requests.ON_A_MAP;
    }
  }

  /// A mark on the picture: one report, or several that stand close together.
  ///
  /// @param path where it leads, below the language
  /// @param only the one report, where there is one
  /// @param shut whether all of them are closed
  record Mark(Point at, int count, String path, Optional<Line> only, boolean shut) {}

  @GetMapping("/reports/map")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(required = false) @Nullable String z,
      @RequestParam(defaultValue = "") String category) {
    var all = categories.list();
    var chosen = all.stream().map(Category::code).filter(category::equals).findFirst();
    var kept = chosen.map(code -> "&category=" + code).orElse("");
    var still = maps.still(new Still.Wish(lat, lon, z), kept);
    var corner = still.at(new Point(0, 0));
    var other = still.at(new Point(Still.WIDTH_px, Still.HEIGHT_px));
    var found =
        still.empty() ? List.<Report>of() : requests.inside(Box.between(corner, other), chosen);
    var shown = lines.of(found);
    return new ModelAndView("requests/published/map")
        .addObject("today", cases.today())
        .addObject(
            "view",
            new View(
                still,
                marks(still, shown, kept),
                shown.stream().limit(LISTED).toList(),
                shown.size(),
                chosen.orElse(""),
                all.stream().filter(Category::active).toList()));
  }

  private static List<Mark> marks(Still still, List<Line> shown, String kept) {
    var cells = new LinkedHashMap<String, List<Line>>();
    for (var line : shown) {
      var at = still.point(line.report().where().orElseThrow());
      var cell = (int) (at.x_px() / CELL_px) + "," + (int) (at.y_px() / CELL_px);
      cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(line);
    }
    return cells.values().stream().map(cell -> mark(still, cell, kept)).toList();
  }

  private static Mark mark(Still still, List<Line> cell, String kept) {
    var middle =
        new Position(
            cell.stream().mapToDouble(l -> place(l).latitude_deg()).average().orElseThrow(),
            cell.stream().mapToDouble(l -> place(l).longitude_deg()).average().orElseThrow());
    var first = cell.getFirst();
    boolean alone = cell.size() == 1 || still.nearest();
    return new Mark(
        still.point(middle),
        cell.size(),
        alone
            ? "/reports/" + first.report().reference()
            : "/reports/map" + still.nearer(middle) + kept,
        cell.size() == 1 ? Optional.of(first) : Optional.empty(),
        cell.stream().allMatch(line -> line.asked().closed()));
  }

  private static Position place(Line line) {
    return line.report().where().orElseThrow();
  }
}
