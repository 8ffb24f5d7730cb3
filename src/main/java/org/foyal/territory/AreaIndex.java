package org.foyal.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.AreaStore.Outlined;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/// All areas in memory, immutable: which one holds a point, exactly, holes and borders included.
///
/// A point on a border belongs to the area whose code comes first, so that it always belongs to the
/// same one and to one only.
final class AreaIndex {
  private final long version;
  private final SequencedMap<String, Outlined> byCode = new LinkedHashMap<>();
  private final Map<Kind, STRtree> trees;

  private record Entry(Area area, IndexedPointInAreaLocator locator) {}

  AreaIndex(long version, List<Outlined> areas) {
    this.version = version;
    areas.forEach(outlined -> byCode.put(outlined.area().code(), outlined));
    trees =
        areas.stream()
            .collect(
                Collectors.groupingBy(
                    outlined -> outlined.area().kind(),
                    Collectors.collectingAndThen(Collectors.toList(), AreaIndex::tree)));
  }

  private static STRtree tree(List<Outlined> areas) {
    var tree = new STRtree();
    for (var outlined : areas) {
      var outline = outlined.outline();
      if (outline != null) {
        tree.insert(
            outline.getEnvelopeInternal(),
            new Entry(outlined.area(), new IndexedPointInAreaLocator(outline)));
      }
    }
    tree.build();
    return tree;
  }

  long version() {
    return version;
  }

  Optional<Outlined> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  List<Area> list(Kind kind) {
    return byCode.values().stream()
        .map(Outlined::area)
        .filter(area -> area.kind() == kind)
        .toList();
  }

  Optional<Area> at(Position where, Kind kind) {
    var tree = trees.get(kind);
    if (tree == null) {
      return Optional.empty();
    }
    var point = new Coordinate(where.longitude_deg(), where.latitude_deg());
    var holding = new ArrayList<Area>(2);
    tree.query(
        new Envelope(point),
        found -> {
          var entry = (Entry) found;
          if (entry.locator().locate(point) != Location.EXTERIOR) {
            holding.add(entry.area());
          }
        });
    return holding.stream().min(Comparator.comparing(Area::code));
  }

  /// The areas of the same kind that share a piece of border, longest piece first.
  List<Area> neighbours(Outlined of) {
    var outline = of.outline();
    if (outline == null) {
      return List.of();
    }
    record Neighbour(Area area, double shared_deg) {}
    var near = new ArrayList<Neighbour>();
    var around =
        outline.buffer(0.00005); // some 5 m: outlines of one source rarely meet to the digit
    for (var other : byCode.values()) {
      var theirs = other.outline();
      if (theirs != null
          && !other.area().code().equals(of.area().code())
          && other.area().kind() == of.area().kind()) {
        double shared_deg = shared_deg(around, theirs);
        if (shared_deg > 0) {
          near.add(new Neighbour(other.area(), shared_deg));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Neighbour::shared_deg).reversed());
    return near.stream().map(Neighbour::area).toList();
  }

  private static double shared_deg(Geometry around, Geometry theirs) {
    return around.getEnvelopeInternal().intersects(theirs.getEnvelopeInternal())
        ? theirs.getBoundary().intersection(around).getLength()
        : 0;
  }
}
