package org.foyal.fablab.showing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.fablab.machines.LabHours;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.machines.WeeklyHours;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Component;

/// Says when the lab is open.
@Component
class LabWords {
  private final LabHours hours;
  private final ZoneId zone;

  LabWords(LabHours hours, ShellSettings shell) {
    this.hours = hours;
    this.zone = shell.timeZone();
  }

  /// A day of the week with its hours.
  record Day(String name, List<Hours> hours) {}

  /// Hours of a day.
  record Hours(String text, Opening.Kind kind) {}

  /// The week as it is today, the days on which it is open.
  List<Day> week(LocalDate today, Language reader) {
    var rules =
        hours.listWeekly().stream()
            .filter(one -> one.until().filter(today::isAfter).isEmpty())
            .filter(one -> !one.since().isAfter(today))
            .toList();
    return Stream.of(DayOfWeek.values())
        .map(day ->
            new Day(
                day.getDisplayName(TextStyle.FULL, reader.formats()),
                rules.stream()
                    .filter(one -> one.weekday() == day)
                    .map(one -> new Hours(span(one, reader), one.kind()))
                    .toList()))
        .filter(day -> !day.hours().isEmpty())
        .toList();
  }

  private static String span(WeeklyHours one, Language reader) {
    var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    return reader.write(format, one.opens()) + " – " + reader.write(format, one.closes());
  }

  /// The hour of a moment.
  String hour(Instant at, Language reader) {
    return reader.write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(zone), at);
  }

  /// The day and the hour of a moment.
  String moment(Instant at, Language reader) {
    var day = reader.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withZone(zone), at);
    return day + ", " + hour(at, reader);
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
