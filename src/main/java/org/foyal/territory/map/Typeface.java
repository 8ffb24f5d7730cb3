package org.foyal.territory.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The letters of a TrueType file as outlines, one em high, y downwards.
///
/// Java's own fonts need fontconfig and a system font to be installed, and hint each letter by the
/// machine they run on; read by us, the same name is the same picture everywhere. Tables as in the
/// OpenType specification 1.9: `cmap` format 4, `glyf` simple and composite, `hmtx`. No kerning.
final class Typeface {
  private final ByteBuffer font;
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<Integer, Letter> letters = new HashMap<>();
  private final double em;
  private final Letter missing;

  /// A letter's outline and how far it moves the pen, both in em.
  record Letter(Path2D outline, double advance_em) {}

  /// The two weights of the house's typeface.
  record Weights(Typeface regular, Typeface bold) {
    static Weights read() {
      return new Weights(Typeface.read("atkinson-400.ttf"), Typeface.read("atkinson-700.ttf"));
    }

    Typeface of(boolean wantsBold) {
      return wantsBold ? bold : regular;
    }
  }

  private Typeface(byte[] file) {
    font = ByteBuffer.wrap(file);
    int count = u16(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + 16 * i;
      tables.put(new String(file, entry, 4, StandardCharsets.US_ASCII), font.getInt(entry + 8));
    }
    em = u16(table("head") + 18);
    missing = letter(0);
    readLetters();
  }

