package org.foyal.things.showing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.foyal.territory.map.Still.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the city's objects on the map: marks over the picture that the server
/// draws, and beside it the list of what it shows.
@Controller
class ThingsMapPage {
  private static final int CELL_px = 72;
  private static final int LISTED = 30;

  private final Showing showing;
  private final ShownWords said;
  private final Maps maps;

  ThingsMapPage(Showing showing, ShownWords said, Maps maps) {
    this.showing = showing;
    this.said = said;
    this.maps = maps;
  }

  /// What the page shows.
  ///
  /// @param things the first of what the map shows
  /// @param seen how many it shows
  /// @param kind the code of the one that is chosen, or nothing
  record View(
      Still still, List<Mark> marks, List<Shown> things, int seen, String kind, ShownWords said) {
    /// Whether there may be more than a map shows.
    boolean full() {
      return seen >= Showing.ON_A_MAP;
    }
  }

  /// A mark on the picture: one object, or several that stand close together.
  ///
  /// @param path where it leads, below the language
  /// @param only the one object, where there is one
  record Mark(Point at, int count, String path, Optional<Shown> only) {}

  @GetMapping("/things/map")
  ModelAndView show(
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(required = false) @Nullable String z,
      @RequestParam(defaultValue = "") String kind) {
    var chosen = Kind.find(kind);
    var kept = chosen.map(one -> "&kind=" + one.code()).orElse("");
    var still = maps.still(new Still.Wish(lat, lon, z), kept);
    var found = still.empty() ? List.<Shown>of() : seen(still, chosen);
    return new ModelAndView("things/showing/map")
        .addObject(
            "view",
            new View(
                still,
                marks(still, found, kept),
                showing.told(found.stream().limit(LISTED).toList()),
                found.size(),
                chosen.map(Kind::code).orElse(""),
                said));
  }

  private List<Shown> seen(Still still, Optional<Kind> kind) {
    var corner = still.at(new Point(0, 0));
    var other = still.at(new Point(Still.WIDTH_px, Still.HEIGHT_px));
    return showing.inside(corner, other, kind).stream()
        .filter(one -> one.where().map(still::point).filter(Point::seen).isPresent())
        .toList();
  }

  private static List<Mark> marks(Still still, List<Shown> shown, String kept) {
    var cells = new LinkedHashMap<String, List<Shown>>();
    for (var one : shown) {
      var at = still.point(place(one));
      var cell = (int) (at.x_px() / CELL_px) + "," + (int) (at.y_px() / CELL_px);
      cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(one);
    }
    return cells.values().stream().map(cell -> mark(still, cell, kept)).toList();
  }

  private static Mark mark(Still still, List<Shown> cell, String kept) {
    var middle =
        new Position(
            cell.stream().mapToDouble(one -> place(one).latitude_deg()).average().orElseThrow(),
            cell.stream().mapToDouble(one -> place(one).longitude_deg()).average().orElseThrow());
    var first = cell.getFirst();
    boolean alone = cell.size() == 1 || still.nearest();
    return new Mark(
        still.point(middle),
        cell.size(),
        alone ? "/things/" + first.id() : "/things/map" + still.nearer(middle) + kept,
        cell.size() == 1 ? Optional.of(first) : Optional.empty());
  }

  private static Position place(Shown one) {
    return one.where().orElseThrow();
  }
}
