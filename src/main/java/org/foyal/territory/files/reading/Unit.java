package org.foyal.territory.files.reading;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// One thing of a file: a line of a table or a feature, or the refusal that stands in its place.
public sealed interface Unit {
  /// What could be read, not yet judged.
  ///
  /// @param fields by column in lower case
  record Read(long line, Map<String, String> fields, @Nullable Geometry shape) implements Unit {
    /// The field of a column without the blanks around it; empty where there is none.
    public String text(String column) throws RowRefused {
      var text = fields.getOrDefault(column, "").strip();
      if (text.indexOf('\0') >= 0) {
        throw new RowRefused(Reason.NOT_TEXT, "NUL");
      }
      return text;
    }

    /// The field of a column that must not be empty.
    public String filled(String column) throws RowRefused {
      var text = text(column);
      if (text.isEmpty()) {
        throw new RowRefused(Reason.EMPTY, column);
      }
      return text;
    }

    /// A finite number, with a point before its decimals.
    public double number(String column) throws RowRefused {
      var text = filled(column);
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException _) {
        // said below, as for NaN
      }
      throw new RowRefused(Reason.NOT_A_NUMBER, column, text);
    }

    /// A number of things: whole, zero or more, absent where the field is empty.
    public @Nullable Integer count(String column) throws RowRefused {
      if (text(column).isEmpty()) {
        return null;
      }
      double number = number(column);
      if (number < 0) {
        throw new RowRefused(Reason.NEGATIVE, column, text(column));
      }
      if (number > Integer.MAX_VALUE) {
        throw new RowRefused(Reason.NOT_A_NUMBER, column, text(column));
      }
      return (int) Math.round(number);
    }

    /// The beginning of what stood there.
    public String excerpt() {
      return fields.entrySet().stream()
          .filter(field -> !field.getValue().isEmpty())
          .limit(12)
          .map(field -> field.getKey() + "=" + field.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /// Could not even be read.
  ///
  /// @param last whether nothing can be read after it
  record Bad(Refusal refusal, boolean last) implements Unit {}
}
