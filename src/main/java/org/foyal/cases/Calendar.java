package org.foyal.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.foyal.cases.calendar.Closing;
import org.foyal.cases.calendar.WorkingDays;
import org.foyal.shell.ShellSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What time it is, what day where the city is, and on which days it works.
@Component
class Calendar {
  private final Clock clock;
  private final ShellSettings shell;
  private final WorkingDays days;

  Calendar(Clock clock, ShellSettings shell, WorkingDays days) {
    this.clock = clock;
    this.shell = shell;
    this.days = days;
  }

  @Bean
  static Closing closing(CasesSettings settings) {
    return new Closing(
        settings.holidays(), settings.goodFriday(), Set.copyOf(settings.closedDays()));
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), shell.timeZone());
  }

  WorkingDays days() {
    return days;
  }
}
