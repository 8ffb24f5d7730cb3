package org.foyal.equality.known;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.equality.index.Standing;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.measure.Spread;
import org.foyal.equality.registry.Indicator;
import org.foyal.equality.registry.Indicators;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The public web door: the city, a neighbourhood, and how it is counted.
@Controller
class EqualityPage {
  /// What the map can show.
  static final List<String> SHOWN =
      List.of("score_global", "learning.nearest-help", "fibre.connectable");

  private final Sheets sheets;
  private final Territory territory;

  EqualityPage(Sheets sheets, Territory territory) {
    this.sheets = sheets;
    this.territory = territory;
  }

  @Bean
  static Door equalityDoor() {
    return new Door("/equality", "equality.door", 6, Door.Audience.EVERYBODY);
  }

  /// What the city’s page shows.
  ///
  /// @param shown the key of what the map shows
  /// @param spreads of resources that are counted on one scale from nothing
  /// @param choices what places hang on
  record City(
      List<Sheet> sheets,
      Optional<EqualityMap> map,
      Indicator shown,
      List<Spread> spreads,
      List<Ranking.Weight> choices) {
    /// How many neighbourhoods an indicator is known of.
    long known(String key) {
      return sheets.stream().filter(sheet -> sheet.find(key).isPresent()).count();
    }

    /// How many neighbourhoods have an index.
    long scored() {
      return sheets.stream().filter(sheet -> sheet.overall().isPresent()).count();
    }

    /// The table of groups: those that have least first, and in a group by name, since their order
    /// means nothing.
    List<Standing> standings(Page page) {
      return sheets.stream()
          .flatMap(sheet -> standing(page, sheet).stream())
          .sorted(Comparator.comparingInt(one -> one.place().group()))
          .toList();
    }

    private static Optional<Standing> standing(Page page, Sheet sheet) {
      return sheet
          .overall()
          .flatMap(overall ->
              overall
                  .place()
                  .map(place ->
                      new Standing(
                          sheet.area().name(),
                          page.href("/equality/" + sheet.area().code()),
                          overall.score(),
                          place,
                          overall.parts())));
    }

    /// What nobody knows of any neighbourhood.
    List<Indicator> unknown() {
      return Indicators.scored().stream().filter(one -> known(one.key()) == 0).toList();
    }
  }

  @GetMapping("/equality")
  ModelAndView city(@Nullable String show) {
    var list = sheets.list();
    var key = show != null && SHOWN.contains(show) ? show : SHOWN.getFirst();
    return new ModelAndView("equality/known/city")
        .addObject(
            "view",
            new City(
                list,
                EqualityMap.of(territory, list, key),
                Indicators.find(key).orElseThrow(),
                Stream.of(
                        Sheets.spread(list, "learning.nearest-help", false),
                        Sheets.spread(list, "help.reach", true))
                    .flatMap(Optional::stream)
                    .toList(),
                sheets.choices()));
  }

  @GetMapping("/equality/method")
  ModelAndView method() {
    return new ModelAndView("equality/known/method");
  }

  @GetMapping("/equality/{code:[0-9A-Za-z]{5,9}}")
  ModelAndView area(@PathVariable String code) {
    var sheet =
        sheets.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("equality/known/area").addObject("sheet", sheet);
  }
}
