package org.foyal.things.showing;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.foyal.things.keeping.Point;

/// A row of the table beside a chart: what an hour, a day or a month came to.
record Row(ZonedDateTime begins, long readings, double minimum, double mean, double maximum) {
  /// The points of a chart in rows, the newest first.
  static List<Row> of(List<Point> points, Span span, ZoneId zone) {
    var rows = new LinkedHashMap<ZonedDateTime, Row>();
    for (var point : points) {
      var begins = span.row(point.from(), zone);
      var row = new Row(begins, point.readings(), point.minimum(), point.mean(), point.maximum());
      rows.merge(begins, row, Row::and);
    }
    return new ArrayList<>(rows.values()).reversed();
  }

  private Row and(Row more) {
    long together = readings + more.readings;
    return new Row(
        begins,
        together,
        Math.min(minimum, more.minimum),
        mean + (more.mean - mean) * more.readings / together,
        Math.max(maximum, more.maximum));
  }
}
