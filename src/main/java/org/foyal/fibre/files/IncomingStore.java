package org.foyal.fibre.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foyal.fibre.files.reading.Columns;
import org.foyal.fibre.files.reading.Layout;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// The rows of one file on their way: a temporary table of one transaction, filled by COPY, from
/// which repeated and contradicting rows are taken out.
@Repository
class IncomingStore {
  /// One number for all files of fibre: they wait for each other, for some seconds.
  private static final long ONE_AT_A_TIME = 0x466F79616C464942L;

  /// PostgreSQL's word for a lock that was not had in time.
  private static final String TIMED_OUT = "55P03";

  private final JdbcClient sql;
  private final DataSource database;

  IncomingStore(JdbcClient sql, DataSource database) {
    this.sql = sql;
    this.database = database;
  }

  /// Takes the one place for files until the transaction ends.
  ///
  /// @return whether it was free, now or within five seconds
  boolean takeTurn() {
    sql.sql("set local lock_timeout = '5s'").update();
    try {
      sql.sql("select pg_advisory_xact_lock(:one)::text")
          .param("one", ONE_AT_A_TIME)
          .query(String.class)
          .optional();
      sql.sql("set local lock_timeout = 0").update();
      return true;
    } catch (UncategorizedSQLException refused) {
      var told = refused.getSQLException();
      if (told != null && TIMED_OUT.equals(told.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  /// Where the rows of one file go; closed before anything else is asked of the database.
  static final class Copying implements AutoCloseable {
    private final OutputStream out;
    private final StringBuilder row = new StringBuilder();

    private Copying(OutputStream out) {
      this.out = out;
    }

    void add(long line, List<@Nullable Object> values) throws IOException {
      row.setLength(0);
      row.append(line);
      for (var value : values) {
        row.append('\t');
        switch (value) {
          case null -> row.append("\\N");
          case String text -> append(text);
          default -> row.append(value);
        }
      }
      row.append('\n');
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// COPY's text format, in which these characters have a meaning.
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

  Copying copyInto(Layout layout) {
    sql.sql(
            "create temporary table incoming on commit drop as select 0::bigint as at_line, %s with no data"
                .formatted(shape(layout)))
        .update();
    try {
      var connection = DataSourceUtils.getConnection(database).unwrap(PGConnection.class);
      return new Copying(
          new BufferedOutputStream(
              new PGCopyOutputStream(connection, "copy incoming from stdin"), 1 << 16));
    } catch (SQLException e) {
      throw new UncategorizedSQLException("COPY", "copy incoming from stdin", e);
    }
  }

  /// The columns of a layout's rows, with the types of their tables.
  private static String shape(Layout layout) {
    return switch (layout) {
      case IPE, ARCEP_BUILDINGS ->
          Stream.concat(
                      Columns.BUILDING.stream().map(column -> "b." + column),
                      Columns.cabinetOnItsWay()
                          .map(column -> "c.%1$s as pm_%1$s".formatted(column)))
                  .collect(Collectors.joining(", "))
              + " from fibre.building b, fibre.cabinet c";
      case ARCEP_BASE -> Target.BUILDING.all("") + " from fibre.building";
      case ARCEP_OFFERS -> Target.OFFER.all("") + " from fibre.offer";
      case ARCEP_COMMUNES -> Target.FACT.all("") + ", true_from as fact_from from fibre.fact";
    };
  }

  /// A row that repeats or contradicts another.
  record Again(long line, long firstLine, String key) {}

  /// Rows that are taken out, and the first of them: a file may repeat itself a million times.
  record TakenOut(long rows, List<Again> first) {}

  /// Takes all rows out that say different things of one thing: nobody can know which is right.
  TakenOut takeOutContradictions(Target target, List<String> columns, int atMost) {
    sql.sql("analyze incoming").update();
    sql.sql(
            """
            create temporary table many on commit drop as
            select %1$s from incoming group by %1$s having count(*) > 1
            """
                .formatted(target.keys("")))
        .update();
    var told =
        columns.stream()
            .filter(column -> !column.equals("area_code"))
            .collect(Collectors.joining(", "));
    sql.sql(
            """
            create temporary table contradicting on commit drop as
            select ctid as place, at_line,
              case when at_line = min(at_line) over same then max(at_line) over same
                else min(at_line) over same end as first_line,
              concat_ws(' ', %1$s) as key
            from incoming where (%1$s) in (
              select %1$s from (
                select distinct %1$s, md5(row(%2$s)::text) as told from incoming
                where (%1$s) in (select %1$s from many)) d
              group by %1$s having count(*) > 1)
            window same as (partition by %1$s)
            """
                .formatted(target.keys(""), told))
        .update();
    return takeOut("contradicting", atMost);
  }

  /// Takes later rows out that repeat an earlier one to the letter.
  TakenOut takeOutDuplicates(Target target, int atMost) {
    sql.sql(
            """
            create temporary table repeating on commit drop as
            select place, at_line, first_line, key from (
              select ctid as place, at_line, concat_ws(' ', %1$s) as key,
                first_value(at_line) over same as first_line, row_number() over same as nth
              from incoming where (%1$s) in (select %1$s from many)
              window same as (partition by %1$s order by at_line, ctid)) counted
            where nth > 1
            """
                .formatted(target.keys("")))
        .update();
    return takeOut("repeating", atMost);
  }

  private TakenOut takeOut(String table, int atMost) {
    sql.sql("delete from incoming using %1$s where incoming.ctid = %1$s.place".formatted(table))
        .update();
    long rows = sql.sql("select count(*) from %s".formatted(table)).query(Long.class).single();
    var first =
        sql.sql(
                "select at_line, first_line, key from %s order by at_line limit :most"
                    .formatted(table))
            .param("most", atMost)
            .query((row, _) -> new Again(row.getLong(1), row.getLong(2), row.getString(3)))
            .list();
    return new TakenOut(rows, first);
  }

  /// Takes rows out that are about another operator's cabinet or building.
  TakenOut takeOutForeign(String operator, int atMost) {
    sql.sql(
            """
            create temporary table foreign_rows on commit drop as
            select i.ctid as place, i.at_line, 0::bigint as first_line,
              coalesce(case when c.ref is not null then i.cabinet end, i.ref) as key
            from incoming i
            left join fibre.cabinet c on c.source = i.source and c.ref = i.cabinet
              and c.true_until is null and c.superseded_at is null and c.operator <> '%1$s'
            left join fibre.building b on b.source = i.source and b.ref = i.ref
              and b.true_until is null and b.superseded_at is null and b.operator <> '%1$s'
            where c.ref is not null or b.ref is not null
            """
                .formatted(operator))
        .update();
    return takeOut("foreign_rows", atMost);
  }

  /// Puts offers aside of buildings that nobody knows: the file is of a whole département.
  long putUnknownBuildingsAside() {
    return sql.sql(
            """
            delete from incoming i where not exists (
              select 1 from fibre.building b where b.ref in (i.ref, i.building)
                and b.true_until is null and b.superseded_at is null)
            """)
        .update();
  }
}
