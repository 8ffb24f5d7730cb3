package org.foyal.learning.figures;

/// A table of people, whose parts are told apart by what it says; each has a whole, its own or that
/// of another one.
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
  /// Who asked, by the neighbourhood of the place.
  ASKED_AT,
  /// Who asked, by whom the course is for.
  ASKED_FOR,
  /// Who was offered no seat, by the neighbourhood of the place.
  UNMET_AT,
  /// Who was offered no seat, by whom the course is for.
  UNMET_FOR,
  /// Who had a seat or an offer and was neither there nor absent; of all who asked, those who said
  /// why they stay away, and those of whom nothing more is known. On no page: kept so that nobody
  /// is left over when what is shown is taken from each other.
  LEFT,
  /// Who had a seat or an offer and was neither there nor absent, by the neighbourhood of the
  /// place.
  LEFT_AT,
  /// Who had a seat or an offer and did not come, by whom the course is for.
  MISSED_FOR,
  /// Who came, each person once, by the neighbourhood where they live.
  FROM,
  /// Who was helped, by gender.
  GENDER,
  /// Who was helped, by age.
  AGE,
  /// Who was helped, by what they live on.
  STATUS,
  /// How many days half of those who asked waited for a seat; no people, so that it has no whole.
  WAIT,
  /// The same by the neighbourhood of the place.
  WAIT_AT,
  /// The same by whom the course is for.
  WAIT_FOR;

  /// The part that is the whole.
  static final String ALL = "ALL";

  /// The part of which nobody has told which one it is.
  static final String UNKNOWN = "-";

  /// Those of [#ASKED] to whom a seat was given or offered.
  static final String MET = "MET";

  /// Those of [#ASKED] to whom none was.
  static final String UNMET = "UNMET";

  /// Those who said why they stay away: as many as the whole of [#AWAY].
  static final String TOLD = "TOLD";

  /// Those who neither came nor were absent nor said why.
  static final String STILL = "STILL";

  /// Of a wait: the days, and from when to when they may be.
  static final String DAYS = "DAYS";

  static final String FROM_DAY = "FROM";
  static final String TO_DAY = "TO";

  /// A number of a table.
  record Cell(Tab tab, String part) {
    /// Whether it is the whole.
    boolean whole() {
      return part.equals(ALL);
    }

    /// Whether it is on no page, and hides no other number that is.
    boolean unseen() {
      return tab == LEFT_AT || tab == MISSED_FOR || (tab == LEFT && !part.equals(TOLD));
    }
  }

  Cell part(String part) {
    return new Cell(this, part);
  }

  Cell all() {
    return part(ALL);
  }

  /// What is told of the wait of a group; of everybody where it has no name.
  Cell wait(String group, String what) {
    return part(group.isEmpty() ? what : group + " " + what);
  }

  /// Whether it speaks of days and not of people.
  boolean days() {
    return this == WAIT || this == WAIT_AT || this == WAIT_FOR;
  }
}
