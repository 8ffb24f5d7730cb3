package org.foyal.territory.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.territory.walking.WayStore.Way;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// Ways on foot follow roads, and are not made up where there are none.
class WalkingTest {
  private static final double[] WEST = {-61.090, 14.610};
  private static final double[] BEND = {-61.080, 14.610};
  private static final double[] NORTH = {-61.080, 14.620};
  private static final double[] ISLAND = {-61.000, 14.700};
  private static final double[] ISLAND_END = {-61.001, 14.700};

  /// Two roads in a corner, 1,000 m and 1,100 m, and one that hangs together with nothing.
  private final Network network =
      Network.of(
          List.of(way(1000, WEST, BEND), way(1100, BEND, NORTH), way(100, ISLAND, ISLAND_END)));

  private static Way way(double length_m, double[]... points) {
    return new Way(
        length_m,
        new GeometryFactory()
            .createLineString(
                Stream.of(points)
                    .map(at -> new Coordinate(at[0], at[1]))
                    .toArray(Coordinate[]::new)));
  }

  private static Position at(double... place) {
    return new Position(place[1], place[0]);
  }

  @Test
  void aWayGoesRoundTheCornerAndNotThroughTheHouses() {
    assertThat(network.toNearest(List.of(at(NORTH))).from_m(at(WEST)).orElseThrow())
        .isCloseTo(2100, within(0.5));
  }

  @Test
  void theNearestOfSeveralPlacesCounts() {
    assertThat(network.toNearest(List.of(at(NORTH), at(BEND))).from_m(at(WEST)).orElseThrow())
        .isCloseTo(1000, within(0.5));
  }

  @Test
  void theStepsToTheRoadCountToo() {
    var beside = new Position(14.611, -61.090); // some 111 m north of the western end
    assertThat(network.toNearest(List.of(at(BEND))).from_m(beside).orElseThrow())
        .isCloseTo(1000 + 111, within(1.0));
  }

  @Test
  void whereNoRoadLeadsNoWayIsMadeUp() {
    assertThat(network.toNearest(List.of(at(ISLAND))).from_m(at(WEST))).isEmpty();
    assertThat(network.toNearest(List.of(at(WEST))).from_m(new Position(14.65, -61.05))).isEmpty();
    assertThat(network.toNearest(List.of()).from_m(at(WEST))).isEmpty();
  }
}
