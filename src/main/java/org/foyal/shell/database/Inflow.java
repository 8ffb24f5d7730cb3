package org.foyal.shell.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// What all files of many rows share on their way into the database: one turn after the other, and
/// rows by COPY into a table of the transaction.
@Component
public class Inflow {
  /// PostgreSQL's word for a lock that was not had in time.
  private static final String TIMED_OUT = "55P03";

  private final JdbcClient sql;
  private final DataSource database;

  Inflow(JdbcClient sql, DataSource database) {
    this.sql = sql;
    this.database = database;
  }

  /// Takes the one place for files of a kind until the transaction ends.
  ///
  /// @param kind the number that stands for it
  /// @return whether it was free, now or within five seconds
  public boolean takeTurn(long kind) {
    sql.sql("set local lock_timeout = '5s'").update();
    try {
      sql.sql("select pg_advisory_xact_lock(:kind)::text")
          .param("kind", kind)
          .query(String.class)
          .optional();
      sql.sql("set local lock_timeout = 0").update();
      sql.sql("set local work_mem = '32MB'").update(); // a file is compared as sets, once at a time
      return true;
    } catch (UncategorizedSQLException refused) {
      var told = refused.getSQLException();
      if (told != null && TIMED_OUT.equals(told.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  /// Opens a table of the transaction for rows: the number of the line first, then its values.
  ///
  /// @param table its name, which no reader typed
  public Rows copyInto(String table) {
    var copy = "copy " + table + " from stdin";
    try {
      var connection = DataSourceUtils.getConnection(database).unwrap(PGConnection.class);
      return new Rows(new BufferedOutputStream(new PGCopyOutputStream(connection, copy), 1 << 16));
    } catch (SQLException e) {
      throw new UncategorizedSQLException("COPY", copy, e);
    }
  }

  /// Where the rows of one file go; closed before anything else is asked of the database.
  public static final class Rows implements AutoCloseable {
    private final OutputStream out;
    private final StringBuilder row = new StringBuilder();

    private Rows(OutputStream out) {
      this.out = out;
    }

    /// Adds a row.
    public void add(long line, List<? extends @Nullable Object> values) throws IOException {
      row.setLength(0);
      row.append(line);
      for (var value : values) {
        row.append('\t');
        append(value);
      }
      row.append('\n');
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void append(@Nullable Object value) {
      switch (value) {
        case null -> row.append("\\N");
        case byte[] bytes -> row.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        case String text -> append(text);
        default -> row.append(value);
      }
    }

    /// COPY's text format, in which these four characters have a meaning.
    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '\\' -> row.append("\\\\");
          case '\t' -> row.append("\\t");
          case '\n' -> row.append("\\n");
          case '\r' -> row.append("\\r");
          default -> row.append(c);
        }
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
