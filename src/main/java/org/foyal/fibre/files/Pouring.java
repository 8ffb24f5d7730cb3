package org.foyal.fibre.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.fibre.files.reading.Row.Aside;
import org.foyal.fibre.files.reading.Row.Read;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.fibre.files.reading.Rows;
import org.foyal.fibre.files.reading.Why;
import org.foyal.shell.database.Inflow;
import org.foyal.territory.files.reading.Unit;
import org.foyal.territory.files.reading.Units;

/// Counts the lines of one file while they flow by, and keeps the first refusals.
final class Pouring {
  /// Enough to mend a file by; a file with more has one mistake in every line.
  static final int MOST_KEPT = 10_000;

  private final List<Refused> kept = new ArrayList<>();
  private final Map<String, Long> reasons = new TreeMap<>();
  private long read;
  private long aside;
  private long refused;

  void pour(Units units, Rows rows, Inflow.Rows copying) throws IOException {
    boolean ended = false;
    for (var unit = units.next(); unit != null; unit = ended ? null : units.next()) {
      read++;
      ended = unit instanceof Unit.Bad(var _, boolean last) && last;
      for (var row : rows.judge(unit)) {
        switch (row) {
          case Read(long line, var values) -> copying.add(line, values);
          case Aside(var _) -> aside++;
          case Refused one -> refuse(one);
        }
      }
    }
  }

  private void refuse(Refused one) {
    refused++;
    reasons.merge(one.reason(), 1L, Long::sum);
    if (kept.size() < MOST_KEPT) {
      kept.add(one);
    }
  }

  /// Refuses rows that the database found, of which not all are named.
  void refuse(IncomingStore.TakenOut out, Why why) {
    for (var one : out.first()) {
      refuse(
          new Refused(
              one.line(),
              why.words(),
              List.of(one.key(), Long.toString(one.firstLine())),
              one.key()));
    }
    long unnamed = out.rows() - out.first().size();
    if (unnamed > 0) {
      refused += unnamed;
      reasons.merge(why.words(), unnamed, Long::sum);
    }
  }

  void putAside(long rows) {
    aside += rows;
  }

  long read() {
    return read;
  }

  long aside() {
    return aside;
  }

  long refused() {
    return refused;
  }

  long refused(Why why) {
    return reasons.getOrDefault(why.words(), 0L);
  }

  Map<String, Long> reasons() {
    return Map.copyOf(reasons);
  }

  List<Refused> kept() {
    return kept.stream().sorted(Comparator.comparingLong(Refused::line)).toList();
  }
}
