package org.foyal.things.query.asked;

import java.util.Optional;
import java.util.stream.Stream;

/// A function of filters (18-088, tables 23 to 25), with how many arguments it takes.
public enum Function {
  SUBSTRINGOF(2, 2),
  CONTAINS(2, 2),
  ENDSWITH(2, 2),
  STARTSWITH(2, 2),
  LENGTH(1, 1),
  INDEXOF(2, 2),
  SUBSTRING(2, 3),
  TOLOWER(1, 1),
  TOUPPER(1, 1),
  TRIM(1, 1),
  CONCAT(2, 2),
  YEAR(1, 1),
  MONTH(1, 1),
  DAY(1, 1),
  HOUR(1, 1),
  MINUTE(1, 1),
  SECOND(1, 1),
  FRACTIONALSECONDS(1, 1),
  DATE(1, 1),
  TIME(1, 1),
  TOTALOFFSETMINUTES(1, 1),
  NOW(0, 0),
  MINDATETIME(0, 0),
  MAXDATETIME(0, 0),
  BEFORE(2, 2),
  AFTER(2, 2),
  MEETS(2, 2),
  DURING(2, 2),
  OVERLAPS(2, 2),
  STARTS(2, 2),
  FINISHES(2, 2),
  ROUND(1, 1),
  FLOOR(1, 1),
  CEILING(1, 1),
  GEO_DISTANCE(2, 2),
  GEO_LENGTH(1, 1),
  GEO_INTERSECTS(2, 2),
  ST_EQUALS(2, 2),
  ST_DISJOINT(2, 2),
  ST_TOUCHES(2, 2),
  ST_WITHIN(2, 2),
  ST_OVERLAPS(2, 2),
  ST_CROSSES(2, 2),
  ST_INTERSECTS(2, 2),
  ST_CONTAINS(2, 2),
  ST_RELATE(3, 3);

  private final int least;
  private final int most;

  Function(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /// Whether it takes so many arguments.
  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /// How many arguments it takes, in words.
  String wants() {
    return least == most ? Integer.toString(least) : least + " to " + most;
  }

  /// Its name in filters: `geo.distance`.
  public String label() {
    var small = name().toLowerCase(java.util.Locale.ROOT);
    return small.startsWith("geo_") ? small.replace('_', '.') : small;
  }

  /// The one with that name.
  static Optional<Function> find(String label) {
    return Stream.of(values()).filter(one -> one.label().equals(label)).findAny();
  }
}
