package org.foyal.learning.courses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.cases.calendar.ClosedDays;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// What time it is where the city is, and on which days it is closed.
@Component
class CityDays {
  private final Clock clock;
  private final ZoneId zone;
  private final ClosedDays closed;

  CityDays(Clock clock, ShellSettings shell, ClosedDays closed) {
    this.clock = clock;
    this.zone = shell.timeZone();
    this.closed = closed;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /// The days to come on which the city is closed, and why, in French; weekends are no such days.
  Map<LocalDate, String> closed() {
    var days = new TreeMap<LocalDate, String>();
    closed.list().forEach(one -> days.put(one.day(), one.name()));
    return days;
  }
}
