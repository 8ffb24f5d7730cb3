package org.foyal.fibre.premises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Buildings and offers, in `fibre.building` and `fibre.offer`: what was held at a moment about a
/// day.
@Repository
class PremisesStore {
  /// Both times in one condition: known by then, not taken back by then, begun, and not ended as
  /// far as was known by then.
  static final String HELD =
      """
       learned_at <= :known and (superseded_at is null or superseded_at > :known)
        and true_from <= :day and (true_until is null or true_until > :day or until_learned_at > :known)
      """;

  private final JdbcClient sql;

  PremisesStore(JdbcClient sql) {
    this.sql = sql;
  }

  private JdbcClient.StatementSpec asked(String select, String rest, AsOf at) {
    return sql.sql(select + " where" + HELD + rest)
        .param("known", at.known().atOffset(ZoneOffset.UTC))
        .param("day", at.day());
  }

  List<Building> find(String ref, AsOf at) {
    return asked(
            "select * from fibre.building", "and ref = :ref order by true_from desc, source", at)
        .param("ref", ref)
        .query(PremisesStore::building)
        .list();
  }

  List<Building> ofStreet(String streetId, AsOf at) {
    return asked(
            "select * from fibre.building",
            "and street_id = :street order by number, number_suffix, block, ref, source limit 5000",
            at)
        .param("street", streetId)
        .query(PremisesStore::building)
        .list();
  }

  List<Building> ofCabinet(String cabinet, AsOf at) {
    return asked(
            "select * from fibre.building",
            "and cabinet = :cabinet order by ref, source limit 20000",
            at)
        .param("cabinet", cabinet)
        .query(PremisesStore::building)
        .list();
  }

  /// Those in a box around a point.
  List<Building> versions(String ref) {
    return sql.sql(
            "select * from fibre.building where ref = :ref order by learned_at desc, true_from desc")
        .param("ref", ref)
        .query(PremisesStore::building)
        .list();
  }

  List<Offer> offers(String building, AsOf at) {
    return asked(
            "select * from fibre.offer",
            "and (ref = :building or building = :building) order by operator, technology",
            at)
        .param("building", building)
        .query(PremisesStore::offer)
        .list();
  }

  List<Coverage> coverage(String source, boolean examples, AsOf at) {
    return asked(
            """
            select area_code, state, count(*) as buildings, sum(premises_least) as least,
              case when bool_and(premises_most is not null) then sum(premises_most) end as most
            from fibre.building
            """,
            "and source = :source and example = :examples group by area_code, state order by area_code, state",
            at)
        .param("source", source)
        .param("examples", examples)
        .query((row, _) ->
            new Coverage(
                Optional.ofNullable(row.getString("area_code")),
                Optional.ofNullable(row.getString("state")).map(BuildingState::valueOf),
                row.getLong("buildings"),
                row.getLong("least"),
                Optional.ofNullable(row.getObject("most", Long.class))))
        .list();
  }

  static Building building(ResultSet row, int n) throws SQLException {
    return new Building(
        held(row),
        row.getString("ref"),
        Optional.ofNullable(row.getString("cabinet")),
        Optional.ofNullable(row.getString("operator")),
        Optional.ofNullable(row.getString("state")).map(BuildingState::valueOf),
        new Building.Homes(
            row.getInt("premises_least"),
            Optional.ofNullable(row.getObject("premises_most", Integer.class))),
        address(row),
        new Building.Consent(
            Optional.ofNullable(row.getObject("consent_needed", Boolean.class)),
            day(row, "consent_signed_on")),
        day(row, "cabled_on"),
        where(row),
        Optional.ofNullable(row.getString("area_code")));
  }

  private static Building.Address address(ResultSet row) throws SQLException {
    return new Building.Address(
        row.getString("number"),
        row.getString("number_suffix"),
        row.getString("street_kind"),
        row.getString("street_name"),
        row.getString("street_id"),
        row.getString("block"),
        row.getString("postcode"),
        row.getString("commune_code"),
        row.getString("commune_name"),
        row.getString("address_code"));
  }

  static Offer offer(ResultSet row, int n) throws SQLException {
    return new Offer(
        held(row),
        row.getString("ref"),
        row.getString("building"),
        row.getString("operator"),
        row.getString("technology"),
        row.getString("up_class"),
        row.getString("down_class"),
        Optional.ofNullable(row.getObject("limited", Boolean.class)),
        Optional.ofNullable(row.getObject("saturated", Boolean.class)));
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getString("source"),
        row.getObject("true_from", LocalDate.class),
        day(row, "true_until"),
        row.getObject("learned_at", OffsetDateTime.class).toInstant(),
        Optional.of(row.getLong("delivery")),
        row.getBoolean("example"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  private static Optional<Position> where(ResultSet row) throws SQLException {
    double lat = row.getDouble("lat");
    return row.wasNull() ? Optional.empty() : Optional.of(new Position(lat, row.getDouble("lon")));
  }

  /// A building that stands at a point, and the area that it is said to be in.
  record Settled(String source, String ref, Position where, @Nullable String area) {}

  /// Whether the areas follow from a version of the territory already.
  boolean isSettled(long version) {
    return sql.sql(
            "select exists (select 1 from fibre.settled where what = 'BUILDING' and version = :version)")
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  void settled(long version) {
    sql.sql(
            """
            insert into fibre.settled (what, version) values ('BUILDING', :version)
            on conflict (what) do update set version = excluded.version
            """)
        .param("version", version)
        .update();
  }

  /// The next so many, in the order of their keys: all of a large city, piece by piece.
  List<Settled> settledAfter(String source, String ref, int atMost) {
    return sql.sql(
            """
            select source, ref, lat, lon, area_code from fibre.building
            where true_until is null and superseded_at is null and (source, ref) > (:source, :ref)
              and lat is not null
            order by source, ref limit :atMost
            """)
        .param("source", source)
        .param("ref", ref)
        .param("atMost", atMost)
        .query((row, _) ->
            new Settled(
                row.getString("source"),
                row.getString("ref"),
                new Position(row.getDouble("lat"), row.getDouble("lon")),
                row.getString("area_code")))
        .list();
  }

  void settle(List<Settled> moved) {
    if (moved.isEmpty()) {
      return;
    }
    sql.sql(
            """
            update fibre.building b set area_code = m.area
            from unnest(:sources::text[], :refs::text[], :areas::text[]) as m (source, ref, area)
            where b.source = m.source and b.ref = m.ref
              and b.true_until is null and b.superseded_at is null
            """)
        .param("sources", moved.stream().map(Settled::source).toArray(String[]::new))
        .param("refs", moved.stream().map(Settled::ref).toArray(String[]::new))
        .param("areas", moved.stream().map(Settled::area).toArray(String[]::new))
        .update();
  }
}
