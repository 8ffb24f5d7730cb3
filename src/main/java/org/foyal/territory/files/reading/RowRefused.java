package org.foyal.territory.files.reading;

import java.util.List;

/// Bad data that we are sure to meet: it ends the reading of one row, never of the program.
public final class RowRefused extends Exception {
  private final Reason reason;
  private final List<String> arguments;

  /// A refusal for a reason, with what its words speak of.
  public RowRefused(Reason reason, String... arguments) {
    super(reason.name(), null, false, false); // expected by the million: no stack trace
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  /// The refusal at its place in the file.
  public Refusal at(long line, String excerpt) {
    return new Refusal(line, reason, arguments, excerpt);
  }
}
