package org.foyal.fibre.files;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.fibre.files.reading.Columns;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.shell.database.Inflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of one file on their way: a temporary table of one transaction, filled by COPY, from
/// which repeated and contradicting rows are taken out.
@Repository
class IncomingStore {
  /// One number for all files of fibre: they wait for each other, for some seconds.
  private static final long ONE_AT_A_TIME = 0x466F79616C464942L;

  private final JdbcClient sql;
  private final Inflow inflow;

  IncomingStore(JdbcClient sql, Inflow inflow) {
    this.sql = sql;
    this.inflow = inflow;
  }

  /// Takes the one place for files until the transaction ends.
  ///
  /// @return whether it was free, now or within five seconds
  boolean takeTurn() {
    return inflow.takeTurn(ONE_AT_A_TIME);
  }

  Inflow.Rows copyInto(Layout layout) {
    sql.sql(
            "create temporary table incoming on commit drop as select 0::bigint as at_line, %s with no data"
                .formatted(shape(layout)))
        .update();
    return inflow.copyInto("incoming");
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
            delete from incoming i
            where not exists (
                select 1 from fibre.building b where b.ref = i.ref
                  and b.true_until is null and b.superseded_at is null)
              and not exists (
                select 1 from fibre.building b where b.ref = i.building
                  and b.true_until is null and b.superseded_at is null)
            """)
        .update();
  }
}
