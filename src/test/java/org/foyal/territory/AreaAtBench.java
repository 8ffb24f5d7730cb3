package org.foyal.territory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.AreaStore.Outlined;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.json.JsonMapper;

/// `bench/area-at.sh`: points that find their neighbourhood, beside JTS alone over the same
/// polygons.
final class AreaAtBench {
  private static final int POINTS = 200_000;
  private static final int ROUNDS = 9;

  private AreaAtBench() {}

  /// Runs both in turn, nine rounds each after two of warm-up, and prints medians and their ratio.
  ///
  /// @param arguments the GeoJSON file of the neighbourhoods
  public static void main(String... arguments) throws IOException, ParseException {
    var areas = areas(Path.of(arguments[0]));
    var points = points(areas);
    var bare = bare(areas);
    var index = new AreaIndex(1, areas);
    var bare_ns = new ArrayList<Long>();
    var ours_ns = new ArrayList<Long>();
    for (int round = -2; round < ROUNDS; round++) {
      long bareTook_ns =
          time_ns(() -> (int) Arrays.stream(points).filter(p -> hit(bare, p)).count());
      long oursTook_ns =
          time_ns(() ->
              (int) Arrays.stream(points).filter(p -> index.at(p, Kind.IRIS).isPresent()).count());
      if (round >= 0) {
        bare_ns.add(bareTook_ns);
        ours_ns.add(oursTook_ns);
      }
    }
    double bareRate = POINTS * 1e9 / median(bare_ns);
    double oursRate = POINTS * 1e9 / median(ours_ns);
    System.out.printf(
        "area-at: %,.0f points a second, JTS alone %,.0f, ratio %.2f%n",
        oursRate, bareRate, oursRate / bareRate);
  }

  private static List<Outlined> areas(Path file) throws IOException, ParseException {
    var areas = new ArrayList<Outlined>();
    for (var feature :
        JsonMapper.builder().build().readTree(Files.readString(file)).get("features")) {
      var code = feature.get("properties").get("code_iris").asString();
      var outline = new GeoJsonReader().read(feature.get("geometry").toString());
      areas.add(
          new Outlined(new Area(code, Kind.IRIS, code, null, null, null, false, null), outline));
    }
    return areas;
  }

  /// Seeded, over the whole envelope: some fall outside, as in life.
  private static Position[] points(List<Outlined> areas) {
    var all = new Envelope();
    areas.stream()
        .map(Outlined::outline)
        .filter(Geometry.class::isInstance)
        .forEach(outline -> all.expandToInclude(outline.getEnvelopeInternal()));
    var random = new Random(20180406);
    var points = new Position[POINTS];
    Arrays.setAll(
        points,
        _ ->
            new Position(
                random.nextDouble(all.getMinY(), all.getMaxY()),
                random.nextDouble(all.getMinX(), all.getMaxX())));
    return points;
  }

  private static STRtree bare(List<Outlined> areas) {
    var tree = new STRtree();
    for (var area : areas) {
      var outline = area.outline();
      if (outline != null) {
        tree.insert(outline.getEnvelopeInternal(), new IndexedPointInAreaLocator(outline));
      }
    }
    tree.build();
    return tree;
  }

  private static boolean hit(STRtree tree, Position where) {
    var point = new Coordinate(where.longitude_deg(), where.latitude_deg());
    for (var found : tree.query(new Envelope(point))) {
      if (((IndexedPointInAreaLocator) found).locate(point) != Location.EXTERIOR) {
        return true;
      }
    }
    return false;
  }

  private static long time_ns(IntSupplier work) {
    long begin_ns = System.nanoTime();
    if (work.getAsInt() <= 0) {
      throw new IllegalStateException("no point found its neighbourhood");
    }
    return System.nanoTime() - begin_ns;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
