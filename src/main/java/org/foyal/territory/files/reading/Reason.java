package org.foyal.territory.files.reading;

/// Why a line, or a whole file, is refused; the words of each say the reason and the cure.
public enum Reason {
  /// The file holds nothing.
  EMPTY_FILE,
  /// The file is larger than is taken.
  TOO_LARGE,
  /// Neither text in columns nor GeoJSON.
  NOT_A_TABLE,
  /// The compressed file can't be opened.
  NOT_GZIP,
  /// UTF-16, which we do not read.
  UTF_16,
  /// Letters of two encodings in one file.
  MIXED_ENCODING,
  /// A NUL or another byte that no text has.
  NOT_TEXT,
  /// The columns are those of no file that we know.
  UNKNOWN_COLUMNS,
  /// A column that the file must have is not there.
  WRONG_COLUMN,
  /// The file stops before its end.
  CUT_FILE,
  /// The JSON is wrong at a place.
  BROKEN_JSON,
  /// A line longer than is taken.
  TOO_BIG_LINE,
  /// More or fewer fields than the header.
  FIELD_COUNT,
  /// A shape with more points than is taken.
  TOO_MANY_POINTS,
  /// No shape at all.
  NO_GEOMETRY,
  /// A shape of another type than this layer has.
  WRONG_GEOMETRY,
  /// A ring that is open or has too few points.
  BROKEN_RING,
  /// An outline that crosses itself, or is invalid in another way.
  SELF_CROSSING,
  /// Latitude and longitude have changed places.
  SWAPPED,
  /// Metres where degrees are due.
  METRES,
  /// Far from the territory.
  OUTSIDE,
  /// Not a number.
  NOT_A_NUMBER,
  /// A number below zero.
  NEGATIVE,
  /// An empty field that must be filled.
  EMPTY,
  /// A code that is not written as codes are.
  BAD_CODE,
  /// A word that is none of those allowed.
  BAD_WORD,
  /// An area that the territory does not have.
  UNKNOWN_AREA,
  /// The same key stands earlier in the file.
  DUPLICATE;

  /// The key of its words; `.cure` follows for what to do.
  public String words() {
    return "files.reason." + name();
  }
}
