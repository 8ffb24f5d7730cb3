package org.foyal.cases;

/// How somebody reached the city.
public enum Channel {
  /// The city's own pages.
  WEB,
  /// In person, at a counter or with a mediator.
  COUNTER,
  /// By telephone; somebody of the staff wrote it down.
  PHONE,
  /// By a letter that somebody of the staff entered.
  EMAIL,
  /// Another program, by Open311.
  OPEN311;

  /// The key of its name for readers.
  public String words() {
    return "cases.channel." + name();
  }
}
