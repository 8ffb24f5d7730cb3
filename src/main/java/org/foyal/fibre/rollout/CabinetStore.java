package org.foyal.fibre.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cabinets, in `fibre.cabinet`: what was held at a moment about a day.
@Repository
class CabinetStore {
  /// Both times in one condition: known by then, not taken back by then, begun, and not ended as
  /// far as was known by then.
  private static final String HELD =
      """
       learned_at <= :known and (superseded_at is null or superseded_at > :known)
        and true_from <= :day and (true_until is null or true_until > :day or until_learned_at > :known)
      """;

  private final JdbcClient sql;

  CabinetStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Cabinet> list(AsOf at) {
    return sql.sql("select * from fibre.cabinet where" + HELD + "order by ref, source")
        .param("known", at.known().atOffset(ZoneOffset.UTC))
        .param("day", at.day())
        .query(CabinetStore::cabinet)
        .list();
  }

  List<Cabinet> find(Collection<String> refs, AsOf at) {
    return sql.sql(
            "select * from fibre.cabinet where ref = any(:refs) and"
                + HELD
                + "order by ref, true_from desc, source")
        .param("refs", refs.toArray(String[]::new))
        .param("known", at.known().atOffset(ZoneOffset.UTC))
        .param("day", at.day())
        .query(CabinetStore::cabinet)
        .list();
  }

  /// Every version of a cabinet, also those that are no longer held, the latest learned first.
  List<Cabinet> versions(String ref) {
    return sql.sql(
            "select * from fibre.cabinet where ref = :ref order by learned_at desc, true_from desc")
        .param("ref", ref)
        .query(CabinetStore::cabinet)
        .list();
  }

  private static Cabinet cabinet(ResultSet row, int n) throws SQLException {
    return new Cabinet(
        new Held(
            row.getString("source"),
            row.getObject("true_from", LocalDate.class),
            day(row, "true_until"),
            row.getObject("learned_at", OffsetDateTime.class).toInstant(),
            Optional.of(row.getLong("delivery")),
            row.getBoolean("example")),
        row.getString("ref"),
        Optional.ofNullable(row.getString("operator")),
        CabinetState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getObject("premises", Integer.class)),
        new Cabinet.Opening(
            day(row, "installed_on"), day(row, "available_on"), day(row, "in_service_on")),
        where(row),
        Optional.ofNullable(row.getString("area_code")));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  private static Optional<Position> where(ResultSet row) throws SQLException {
    double lat = row.getDouble("lat");
    return row.wasNull() ? Optional.empty() : Optional.of(new Position(lat, row.getDouble("lon")));
  }

  /// A cabinet that stands at a point, and the area that it is said to be in.
  record Settled(String ref, Position where, Optional<String> area) {}

  List<Settled> settledAfter(String ref, int atMost) {
    return sql.sql(
            """
            select distinct on (ref) ref, lat, lon, area_code from fibre.cabinet
            where true_until is null and superseded_at is null and lat is not null and ref > :ref
            order by ref, true_from desc limit :atMost
            """)
        .param("ref", ref)
        .param("atMost", atMost)
        .query((row, _) ->
            new Settled(
                row.getString(1),
                new Position(row.getDouble(2), row.getDouble(3)),
                Optional.ofNullable(row.getString(4))))
        .list();
  }

  void settle(Settled moved) {
    sql.sql(
            """
            update fibre.cabinet set area_code = :area
            where ref = :ref and true_until is null and superseded_at is null
            """)
        .param("area", moved.area().orElse(null))
        .param("ref", moved.ref())
        .update();
  }
}
