package org.foyal.learning.calendars;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import org.foyal.learning.appointments.Diary;
import org.foyal.learning.calendars.Calendars.Known;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Booking;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.files.Phone;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Makes the event of a session. Its name is the same for ever, wherever the site is found; it
/// names nobody.
@Component
class Events {
  private static final Set<State> OVER = Set.of(State.EXCUSED, State.REVOKED, State.LAPSED);

  private final Zones zones;
  private final SiteAddress site;
  private final Words words;

  Events(Zones zones, SiteAddress site, Words words) {
    this.zones = zones;
    this.site = site;
    this.words = words;
  }

  Optional<VTimeZone> zone() {
    return zones.told();
  }

  /// Words for whoever reads the calendar.
  String say(Language reader, String key) {
    return words.say(reader, key);
  }

  /// The line that names a calendar.
  String name(String name) {
    return new XProperty("X-WR-CALNAME", name.replace("\n", " ")).toString();
  }

  /// How an event is told.
  enum Manner {
    /// In a calendar that everybody may follow: nobody's time is taken by it.
    PUBLIC,
    /// Alone, for whoever means to come.
    ONE,
    /// In the calendar of whoever holds it or comes, whose time it takes and whom it concerns.
    PRIVATE
  }

  /// What an event is called for ever, and how calendars see that it changed.
  private record Mark(String uid, int changes, Instant changedAt) {
    static Mark of(Session session) {
      return new Mark(session.id() + "@workshops.foyal", session.sequence(), session.changedAt());
    }
  }

  VEvent of(Language reader, Session session, Known known, Manner manner) {
    var event = told(reader, session, known, manner, Mark.of(session));
    event.add(new Status(session.planned() ? "CONFIRMED" : "CANCELLED"));
    event.add(new Summary(summary(reader, session, known, session.planned())));
    return event;
  }

  /// Somebody's place in a session, for themselves: to wait is no promise, and it names nobody.
  VEvent booking(Language reader, Booking booking, Known known) {
    var session = booking.session();
    var state = booking.place().state();
    var mark =
        new Mark(
            "booking-" + booking.place().id() + "@workshops.foyal",
            booking.changes(),
            booking.changedAt());
    boolean gone = !session.planned() || OVER.contains(state);
    boolean perhaps = !gone && (state == State.WAITING || state == State.OFFERED);
    var event = told(reader, session, known, Manner.PRIVATE, mark);
    event.add(new Status(gone ? "CANCELLED" : perhaps ? "TENTATIVE" : "CONFIRMED"));
    var title = summary(reader, session, known, !gone);
    event.add(new Summary(perhaps ? words.say(reader, state.words()) + " – " + title : title));
    return event;
  }

  /// The same for the calendar of a place or a trainer that the session has left.
  VEvent left(Language reader, Session session, Known known, Manner manner) {
    var event = told(reader, session, known, manner, Mark.of(session));
    event.add(new Status("CANCELLED"));
    event.add(new Summary(summary(reader, session, known, false)));
    return event;
  }

  private VEvent told(Language reader, Session session, Known known, Manner manner, Mark mark) {
    var event = new VEvent(false);
    event.add(new Uid(mark.uid()));
    event.add(new DtStamp(mark.changedAt()));
    event.add(new LastModified(mark.changedAt()));
    event.add(new Sequence(mark.changes()));
    event.add(new Transp(manner == Manner.PUBLIC ? "TRANSPARENT" : "OPAQUE"));
    event.add(new Clazz(manner == Manner.PRIVATE ? "PRIVATE" : "PUBLIC"));
    times(event, session.startsAt(), session.endsAt());
    event.add(new Description(description(reader, session, known)));
    where(event, known.place(), known.room());
    event.add(new Url(Calendars.link(site.get(), reader, session)));
    event.add(new Categories(words.say(reader, "learning.courses.workshops")));
    return event;
  }

  /// A slot in a trainer’s calendar, the same for ever whoever takes it: free, taken, or taken out.
  VEvent hour(Language reader, Diary.Event one, Place place) {
    var status =
        !one.slot().open() && !one.taken() ? "CANCELLED" : one.taken() ? "CONFIRMED" : "TENTATIVE";
    var words = one.taken() ? "taken" : "free";
    return slot(reader, one, place, status, words);
  }

  /// An appointment in the calendar of whoever has it.
  VEvent own(Language reader, Diary.Event one, Place place) {
    var status = one.taken() ? "CONFIRMED" : "CANCELLED";
    var event = slot(reader, one, place, status, "taken");
    event.add(new Description(words.say(reader, "learning.appointments.bring")));
    return event;
  }

  private VEvent slot(Language reader, Diary.Event one, Place place, String status, String said) {
    var slot = one.slot();
    var event = new VEvent(false);
    event.add(new Uid(one.id() + "@appointments.foyal"));
    event.add(new DtStamp(one.changedAt()));
    event.add(new LastModified(one.changedAt()));
    event.add(new Sequence(one.sequence()));
    event.add(new Status(status));
    event.add(new Transp("OPAQUE"));
    event.add(new Clazz("PRIVATE"));
    times(event, slot.startsAt(), slot.endsAt());
    var title = words.say(reader, "learning.appointments.calendar." + said);
    var example = slot.example() ? " (" + words.say(reader, "cases.example") + ")" : "";
    event.add(new Summary(title + example));
    where(event, place, Optional.empty());
    return event;
  }

  private void times(VEvent event, Instant from, Instant until) {
    if (zones.told().isPresent()) {
      event.add(new DtStart<>(from.atZone(zones.zone())));
      event.add(new DtEnd<>(until.atZone(zones.zone())));
    } else {
      event.add(new DtStart<>(plain(from)));
      event.add(new DtEnd<>(plain(until)));
    }
  }

  private static void where(VEvent event, Place place, Optional<String> room) {
    event.add(new Location(location(place, room)));
    place
        .address()
        .position()
        .ifPresent(at -> event.add(new Geo(at.latitude_deg() + ";" + at.longitude_deg())));
  }

  private static Instant plain(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toInstant();
  }

  private String summary(Language reader, Session session, Known known, boolean planned) {
    var title = known.course().title().in(reader);
    var marked =
        session.example() ? title + " (" + words.say(reader, "cases.example") + ")" : title;
    return planned ? marked : words.say(reader, "learning.courses.cancelled") + " – " + marked;
  }

  private String description(Language reader, Session session, Known known) {
    var course = known.course();
    var why =
        session
            .cancelled()
            .map(one ->
                words.say(reader, "learning.courses.reason." + one.reason())
                    + one.words().map(text -> " " + text).orElse(""));
    return Stream.of(
            why,
            Optional.of(course.description().in(reader)),
            Optional.of(words.say(reader, "learning.courses.spoken." + session.language().code())),
            course
                .bring()
                .map(text ->
                    words.say(reader, "learning.courses.bring") + colon(reader) + text.in(reader)),
            Optional.of(Phone.said(known.place().contact().phone()))
                .filter(phone -> !phone.isEmpty()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private String colon(Language reader) {
    return words.say(reader, "shell.colon") + " ";
  }

  private static String location(Place place, Optional<String> room) {
    var address = place.address();
    return Stream.of(
            place.name(),
            room.orElse(""),
            address.street(),
            address.more(),
            (address.postcode() + " " + address.commune()).strip())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
