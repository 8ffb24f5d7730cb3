package org.foyal.territory.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.foyal.kernel.Position;
import org.foyal.territory.map.Look.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;

/// Pictures of the real city, told by their pixels.
class DrawingTheCityTest {
  private static final Layers CITY = RealCity.layers();
  private static final Typeface.Weights LETTERS = Typeface.Weights.read();
  private static final Painter PAINTER = new Painter(LETTERS);

  private final Map<Integer, ZoomLevel> levels = new HashMap<>();

  private ZoomLevel level(int zoom) {
    return levels.computeIfAbsent(zoom, z -> new ZoomLevel(CITY, z, LETTERS));
  }

  private BufferedImage picture(Region region) {
    try {
      var png = PAINTER.paint(level(region.zoom()), region);
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The colour of the pixel that a point falls on.
  private int colourAt(Look look, Position where, int zoom, int scale) {
    double x = Mercator.x_px(where.longitude_deg(), zoom);
    double y = Mercator.y_px(where.latitude_deg(), zoom);
    var tile = Region.tile(look, zoom, (int) (x / 256), (int) (y / 256), scale);
    var picture = picture(tile);
    assertThat(picture.getWidth()).isEqualTo(256 * scale);
    return picture.getRGB((int) ((x - tile.x_px()) * scale), (int) ((y - tile.y_px()) * scale))
        & 0xffffff;
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "-61.069, 14.603, 13", "-61.069, 14.603, 18"})
  void aPointGoesToItsPixelAndBack(double lon, double lat, int zoom) {
    var back = Mercator.at(Mercator.x_px(lon, zoom), Mercator.y_px(lat, zoom), zoom);
    assertThat(back.distanceTo_m(new Position(lat, lon))).isLessThan(0.001);
  }

  /// Worked by hand from the formulas of EPSG:3857 (radius 6 378 137 m).
  @Test
  void theCityCentreLiesOnItsKnownTile() {
    double x_m = 6_378_137 * Math.toRadians(-61.069);
    double y_m = 6_378_137 * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(14.603) / 2));
    double world_m = 2 * Math.PI * 6_378_137;
    assertThat(Mercator.x_px(-61.069, 13) / 256).isEqualTo((x_m / world_m + 0.5) * 8192);
    assertThat(Mercator.y_px(14.603, 13) / 256)
        .isCloseTo((0.5 - y_m / world_m) * 8192, org.assertj.core.data.Offset.offset(1e-6));
    assertThat((int) (Mercator.x_px(-61.069, 13) / 256)).isEqualTo(2706);
    assertThat((int) (Mercator.y_px(14.603, 13) / 256)).isEqualTo(3760);
  }

  @ParameterizedTest
  @EnumSource
  void openSeaIsSeaAndTheCityIsLand(Look look) {
    var bay = new Position(14.57, -61.075);
    for (int zoom : new int[] {11, 13, 15, 17}) {
      for (int scale : new int[] {1, 2}) {
        assertThat(colourAt(look, bay, zoom, scale)).isEqualTo(look.rgb(Tint.SEA));
      }
    }
    var hills = picture(Region.tile(look, 15, 10823, 15031, 1));
    int city = 0xff000000 | look.rgb(Tint.CITY);
    assertThat(Arrays.stream(hills.getRGB(0, 0, 256, 256, null, 0, 256)).filter(c -> c == city))
        .hasSizeGreaterThan(256 * 256 / 2);
  }

  @ParameterizedTest
  @EnumSource
  void aRoadIsThereInTheColourOfItsRank(Look look) {
    for (var rank : Road.Rank.values()) {
      var road =
          CITY.roads().stream()
              .filter(r -> r.rank() == rank && r.structure() == Road.Structure.NORMAL)
              .filter(r -> r.line().getLength() > 0.0004)
              .filter(r -> level(18).labels(around(middle(r), 18, 40)).isEmpty())
              .filter(r ->
                  level(18).roads(around(middle(r), 18, 25)).stream()
                      .allMatch(near -> near.rank() == rank))
              .findFirst()
              .orElseThrow();
      assertThat(colourAt(look, middle(road), 18, 1))
          .as(rank.name())
          .isEqualTo(look.rgb(rank.fill()));
    }
  }

  private static Position middle(Road road) {
    var at = road.line().getCoordinateN(0);
    var next = road.line().getCoordinateN(1);
    return new Position((at.y + next.y) / 2, (at.x + next.x) / 2);
  }

  private static Envelope around(Position at, int zoom, double px) {
    var box = new Envelope();
    box.expandToInclude(
        Mercator.x_px(at.longitude_deg(), zoom), Mercator.y_px(at.latitude_deg(), zoom));
    box.expandBy(px);
    return box;
  }

  @Test
  void theSameTileTwiceIsTheSameBytes() {
    var tile = Region.tile(Look.LIGHT, 16, 21651, 30087, 2);
    var again = new ZoomLevel(RealCity.layers(), 16, Typeface.Weights.read());
    assertThat(new Painter(LETTERS).paint(again, tile)).isEqualTo(PAINTER.paint(level(16), tile));
  }

  /// Two tiles side by side are the two halves of one picture: no name is cut between them, and no
  /// road steps aside.
  @ParameterizedTest
  @CsvSource({"13, 1", "15, 1", "16, 1", "16, 2", "17, 1", "18, 2"})
  void aNameGoesOnFromOneTileToTheNext(int zoom, int scale) {
    var name =
        level(zoom).labels(around(new Position(14.606, -61.068), zoom, 900)).stream()
            .filter(label -> seam(label.box().getMinX() + 12) < label.box().getMaxX() - 12)
            .findFirst()
            .orElseThrow();
    int x = (int) (seam(name.box().getMinX() + 12) / 256);
    int y = (int) (name.box().centre().y / 256);
    var whole = picture(new Region(Look.LIGHT, zoom, (x - 1) * 256, y * 256, 512, 256, scale));
    int side = 256 * scale;
    for (int half = 0; half < 2; half++) {
      var tile = picture(Region.tile(Look.LIGHT, zoom, x - 1 + half, y, scale));
      assertThat(tile.getRGB(0, 0, side, side, null, 0, side))
          .as("half " + half)
          .isEqualTo(whole.getRGB(half * side, 0, side, side, null, 0, side));
    }
    assertThat(whole.getRGB(side - 6, 0, 12, side, null, 0, 12))
        .as("letters at the seam")
        .contains(0xff000000 | Look.LIGHT.rgb(Tint.HALO));
  }

  private static double seam(double x) {
    return Math.ceil(x / 256) * 256;
  }

  @Test
  void noNameLiesOverAnother() {
    var all = level(16).labels(around(new Position(14.61, -61.065), 16, 2000));
    assertThat(all).hasSizeGreaterThan(100);
    for (var label : all) {
      for (var other : all) {
        for (var a : label.letters()) {
          if (other.number() < label.number()) {
            assertThat(other.letters())
                .noneMatch(b -> Math.hypot(a.x() - b.x(), a.y() - b.y()) < 4);
          }
        }
      }
    }
  }

  @Test
  void tilesAreSmall() {
    int sea = PAINTER.paint(level(15), Region.tile(Look.LIGHT, 15, 10820, 15060, 1)).length;
    assertThat(sea).isLessThan(300);
    for (int zoom : new int[] {10, 13, 15, 16, 17, 18}) {
      int x = (int) (Mercator.x_px(-61.069, zoom) / 256);
      int y = (int) (Mercator.y_px(14.606, zoom) / 256);
      assertThat(PAINTER.paint(level(zoom), Region.tile(Look.LIGHT, zoom, x, y, 1)).length)
          .as("zoom " + zoom)
          .isBetween(2_000, 40_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesCanBeReadAgainstTheirHalo(Look look) {
    for (var name :
        new Tint[] {Tint.STREET_NAME, Tint.AREA_NAME, Tint.COMMUNE_NAME, Tint.PLACE_NAME}) {
      double a = luminance(look.rgb(name)) + 0.05;
      double b = luminance(look.rgb(Tint.HALO)) + 0.05;
      assertThat(Math.max(a, b) / Math.min(a, b)).as(name.name()).isGreaterThan(4.5);
    }
  }

  /// Relative luminance as WCAG 2.2 defines it.
  private static double luminance(int rgb) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
