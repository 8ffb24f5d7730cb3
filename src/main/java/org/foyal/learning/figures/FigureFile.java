package org.foyal.learning.figures;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.kernel.Interval;
import org.foyal.kernel.Quarter;
import org.jspecify.annotations.Nullable;

/// Figures as files have them: columns of a table, members of an object.
final class FigureFile {
  static final List<String> HEADER =
      List.of(
          "quarter",
          "figure",
          "by",
          "part",
          "value",
          "interval_from",
          "interval_to",
          "told",
          "as_of",
          "version");

  private FigureFile() {}

  static List<String> line(FigureRow row) {
    return List.of(
        row.quarter(),
        row.figure(),
        row.by(),
        row.part(),
        row.value().isPresent() ? plain(row.value().getAsDouble()) : "",
        row.interval().map(one -> plain(one.from())).orElse(""),
        row.interval().filter(FigureFile::ends).map(one -> plain(one.to())).orElse(""),
        row.standing().code(),
        row.known().toString(),
        Integer.toString(row.version()));
  }

  static Map<String, @Nullable Object> member(FigureRow row) {
    var member = new LinkedHashMap<String, @Nullable Object>();
    member.put("quarter", row.quarter());
    member.put("figure", row.figure());
    member.put("by", row.by());
    member.put("part", row.part());
    member.put("value", row.value().isPresent() ? row.value().getAsDouble() : null);
    member.put("interval", row.interval().map(FigureFile::interval).orElse(null));
    member.put("told", row.standing().code());
    member.put("as_of", row.known().toString());
    member.put("version", row.version());
    return member;
  }

  private static Map<String, @Nullable Object> interval(Interval interval) {
    var both = new LinkedHashMap<String, @Nullable Object>();
    both.put("from", rounded(interval.from()));
    both.put("to", ends(interval) ? rounded(interval.to()) : null);
    return both;
  }

  /// A wait may have no end that is known.
  private static boolean ends(Interval interval) {
    return Double.isFinite(interval.to());
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(rounded(value)).stripTrailingZeros().toPlainString();
  }

  /// The rows of one quarter, or of all.
  static List<FigureRow> of(List<FigureRow> rows, Optional<Quarter> quarter) {
    return rows.stream()
        .filter(row -> quarter.isEmpty() || quarter.get().code().equals(row.quarter()))
        .toList();
  }
}
