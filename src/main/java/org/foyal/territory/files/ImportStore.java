package org.foyal.territory.files;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.territory.files.Resettling.Settled;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The list of imports: what each brought, what it refused, and the way back; and the areas that
/// what stands is said to be in.
@Repository
class ImportStore {
  private final JdbcClient sql;

  ImportStore(JdbcClient sql) {
    this.sql = sql;
  }

  long add(ImportOrder order, ImportReport report, String sha256, Instant now) {
    var counts = report.counts();
    return sql.sql(
            """
            insert into territory.import (kind, format, file_name, sha256, source, licence, note,
              imported_at, imported_by, rows_read, rows_added, rows_changed, rows_gone, rows_same,
              rows_aside, rows_refused)
            values (:kind, :format, :file, :sha256, :source, :licence, :note, :now, :by, :read,
              :added, :changed, :gone, :same, :aside, :refused)
            returning id
            """)
        .param("kind", report.kind())
        .param("format", report.format())
        .param("file", report.fileName())
        .param("sha256", sha256)
        .param("source", report.source())
        .param("licence", report.licence())
        .param("note", report.note())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", order.by())
        .param("read", counts.read())
        .param("added", counts.added())
        .param("changed", counts.changed())
        .param("gone", counts.gone())
        .param("same", counts.same())
        .param("aside", counts.aside())
        .param("refused", counts.refused())
        .query(Long.class)
        .single();
  }

  void keep(long importId, List<Refusal> refused) {
    for (var refusal : refused) {
      sql.sql(
              """
              insert into territory.refused_row (import, line, reason, arguments, excerpt)
              values (:import, :line, :reason, :arguments, :excerpt) on conflict do nothing
              """)
          .param("import", importId)
          .param("line", refusal.line())
          .param("reason", refusal.reason().name())
          .param("arguments", refusal.arguments().toArray(String[]::new))
          .param("excerpt", refusal.excerpt())
          .update();
    }
  }

  List<Refusal> refusedBy(long importId) {
    return sql.sql(
            """
            select line, reason, arguments, excerpt from territory.refused_row
            where import = :import order by line, reason
            """)
        .param("import", importId)
        .query(ImportStore::refusal)
        .list();
  }

  private static Refusal refusal(ResultSet row, int n) throws SQLException {
    Array arguments = row.getArray("arguments");
    return new Refusal(
        row.getLong("line"),
        Reason.valueOf(row.getString("reason")),
        List.of((String[]) arguments.getArray()),
        row.getString("excerpt"));
  }

  List<ImportRecord> list() {
    return sql.sql("select * from territory.import order by id desc limit 200")
        .query(ImportStore::past)
        .list();
  }

  Optional<ImportRecord> find(long importId) {
    return sql.sql("select * from territory.import where id = :id")
        .param("id", importId)
        .query(ImportStore::past)
        .optional();
  }

  Optional<ImportRecord> findLast() {
    return sql.sql(
            "select * from territory.import where undone_at is null order by id desc limit 1")
        .query(ImportStore::past)
        .optional();
  }

  private static ImportRecord past(ResultSet row, int n) throws SQLException {
    var undone = row.getObject("undone_at", OffsetDateTime.class);
    return new ImportRecord(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("format"),
        row.getString("file_name"),
        row.getString("source"),
        row.getString("licence"),
        row.getString("note"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by"),
        new ImportReport.Counts(
            row.getLong("rows_read"),
            row.getLong("rows_added"),
            row.getLong("rows_changed"),
            row.getLong("rows_gone"),
            row.getLong("rows_same"),
            row.getLong("rows_aside"),
            row.getLong("rows_refused")),
        undone == null ? null : undone.toInstant(),
        row.getString("undone_by"));
  }

  /// Whether rows that this import brought were replaced since, or rows that it replaced would meet
  /// others in their place.
  boolean somethingStandsOn(long importId) {
    return Stream.of(Target.values())
        .anyMatch(target ->
            sql.sql(
                    """
                    select exists (select 1 from %1$s where imported = :id and replaced is not null)
                      or exists (select 1 from %1$s t join %1$s i on %2$s
                        where t.replaced = :id and i.replaced is null and i.imported <> :id)
                    """
                        .formatted(target.table(), target.sameKey()))
                .param("id", importId)
                .query(Boolean.class)
                .single());
  }

  /// How many scores in force speak of areas that nobody would know without this import.
  long scoresStandingOn(long importId) {
    return sql.sql(
            """
            select count(*) from territory.score s join territory.area a on a.code = s.area_code
            where s.replaced is null and a.imported = :id and a.replaced is null
              and not exists (select 1 from territory.area b
                where b.code = a.code and b.replaced = :id)
            """)
        .param("id", importId)
        .query(Long.class)
        .single();
  }

  /// Puts every table back to what it was before the import.
  void undo(long importId, String by, Instant now) {
    for (var target : Target.values()) {
      sql.sql("delete from %s where imported = :id".formatted(target.table()))
          .param("id", importId)
          .update();
      sql.sql("update %s set replaced = null where replaced = :id".formatted(target.table()))
          .param("id", importId)
          .update();
    }
    sql.sql("update territory.import set undone_at = :now, undone_by = :by where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("id", importId)
        .update();
  }

  /// The next so many, in the order of their keys: all of a large city, piece by piece.
  List<Settled> settledAfter(Target target, String key, int atMost) {
    return sql.sql(
            """
            select %1$s, lat, lon, area_code from %2$s
            where replaced is null and %1$s > :key order by %1$s limit :atMost
            """
                .formatted(target.key().getFirst(), target.table()))
        .param("key", key)
        .param("atMost", atMost)
        .query((row, _) ->
            new Settled(
                row.getString(1),
                new Position(row.getDouble(2), row.getDouble(3)),
                row.getString(4)))
        .list();
  }

  void settle(Target target, List<Settled> moved) {
    if (moved.isEmpty()) {
      return;
    }
    sql.sql(
            """
            update %2$s t set area_code = m.area
            from unnest(:keys::text[], :areas::text[]) as m (key, area)
            where t.%1$s = m.key and t.replaced is null
            """
                .formatted(target.key().getFirst(), target.table()))
        .param("keys", moved.stream().map(Settled::key).toArray(String[]::new))
        .param("areas", moved.stream().map(Settled::area).toArray(String[]::new))
        .update();
  }

  /// A row of import `i` that stands; of areas, one whose outline or counted population stands
  /// though another file renewed the rest of it.
  private static String stillStands(Target target) {
    return target == Target.AREA
        ? """
        imported = i.id and (replaced is null or exists (select 1 from territory.area c
          where c.code = area.code and c.replaced is null
            and case when i.format = 'COMMUNE_POPULATIONS' then c.population = area.population
              else c.outline = area.outline end))
        """
        : "imported = i.id and replaced is null";
  }

  List<Notice> notices() {
    return Stream.of(Target.values())
        .flatMap(target ->
            sql
                .sql(
                    """
                    select kind, source, licence, note, max(imported_at) as since
                    from territory.import i
                    where kind = :kind and undone_at is null
                      and exists (select 1 from %s where %s)
                    group by kind, source, licence, note order by source
                    """
                        .formatted(target.table(), stillStands(target)))
                .param("kind", target.kind())
                .query((row, _) ->
                    new Notice(
                        row.getString("kind"),
                        row.getString("source"),
                        row.getString("licence"),
                        row.getString("note"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list()
                .stream())
        .toList();
  }
}
