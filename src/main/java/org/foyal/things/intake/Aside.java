package org.foyal.things.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits since somebody else holds its datastream: each datastream's observations in a line of
/// their own, in their order. A line sends its first part out to try; the others follow once that
/// one got through. What stands in lines is bounded, all together and each, and none stands there
/// for longer than the intake's patience. Of the writing thread alone.
final class Aside {
  /// Lines that try at once.
  private static final int SCOUTS = 200;

  private final Map<Long, Line> lines = new LinkedHashMap<>();
  private final int most;
  private final int mostALine;
  private final long patience_ns;
  private int size;

  Aside(IntakeSettings settings) {
    this.most = Math.max(1, settings.mostWaiting() / 2);
    this.mostALine = Math.max(1, settings.mostWaiting() / 10);
    this.patience_ns = settings.patienceSeconds() * 1_000_000_000L;
  }

  private record Standing(Part part, long since_ns) {}

  private static final class Line {
    private final ArrayDeque<Standing> standing = new ArrayDeque<>();
    private @Nullable Standing scout;
    private int size;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean holds(long datastream) {
    return lines.containsKey(datastream);
  }

  /// Puts a part at the end of its datastream's line.
  ///
  /// @return whether there was room
  boolean add(long datastream, Part part, long now_ns) {
    var line = lines.computeIfAbsent(datastream, _ -> new Line());
    boolean first = line.size == 0;
    if (!first && (line.size + part.size() > mostALine || size + part.size() > most)) {
      return false;
    }
    line.standing.add(new Standing(part, now_ns));
    grow(line, part.size());
    return true;
  }

  private void grow(Line line, int by) {
    line.size += by;
    size += by;
  }

  /// The first of each line, whichever tried the longest ago, to try again.
  ///
  /// @param rows observations at most, but for one part
  List<Part> scouts(int rows) {
    var parts = new ArrayList<Part>();
    int count = 0;
    for (var line : lines.values()) {
      if (parts.size() == SCOUTS || (count > 0 && count >= rows)) {
        break;
      }
      var first = line.standing.poll();
      if (first != null) {
        line.scout = first;
        parts.add(first.part().asScout());
        count += first.part().size();
      }
    }
    return parts;
  }

  /// What a scout found: its datastream is still held. Its line goes behind the others.
  void back(long datastream, Part left) {
    var line = lines.remove(datastream);
    if (line != null && line.scout != null) {
      lines.put(datastream, line);
      grow(line, left.size() - line.scout.part().size());
      line.standing.addFirst(new Standing(left, line.scout.since_ns()));
      line.scout = null;
    }
  }

  /// What a scout found: its datastream is free. Its line is no more.
  ///
  /// @return who stood behind it
  List<Part> free(long datastream) {
    var line = lines.remove(datastream);
    if (line == null) {
      return List.of();
    }
    size -= line.size;
    return line.standing.stream().map(Standing::part).toList();
  }

  /// Takes out who has stood for too long.
  void dismiss(long now_ns, Consumer<Part> tell) {
    for (Iterator<Line> all = lines.values().iterator(); all.hasNext(); ) {
      var line = all.next();
      for (var first = line.standing.peek();
          first != null && now_ns - first.since_ns() >= patience_ns;
          first = line.standing.peek()) {
        line.standing.remove();
        grow(line, -first.part().size());
        tell.accept(first.part());
      }
      if (line.size == 0) {
        all.remove();
      }
    }
  }
}
