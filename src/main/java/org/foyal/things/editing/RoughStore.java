package org.foyal.things.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The places of what is at somebody's home: those that are still kept as they were sent, and what
/// is kept instead.
@Repository
class RoughStore {
  /// Things at somebody's home and the places where they are or were; places and features that say
  /// so themselves.
  private static final String EXACT =
      """
      with dwelling as materialized (
        select id from things.thing where properties -> 'foyal.blurred' = 'true'),
      place as materialized (
        select p.location from dwelling join things.thing_location p on p.thing = dwelling.id
        union
        select p.location from dwelling join things.historical_location h on h.thing = dwelling.id
          join things.historical_location_location p on p.historical_location = h.id
        union
        select id from things.location where not rough and properties -> 'foyal.blurred' = 'true')
      """;

  private final JdbcClient sql;
  private final JsonMapper json;

  RoughStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// A place that is kept exactly.
  record Exact(EntityType type, long id, Rough rough) {}

  /// Places of homes that are kept as they were sent.
  List<Exact> places() {
    return sql.sql(
            EXACT
                + """
                select l.id, l.location as shape, l.around is not null as known,
                  (center(l.around))[0] as longitude, (center(l.around))[1] as latitude
                from things.location l join place on place.location = l.id where not l.rough
                order by l.id for update of l
                """)
        .query((row, _) -> exact(EntityType.LOCATION, row))
        .list();
  }

  /// Features made of such places, and those that say so themselves.
  List<Exact> features() {
    return sql.sql(
            EXACT
                + """
                select f.id, f.feature as shape, f.around is not null as known,
                  (center(f.around))[0] as longitude, (center(f.around))[1] as latitude
                from things.feature_of_interest f
                where not f.rough and (f.properties -> 'foyal.blurred' = 'true'
                  or f.of_location in (select location from place))
                order by f.id for update of f
                """)
        .query((row, _) -> exact(EntityType.FEATURE_OF_INTEREST, row))
        .list();
  }

  /// Features that only the datastreams of homes observe, among those that an entity's do.
  List<Exact> observed(EntityType type, long id) {
    return sql.sql(
            """
            with dwelling as materialized (
              select d.id from things.datastream d join things.thing t on t.id = d.thing
              where t.properties -> 'foyal.blurred' = 'true')
            select f.id, f.feature as shape, f.around is not null as known,
              (center(f.around))[0] as longitude, (center(f.around))[1] as latitude
            from things.feature_of_interest f
            where not f.rough and f.id in (%s)
              and not exists (select 1 from things.observation o
                where o.feature = f.id and o.datastream not in (select id from dwelling))
            order by f.id for update of f
            """
                .formatted(featuresOf(type)))
        .param("id", id)
        .query((row, _) -> exact(EntityType.FEATURE_OF_INTEREST, row))
        .list();
  }

  private static String featuresOf(EntityType type) {
    var column =
        switch (type) {
          case THING -> "thing";
          case DATASTREAM -> "id";
          case SENSOR -> "sensor";
          case OBSERVED_PROPERTY -> "observed_property";
          case OBSERVATION, FEATURE_OF_INTEREST, LOCATION, HISTORICAL_LOCATION -> "";
        };
    return switch (type) {
      case OBSERVATION ->
          "select feature from things.observation where id = :id and datastream in (select id from dwelling)";
      case FEATURE_OF_INTEREST ->
          "select :id::bigint where exists (select 1 from things.observation where feature = :id)";
      case LOCATION, HISTORICAL_LOCATION -> "select :id::bigint where false";
      case THING, DATASTREAM, SENSOR, OBSERVED_PROPERTY ->
          """
          select o.feature from dwelling h join things.datastream d on d.id = h.id
          join things.observation o on o.datastream = d.id where d.%s = :id\
          """
              .formatted(column);
    };
  }

  private Exact exact(EntityType type, ResultSet row) throws SQLException {
    var middle =
        row.getBoolean("known")
            ? new Rough.Middle(row.getDouble("longitude"), row.getDouble("latitude"))
            : null;
    return new Exact(
        type, row.getLong("id"), Rough.of(json.readTree(row.getString("shape")), middle));
  }

  /// Keeps what is rough in the place of what is exact.
  void keep(Exact place) {
    var column = place.type() == EntityType.LOCATION ? "location" : "feature";
    sql.sql(
            "update %s set %s = :shape::jsonb, around = :around::box, rough = true where id = :id"
                .formatted(EntityStore.table(place.type()), column))
        .param("shape", place.rough().shape().toString())
        .param("around", place.rough().around())
        .param("id", place.id())
        .update();
  }

  /// An area that was written at a datastream of a home is not kept at all.
  void forgetAreas() {
    sql.sql(
            """
            update things.datastream set observed_area = null
            where observed_area is not null and thing in (
              select id from things.thing where properties -> 'foyal.blurred' = 'true')
            """)
        .update();
  }
}
