package org.foyal.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.foyal.shell.StartRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The departments and categories of the demonstration, as its file has them.
///
/// @param about what they are, for whoever reads the file
record Catalogue(String about, List<Office> departments, List<Line> categories) {
  private static final String FILE = "categories.json";

  /// A department.
  record Office(String code, String name, String email) {}

  /// A category.
  ///
  /// @param group what it is shown under, by language code
  /// @param crisis whether it can be reported in a crisis
  /// @param questions what it asks, in their order
  /// @param samples what residents might write
  record Line(
      String code,
      Map<String, String> group,
      Map<String, String> title,
      String keywords,
      int workingDays,
      String department,
      @Nullable Boolean crisis,
      @Nullable List<Asked> questions,
      List<Sample> samples) {
    List<Asked> asked() {
      return questions == null ? List.of() : questions;
    }
  }

  /// A question of a category.
  ///
  /// @param condition the answer that makes it be asked
  record Asked(
      String code,
      Map<String, String> ask,
      String kind,
      @Nullable List<Choice> options,
      @Nullable Boolean required,
      @Nullable Boolean open,
      @JsonProperty("if") @Nullable If condition) {}

  /// An option of a question.
  record Choice(String key, Map<String, String> said) {}

  /// The answer that makes a question be asked.
  record If(String code, String option) {}

  /// Invented words.
  record Sample(String language, String words) {}

  static Catalogue read(Path city) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    try {
      return JsonMapper.shared().readValue(Files.readString(file), Catalogue.class);
    } catch (JacksonException unreadable) {
      throw refused(unreadable.getOriginalMessage());
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