  /// Reads a typeface from the classpath, beside this class.
  private static Typeface read(String resource) {
    try (var in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "no " + resource + " on the classpath: frontend/build.mjs writes it");
      }
      return new Typeface(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The letter of a character; an empty box where the typeface has none.
  Letter of(int character) {
    return letters.getOrDefault(character, missing);
  }

  private int table(String name) {
    var offset = tables.get(name);
    if (offset == null) {
      throw new IllegalStateException("the typeface has no table " + name);
    }
    return offset;
  }

  private int u16(int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }

  private void readLetters() {
    int cmap = table("cmap");
    for (int i = 0; i < u16(cmap + 2); i++) {
      int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
      if (u16(subtable) == 4) {
        readFormat4(subtable);
        return;
      }
    }
    throw new IllegalStateException("the typeface has no cmap of format 4");
  }

  private void readFormat4(int at) {
    int twice = u16(at + 6);
    int ends = at + 14;
    int starts = ends + twice + 2;
    int deltas = starts + twice;
    int ranges = deltas + twice;
    for (int segment = 0; segment < twice; segment += 2) {
      int range = u16(ranges + segment);
      for (int c = u16(starts + segment); c <= u16(ends + segment) && c != 0xffff; c++) {
        int glyph = c;
        if (range != 0) {
          glyph = u16(ranges + segment + range + 2 * (c - u16(starts + segment)));
        }
        if (range == 0 || glyph != 0) {
          letters.put(c, letter((glyph + u16(deltas + segment)) & 0xffff));
        }
      }
    }
  }

  private Letter letter(int glyph) {
    var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    append(outline, glyph, AffineTransform.getScaleInstance(1 / em, -1 / em));
    int metrics = u16(table("hhea") + 34);
    int advance = u16(table("hmtx") + 4 * Math.min(glyph, metrics - 1));
    return new Letter(outline, advance / em);
  }

  private void append(Path2D outline, int glyph, AffineTransform to) {
    boolean wide = u16(table("head") + 50) == 1;
    int loca = table("loca");
    int from = wide ? font.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
    int until = wide ? font.getInt(loca + 4 * glyph + 4) : 2 * u16(loca + 2 * glyph + 2);
    if (until > from) {
      int at = table("glyf") + from;
      int contours = font.getShort(at);
      if (contours >= 0) {
        outline.append(simple(at, contours).createTransformedShape(to), false);
      } else {
        composite(outline, at + 10, to);
      }
    }
  }

  /// A letter made of others, such as é of e and its accent.
  private void composite(Path2D outline, int part, AffineTransform to) {
    int flags;
    int at = part;
    do {
      flags = u16(at);
      boolean words = (flags & 1) != 0;
      int glyph = u16(at + 2);
      double dx = words ? font.getShort(at + 4) : font.get(at + 4);
      double dy = words ? font.getShort(at + 6) : font.get(at + 5);
      at += words ? 8 : 6;
      var own = new double[] {1, 0, 0, 1};
      if ((flags & 0x08) != 0) {
        own[0] = own[3] = f2dot14(at);
        at += 2;
      } else if ((flags & 0x40) != 0) {
        own[0] = f2dot14(at);
        own[3] = f2dot14(at + 2);
        at += 4;
      } else if ((flags & 0x80) != 0) {
        for (int i = 0; i < 4; i++) {
          own[i] = f2dot14(at + 2 * i);
        }
        at += 8;
      }
      var placed = new AffineTransform(to);
      placed.concatenate(new AffineTransform(own[0], own[1], own[2], own[3], dx, dy));
      append(outline, glyph, placed);
    } while ((flags & 0x20) != 0);
  }

  private double f2dot14(int at) {
    return font.getShort(at) / 16384.0;
  }

  private Path2D simple(int glyph, int contours) {
    int ends = glyph + 10;
    int points = contours == 0 ? 0 : u16(ends + 2 * (contours - 1)) + 1;
    int at = ends + 2 * contours;
    at += 2 + u16(at); // instructions
    var flags = new int[points];
    for (int i = 0; i < points; ) {
      int flag = font.get(at++) & 0xff;
      int repeats = (flag & 8) == 0 ? 0 : font.get(at++) & 0xff;
      for (int r = 0; r <= repeats; r++) {
        flags[i++] = flag;
      }
    }
    var xs = new int[points];
    at = coordinates(flags, xs, at, 0x02, 0x10);
    var ys = new int[points];
    coordinates(flags, ys, at, 0x04, 0x20);
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int start = 0;
    for (int contour = 0; contour < contours; contour++) {
      int end = u16(ends + 2 * contour);
      contour(path, new Points(flags, xs, ys, start, end - start + 1));
      start = end + 1;
    }
    return path;
  }

  private int coordinates(int[] flags, int[] into, int from, int isByte, int isSame) {
    int at = from;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      if ((flags[i] & isByte) != 0) {
        int step = font.get(at++) & 0xff;
        value += (flags[i] & isSame) != 0 ? step : -step;
      } else if ((flags[i] & isSame) == 0) {
        value += font.getShort(at);
        at += 2;
      }
      into[i] = value;
    }
    return at;
  }

  /// One contour's points, cyclic.
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record Points(int[] flags, int[] xs, int[] ys, int start, int count) {
    boolean on(int i) {
      return (flags[start + i % count] & 1) != 0;
    }

    double x(int i) {
      return xs[start + i % count];
    }

    double y(int i) {
      return ys[start + i % count];
    }
  }

  /// Between two control points lies, unsaid, a point of the curve: their middle.
  private static void contour(Path2D path, Points points) {
    if (points.count() < 2) {
      return;
    }
    int first = 0;
    while (first < points.count() && !points.on(first)) {
      first++;
    }
    if (first == points.count()) {
      return; // no letter of our typeface has a contour of control points alone
    }
    path.moveTo(points.x(first), points.y(first));
    for (int i = first + 1; i <= first + points.count(); i++) {
      if (points.on(i)) {
        path.lineTo(points.x(i), points.y(i));
      } else if (points.on(i + 1)) {
        path.quadTo(points.x(i), points.y(i), points.x(i + 1), points.y(i + 1));
        i++;
      } else {
        path.quadTo(
            points.x(i),
            points.y(i),
            (points.x(i) + points.x(i + 1)) / 2,
            (points.y(i) + points.y(i + 1)) / 2);
      }
    }
    path.closePath();
  }
}
