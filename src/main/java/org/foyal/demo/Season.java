package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.courses.Course.Level;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.shell.StartRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The invented workshops of the demonstration, as its file has them.
///
/// @param about what they are, for whoever reads the file
record Season(
    String about,
    List<NeedLine> needs,
    List<RoomLine> rooms,
    List<String> trainers,
    List<String> equipment,
    List<CourseLine> courses,
    List<SessionLine> sessions) {
  private static final String FILE = "workshops.json";

  /// A need, by language code.
  record NeedLine(String code, Map<String, String> title) {}

  /// A room of the place.
  record RoomLine(String name, int seats) {}

  /// A course.
  record CourseLine(
      String code,
      Level level,
      int minutes,
      Set<Audience> audiences,
      List<String> competences,
      List<String> needs,
      Map<String, String> title,
      Map<String, String> description,
      @Nullable Map<String, String> bring) {}

  /// A series.
  ///
  /// @param weekday 1 is Monday
  /// @param room,trainer which one of those above, from 0
  record SessionLine(
      String course,
      int weekday,
      String from,
      Rhythm rhythm,
      int times,
      int room,
      int trainer,
      int seats,
      String language,
      boolean childcare,
      boolean womenOnly,
      int percent) {
    LocalTime begins() {
      return LocalTime.parse(from);
    }
  }

  static Season read(Path city) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    try {
      return JsonMapper.shared().readValue(Files.readString(file), Season.class);
    } catch (JacksonException unreadable) {
      throw refused(unreadable.getOriginalMessage());
    }
  }

  static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
