package org.foyal.things.showing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.Door;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.territory.WayOn;
import org.foyal.things.alerts.Alert;
import org.foyal.things.alerts.AlertWords;
import org.foyal.things.alerts.ThingAlerts;
import org.foyal.things.keeping.Charted;
import org.foyal.things.keeping.Series;
import org.foyal.things.showing.Shown.Line;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the city's objects: the list, and each of them.
@Controller
class ThingsPage {
  private final Showing showing;
  private final Series series;
  private final ThingAlerts alerts;
  private final Territory territory;
  private final Surroundings around;

  ThingsPage(
      Showing showing,
      Series series,
      ThingAlerts alerts,
      Territory territory,
      Surroundings around) {
    this.showing = showing;
    this.series = series;
    this.alerts = alerts;
    this.territory = territory;
    this.around = around;
  }

  /// What the pages need of the house.
  ///
  /// @param said words for what objects report
  /// @param alerts words for what is wrong with them
  @org.springframework.stereotype.Component
  record Surroundings(
      ShownWords said, AlertWords alerts, SiteAddress site, ShellSettings city, Clock clock) {}

  @Bean
  static Door cityThingsDoor() {
    return new Door("/things", "things.showing.door", 7, Door.Audience.EVERYBODY);
  }

  @Bean
  static WayOn thingsOfNeighbourhood() {
    return new WayOn(WayOn.From.NEIGHBOURHOOD, "things.showing.way", "/things?area={code}");
  }

  /// The list.
  ///
  /// @param kind the code of the one that is chosen, or nothing
  /// @param area the code of the neighbourhood that is chosen, or nothing
  record View(
      List<Shown> things,
      boolean more,
      boolean first,
      String kind,
      String area,
      List<Area> areas,
      ShownWords said) {
    /// The address of the page after this one.
    String next() {
      return "/things?after=" + things.getLast().id() + chosen();
    }

    /// The address of the first page.
    String start() {
      return "/things" + chosen().replaceFirst("&", "?");
    }

    private String chosen() {
      return (kind.isEmpty() ? "" : "&kind=" + kind) + (area.isEmpty() ? "" : "&area=" + area);
    }
  }

  @GetMapping("/things")
  ModelAndView list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "") String after) {
    var chosen = Kind.find(kind);
    var where = territory.findArea(area).filter(one -> one.kind() == Area.Kind.IRIS);
    var last = Optional.of(after).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    var found = showing.list(chosen, where.map(Area::code), last.orElse(0L));
    return new ModelAndView("things/showing/list")
        .addObject(
            "view",
            new View(
                found.stream().limit(Showing.PAGE).toList(),
                found.size() > Showing.PAGE,
                last.isEmpty(),
                chosen.map(Kind::code).orElse(""),
                where.map(Area::code).orElse(""),
                territory.listAreas(Area.Kind.IRIS),
                around.said()));
  }

  /// One object.
  ///
  /// @param open its alerts that are open
  /// @param address where it stands in SensorThings
  record One(
      Shown thing,
      Optional<Area> area,
      Span span,
      List<Graph> graphs,
      List<Alert> open,
      String address,
      Surroundings around) {}

  /// How one thing that it measures went.
  ///
  /// @param chart none where nothing was reported in that time
  /// @param query of the addresses of the same as data
  record Graph(Line line, Optional<Chart> chart, List<Row> rows, String query) {}

  @GetMapping("/things/{id:\\d{1,18}}")
  ModelAndView one(@PathVariable String id, @RequestParam(defaultValue = "") String span) {
    var thing =
        showing
            .find(Long.parseLong(id))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var chosen = Span.read(span);
    var open =
        alerts.listOpen().stream().filter(alert -> alert.source().thing() == thing.id()).toList();
    return new ModelAndView("things/showing/one")
        .addObject(
            "one",
            new One(
                thing,
                thing.where().flatMap(at -> territory.areaAt(at, Area.Kind.IRIS)),
                chosen,
                graphs(thing, chosen),
                open,
                around.site().get() + "/v1.1/Things(" + thing.id() + ")",
                around));
  }

  private List<Graph> graphs(Shown thing, Span span) {
    var until = around.clock().instant();
    var graphs = new ArrayList<Graph>();
    for (var line : thing.lines()) {
      if (line.number().isPresent()) {
        graphs.add(graph(line, span, until));
      }
    }
    return graphs;
  }

  private Graph graph(Line line, Span span, Instant until) {
    var since = span.since(until);
    ZoneId zone = around.city().timeZone();
    var charted = series.chart(line.datastream(), since, until, Optional.of(span.step()));
    var points =
        switch (charted) {
          case Charted.Points(_, var found) -> found;
          case Charted.Unknown _, Charted.TooMany _ -> List.<org.foyal.things.keeping.Point>of();
        };
    var chart =
        points.isEmpty()
            ? Optional.<Chart>empty()
            : Optional.of(Chart.of(points, since, until, span, zone));
    var query =
        "?from=%s&until=%s&step=%s"
            .formatted(
                since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                until.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                span.step().name().toLowerCase(java.util.Locale.ROOT));
    return new Graph(line, chart, Row.of(points, span, zone), query);
  }
}
