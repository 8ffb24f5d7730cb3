package org.foyal.fibre.files;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// What the time is, in the city; the house's words; which operators are invented.
@Component
class Surroundings {
  private final Clock clock;
  private final ShellSettings shell;
  private final Words words;
  private final Partners partners;

  Surroundings(Clock clock, ShellSettings shell, Words words, Partners partners) {
    this.clock = clock;
    this.shell = shell;
    this.words = words;
    this.partners = partners;
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

  /// The operators that a demonstration invented: what is told of their networks is invented too.
  Set<String> invented() {
    return partners.listOperators().stream()
        .filter(Operator::example)
        .map(Operator::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
