package org.foyal.fibre.files.reading;

/// Why a row of a fibre file is refused; the words of each say the reason and the cure. What is
/// wrong with any file's form has the words of the territory's files.
public enum Why {
  /// A state that the standard does not have.
  BAD_STATE,
  /// A word that is none of those allowed.
  BAD_WORD,
  /// A day that is not written yyyyMMdd.
  BAD_DATE,
  /// Not a number.
  BAD_NUMBER,
  /// A field that is longer than the standard allows.
  TOO_LONG,
  /// Neither an identifier nor an address code: nothing names the building.
  NAMELESS,
  /// No projection is told, or one that could be several.
  AMBIGUOUS_PROJECTION,
  /// A projection that is not known here.
  UNKNOWN_PROJECTION,
  /// Outside the city by its own projection, inside by another: the datum is likely wrong.
  WRONG_DATUM,
  /// The two coordinates have changed places.
  SWAPPED,
  /// Outside the city by every projection.
  OUTSIDE,
  /// One coordinate of two.
  HALF_A_POINT,
  /// The row is of another operator than the file.
  FOREIGN_OPERATOR,
  /// The cabinet, or the building, is another operator's.
  FOREIGN_CABINET,
  /// The same building stands earlier in the file, to the letter.
  DUPLICATE,
  /// Two rows say different things of one building.
  CONTRADICTION,
  /// What stands is of a later day than the file.
  OLDER;

  /// The key of its words; `.cure` follows for what to do.
  public String words() {
    return "fibre.files.why." + name();
  }
}
