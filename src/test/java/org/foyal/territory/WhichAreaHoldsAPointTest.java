package org.foyal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.AreaStore.Outlined;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Two squares that share a border, a ring around a hole, a pair of islands.
class WhichAreaHoldsAPointTest {
  private static final AreaIndex INDEX =
      new AreaIndex(
          1,
          List.of(
              area("B1", Kind.IRIS, "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))"),
              area("A1", Kind.IRIS, "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"),
              area(
                  "C1",
                  Kind.IRIS,
                  "POLYGON((10 10, 14 10, 14 14, 10 14, 10 10), (11 11, 13 11, 13 13, 11 13, 11 11))"),
              area(
                  "D1",
                  Kind.IRIS,
                  "MULTIPOLYGON(((20 0, 21 0, 21 1, 20 1, 20 0)), ((22 0, 23 0, 23 1, 22 1, 22 0)))"),
              area("E1", Kind.IRIS, "POLYGON((170 -90, 180 -90, 180 -80, 170 -80, 170 -90))"),
              area("N1", Kind.IRIS, null),
              area("COMM", Kind.COMMUNE, "POLYGON((0 0, 2 0, 2 1, 0 1, 0 0))")));

  static Outlined area(String code, Kind kind, @Nullable String wkt) {
    try {
      return new Outlined(
          new Area(code, kind, code, null, null, null, true, null),
          wkt == null ? null : new WKTReader().read(wkt));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Optional<String> at(double latitude_deg, double longitude_deg) {
    return INDEX.at(new Position(latitude_deg, longitude_deg), Kind.IRIS).map(Area::code);
  }

  @Test
  void aPointInsideBelongsToItsArea() {
    assertThat(at(.5, .5)).contains("A1");
    assertThat(at(.5, 1.5)).contains("B1");
  }

  @Test
  void aPointOnACommonBorderBelongsToTheLowestCodeWhateverTheOrderOfTheFile() {
    assertThat(at(.5, 1)).contains("A1");
    assertThat(at(0, 1)).contains("A1");
    assertThat(at(1, 1)).contains("A1");
  }

  @Test
  void aBorderIsExactToTheLastDigit() {
    assertThat(at(.5, Math.nextUp(1.0))).contains("B1");
    assertThat(at(.5, 2)).contains("B1");
    assertThat(at(.5, Math.nextUp(2.0))).isEmpty();
    assertThat(at(Math.nextUp(1.0), .5)).isEmpty();
  }

  @Test
  void aHoleBelongsToNobodyButItsBorderDoes() {
    assertThat(at(12, 12)).isEmpty();
    assertThat(at(11, 12)).contains("C1");
    assertThat(at(Math.nextDown(11.0), 12)).contains("C1");
    assertThat(at(Math.nextUp(11.0), 12)).isEmpty();
  }

  @Test
  void eachIslandBelongsToTheAreaAndTheSeaBetweenThemDoesNot() {
    assertThat(at(.5, 20.5)).contains("D1");
    assertThat(at(.5, 22.5)).contains("D1");
    assertThat(at(.5, 21.5)).isEmpty();
  }

  @Test
  void farAwayIsNobodys() {
    assertThat(at(48.85, 2.35)).isEmpty();
  }

  @Test
  void polesAndTheLastMeridianAreAskedLikeAnyOtherPoint() {
    assertThat(at(90, 0)).isEmpty();
    assertThat(at(-90, 175)).contains("E1");
    assertThat(at(-85, 180)).contains("E1");
    assertThat(at(-85, -180)).isEmpty();
    assertThat(at(-0.0, 0.5)).contains("A1");
  }

  @Test
  void eachKindAnswersForItself() {
    assertThat(INDEX.at(new Position(.5, 1.5), Kind.COMMUNE).map(Area::code)).contains("COMM");
  }

  @Test
  void withoutAnyAreaThereIsNoAnswerAndNoFault() {
    assertThat(new AreaIndex(1, List.of()).at(new Position(0, 0), Kind.IRIS)).isEmpty();
  }

  @Test
  void neighboursShareABorderNotTheirKindAlone() {
    assertThat(INDEX.find("A1").map(INDEX::neighbours).orElseThrow())
        .extracting(Area::code)
        .containsExactly("B1");
    assertThat(INDEX.find("N1").map(INDEX::neighbours).orElseThrow()).isEmpty();
  }
}
