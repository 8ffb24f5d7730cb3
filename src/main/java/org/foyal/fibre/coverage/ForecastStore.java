package org.foyal.fibre.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyal.fibre.coverage.Forecast.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was foreseen, in `fibre.forecast`: lines are added, and none is ever changed.
@Repository
class ForecastStore {
  private final JdbcClient sql;

  ForecastStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds a forecast, unless one stands on the same last point already.
  ///
  /// @return whether it is new
  boolean add(Forecast forecast) {
    int added = 0;
    for (var step : forecast.steps()) {
      added +=
          sql.sql(
                  """
                  insert into fibre.forecast (series, made_on, points, first_point, last_point,
                    of_homes, for_day, low, middle, high)
                  values (:series, :made, :points, :first, :last, :of, :day, :low, :middle, :high)
                  on conflict do nothing
                  """)
              .param("series", forecast.series())
              .param("made", forecast.made())
              .param("points", forecast.points())
              .param("first", forecast.first())
              .param("last", forecast.last())
              .param("of", forecast.of())
              .param("day", step.day())
              .param("low", step.low())
              .param("middle", step.middle())
              .param("high", step.high())
              .update();
    }
    return added > 0;
  }

  private record Line(Forecast of, Step step) {}

  /// All that were made up to a day, the latest first.
  List<Forecast> list(LocalDate madeBy) {
    var lines =
        sql.sql(
                """
                select * from fibre.forecast where made_on <= :by
                order by made_on desc, series, last_point desc, for_day
                """)
            .param("by", madeBy)
            .query(ForecastStore::line)
            .list();
    var forecasts = new ArrayList<Forecast>();
    for (var line : lines) {
      var one = line.of();
      var before = forecasts.isEmpty() ? null : forecasts.getLast();
      boolean goesOn =
          before != null
              && before.series().equals(one.series())
              && before.last().equals(one.last());
      var steps = new ArrayList<Step>(goesOn ? forecasts.removeLast().steps() : List.of());
      steps.add(line.step());
      forecasts.add(
          new Forecast(
              one.series(), one.made(), one.points(), one.first(), one.last(), one.of(), steps));
    }
    return List.copyOf(forecasts);
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    return new Line(
        new Forecast(
            row.getString("series"),
            row.getObject("made_on", LocalDate.class),
            row.getInt("points"),
            row.getObject("first_point", LocalDate.class),
            row.getObject("last_point", LocalDate.class),
            row.getLong("of_homes"),
            List.of()),
        new Step(
            row.getObject("for_day", LocalDate.class),
            row.getDouble("low"),
            row.getDouble("middle"),
            row.getDouble("high")));
  }
}
