package org.foyal.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foyal.fibre.coverage.CoverageRow;
import org.foyal.fibre.coverage.CoverageRows;
import org.foyal.territory.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far the fibre is, as rows. What a demonstration invented is in none.
@Component
class FibreInFigures {
  private static final String LICENCE = "Licence Ouverte 2.0";

  private final CoverageRows rows;

  FibreInFigures(CoverageRows rows) {
    this.rows = rows;
  }

  String stamp() {
    return rows.stamp();
  }

  Instant changedAt() {
    return rows.changedAt();
  }

  /// Whoever told each row.
  List<Provenance> sources() {
    var at = changedAt();
    return rows.list().stream()
        .map(CoverageRow::source)
        .distinct()
        .sorted()
        .map(source -> new Provenance(Dataset.FIBRE.kind(), source, LICENCE, at))
        .toList();
  }

  void write(RowWriter writer) {
    var at = changedAt().toString();
    for (var one : rows.list()) {
      var row = new ArrayList<@Nullable Object>(one.values());
      row.add(one.source());
      row.add(LICENCE);
      row.add(at);
      writer.write(row, null);
    }
  }
}
