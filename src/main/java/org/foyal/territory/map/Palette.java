package org.foyal.territory.map;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.foyal.territory.map.Look.Tint;

/// The at most 256 colours of all tiles of a look, the same on every tile: what is cut at a tile's
/// border goes on in exactly the same colour on the next.
final class Palette {
  private static final int BETWEEN = 4;
  private static final int CELLS = 1 << 18; // six bits a channel

  private final int[] colours;
  private final byte[] nearest = new byte[CELLS];

  Palette(Look look) {
    var all = new LinkedHashSet<Integer>();
    for (var tint : Tint.values()) {
      all.add(look.rgb(tint));
    }
    int flat = all.size();
    for (var meeting : Look.MEETING) {
      for (var other : meeting.subList(1, meeting.size())) {
        addBetween(all, look.rgb(meeting.getFirst()), look.rgb(other));
      }
    }
    colours = all.stream().mapToInt(i -> i).limit(256).toArray();
    for (int cell = 0; cell < CELLS; cell++) {
      nearest[cell] = (byte) nearest(middle(cell));
    }
    for (int i = flat - 1; i >= 0; i--) {
      nearest[cell(colours[i])] = (byte) i; // a flat colour stays itself
    }
  }

  private static void addBetween(Set<Integer> all, int from, int to) {
    for (int step = 1; step <= BETWEEN; step++) {
      int mixed = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int a = (from >> shift) & 0xff;
        int b = (to >> shift) & 0xff;
        mixed |= (a + (b - a) * step / (BETWEEN + 1)) << shift;
      }
      all.add(mixed);
    }
  }

  private int nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = ((rgb >> 16) & 0xff) - ((colours[i] >> 16) & 0xff);
      int green = ((rgb >> 8) & 0xff) - ((colours[i] >> 8) & 0xff);
      int blue = (rgb & 0xff) - (colours[i] & 0xff);
      int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int cell(int rgb) {
    return ((rgb >> 6) & 0x3f000) | ((rgb >> 4) & 0xfc0) | ((rgb >> 2) & 0x3f);
  }

  private static int middle(int cell) {
    return ((cell & 0x3f000) << 6) | ((cell & 0xfc0) << 4) | ((cell & 0x3f) << 2) | 0x020202;
  }

  /// The colours, 0xRRGGBB.
  int[] colours() {
    return Arrays.copyOf(colours, colours.length);
  }

  /// The number of the nearest colour of each pixel.
  byte[] indices(int[] pixels) {
    var indices = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = nearest[cell(pixels[i])];
    }
    return indices;
  }
}
