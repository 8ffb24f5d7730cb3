package org.foyal.opendata;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Takes the rows of a data set one by one and writes them out in its format.
interface RowWriter extends Closeable {
  /// Writes a row.
  ///
  /// @param values one for each column of the data set's header: text, number, boolean or nothing
  /// @param shape what is drawn for it, if that is known
  void write(List<? extends @Nullable Object> values, @Nullable Geometry shape);
}
