package org.foyal.learning.calendars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.foyal.shell.ShellSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The city's time zone as calendars must be told it. The rules come with the library; nothing is
/// fetched.
@Component
class Zones {
  private final ZoneId zone;
  private final Optional<VTimeZone> told;

  @Autowired
  Zones(ShellSettings shell) {
    this(shell.timeZone());
  }

  private Zones(ZoneId zone) {
    this.zone = zone;
    this.told = read(zone);
  }

  static Zones of(ZoneId zone) {
    return new Zones(zone);
  }

  ZoneId zone() {
    return zone;
  }

  /// The rules of the zone; nothing for one that the library has none of, such as UTC: then times
  /// are written in UTC.
  Optional<VTimeZone> told() {
    return told;
  }

  private static Optional<VTimeZone> read(ZoneId zone) {
    try (var rules =
        CalendarBuilder.class.getResourceAsStream("/zoneinfo/" + zone.getId() + ".ics")) {
      return rules == null
          ? Optional.empty()
          : new CalendarBuilder()
              .build(rules)
              .<VTimeZone>getComponent(VTimeZone.VTIMEZONE)
              .filter(told -> told.getTimeZoneId().getValue().equals(zone.getId()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserException e) {
      throw new IllegalStateException("the library's own rules of " + zone + " can't be read", e);
    }
  }
}
