package org.foyal.learning.figures;

/// A table of people, whose parts are told apart by what it says; each has a whole.
enum Tab {
  /// Who came, by place.
  CAME_IN,
  /// Who came, by the neighbourhood of the place.
  CAME_AT,
  /// Who came, by whom the course is for.
  CAME_FOR,
  /// Who had a seat and did not come, by place.
  ABSENT_IN,
  /// Who had a seat and did not come, by the neighbourhood of the place.
  ABSENT_AT,
  /// Why people stayed away who said so, by reason.
  AWAY,
  /// Who asked for a seat: those to whom one was given or offered, and the others.
  ASKED,
  /// Who came, each person once, by the neighbourhood where they live.
  FROM,
  /// Who was helped, by gender.
  GENDER,
  /// Who was helped, by age.
  AGE,
  /// Who was helped, by what they live on.
  STATUS,
  /// How many days half of those who asked waited for a seat; no people, so that it has no whole.
  WAIT;

  /// The part that is the whole.
  static final String ALL = "ALL";

  /// The part of which nobody has told which one it is.
  static final String UNKNOWN = "-";

  /// Those of [#ASKED] to whom a seat was given or offered.
  static final String MET = "MET";

  /// Those of [#ASKED] to whom none was.
  static final String UNMET = "UNMET";

  /// A number of a table.
  record Cell(Tab tab, String part) {
    /// Whether it is the whole.
    boolean whole() {
      return part.equals(ALL);
    }
  }

  Cell part(String part) {
    return new Cell(this, part);
  }

  Cell all() {
    return part(ALL);
  }
}
