package org.foyal.opendata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;

/// A data set's columns as Table Schema has it (specs.frictionlessdata.io/table-schema): name,
/// type, description.
final class TableSchema {
  private static final Set<String> WHOLE =
      Set.of(
          "population",
          "late_days",
          "version",
          "connectable",
          "of_all",
          "of_dwellings",
          "of_businesses",
          "on_demand",
          "orderable",
          "late",
          "replanned",
          "came_late",
          "median_wait_days");
  private static final Set<String> NUMBERS =
      Set.of(
          "label_lat",
          "label_lon",
          "lat",
          "lon",
          "latitude",
          "longitude",
          "length_m",
          "score",
          "value",
          "interval_from",
          "interval_to");
  private static final Set<String> BOOLEANS = Set.of("official", "example", "step_free");
  private static final Set<String> DAYS =
      Set.of("kept_on", "source_on", "updated_on", "as_of", "day");
  private static final Set<String> MOMENTS = Set.of("imported_at", "written_at");

  private TableSchema() {}

  static Map<String, Object> of(Dataset dataset, Language language, Words words) {
    var fields =
        dataset.header().stream()
            .map(column -> field(column, words.say(language, "opendata.column." + column)))
            .toList();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
    schema.put("name", dataset.word());
    schema.put("title", words.say(language, "opendata." + dataset.word()));
    schema.put("description", words.say(language, "opendata." + dataset.word() + ".about"));
    schema.put("fields", fields);
    schema.put("missingValues", List.of(""));
    return schema;
  }

  private static Map<String, Object> field(String column, String description) {
    var field = new LinkedHashMap<String, Object>();
    field.put("name", column);
    field.put("type", type(column));
    field.put("description", description);
    return field;
  }

  private static String type(String column) {
    if (WHOLE.contains(column)) {
      return "integer";
    }
    if (NUMBERS.contains(column)) {
      return "number";
    }
    if (BOOLEANS.contains(column)) {
      return "boolean";
    }
    if (DAYS.contains(column)) {
      return "date";
    }
    return MOMENTS.contains(column) ? "datetime" : "string";
  }
}
