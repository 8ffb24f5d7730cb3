package org.foyal.things.editing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/// The rows of entities and what links them. Names of tables and columns are those of the room's
/// own lists, never a sender's.
@Repository
class EntityStore {
  private final JdbcClient sql;

  EntityStore(JdbcClient sql) {
    this.sql = sql;
  }

  static String table(EntityType type) {
    return "things." + type.name().toLowerCase(Locale.ROOT);
  }

  long insert(EntityType type, Map<String, @Nullable Object> columns) {
    var names = new ArrayList<>(columns.keySet());
    var statement =
        "insert into %s (%s) values (%s) returning id"
            .formatted(
                table(type),
                String.join(", ", names),
                String.join(
                    ", ", names.stream().map(name -> value(name, columns.get(name))).toList()));
    return with(sql.sql(statement), columns).query(Long.class).single();
  }

  void update(EntityType type, long id, Map<String, @Nullable Object> columns) {
    if (columns.isEmpty()) {
      return;
    }
    var sets =
        columns.entrySet().stream()
            .map(one -> one.getKey() + " = " + value(one.getKey(), one.getValue()))
            .toList();
    with(
            sql.sql(
                "update %s set %s where id = :id".formatted(table(type), String.join(", ", sets))),
            columns)
        .param("id", id)
        .update();
  }

  private static String value(String column, @Nullable Object value) {
    return column.equals("around")
        ? ":around::box"
        : value instanceof JsonNode ? ":" + column + "::jsonb" : ":" + column;
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, Map<String, @Nullable Object> columns) {
    var spec = statement;
    for (var column : columns.entrySet()) {
      spec = spec.param(column.getKey(), parameter(column.getValue()));
    }
    return spec;
  }

  private static @Nullable Object parameter(@Nullable Object value) {
    return switch (value) {
      case JsonNode json -> json.toString();
      case Instant moment -> moment.atOffset(ZoneOffset.UTC);
      case null -> null;
      default -> value;
    };
  }

  boolean delete(EntityType type, long id) {
    return sql.sql("delete from %s where id = :id".formatted(table(type))).param("id", id).update()
        > 0;
  }

  /// Which of these are not there; those that are stay until the transaction ends.
  Optional<Long> missing(EntityType type, Collection<Long> ids) {
    var there =
        new HashSet<>(
            sql.sql("select id from %s where id = any(:ids) for key share".formatted(table(type)))
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    return ids.stream().filter(id -> !there.contains(id)).findFirst();
  }

  /// Things on which an entity hangs; empty for what several may share.
  Set<Long> things(EntityType type, long id) {
    var question =
        switch (type) {
          case THING -> "select id from things.thing where id = :id";
          case LOCATION ->
              """
              select thing from things.thing_location where location = :id union
              select h.thing from things.historical_location h
              join things.historical_location_location l on l.historical_location = h.id
              where l.location = :id\
              """;
          case HISTORICAL_LOCATION -> "select thing from things.historical_location where id = :id";
          case DATASTREAM -> "select thing from things.datastream where id = :id";
          case OBSERVATION ->
              """
              select d.thing from things.observation o join things.datastream d on d.id = o.datastream
              where o.id = :id\
              """;
          case SENSOR, OBSERVED_PROPERTY, FEATURE_OF_INTEREST ->
              "select id from things.thing where false and id = :id";
        };
    return new HashSet<>(sql.sql(question).param("id", id).query(Long.class).list());
  }

  /// Puts a thing at places, and writes down that it came there.
  void place(long thing, List<Long> locations, Instant now) {
    sql.sql("select id from things.thing where id = :thing for no key update")
        .param("thing", thing)
        .query(Long.class)
        .single();
    sql.sql("delete from things.thing_location where thing = :thing")
        .param("thing", thing)
        .update();
    sql.sql(
            """
            insert into things.thing_location (thing, location)
            select :thing, id from unnest(:locations) as n (id) on conflict do nothing
            """)
        .param("thing", thing)
        .param("locations", locations.toArray(Long[]::new))
        .update();
    long history =
        insert(
            EntityType.HISTORICAL_LOCATION,
            Map.<String, @Nullable Object>of("thing", thing, "time", now));
    remember(history, locations);
  }

  /// Says at which places a thing was at a time.
  void remember(long historicalLocation, List<Long> locations) {
    sql.sql(
            """
            insert into things.historical_location_location (historical_location, location)
            select :history, id from unnest(:locations) as n (id) on conflict do nothing
            """)
        .param("history", historicalLocation)
        .param("locations", locations.toArray(Long[]::new))
        .update();
  }

  /// A thing is where the latest of its historical locations says, also where somebody wrote that
  /// one by hand (18-088, req/create-update-delete/historical-location-manual-creation).
  void followLatest(long thing, long historicalLocation) {
    boolean latest =
        sql.sql(
                """
                select not exists (
                  select 1 from things.historical_location other join things.historical_location it
                    on it.id = :id and other.thing = it.thing and other.id <> it.id
                      and other.time >= it.time)
                  and exists (select 1 from things.historical_location_location
                    where historical_location = :id)
                """)
            .param("id", historicalLocation)
            .query(Boolean.class)
            .single();
    if (latest) {
      sql.sql("delete from things.thing_location where thing = :thing")
          .param("thing", thing)
          .update();
      sql.sql(
              """
              insert into things.thing_location (thing, location)
              select :thing, location from things.historical_location_location
              where historical_location = :id
              """)
          .param("thing", thing)
          .param("id", historicalLocation)
          .update();
    }
  }

  void forgetPlaces(long historicalLocation) {
    sql.sql("delete from things.historical_location_location where historical_location = :id")
        .param("id", historicalLocation)
        .update();
  }

  /// What tells that a thing was at a place goes with the place (18-088, table 24).
  void forgetHistoryOf(long location) {
    sql.sql(
            """
            delete from things.historical_location where id in (
              select historical_location from things.historical_location_location
              where location = :location)
            """)
        .param("location", location)
        .update();
  }

  /// The datastreams that go with an entity.
  List<Long> datastreams(EntityType type, long id) {
    var column =
        switch (type) {
          case THING -> "thing";
          case SENSOR -> "sensor";
          case OBSERVED_PROPERTY -> "observed_property";
          case DATASTREAM -> "id";
          case LOCATION, HISTORICAL_LOCATION, OBSERVATION, FEATURE_OF_INTEREST -> "null::bigint";
        };
    return sql.sql("select id from things.datastream where %s = :id order by id".formatted(column))
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /// Whether an entity is an invention of a demonstration; what hangs on it is one too.
  boolean isExample(EntityType type, long id) {
    return sql.sql("select example from %s where id = :id".formatted(table(type)))
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
