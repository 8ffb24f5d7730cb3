package org.foyal.learning.calendars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.Component;
import org.foyal.learning.appointments.Diary;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Booking;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Service;

/// Writes sessions as iCalendar, one after the other, however many there are. What is over, or was
/// cancelled, stays in it for ninety days and more, so that every calendar that follows learns of
/// it.
@Service
class Calendars {
  /// How long what is over or cancelled is still told.
  static final Duration KEPT = Duration.ofDays(100);

  private final Courses courses;
  private final Resources resources;
  private final Places places;
  private final Diary diary;
  private final Events events;
  private final Clock clock;

  Calendars(
      Courses courses,
      Resources resources,
      Places places,
      Diary diary,
      Events events,
      Clock clock) {
    this.diary = diary;
    this.courses = courses;
    this.resources = resources;
    this.places = places;
    this.events = events;
    this.clock = clock;
  }

  /// Whose calendar it is.
  ///
  /// @param place sessions at this one only
  /// @param trainer sessions held by this one only
  record Wanted(Language reader, Optional<UUID> place, Optional<UUID> trainer) {
    /// How the events of this calendar are told.
    Events.Manner manner() {
      return trainer.isPresent() ? Events.Manner.PRIVATE : Events.Manner.PUBLIC;
    }
  }

  /// Writes a calendar of many.
  void write(Wanted wanted, Writer out) {
    var name =
        wanted
            .place()
            .flatMap(places::find)
            .filter(place -> !place.standing().hidden())
            .map(Place::name)
            .map(place -> title(wanted.reader()) + " – " + place)
            .orElseGet(() -> title(wanted.reader()));
    var folded = new FoldedWriter(out);
    begin(folded, name);
    sessions(wanted, folded);
    end(folded);
  }

  private void sessions(Wanted wanted, Writer folded) {
    var about = new About(courses, resources, places, wanted.trainer().isPresent());
    var manner = wanted.manner();
    var since = clock.instant().minus(KEPT);
    courses.each(
        since,
        wanted.place(),
        wanted.trainer(),
        session ->
            about
                .of(session)
                .ifPresent(
                    known -> put(folded, events.of(wanted.reader(), session, known, manner))));
    if (wanted.place().isPresent() || wanted.trainer().isPresent()) {
      courses
          .listLeft(since, wanted.place(), wanted.trainer())
          .forEach(session ->
              about
                  .of(session)
                  .ifPresent(
                      known -> put(folded, events.left(wanted.reader(), session, known, manner))));
    }
    wanted
        .trainer()
        .ifPresent(trainer ->
            diary.each(
                trainer,
                since,
                event ->
                    about
                        .at(event.slot().place())
                        .ifPresent(
                            place -> put(folded, events.hour(wanted.reader(), event, place)))));
  }

  /// Writes a calendar of somebody’s own appointment; false when nobody may see where it is.
  boolean write(Language reader, Diary.Event event, Writer out) {
    var place = new About(courses, resources, places, true).at(event.slot().place());
    if (place.isEmpty()) {
      return false;
    }
    var folded = new FoldedWriter(out);
    begin(folded, events.say(reader, "learning.appointments.mine"));
    put(folded, events.own(reader, event, place.get()));
    end(folded);
    return true;
  }

  /// Writes a calendar of one session; false when nobody may see where it is.
  boolean write(Language reader, Session session, Writer out) {
    var known = new About(courses, resources, places, false).of(session);
    if (known.isEmpty()) {
      return false;
    }
    var folded = new FoldedWriter(out);
    begin(folded, title(reader));
    put(folded, events.of(reader, session, known.get(), Events.Manner.ONE));
    end(folded);
    return true;
  }

  /// Writes a calendar of somebody's own place in a session.
  void write(Language reader, Booking booking, Writer out) {
    var known = new About(courses, resources, places, true).of(booking.session()).orElseThrow();
    var folded = new FoldedWriter(out);
    begin(folded, title(reader));
    put(folded, events.booking(reader, booking, known));
    end(folded);
  }

  private String title(Language reader) {
    return events.say(reader, "learning.courses.workshops");
  }

  private void begin(Writer out, String name) {
    try {
      out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Foyal//Workshops//EN\r\n");
      out.write("CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
      out.write(events.name(name));
      var zone = events.zone();
      if (zone.isPresent()) {
        out.write(zone.get().toString());
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void put(Writer out, Component event) {
    try {
      out.write(event.toString());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void end(Writer out) {
    try {
      out.write("END:VCALENDAR\r\n");
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// What is told of sessions besides themselves: read once for a calendar.
  static final class About {
    private final Map<String, Course> taught = new HashMap<>();
    private final Map<UUID, Place> where = new HashMap<>();
    private final Map<UUID, String> rooms = new HashMap<>();
    private final boolean staff;

    About(Courses courses, Resources resources, Places places, boolean staff) {
      courses.listCourses().forEach(one -> taught.put(one.code(), one));
      places.listAll().forEach(one -> where.put(one.id(), one));
      resources.list().stream()
          .filter(one -> one.kind() == Resource.Kind.ROOM)
          .forEach(one -> rooms.put(one.id(), one.name()));
      this.staff = staff;
    }

    Optional<Place> at(UUID place) {
      return Optional.ofNullable(where.get(place)).filter(one -> staff || !one.standing().hidden());
    }

    /// What a session is about and where; nothing where the place is hidden, but for whoever holds
    /// the session, and for one that everybody saw and that does not take place.
    Optional<Known> of(Session session) {
      var course = taught.get(session.course());
      var place = where.get(session.place());
      return course == null
              || place == null
              || (place.standing().hidden() && session.planned() && !staff)
          ? Optional.empty()
          : Optional.of(
              new Known(
                  course, place, session.room().flatMap(id -> Optional.ofNullable(rooms.get(id)))));
    }
  }

  /// What a session is about and where.
  ///
  /// @param room its name, where one is named
  record Known(Course course, Place place, Optional<String> room) {}

  /// Changes whenever any calendar does; each day too, as what is old falls out.
  String stamp() {
    return courses.stamp()
        + "-"
        + places.stamp()
        + "-"
        + diary.stamp()
        + "-"
        + clock.instant().getEpochSecond() / 86_400;
  }

  static URI link(String site, Language reader, Session session) {
    return URI.create(site + "/" + reader.code() + "/workshops/" + session.id());
  }
}
