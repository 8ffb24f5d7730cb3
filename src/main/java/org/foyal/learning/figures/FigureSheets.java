package org.foyal.learning.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.kernel.Quarter;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.Page;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// Puts together what pages show of a quarter.
@Component
class FigureSheets {
  private final LearningFigures figures;
  private final Territory territory;
  private final Places places;

  FigureSheets(LearningFigures figures, Territory territory, Places places) {
    this.figures = figures;
    this.territory = territory;
    this.places = places;
  }

  /// What somebody wants to see; what is not named does not matter.
  record Choice(Optional<Quarter> quarter, Optional<UUID> place, Optional<Audience> audience) {
    static final Choice LATEST = new Choice(Optional.empty(), Optional.empty(), Optional.empty());

    boolean narrow() {
      return place.isPresent() || audience.isPresent();
    }
  }

  /// Since when a correction waits of a quarter.
  Optional<LocalDate> waits(Quarter quarter) {
    return figures.correctionWaits(quarter);
  }

  Snapshot snapshot() {
    return figures.snapshot();
  }

  /// The quarter that is chosen, else the latest one; nothing while nothing is known.
  Optional<FigureSheet> of(Page page, Snapshot snapshot, Choice choice) {
    return choice
        .quarter()
        .filter(snapshot.quarters()::contains)
        .or(() -> snapshot.quarters().stream().findFirst())
        .map(quarter -> {
          var told = snapshot.of(quarter).narrowed(choice.place(), choice.audience());
          return new FigureSheet(page, told, snapshot.months(quarter), names());
        });
  }

  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    territory.listAreas(Area.Kind.IRIS).forEach(one -> names.put(one.code(), one.name()));
    places.listAll().forEach(one -> names.put(one.id().toString(), one.name()));
    return names;
  }

  /// The names of neighbourhoods of which nothing is known.
  List<String> unknown(Snapshot snapshot) {
    return snapshot.unknownAreas().stream()
        .map(code -> territory.findArea(code).map(Area::name).orElse(code))
        .sorted()
        .toList();
  }

  /// The places where something took place, by their identifiers, in order of name.
  Map<String, String> places(Snapshot snapshot) {
    var used = snapshot.held().stream().map(Held::place).distinct().toList();
    var options = new LinkedHashMap<String, String>();
    places.listAll().stream()
        .filter(one -> used.contains(one.id()))
        .forEach((Place one) -> options.put(one.id().toString(), one.name()));
    return options;
  }

  static Map<String, String> audiences(Page page) {
    var options = new LinkedHashMap<String, String>();
    Stream.of(Audience.values())
        .forEach(
            one -> options.put(one.name(), page.say("learning.courses.audience." + one.name())));
    return options;
  }

  static Map<String, String> quarters(Page page, Snapshot snapshot) {
    var options = new LinkedHashMap<String, String>();
    snapshot.quarters().forEach(one -> options.put(one.code(), FigureSheet.quarter(page, one)));
    return options;
  }
}
