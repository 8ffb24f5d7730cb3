package org.foyal.territory.files.reading;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file read one thing at a time, so that its size never matters.
public sealed interface Units extends AutoCloseable permits CsvFile, GeoJsonFile {
  /// Opens a file that was examined.
  ///
  /// @throws RowRefused when its beginning can't be read
  static Units of(SourceText text) throws IOException, RowRefused {
    return text.drawn() ? new GeoJsonFile(text) : new CsvFile(text);
  }

  /// A column's name as we write it: producers change the spelling from one edition to the next.
  static String spelt(String column) {
    var name = column.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "typ_iris" -> "type_iris";
      case "insee_com" -> "code_insee";
      case "nom_com", "nom_officiel" -> "nom";
      default -> name;
    };
  }

  /// The columns, or the properties of the first feature, in lower case; empty when none was found.
  Set<String> columns();

  /// The next thing, none at the end.
  @Nullable Unit next() throws IOException;

  /// What the file says of itself (`source`, `licence`, `avertissement`); complete at the end.
  String says(String member);

  @Override
  void close() throws IOException;
}
