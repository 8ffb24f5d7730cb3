package org.foyal.fibre.files.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foyal.shell.language.Plain;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// The cells of one row by the names of their columns, read as the standards write them: decimal
/// comma, days as yyyyMMdd, yes and no as O and N. A column that the file does not have is empty.
record Cells(Unit.Read row) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}([.,]\\d{1,12})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

  String line(String column, int longest) throws NotTaken, RowRefused {
    var text = Plain.line(row.text(key(column)));
    if (text.length() > longest) {
      throw new NotTaken(Why.TOO_LONG, column, Integer.toString(longest));
    }
    return text;
  }

  @Nullable String orNull(String column, int longest) throws NotTaken, RowRefused {
    var text = line(column, longest);
    return text.isEmpty() ? null : text;
  }

  private static String key(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  /// A number with a decimal comma or point.
  @Nullable Double number(String column) throws NotTaken, RowRefused {
    var text = row.text(key(column));
    if (text.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new NotTaken(Why.BAD_NUMBER, column, text);
    }
    return Double.valueOf(text.replace(',', '.'));
  }

  /// How many; empty where the cell is.
  @Nullable Integer count(String column) throws NotTaken, RowRefused {
    var text = row.text(key(column));
    if (text.isEmpty()) {
      return null;
    }
    if (!COUNT.matcher(text).matches()) {
      throw new NotTaken(Why.BAD_NUMBER, column, text);
    }
    return Integer.valueOf(text);
  }

  /// A day of two centuries as Interop'Fibre writes it; some of the regulator's files write it with
  /// hyphens.
  @Nullable LocalDate day(String column) throws NotTaken, RowRefused {
    var text = row.text(key(column));
    if (text.isEmpty()) {
      return null;
    }
    for (var form : new Pattern[] {COMPACT, ISO}) {
      var parts = form.matcher(text);
      if (parts.matches()) {
        try {
          var day =
              LocalDate.of(
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(2)),
                  Integer.parseInt(parts.group(3)));
          if (Days.canBe(day)) {
            return day;
          }
          break;
        } catch (DateTimeException noSuchDay) {
          break;
        }
      }
    }
    throw new NotTaken(Why.BAD_DATE, column, text);
  }

  /// O or N; the regulator writes 1, t or true.
  @Nullable Boolean yes(String column) throws NotTaken, RowRefused {
    var text = row.text(key(column)).toUpperCase(Locale.ROOT);
    return switch (text) {
      case "" -> null;
      case "O", "OUI", "1", "T", "TRUE" -> true;
      case "N", "NON", "0", "F", "FALSE" -> false;
      default -> throw new NotTaken(Why.BAD_WORD, column, text, "O, N");
    };
  }
}
