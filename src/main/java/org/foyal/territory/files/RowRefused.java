package org.foyal.territory.files;

import java.util.List;

/// Bad data that we are sure to meet: it ends the reading of one row, never of the program.
final class RowRefused extends Exception {
  private final Reason reason;
  private final List<String> arguments;

  RowRefused(Reason reason, String... arguments) {
    super(reason.name(), null, false, false); // expected by the million: no stack trace
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  Refusal at(long line, String excerpt) {
    return new Refusal(line, reason, arguments, excerpt);
  }
}
