package org.foyal.fibre.files;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// What the time is, in the city; and the house's words.
@Component
class Surroundings {
  private final Clock clock;
  private final ShellSettings shell;
  private final Words words;

  Surroundings(Clock clock, ShellSettings shell, Words words) {
    this.clock = clock;
    this.shell = shell;
    this.words = words;
  }

  /// To the microsecond, which is what the database keeps.
  Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), shell.timeZone());
  }

  Words words() {
    return words;
  }
}
