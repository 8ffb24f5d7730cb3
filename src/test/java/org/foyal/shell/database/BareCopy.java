package org.foyal.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// The raw limit of an import: the rows of a table as they stand, in a bare COPY into one like it.
public final class BareCopy {
  private BareCopy() {}

  /// Copies out unmeasured and in measured.
  ///
  /// @param table with its schema
  /// @param folder has room for the rows
  /// @return how long it took, in nanoseconds
  /// @throws IllegalStateException where there were not so many rows
  public static long measure_ns(
      DataSource source, String table, List<String> columns, int rows, Path folder)
      throws IOException, SQLException {
    var all = String.join(", ", columns);
    var copied = folder.resolve("rows.copy");
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table public.bare (like %s including indexes)".formatted(table));
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      try (var out = Files.newOutputStream(copied)) {
        copy.copyOut("copy (select %s from %s) to stdout".formatted(all, table), out);
      }
      statement.execute("checkpoint");
      try (var in = Files.newInputStream(copied)) {
        long start_ns = System.nanoTime();
        long taken = copy.copyIn("copy public.bare (%s) from stdin".formatted(all), in, 1 << 16);
        long took_ns = System.nanoTime() - start_ns;
        if (taken != rows) {
          throw new IllegalStateException("COPY took " + taken);
        }
        return took_ns;
      }
    }
  }
}
