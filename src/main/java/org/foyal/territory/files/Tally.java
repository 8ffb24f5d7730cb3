package org.foyal.territory.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.foyal.shell.database.Inflow;
import org.foyal.territory.files.reading.Refusal;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.foyal.territory.files.reading.Units;

/// Counts the lines of one file while they flow by, and keeps the first refusals.
final class Tally {
  /// Enough to mend a file by; a file with more has one mistake in every line.
  static final int MOST_KEPT = 10_000;

  private final List<Refusal> kept = new ArrayList<>();
  private long read;
  private long aside;
  private long refused;

  void pour(Units units, Rows rows, Inflow.Rows copying) throws IOException {
    boolean ended = false;
    for (var unit = units.next(); unit != null; unit = ended ? null : units.next()) {
      read++;
      switch (unit) {
        case Unit.Bad bad -> {
          refuse(bad.refusal());
          ended = bad.last();
        }
        case Unit.Read good -> {
          try {
            var made = rows.of(good);
            aside += made.isEmpty() ? 1 : 0;
            for (var row : made) {
              copying.add(good.line(), Arrays.asList(row));
            }
          } catch (RowRefused e) {
            refuse(e.at(good.line(), good.excerpt()));
          }
        }
      }
    }
  }

  void refuse(Refusal refusal) {
    refused++;
    if (kept.size() < MOST_KEPT) {
      kept.add(refusal);
    }
  }

  /// Refuses more rows than are kept by name.
  void refuseUnnamed(long rows) {
    refused += rows;
  }

  long refused() {
    return refused;
  }

  List<Refusal> kept() {
    return kept.stream().sorted(Comparator.comparingLong(Refusal::line)).toList();
  }

  ImportReport.Counts with(StagingStore.Counts compared) {
    return new ImportReport.Counts(
        read,
        compared.added(),
        compared.changed(),
        compared.gone(),
        compared.same(),
        aside,
        refused);
  }
}
