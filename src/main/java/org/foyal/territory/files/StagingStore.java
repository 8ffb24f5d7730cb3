package org.foyal.territory.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.foyal.shell.database.Inflow;
import org.foyal.territory.files.ImportReport.Change;
import org.foyal.territory.files.ImportReport.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of one file beside the rows that stand: temporary tables of one transaction, filled by
/// COPY and compared as sets.
@Repository
class StagingStore {
  /// One number for all imports: they wait for each other, for some seconds.
  private static final long ONE_AT_A_TIME = 0x466F79616C494D50L;

  private final JdbcClient sql;
  private final Inflow inflow;

  StagingStore(JdbcClient sql, Inflow inflow) {
    this.sql = sql;
    this.inflow = inflow;
  }

  /// Takes the one place for imports until the transaction ends.
  ///
  /// @return whether it was free, now or within five seconds
  boolean takeTurn() {
    return inflow.takeTurn(ONE_AT_A_TIME);
  }

  Inflow.Rows copyInto(Target target) {
    sql.sql(
            "create temporary table incoming on commit drop as select 0::bigint as at_line, %s from %s"
                    .formatted(list(target.columns(), ""), target.table())
                + " with no data")
        .update();
    return inflow.copyInto("incoming");
  }

  /// A key that comes again, and the line where it came first.
  record Again(long line, long firstLine, String key) {}

  /// All lines whose key came before, and the first of them: a file may repeat itself a million
  /// times.
  record Repeated(long lines, List<Again> first) {}

  /// Takes later rows of a key that came before out, and tells of so many.
  Repeated takeOutDuplicates(Target target, int atMost) {
    sql.sql("analyze incoming").update();
    sql.sql(
            """
            create temporary table again on commit drop as
            select place, at_line, first_line, key from (
              select ctid as place, at_line, concat_ws(' ', %1$s) as key,
                first_value(at_line) over same as first_line, row_number() over same as nth
              from incoming window same as (partition by %1$s order by at_line, ctid)) counted
            where nth > 1
            """
                .formatted(list(target.key(), "")))
        .update();
    sql.sql("delete from incoming using again where incoming.ctid = again.place").update();
    long lines = sql.sql("select count(distinct at_line) from again").query(Long.class).single();
    var first =
        sql.sql(
                """
                select at_line, min(first_line), min(key) from again
                group by at_line order by at_line limit :atMost
                """)
            .param("atMost", atMost)
            .query((row, _) -> new Again(row.getLong(1), row.getLong(2), row.getString(3)))
            .list();
    return new Repeated(lines, first);
  }

  /// Where a file says less than what stands, what stands is kept: a population, an official
  /// outline.
  void keepWhatTheFileLeavesOpen(Format format) {
    if (format.target() != Target.AREA) {
      return;
    }
    sql.sql(
            """
            update incoming i set
              population = coalesce(i.population, a.population),
              population_period = case when i.population is null then a.population_period
                else i.population_period end
            from territory.area a where a.code = i.code and a.replaced is null
            """)
        .update();
    sql.sql(
            """
            update incoming i set
              outline = a.outline, official_outline = a.official_outline,
              south = a.south, west = a.west, north = a.north, east = a.east,
              label_lat = a.label_lat, label_lon = a.label_lon
            from territory.area a
            where a.code = i.code and a.replaced is null
              and (i.outline is null or (a.official_outline and not i.official_outline))
            """)
        .update();
  }

  /// Lines by what they would do.
  record Counts(long added, long changed, long same, long gone) {}

