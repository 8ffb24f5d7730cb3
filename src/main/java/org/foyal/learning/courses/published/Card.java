package org.foyal.learning.courses.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.SeatsLeft.Left;
import org.foyal.learning.courses.Session;
import org.foyal.learning.places.Place;
import org.foyal.shell.language.Language;

/// A session as a page shows it.
///
/// @param left how many seats can still be had, where somebody knows
record Card(Session session, Course course, Place place, Optional<Left> left, ZoneId zone) {
  /// The day from which on seats that are kept for some are for everybody.
  LocalDate releasedOn() {
    return LocalDate.ofInstant(session.releasedAt(), zone);
  }

  /// The day in words, for example « mardi 1er décembre 2026 ».
  String day(Language reader) {
    return reader.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), date());
  }

  LocalDate date() {
    return LocalDate.ofInstant(session.startsAt(), zone);
  }

  /// From when to when, for example « 10:00 – 11:30 ».
  String hours(Language reader) {
    return time(reader, session.startsAt()) + " – " + time(reader, session.endsAt());
  }

  private String time(Language reader, Instant at) {
    return reader.write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(zone), at);
  }

  /// The time as machines read it.
  String machine() {
    return session.startsAt().atZone(zone).toLocalDateTime().toString();
  }

  /// The code for a `lang` attribute of the title, where it is not in the reader's language.
  Optional<String> foreign(Language reader) {
    return course.title().foreignTo(reader);
  }
}
