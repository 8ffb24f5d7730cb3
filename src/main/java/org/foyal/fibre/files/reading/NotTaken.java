package org.foyal.fibre.files.reading;

import java.util.List;

/// Bad data that we are sure to meet: it ends the reading of one row, never of the program.
final class NotTaken extends Exception {
  private static final long serialVersionUID = 1;

  private final Why why;
  private final List<String> arguments;

  NotTaken(Why why, String... arguments) {
    super(why.name(), null, false, false); // expected by the million: no stack trace
    this.why = why;
    this.arguments = List.of(arguments);
  }

  Why why() {
    return why;
  }

  List<String> arguments() {
    return arguments;
  }
}