  Counts compare(Target target, boolean complete) {
    var columns = target.columns();
    sql.sql(
            """
            create temporary table compared on commit drop as
            select i.*, case when t.imported is null then 'NEW'
              when (%s) is not distinct from (%s) then 'SAME' else 'CHANGED' end as change
            from incoming i left join %s t on %s and t.replaced is null
            """
                .formatted(
                    list(columns, "i."), list(columns, "t."), target.table(), target.sameKey()))
        .update();
    sql.sql("create temporary table leaving (like %s) on commit drop".formatted(target.table()))
        .update();
    if (complete) {
      sql.sql(
              """
              insert into leaving select t.* from %1$s t
              where t.replaced is null and (%2$s) in (select %2$s from compared)
                and not exists (select 1 from compared i where %3$s)
              """
                  .formatted(target.table(), target.scope(), target.sameKey()))
          .update();
    }
    return sql.sql(
            """
            with lines as (select at_line, min(change) filter (where change = 'CHANGED') as changed,
                min(change) filter (where change = 'NEW') as added from compared group by at_line)
            select count(*) filter (where added is not null),
              count(*) filter (where added is null and changed is not null),
              count(*) filter (where added is null and changed is null),
              (select count(*) from leaving)
            from lines
            """)
        .query(
            (row, _) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .single();
  }

  /// The first five of each change, with what differs; the bytes of shapes are only named.
  List<Change> examples(Target target) {
    return sql.sql(
            """
            with shown as (
              (select change, %1$s as key, to_jsonb(i) as after from compared i
                where change = 'NEW' order by at_line limit 5)
              union all
              (select change, %1$s, to_jsonb(i) from compared i
                where change = 'CHANGED' order by at_line limit 5)
              union all
              (select 'GONE', %1$s, to_jsonb(i) from leaving i order by 2 limit 5))
            select s.change, s.key, coalesce(s.after ->> 'name', '') as name,
              coalesce(d.columns, '{}') as columns, coalesce(d.befores, '{}') as befores,
              coalesce(d.afters, '{}') as afters
            from shown s left join lateral (
              select array_agg(n.key order by n.key) as columns,
                array_agg(coalesce(left(o.value, 80), '') order by n.key) as befores,
                array_agg(coalesce(left(n.value, 80), '') order by n.key) as afters
              from jsonb_each_text(s.after) n
              join %2$s t on %3$s and t.replaced is null
              join jsonb_each_text(to_jsonb(t)) o on o.key = n.key
              where s.change = 'CHANGED' and o.value is distinct from n.value
                and n.key not in ('south', 'west', 'north', 'east', 'label_lat', 'label_lon'))
              d on true
            """
                .formatted(
                    "concat_ws(' ', " + list(target.key(), "i.") + ")",
                    target.table(),
                    target.key().stream()
                        .map(column -> "t.%1$s = s.after ->> '%1$s'".formatted(column))
                        .collect(Collectors.joining(" and "))))
        .query((row, _) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    var columns = (String[]) row.getArray("columns").getArray();
    var befores = (String[]) row.getArray("befores").getArray();
    var afters = (String[]) row.getArray("afters").getArray();
    var fields = new ArrayList<Field>();
    for (int i = 0; i < columns.length; i++) {
      boolean shape = befores[i].startsWith("\\x") || afters[i].startsWith("\\x");
      fields.add(new Field(columns[i], shape ? "…" : befores[i], shape ? "…" : afters[i]));
    }
    return new Change(row.getString("change"), row.getString("key"), row.getString("name"), fields);
  }

  /// Makes the compared rows the ones that stand.
  void apply(Target target, long importId) {
    sql.sql(
            "update %s t set replaced = :id from compared i where %s and t.replaced is null and i.change = 'CHANGED'"
                .formatted(target.table(), target.sameKey()))
        .param("id", importId)
        .update();
    sql.sql(
            "update %s t set replaced = :id from leaving i where %s and t.replaced is null"
                .formatted(target.table(), target.sameKey()))
        .param("id", importId)
        .update();
    if (target == Target.AREA) {
      endScoresOfLeaving(importId);
    }
    sql.sql(
            "insert into %1$s (%2$s, imported) select %2$s, :id from compared where change <> 'SAME'"
                .formatted(target.table(), list(target.columns(), "")))
        .param("id", importId)
        .update();
  }

  /// A score ends with its area, by the same import: what stood stays known, and undoing the import
  /// brings both back.
  private void endScoresOfLeaving(long importId) {
    sql.sql(
            "update territory.score s set replaced = :id from leaving i where s.area_code = i.code and s.replaced is null")
        .param("id", importId)
        .update();
  }

  private static String list(List<String> columns, String prefix) {
    return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
  }
}
