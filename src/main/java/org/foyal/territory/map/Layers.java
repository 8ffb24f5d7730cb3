package org.foyal.territory.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Everything that the map draws at one version of the territory, in WGS 84; immutable.
final class Layers {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final long version;
  private final List<Outlined> communes;
  private final List<Outlined> areas;
  private final String cityCode;
  private final @Nullable Geometry city;
  private final List<Road> roads;
  private final List<MapStore.Place> places;
  private final Geometry land;
  private final Geometry communeLines;
  private final Geometry areaLines;
  private final List<NamedLine> namedLines;
  private final Envelope extent;

  /// An area whose outline is known.
  record Outlined(Area area, Geometry outline) {}

  /// What a version is made of.
  ///
  /// @param city code of the city's own commune; empty while it is not known
  record Parts(
      long version,
      String city,
      List<Outlined> communes,
      List<Outlined> areas,
      List<Road> roads,
      List<MapStore.Place> places) {}

  /// A street's pieces joined, to write its name along.
  record NamedLine(String name, Road.Rank rank, LineString line) {}

  Layers(Parts parts) {
    version = parts.version();
    communes = List.copyOf(parts.communes());
    areas = List.copyOf(parts.areas());
    roads = List.copyOf(parts.roads());
    places = List.copyOf(parts.places());
    cityCode = parts.city();
    city =
        communes.stream()
            .filter(commune -> isCity(commune.area()))
            .map(Outlined::outline)
            .findFirst()
            .orElse(null);
    land = union((communes.isEmpty() ? areas : communes).stream().map(Outlined::outline).toList());
    communeLines = borders(communes);
    areaLines = borders(areas);
    namedLines = joined(roads);
    extent = new Envelope(land.getEnvelopeInternal());
    roads.forEach(road -> extent.expandToInclude(road.line().getEnvelopeInternal()));
  }

  private static Geometry union(List<Geometry> pieces) {
    return pieces.isEmpty() ? GEOMETRY.createPolygon() : UnaryUnionOp.union(pieces);
  }

  /// The borders of areas, each piece once although two areas share it: drawn twice, its dashes
  /// would close.
  private static Geometry borders(List<Outlined> areas) {
    var rings = areas.stream().map(area -> area.outline().getBoundary()).toList();
    var merger = new LineMerger();
    if (!rings.isEmpty()) {
      merger.add(UnaryUnionOp.union(rings));
    }
    return GEOMETRY.createMultiLineString(lines(merger).toArray(LineString[]::new));
  }

  private static List<LineString> lines(LineMerger merger) {
    var lines = new ArrayList<LineString>();
    for (Object line : merger.getMergedLineStrings()) {
      lines.add((LineString) line);
    }
    return lines;
  }

  private static List<NamedLine> joined(List<Road> roads) {
    record Key(long source, Road.Rank rank, String name) {}
    var mergers = new TreeMap<String, LineMerger>();
    var keys = new TreeMap<String, Key>();
    for (var road : roads) {
      if (!road.name().isEmpty()) {
        var key = new Key(road.source(), road.rank(), road.name());
        var order = key.name() + '\n' + key.rank() + '\n' + key.source();
        keys.put(order, key);
        mergers.computeIfAbsent(order, _ -> new LineMerger()).add(road.line());
      }
    }
    var joined = new ArrayList<NamedLine>();
    keys.forEach((order, key) -> {
      var merger = mergers.get(order);
      if (merger != null) {
        for (Object line : merger.getMergedLineStrings()) {
          joined.add(new NamedLine(key.name(), key.rank(), (LineString) line));
        }
      }
    });
    return joined;
  }

  long version() {
    return version;
  }

  List<Outlined> communes() {
    return communes;
  }

  List<Outlined> areas() {
    return areas;
  }

  List<Road> roads() {
    return roads;
  }

  List<MapStore.Place> places() {
    return places;
  }

  List<NamedLine> namedLines() {
    return namedLines;
  }

  Geometry land() {
    return land;
  }

  Geometry communeLines() {
    return communeLines;
  }

  Geometry areaLines() {
    return areaLines;
  }

  /// The land of the city's own commune, once it is known.
  @Nullable Geometry city() {
    return city;
  }

  /// Whether an area is the city's own commune.
  boolean isCity(Area area) {
    return area.code().equals(cityCode);
  }

  /// The area of that code, if its outline is known.
  Optional<Outlined> find(@Nullable String code) {
    return Stream.concat(areas.stream(), communes.stream())
        .filter(outlined -> outlined.area().code().equals(code))
        .findFirst();
  }

  /// What there is to see, the city first: where a map without a wish is centred.
  Envelope home() {
    return city == null ? extent : city.getEnvelopeInternal();
  }

  /// The rectangle that holds all there is to draw.
  Envelope extent() {
    return new Envelope(extent);
  }

  /// Whether some outlines are derived, so that « contours non officiels » must be said.
  boolean derived() {
    return areas.stream().anyMatch(area -> !area.area().officialOutline());
  }

  /// The middle of an envelope.
  static Position middle(Envelope of) {
    var centre = of.centre();
    return centre == null ? new Position(0, 0) : new Position(centre.y, centre.x);
  }
}
