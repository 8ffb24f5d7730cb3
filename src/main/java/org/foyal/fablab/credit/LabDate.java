package org.foyal.fablab.credit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// Now and today, where the lab stands.
@Component
record LabDate(Clock clock, ShellSettings shell) {
  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return day(now());
  }

  LocalDate day(Instant when) {
    return LocalDate.ofInstant(when, shell.timeZone());
  }
}
