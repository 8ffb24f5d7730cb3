package org.foyal.learning.enrolment;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.files.Phone;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says a session in words: what, when, where.
@Component
public class SessionWords {
  private final Courses courses;
  private final Places places;
  private final Words words;
  private final ShellSettings city;

  SessionWords(Courses courses, Places places, Words words, ShellSettings city) {
    this.courses = courses;
    this.places = places;
    this.words = words;
    this.city = city;
  }

  /// A session as a reader meets it.
  public record Said(String title, String when, String where) {}

  /// A session in a language.
  public Said of(Session session, Language language) {
    var place = places.get(session.place());
    var where =
        Stream.of(
                place.name(),
                place.address().street(),
                place.address().more(),
                Phone.said(place.contact().phone()))
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(", "));
    var title = courses.findCourse(session.course()).orElseThrow().title().in(language);
    return new Said(title, when(session, language), where);
  }

  private String when(Session session, Language language) {
    var day =
        language.write(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withZone(city.timeZone()),
            session.startsAt());
    return words.say(
        language,
        "learning.enrolment.when",
        day,
        hour(session.startsAt(), language),
        hour(session.endsAt(), language));
  }

  private String hour(Instant at, Language language) {
    return language.write(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(city.timeZone()), at);
  }

  /// A moment with its day, for example until when an offer holds.
  String moment(Language language, Instant at) {
    return language.write(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withZone(city.timeZone()),
        at);
  }
}
