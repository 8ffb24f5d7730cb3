package org.foyal.learning.courses.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Timetable.Day;
import org.foyal.learning.courses.desk.Choices.Offered;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;

/// What the pages of one session show.
///
/// @param edited the session as it stands; nothing when it is a new one
/// @param days what would be, when it was asked for
/// @param others how many sessions of its series are to come
/// @param done the key of what was just done, or empty
record PlanView(
    Optional<Session> edited,
    SessionForm form,
    Offered offered,
    Map<String, String> problems,
    List<Day> days,
    int others,
    String done,
    ZoneId zone) {
  @Nullable String problem(String field) {
    return problems.get(field);
  }

  boolean fresh() {
    return edited.isEmpty();
  }

  boolean conflicts() {
    return days.stream().anyMatch(day -> !day.conflicts().isEmpty() && !form.leavesOut(day.day()));
  }

  String day(LocalDate day, Language reader) {
    return reader.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), day);
  }

  String hour(Instant at, Language reader) {
    return reader.write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(zone), at);
  }

  /// What takes it, for a sentence.
  String by(Conflict conflict, Language reader, String appointment) {
    return conflict.course().map(title -> title.in(reader)).orElse(appointment);
  }
}
