package org.foyal.learning.places.hours;

import java.time.LocalDateTime;

/// What is said of hours at another moment than this one.
public final class Moments {
  private Moments() {}

  public static Now at(Openings openings, String written, LocalDateTime at) {
    return openings.now(written, at);
  }
}
