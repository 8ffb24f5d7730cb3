package org.foyal.territory.files;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// Reads areas: communes, IRIS, and the population of communes.
final class AreaRows {
  private static final Pattern POPULATION = Pattern.compile("population\\w*_(2\\d{3})");

  private final Ground ground;
  private final String period;
  private final boolean official;

  AreaRows(Ground ground, String period, boolean official) {
    this.ground = ground;
    this.period = period;
    this.official = official;
  }

  List<@Nullable Object[]> commune(Unit.Read read) throws RowRefused {
    var code = Rows.code("code_insee", read.filled("code_insee"));
    var name = read.filled("nom");
    return row(code, Kind.COMMUNE, name, null, null, ground.outline(read.shape()));
  }

  List<@Nullable Object[]> iris(Unit.Read read) throws RowRefused {
    var code = Rows.code("code_iris", read.filled("code_iris"));
    if (code.length() != 9) {
      throw new RowRefused(Reason.BAD_CODE, "code_iris", code);
    }
    var commune = code.substring(0, 5);
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    var name = read.filled("nom_iris");
    var population = read.count("population_iris");
    return row(code, Kind.IRIS, name, commune, population, ground.outline(read.shape()));
  }

  /// The population alone: the rest of the row stays what it is.
  List<@Nullable Object[]> population(Unit.Read read) throws RowRefused {
    var code = Rows.code("code_insee", read.filled("code_insee"));
    var known = ground.territory().findArea(code);
    if (known.isEmpty()) {
      throw new RowRefused(Reason.UNKNOWN_AREA, code);
    }
    var latest =
        read.fields().keySet().stream()
            .map(POPULATION::matcher)
            .filter(column -> column.matches() && column.group().length() < 40)
            .max(Comparator.comparing(column -> column.group(1)));
    if (latest.isEmpty()) {
      throw new RowRefused(
          Reason.WRONG_COLUMN, "population_…", String.join(", ", read.fields().keySet()), "");
    }
    var column = latest.get().group();
    var population = read.count(column);
    if (population == null) {
      throw new RowRefused(Reason.EMPTY, column);
    }
    var area = known.get();
    var row = row(code, Kind.COMMUNE, area.name(), area.parentCode(), population, null);
    row.getFirst()[5] = latest.get().group(1);
    return row;
  }

  private List<@Nullable Object[]> row(
      String code,
      Kind kind,
      String name,
      @Nullable String parent,
      @Nullable Integer population,
      @Nullable Geometry outline) {
    var counted = population == null || period.isEmpty() ? null : period;
    if (outline == null) {
      return one(
          code,
          kind.name(),
          name,
          parent,
          population,
          counted,
          official,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    var box = outline.getEnvelopeInternal();
    var label = outline.getInteriorPoint();
    return one(
        code,
        kind.name(),
        name,
        parent,
        population,
        counted,
        official,
        new WKBWriter().write(outline),
        box.getMinY(),
        box.getMinX(),
        box.getMaxY(),
        box.getMaxX(),
        label.getY(),
        label.getX());
  }

  private static List<@Nullable Object[]> one(@Nullable Object... values) {
    return List.<@Nullable Object[]>of(values);
  }
}
