package org.foyal.territory.walking;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.foyal.kernel.Position;
import org.foyal.territory.walking.WayStore.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// The roads as a graph: its nodes are where roads end, its edges the roads, walked both ways.
final class Network {
  private static final double FARTHEST_m = 300;

  /// Some less than a degree of latitude has: what is looked through is rather too wide.
  private static final double METRES_A_DEGREE = 110_000;

  private final double[] longitude;
  private final double[] latitude;

  /// The edges of node `n` are those from `first[n]` to before `first[n + 1]`.
  private final int[] first;

  private final int[] to;
  private final double[] length_m;
  private final STRtree nodes = new STRtree();

  /// Where one enters the network, and how far that is.
  record Entry(int node, double away_m) {}

  private record Step(int node, double distance_m) {}

  private Network(Map<Coordinate, Integer> numbers, List<Way> ways) {
    int count = numbers.size();
    longitude = new double[count];
    latitude = new double[count];
    first = new int[count + 1];
    numbers.forEach((where, number) -> {
      longitude[number] = where.x;
      latitude[number] = where.y;
      nodes.insert(new Envelope(where), number);
    });
    nodes.build();
    for (var way : ways) {
      first[start(numbers, way) + 1]++;
      first[end(numbers, way) + 1]++;
    }
    for (int node = 0; node < count; node++) {
      first[node + 1] += first[node];
    }
    var next = first.clone();
    to = new int[2 * ways.size()];
    length_m = new double[2 * ways.size()];
    for (var way : ways) {
      int a = start(numbers, way);
      int b = end(numbers, way);
      put(next[a]++, b, way.length_m());
      put(next[b]++, a, way.length_m());
    }
  }

  private void put(int edge, int node, double length) {
    to[edge] = node;
    length_m[edge] = length;
  }

  private static int start(Map<Coordinate, Integer> numbers, Way way) {
    return numbers.getOrDefault(way.line().getCoordinateN(0), 0);
  }

  private static int end(Map<Coordinate, Integer> numbers, Way way) {
    return numbers.getOrDefault(way.line().getCoordinateN(way.line().getNumPoints() - 1), 0);
  }

  static Network of(List<Way> ways) {
    var numbers = new HashMap<Coordinate, Integer>();
    for (var way : ways) {
      for (int i : new int[] {0, way.line().getNumPoints() - 1}) {
        numbers.putIfAbsent(way.line().getCoordinateN(i), numbers.size());
      }
    }
    return new Network(numbers, ways);
  }

  /// The nearest end of a road, as the crow flies.
  Optional<Entry> entry(Position here) {
    double reach = FARTHEST_m / METRES_A_DEGREE;
    double narrow = Math.cos(Math.toRadians(here.latitude_deg()));
    var around = new Envelope(new Coordinate(here.longitude_deg(), here.latitude_deg()));
    around.expandBy(reach / narrow, reach);
    Entry nearest = null;
    for (var found : nodes.query(around)) {
      int node = (Integer) found;
      double away = here.distanceTo_m(new Position(latitude[node], longitude[node]));
      if (away <= FARTHEST_m && (nearest == null || away < nearest.away_m())) {
        nearest = new Entry(node, away);
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// Dijkstra’s way from all places at once.
  Nearest toNearest(Collection<Position> places) {
    var distance = new double[longitude.length];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    var queue = new PriorityQueue<Step>((a, b) -> Double.compare(a.distance_m(), b.distance_m()));
    for (var place : places) {
      entry(place)
          .ifPresent(entry -> {
            if (entry.away_m() < distance[entry.node()]) {
              distance[entry.node()] = entry.away_m();
              queue.add(new Step(entry.node(), entry.away_m()));
            }
          });
    }
    for (var step = queue.poll(); step != null; step = queue.poll()) {
      if (step.distance_m() > distance[step.node()]) {
        continue;
      }
      for (int edge = first[step.node()]; edge < first[step.node() + 1]; edge++) {
        double there = step.distance_m() + length_m[edge];
        if (there < distance[to[edge]]) {
          distance[to[edge]] = there;
          queue.add(new Step(to[edge], there));
        }
      }
    }
    return new Nearest(this, distance);
  }
}
