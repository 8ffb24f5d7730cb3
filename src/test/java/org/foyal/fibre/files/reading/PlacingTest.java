package org.foyal.fibre.files.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/// Coordinates by their projection, tried on the city and never guessed.
class PlacingTest {
  /// A city around the point that was measured.
  private static final Envelope CITY = new Envelope(-61.11, -61.03, 14.58, 14.68);

  private static Placing placing(Projection... stated) {
    return new Placing(CITY, stated.length == 0 ? Optional.empty() : Optional.of(stated[0]));
  }

  private static NotTaken refused(
      Placing placing, String label, @Nullable Double x, @Nullable Double y) {
    return catchThrowableOfType(NotTaken.class, () -> placing.building(label, x, y));
  }

  @ParameterizedTest
  @CsvSource({
    "RGAF09, 708403.95, 1615813.18",
    "EPSG:5490, 708403.95, 1615813.18",
    "5490, 708403.95, 1615813.18",
    "EPSG:32620, 708403.95, 1615813.18",
    "EPSG:4559, 708403.95, 1615813.18",
    "EPSG:2973, 708017.90, 1615643.50",
    "Fort-Desaix, 708017.90, 1615643.50",
    "WGS84, -6797758.10, 1644018.54",
    "EPSG:4326, -61.0653, 14.6076"
  })
  void eachProjectionFindsTheMeasuredPoint(String label, double x, double y) throws NotTaken {
    var found = requireNonNull(placing().building(label, x, y));
    assertThat(found.distanceTo_m(new Position(14.6076, -61.0653))).isCloseTo(0, within(1.0));
  }

  @Test
  void theTwoDatumsOfMartiniqueLie422MetresApart() throws NotTaken {
    var today = requireNonNull(placing().building("EPSG:5490", 708403.95, 1615813.18));
    var old = requireNonNull(placing().building("EPSG:2973", 708403.95, 1615813.18));
    assertThat(today.distanceTo_m(old)).isCloseTo(422, within(3.0));
  }

  @Test
  void aPointAtTheEdgeTellsThatTheDatumIsWrongAndWhichOneFits() throws NotTaken {
    // by the old datum it lies just inside the western edge, by today's just outside
    var edge = new Position(14.63, -61.1095);
    var metres = Projections.of(Projection.FORT_DESAIX, edge);
    var no = refused(placing(), "EPSG:5490", metres.x, metres.y);
    assertThat(no.why()).isEqualTo(Why.WRONG_DATUM);
    assertThat(no.arguments()).endsWith("EPSG:5490", "EPSG:2973");
    var stated =
        requireNonNull(placing(Projection.FORT_DESAIX).building("EPSG:5490", metres.x, metres.y));
    assertThat(stated.distanceTo_m(edge)).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"''", "UTM", "UTM20N", "UTM 20N", "20N"})
  void aGridWithoutItsDatumIsNotGuessed(String label) {
    assertThat(refused(placing(), label, 708403.95, 1615813.18).why())
        .isEqualTo(Why.AMBIGUOUS_PROJECTION);
  }

  @Test
  void anUnknownLabelIsNotGuessedEither() {
    assertThat(refused(placing(), "GAUSS", 708403.95, 1615813.18).why())
        .isEqualTo(Why.UNKNOWN_PROJECTION);
  }

  @Test
  void whatTheProtocolCallsWgs84IsMetresSoDegreesUnderThatNameAreRefused() {
    var no = refused(placing(), "WGS84", -61.0653, 14.6076);
    assertThat(no.why()).isEqualTo(Why.WRONG_DATUM);
    assertThat(no.arguments()).endsWith("EPSG:3857", "EPSG:4326");
  }

  @Test
  void coordinatesThatChangedPlacesAreSaidToHave() {
    assertThat(refused(placing(), "EPSG:5490", 1615813.18, 708403.95).why()).isEqualTo(Why.SWAPPED);
  }

  @Test
  void aPointOfAnotherPlaceIsOutside() {
    assertThat(refused(placing(), "RGF93", 652709.0, 6862305.0).why()).isEqualTo(Why.OUTSIDE);
    assertThat(refused(placing(), "EPSG:5490", 0.0, 0.0).why()).isEqualTo(Why.OUTSIDE);
  }

  @Test
  void halfAPointIsRefusedAndNoPointIsNone() throws NotTaken {
    assertThat(refused(placing(), "EPSG:5490", 708403.95, null).why()).isEqualTo(Why.HALF_A_POINT);
    assertThat(placing().building("EPSG:5490", null, null)).isNull();
  }

  @Test
  void aCabinetMayStandALittleOutsideTheCity() throws NotTaken {
    assertThat(placing().cabinet("EPSG:4326", -61.14, 14.6)).isNotNull();
    assertThat(refused(placing(), "EPSG:4326", -61.14, 14.6).why()).isEqualTo(Why.OUTSIDE);
  }
}
