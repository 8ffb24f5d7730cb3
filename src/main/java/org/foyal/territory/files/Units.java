package org.foyal.territory.files;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file read one thing at a time, so that its size never matters.
sealed interface Units extends AutoCloseable permits CsvFile, GeoJsonFile {
  /// The columns, or the properties of the first feature, in lower case; empty when none was found.
  Set<String> columns();

  /// The next thing, none at the end.
  @Nullable Unit next() throws IOException;

  /// What the file says of itself (`source`, `licence`, `avertissement`); complete at the end.
  String says(String member);

  @Override
  void close() throws IOException;
}
