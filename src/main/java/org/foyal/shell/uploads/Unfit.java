package org.foyal.shell.uploads;

/// Ends the work on a file that is not taken.
final class Unfit extends java.io.IOException {
  private static final long serialVersionUID = 1;

  private final Taken.Reason reason;

  Unfit(Taken.Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Taken.Reason reason() {
    return reason;
  }
}
