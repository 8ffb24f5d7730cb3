package org.foyal.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what is known about areas beside their outlines: scores, published figures, earlier
/// versions, and where all of it came from.
@Repository
class FigureStore {
  private final JdbcClient sql;

  FigureStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// When the territory last changed, if anything was ever imported.
  Optional<Instant> changedAt() {
    return sql.sql(
            "select max(greatest(imported_at, undone_at)) from territory.import having count(*) > 0")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  List<Score> scores() {
    return sql.sql(
            """
            select s.*, i.kind, i.source, i.licence, i.imported_at
            from territory.score s join territory.import i on i.id = s.imported
            where s.replaced is null
            order by s.area_code, s.period, s.indicator
            """)
        .query((row, _) ->
            new Score(
                row.getString("area_code"),
                row.getString("indicator"),
                row.getString("period"),
                row.getInt("score"),
                provenance(row)))
        .list();
  }

  /// The figures of a territory, of those it is counted with, and of the larger one whose code
  /// begins its own (a département's begins its communes').
  List<PublishedFigure> figures(String code) {
    return sql.sql(
            """
            select * from territory.published_figure
            where replaced is null
              and (:code = any(string_to_array(territory, '+')) or starts_with(:code, territory))
            order by indicator, period, territory
            """)
        .param("code", code)
        .query((row, _) ->
            new PublishedFigure(
                row.getString("territory"),
                row.getString("indicator"),
                row.getString("period"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("producer"),
                row.getString("source_url")))
        .list();
  }

  List<AreaVersion> versions(String code) {
    return sql.sql(
            """
            select a.*, md5(a.outline) as digest, i.kind as import_kind, i.source, i.licence, i.imported_at
            from territory.area a join territory.import i on i.id = a.imported
            where a.code = :code
            order by a.imported
            """)
        .param("code", code)
        .query((row, _) ->
            new AreaVersion(
                row.getString("name"),
                row.getObject("population", Integer.class),
                row.getString("population_period"),
                row.getBoolean("official_outline"),
                row.getString("digest"),
                new Provenance(
                    row.getString("import_kind"),
                    row.getString("source"),
                    row.getString("licence"),
                    importedAt(row))))
        .list();
  }

  /// The imports that stand, of those that brought areas, scores, streets or figures still current.
  List<Provenance> sources() {
    return sql.sql(
            """
            select kind, source, licence, imported_at from territory.import
            where id in (select imported from territory.area where replaced is null
                         union select imported from territory.score where replaced is null
                         union select imported from territory.street where replaced is null
                         union select imported from territory.published_figure where replaced is null)
            order by kind, imported_at
            """)
        .query((row, _) -> provenance(row))
        .list();
  }

  /// Where each current area came from: the sources of its name, population and outline together. A
  /// derived outline that an official one has replaced is no source any more.
  Map<String, Provenance> sourcesOfAreas() {
    var sources = new HashMap<String, Provenance>();
    sql.sql(
            """
            select now.code, 'AREAS' as kind, max(i.imported_at) as imported_at,
              string_agg(distinct i.source, ' ; ') as source,
              coalesce(string_agg(distinct nullif(i.licence, ''), ' ; '), '') as licence
            from territory.area now
              join territory.area a
                on a.code = now.code and a.official_outline = now.official_outline
              join territory.import i on i.id = a.imported
            where now.replaced is null
            group by now.code
            """)
        .query((row, _) -> sources.put(row.getString("code"), provenance(row)))
        .list();
    return sources;
  }

  private static Provenance provenance(ResultSet row) throws SQLException {
    return new Provenance(
        row.getString("kind"), row.getString("source"), row.getString("licence"), importedAt(row));
  }

  private static Instant importedAt(ResultSet row) throws SQLException {
    return row.getObject("imported_at", OffsetDateTime.class).toInstant();
  }
}
