package org.foyal.demo.fablab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyal.fablab.machines.MachineType.Hazard;
import org.foyal.fablab.machines.MachineType.Protection;
import org.foyal.fablab.machines.Opening;
import org.foyal.shell.StartRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration's file says of an invented lab.
record LabLines(
    String about,
    List<SpaceLine> spaces,
    List<TypeLine> types,
    List<HoursLine> hours,
    List<MemberLine> members,
    List<KitLine> kits,
    List<ProjectLine> projects) {
  private static final String FILE = "fablab.json";

  record SpaceLine(String name, int seats, @Nullable String partOf) {}

  /// @param cents what an hour costs in full
  record TypeLine(
      String code,
      Map<String, String> title,
      Map<String, String> about,
      Set<Hazard> hazards,
      Set<Protection> protection,
      boolean extraction,
      int level,
      int perSupervisor,
      @Nullable Integer people,
      int cents,
      List<Map<String, String>> checks,
      List<String> machines,
      String space) {}

  record HoursLine(DayOfWeek day, LocalTime from, LocalTime until, Opening.Kind kind) {}

  record MemberLine(String name, Map<String, Integer> levels) {}

  record KitLine(
      Map<String, String> title,
      Map<String, String> about,
      Map<String, String> contents,
      Map<String, String> steps,
      List<String> measures,
      int boxes,
      int days) {}

  record ProjectLine(
      String member,
      String title,
      String purpose,
      String author,
      String licence,
      List<String> steps,
      List<String> materials) {}

  static LabLines read(Path city) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    try {
      return JsonMapper.shared().readValue(Files.readString(file), LabLines.class);
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
