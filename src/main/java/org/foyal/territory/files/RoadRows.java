package org.foyal.territory.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Position;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// Reads the lines that the map draws and, later, that a network follows.
final class RoadRows {
  private static final Set<String> CLASSES = Set.of("highway", "major", "minor");
  private static final Set<String> STRUCTURES = Set.of("normal", "bridge", "tunnel");

  private final Ground ground;

  RoadRows(Ground ground) {
    this.ground = ground;
  }

  List<@Nullable Object[]> road(Unit.Read read) throws RowRefused {
    var shape = ground.line(read.shape());
    var line = new WKBWriter().write(shape);
    var box = shape.getEnvelopeInternal();
    return List.<@Nullable Object[]>of(
        new @Nullable Object[] {
          ref(read, line),
          oneOf(CLASSES, "classe", read.filled("classe")),
          read.text("structure").isEmpty()
              ? "normal"
              : oneOf(STRUCTURES, "structure", read.text("structure")),
          read.text("nom"),
          length_m(read, shape),
          line,
          box.getMinY(),
          box.getMinX(),
          box.getMaxY(),
          box.getMaxX()
        });
  }

  /// The file's own number; where it has none, one that depends on the road alone, so that the same
  /// road has the same reference in the next file.
  private static String ref(Unit.Read read, byte[] line) throws RowRefused {
    var id = read.text("id");
    if (!id.isEmpty()) {
      return id;
    }
    var what =
        (read.text("classe") + "|" + read.text("nom") + "|").getBytes(StandardCharsets.UTF_8);
    var all = java.util.Arrays.copyOf(what, what.length + line.length);
    System.arraycopy(line, 0, all, what.length, line.length);
    return "l-" + UUID.nameUUIDFromBytes(all);
  }

  private static double length_m(Unit.Read read, Geometry shape) throws RowRefused {
    if (!read.text("longueur_m").isEmpty()) {
      double length_m = read.number("longueur_m");
      if (length_m < 0) {
        throw new RowRefused(Reason.NEGATIVE, "longueur_m", read.text("longueur_m"));
      }
      return length_m;
    }
    double length_m = 0;
    var points = shape.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      length_m +=
          new Position(points[i - 1].y, points[i - 1].x)
              .distanceTo_m(new Position(points[i].y, points[i].x));
    }
    return Math.round(length_m * 10) / 10.0;
  }

  private static String oneOf(Set<String> words, String column, String text) throws RowRefused {
    if (!words.contains(text)) {
      throw new RowRefused(
          Reason.BAD_WORD, column, text, String.join(", ", words.stream().sorted().toList()));
    }
    return text;
  }
}
