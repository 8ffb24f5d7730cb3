package org.foyal.territory.areas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Provenance;
import org.foyal.territory.Score;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/// All that the pages say of each area, put together once for each version of the territory.
@Component
class AreaBook {
  private final Territory territory;
  private final Cache<Key, AreaView> views = Caffeine.newBuilder().maximumSize(300).build();
  private final Cache<Long, AreaList> lists = Caffeine.newBuilder().maximumSize(2).build();

  private record Key(long version, String code) {}

  AreaBook(Territory territory) {
    this.territory = territory;
  }

  /// What the page of an area shows.
  Optional<AreaView> find(String code) {
    var key = new Key(territory.version(), code);
    return territory.findArea(code).map(area -> views.get(key, _ -> view(area)));
  }

  /// All neighbourhoods with their scores, and the communes.
  AreaList list() {
    return lists.get(
        territory.version(),
        _ -> {
          var city = territory.city();
          var scores = territory.listScores();
          return new AreaList(
              city,
              rows(city.map(this::parts).orElseGet(() -> territory.listAreas(Kind.IRIS)), scores),
              territory.listAreas(Kind.COMMUNE),
              Scores.latestPeriod(scores));
        });
  }

  /// The drawing of a street's neighbourhood with the street's middle on it.
  Optional<Outline> outlineOf(Street street) {
    var code = Optional.ofNullable(street.areaCode()).orElse(street.communeCode());
    return outline(code, Optional.of(street.middle()));
  }

  private AreaView view(Area area) {
    var parts = parts(area);
    var scores = territory.listScores();
    var parent = Optional.ofNullable(area.parentCode()).flatMap(territory::findArea).orElse(null);
    var siblings = parent == null ? List.of(area) : parts(parent);
    var codes = siblings.stream().map(Area::code).collect(Collectors.toSet());
    return new AreaView(
        area,
        parent,
        Fragility.of(area.code(), scores, codes).orElse(null),
        outline(area.code(), Optional.empty()).orElse(null),
        territory.neighbours(area.code()),
        area.kind() == Kind.COMMUNE ? List.of() : territory.listStreets(area.code()),
        rows(byName(parts), scores),
        FigureTable.of(area.code(), territory.listFigures(area.code())),
        AreaHistory.of(territory.listVersions(area.code())),
        sources());
  }

  private Map<String, Provenance> sources() {
    return territory.listSources().stream()
        .collect(Collectors.toMap(Provenance::kind, Function.identity(), (_, later) -> later));
  }

  /// The neighbourhoods of a commune, in order of code.
  private List<Area> parts(Area area) {
    return area.kind() != Kind.COMMUNE
        ? List.of()
        : territory.listAreas(Kind.IRIS).stream()
            .filter(part -> area.code().equals(part.parentCode()))
            .toList();
  }

  /// As a reader looks them up.
  private static List<Area> byName(List<Area> areas) {
    return areas.stream()
        .sorted(Comparator.comparing((Area area) -> AreaList.plain(area.name())))
        .toList();
  }

  private static List<AreaList.Row> rows(List<Area> areas, List<Score> scores) {
    var globals = Scores.globals(scores);
    return areas.stream().map(area -> new AreaList.Row(area, globals.get(area.code()))).toList();
  }

  private Optional<Outline> outline(String code, Optional<Position> spot) {
    var parts = territory.findArea(code).map(this::parts).orElse(List.of());
    return Outline.of(
        territory.outline(code), outlines(territory.neighbours(code)), outlines(parts), spot);
  }

  private List<Geometry> outlines(List<Area> areas) {
    return areas.stream().flatMap(area -> territory.outline(area.code()).stream()).toList();
  }

  /// What the scores of all areas have in common.
  private static final class Scores {
    private Scores() {}

    static @Nullable String latestPeriod(List<Score> scores) {
      return scores.stream()
          .filter(score -> Axis.GLOBAL.names(score))
          .map(Score::period)
          .max(String::compareTo)
          .orElse(null);
    }

    /// The global score of each area in the latest period.
    static Map<String, Integer> globals(List<Score> scores) {
      var latest = latestPeriod(scores);
      return scores.stream()
          .filter(score -> Axis.GLOBAL.names(score))
          .filter(score -> score.period().equals(latest))
          .collect(Collectors.toMap(Score::areaCode, Score::score));
    }
  }
}
