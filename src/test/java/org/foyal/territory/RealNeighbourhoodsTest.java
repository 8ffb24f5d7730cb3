package org.foyal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.AreaStore.Outlined;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.json.JsonMapper;

/// The index against JTS's own `covers`, asked of each of the 38 real neighbourhoods one by one.
class RealNeighbourhoodsTest {
  private static final Path FILE =
      Path.of("cities/fort-de-france/fdf_quartiers_iris_approches.geojson");
  private static final GeometryFactory POINTS = new GeometryFactory();
  private static final List<Outlined> AREAS = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException, ParseException {
    for (var feature : JsonMapper.shared().readTree(Files.readString(FILE)).get("features")) {
      var code = feature.get("properties").get("code_iris").asString();
      var shape = new GeoJsonReader().read(feature.get("geometry").toString());
      AREAS.add(
          new Outlined(new Area(code, Kind.IRIS, code, null, null, null, false, null), shape));
    }
  }

  /// The lowest code of all outlines that cover the point, by brute force.
  private static String bruteForce(Coordinate where) {
    var point = POINTS.createPoint(where);
    return AREAS.stream()
        .filter(area -> outline(area).covers(point))
        .map(area -> area.area().code())
        .min(String::compareTo)
        .orElse("");
  }

  private static Geometry outline(Outlined area) {
    return java.util.Objects.requireNonNull(area.outline());
  }

  private static String indexed(AreaIndex index, Coordinate where) {
    return index.at(new Position(where.y, where.x), Kind.IRIS).map(Area::code).orElse("");
  }

  @Test
  void aSeededSampleOfPointsIsAnsweredLikeBruteForce() {
    var index = new AreaIndex(1, AREAS);
    var box = new Envelope();
    AREAS.forEach(area -> box.expandToInclude(outline(area).getEnvelopeInternal()));
    var random = new Random(97209);
    int inside = 0;
    for (int i = 0; i < 4_000; i++) {
      var where =
          new Coordinate(
              box.getMinX() + random.nextDouble() * box.getWidth(),
              box.getMinY() + random.nextDouble() * box.getHeight());
      var expected = bruteForce(where);
      inside += expected.isEmpty() ? 0 : 1;
      assertThat(indexed(index, where)).as("%s", where).isEqualTo(expected);
    }
    assertThat(AREAS).hasSize(38);
    assertThat(inside).as("the sample is not all sea").isGreaterThan(1_000);
  }

  @Test
  void everyCornerOfEveryOutlineIsAnsweredLikeBruteForce() {
    var index = new AreaIndex(1, AREAS);
    int corners = 0;
    for (var area : AREAS) {
      for (var corner : outline(area).getCoordinates()) {
        assertThat(indexed(index, corner)).as("%s", corner).isEqualTo(bruteForce(corner));
        corners++;
      }
    }
    assertThat(corners).isGreaterThan(1_000);
  }

  @Test
  void everyNeighbourhoodHasNeighboursAndEachIsTheOthers() {
    var index = new AreaIndex(1, AREAS);
    for (var area : AREAS) {
      var near = index.neighbours(area);
      assertThat(near).as(area.area().code()).isNotEmpty();
      for (var other : near) {
        assertThat(index.find(other.code()).map(index::neighbours).orElseThrow())
            .as("%s and %s", area.area().code(), other.code())
            .contains(area.area());
      }
    }
  }
}
