package org.foyal.territory.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.foyal.territory.map.Look.Tint;
import org.foyal.territory.map.Road.Rank;
import org.foyal.territory.map.Road.Structure;
import org.locationtech.jts.geom.Envelope;

/// Paints a rectangle of a zoom and hands it out as a PNG: water, land, borders, roads from tunnel
/// to bridge, names last.
final class Painter {
  private static final float[] DERIVED_DASH = {1.5f, 3.5f};
  private static final float[] COMMUNE_DASH = {9, 3, 2, 3};

  private final Typeface.Weights letters;
  private final Map<Look, Palette> palettes = new EnumMap<>(Look.class);

  Painter(Typeface.Weights letters) {
    this.letters = letters;
    for (var look : Look.values()) {
      palettes.put(look, new Palette(look));
    }
  }

  /// The picture of a rectangle; the same one is always the same bytes.
  byte[] paint(ZoomLevel level, Region region) {
    int width = region.width_px() * region.scale();
    int height = region.height_px() * region.scale();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.scale(region.scale(), region.scale());
      canvas.translate(-region.x_px(), -region.y_px());
      new Brush(canvas, region.look(), level).paint(region);
    } finally {
      canvas.dispose();
    }
    var palette = palettes.get(region.look());
    if (palette == null) {
      throw new IllegalStateException("no palette for " + region.look());
    }
    var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return IndexedPng.of(width, height, palette.indices(pixels), palette.colours());
  }

  /// One canvas while it is painted.
  private final class Brush {
    private final Graphics2D canvas;
    private final Look look;
    private final ZoomLevel level;

    Brush(Graphics2D canvas, Look look, ZoomLevel level) {
      this.canvas = canvas;
      this.look = look;
      this.level = level;
    }

    void paint(Region region) {
      var frame =
          new Rectangle2D.Double(
              region.x_px(), region.y_px(), region.width_px(), region.height_px());
      fill(frame, Tint.SEA);
      land();
      var around = new Envelope(frame.getMinX(), frame.getMaxX(), frame.getMinY(), frame.getMaxY());
      around.expandBy(24); // wider than half the widest road
      var roads = level.roads(around);
      for (var structure : Structure.values()) {
        roads(roads.stream().filter(road -> road.structure() == structure).toList(), structure);
      }
      for (var label : level.labels(around)) {
        write(label);
      }
    }

    private void land() {
      double glow = level.zoom() < 11 ? 0.6 : 1;
      stroke(level.land(), Tint.SHALLOWS, round(26 * glow));
      stroke(level.land(), Tint.SHORE, round(12 * glow));
      fill(level.land(), Tint.LAND);
      fill(level.city(), Tint.CITY);
      if (level.zoom() >= 12) {
        var pen =
            level.derived()
                ? dashed(level.zoom() < 15 ? 1.1 : 1.6, DERIVED_DASH)
                : round(level.zoom() < 15 ? 0.9 : 1.4);
        stroke(level.areaLines(), Tint.AREA_LINE, pen);
      }
      if (level.zoom() >= 9) {
        stroke(
            level.communeLines(),
            Tint.COMMUNE_LINE,
            dashed(level.zoom() < 12 ? 0.7 : 1.3, COMMUNE_DASH));
      }
      stroke(level.land(), Tint.COAST, round(level.zoom() < 11 ? 0.8 : 1.3));
    }

    private void roads(List<ZoomLevel.Line> roads, Structure structure) {
      var paths = new EnumMap<Rank, Path2D>(Rank.class);
      for (var road : roads) {
        paths.computeIfAbsent(road.rank(), _ -> new Path2D.Double()).append(road.path(), false);
      }
      paths.forEach((rank, path) -> casing(rank, path, structure));
      paths.forEach((rank, path) ->
          stroke(
              path,
              structure == Structure.TUNNEL ? Tint.TUNNEL : fillOf(rank),
              round(Widths.road(rank, level.zoom()))));
    }

    /// Where a road has no edge yet, its light surface would be lost on the ground.
    private Tint fillOf(Rank rank) {
      return rank != Rank.HIGHWAY && Widths.casing(rank, level.zoom()) == 0
          ? rank.casing()
          : rank.fill();
    }

    private void casing(Rank rank, Path2D path, Structure structure) {
      double edge = Widths.casing(rank, level.zoom());
      if (edge == 0) {
        return;
      }
      double width = Widths.road(rank, level.zoom()) + 2 * edge;
      switch (structure) {
        case NORMAL -> stroke(path, rank.casing(), round(width));
        case BRIDGE -> stroke(path, Tint.BRIDGE_CASING, butt(width + 0.6));
        case TUNNEL ->
            stroke(
                path,
                Tint.TUNNEL_CASING,
                new BasicStroke(
                    (float) width,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    10,
                    new float[] {4, 3},
                    0));
      }
    }

    private void write(Label label) {
      var style = label.style();
      var typeface = letters.of(style.bold());
      var text = new Path2D.Double(Path2D.WIND_NON_ZERO);
      for (var placed : label.letters()) {
        var to = AffineTransform.getTranslateInstance(placed.x(), placed.y());
        to.rotate(placed.turn_rad());
        to.scale(style.size(), style.size());
        text.append(typeface.of(placed.character()).outline().getPathIterator(to), false);
      }
      stroke(text, Tint.HALO, round(style.size() > 13 ? 3.4 : 2.8));
      fill(text, style.tint());
    }

    private void fill(Shape shape, Tint tint) {
      canvas.setColor(new Color(look.rgb(tint)));
      canvas.fill(shape);
    }

    private void stroke(Shape shape, Tint tint, BasicStroke pen) {
      canvas.setColor(new Color(look.rgb(tint)));
      canvas.setStroke(pen);
      canvas.draw(shape);
    }
  }

  private static BasicStroke round(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static BasicStroke butt(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  private static BasicStroke dashed(double width, float[] dash) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }
}
