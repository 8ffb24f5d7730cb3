package org.foyal.equality.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyal.equality.registry.Refused.Reason;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// Reads a file of values: CSV in UTF-8 with the columns `indicator`, `area`, `period`,
/// `numerator`, `denominator`, `value`, `source`, `as_of`, in any order.
public final class ValuesFile {
  private static final List<String> COLUMNS =
      List.of(
          "indicator", "area", "period", "numerator", "denominator", "value", "source", "as_of");

  private ValuesFile() {}

  /// What a file holds; what can’t be read is refused by its line.
  public record Read(List<Reading> readings, List<Refused> refused) {}

  /// Reads it whole.
  ///
  /// @throws IOException where it can’t be read at all
  public static Read of(Path file) throws IOException {
    var readings = new ArrayList<Reading>();
    var refused = new ArrayList<Refused>();
    try (var csv =
        CsvReader.builder().ofCsvRecord(Files.readString(file, StandardCharsets.UTF_8))) {
      var places = new HashMap<String, Integer>();
      for (var row : csv) {
        int line = (int) row.getStartingLineNumber();
        if (places.isEmpty()) {
          for (int i = 0; i < row.getFieldCount(); i++) {
            places.putIfAbsent(row.getField(i).replace("\ufeff", "").strip(), i);
          }
          if (!places.keySet().containsAll(COLUMNS)) {
            refused.add(new Refused(line, Reason.WRONG_COLUMNS, String.join(", ", COLUMNS)));
            break;
          }
        } else {
          read(line, fields(places, row.getFields()), readings, refused);
        }
      }
    } catch (CsvParseException | MalformedInputException unreadable) {
      refused.add(new Refused(0, Reason.WRONG_COLUMNS, String.join(", ", COLUMNS)));
    }
    return new Read(List.copyOf(readings), List.copyOf(refused));
  }

  private static Map<String, String> fields(Map<String, Integer> places, List<String> row) {
    var fields = new HashMap<String, String>();
    COLUMNS.forEach(column -> {
      int place = places.getOrDefault(column, -1);
      fields.put(column, place >= 0 && place < row.size() ? Plain.line(row.get(place)) : "");
    });
    return fields;
  }

  private static void read(
      int line, Map<String, String> row, List<Reading> readings, List<Refused> refused) {
    var day = Plain.day(row.get("as_of"));
    if (day.isEmpty()) {
      refused.add(new Refused(line, Reason.BAD_PERIOD, "as_of " + row.get("as_of")));
      return;
    }
    try {
      readings.add(
          new Reading(
              line,
              text(row, "indicator"),
              text(row, "area"),
              text(row, "period"),
              new Reading.Told(
                  whole(text(row, "numerator")),
                  whole(text(row, "denominator")),
                  decimal(text(row, "value"))),
              text(row, "source"),
              day.orElse(LocalDate.EPOCH)));
    } catch (NumberFormatException _) {
      refused.add(
          new Refused(
              line,
              Reason.NO_NUMBER,
              text(row, "numerator") + " " + text(row, "denominator") + " " + text(row, "value")));
    }
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static @Nullable Long whole(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }

  private static @Nullable Double decimal(String text) {
    return text.isEmpty() ? null : Double.valueOf(text.replace(',', '.'));
  }
}
