package org.foyal.territory.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Reads figures about areas: digital fragility scores (100 = average; higher = more fragile), and
/// figures that somebody published.
final class ScoreRows {
  private static final Pattern INDICATOR = Pattern.compile("[a-z0-9_]+");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  /// The edition of 2020 is the one that has these columns.
  private static final String PERIOD = "2020";

  /// The producer's own words, which the pages explain.
  private static final List<String> INDICATORS =
      List.of(
          "score_global",
          "score_acces",
          "score_competences",
          "acces_information",
          "acces_interfaces_numeriques",
          "competences_administratives",
          "competences_numeriques_scolaires");

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
    for (var indicator : INDICATORS) {
      var score = read.count(indicator);
      if (score != null) {
        rows.add(new @Nullable Object[] {area, indicator, period, score});
      }
    }
    if (rows.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, "score_global");
    }
    return rows;
  }

  /// A figure with the address where it can be checked.
  List<@Nullable Object[]> published(Unit.Read read) throws RowRefused {
    var indicator = read.filled("indicateur");
    if (!INDICATOR.matcher(indicator).matches()) {
      throw new RowRefused(Reason.BAD_CODE, "indicateur", indicator);
    }
    var address = read.filled("url_source");
    if (!ADDRESS.matcher(address).matches()) {
      throw new RowRefused(Reason.BAD_WORD, "url_source", address, "https://…");
    }
    return List.<@Nullable Object[]>of(
        new @Nullable Object[] {
          read.filled("territoire"),
          indicator,
          read.filled("periode"),
          BigDecimal.valueOf(read.number("valeur")).stripTrailingZeros().toPlainString(),
          read.filled("unite"),
          read.filled("producteur"),
          address
        });
  }
}
