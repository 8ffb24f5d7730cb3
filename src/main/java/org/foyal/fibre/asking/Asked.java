package org.foyal.fibre.asking;

import java.util.ArrayList;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// What somebody asks about, as an address of a page or of a program says it: words, or a street
/// with a number, or a building, or a point.
///
/// @param q street and number in one line
/// @param street the identifier of a street
/// @param building its reference in a file
public record Asked(
    @Nullable String q,
    @Nullable String street,
    @Nullable String number,
    @Nullable String building,
    @Nullable String lat,
    @Nullable String lon) {
  static final int LONGEST_WORDS = 200;
  private static final int LONGEST_REF = 120;

  /// A building, by its reference.
  public static Asked building(String ref) {
    return new Asked(null, null, null, ref, null, null);
  }

  /// A house of a street.
  public static Asked house(String street, String number) {
    return new Asked(null, street, number, null, null, null);
  }

  /// What is typed, on one line.
  public static Asked words(String typed) {
    return new Asked(typed, null, null, null, null, null);
  }

  String typed() {
    var line = Plain.line(q);
    return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) : line;
  }

  boolean tooLong() {
    return Plain.line(q).length() > LONGEST_WORDS;
  }

  Optional<String> streetId() {
    var id = Plain.line(street);
    return Optional.of(id).filter(one -> one.length() <= LONGEST_WORDS && Plain.isCode(one));
  }

  String numberTyped() {
    var line = Plain.line(number);
    return line.length() > 20 ? line.substring(0, 20) : line;
  }

  Optional<String> ref() {
    var ref = Plain.line(building);
    return Optional.of(ref).filter(one -> !one.isEmpty() && one.length() <= LONGEST_REF);
  }

  boolean point() {
    return lat != null || lon != null;
  }

  Optional<Position> where() {
    return lat == null || lon == null ? Optional.empty() : Position.read(lat, lon);
  }

  /// The ways in which it names a place: a program may use one.
  int ways() {
    var ways = new ArrayList<Boolean>();
    ways.add(q != null);
    ways.add(street != null || number != null);
    ways.add(building != null);
    ways.add(point());
    return (int) ways.stream().filter(one -> one).count();
  }
}
