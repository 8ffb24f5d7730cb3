package org.foyal.territory.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Reads the digital fragility scores of areas (100 = average; higher = more fragile).
final class ScoreRows {
  /// The edition of 2020 is the one that has these columns.
  private static final String PERIOD = "2020";

  private static final Map<String, String> INDICATORS =
      Map.of(
          "score_global", "global",
          "score_acces", "access",
          "score_competences", "skills",
          "acces_information", "access_information",
          "acces_interfaces_numeriques", "access_interfaces",
          "competences_administratives", "skills_administrative",
          "competences_numeriques_scolaires", "skills_digital");

  private final Ground ground;
  private final String period;

  ScoreRows(Ground ground, String period) {
    this.ground = ground;
    this.period = period.isEmpty() ? PERIOD : period;
  }

  List<@Nullable Object[]> scores(Unit.Read read) throws RowRefused {
    var area = Rows.code("code_iris", read.filled("code_iris"));
    if (area.length() >= 5 && !ground.asksFor(area.substring(0, 5))) {
      return List.of();
    }
    if (ground.territory().findArea(area).isEmpty()) {
      throw new RowRefused(Reason.UNKNOWN_AREA, area);
    }
    var rows = new ArrayList<@Nullable Object[]>();
    for (var indicator : INDICATORS.entrySet()) {
      var score = read.count(indicator.getKey());
      if (score != null) {
        rows.add(new @Nullable Object[] {area, indicator.getValue(), period, score});
      }
    }
    if (rows.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, "score_global");
    }
    return rows;
  }
}
