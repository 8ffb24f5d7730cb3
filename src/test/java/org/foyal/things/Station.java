package org.foyal.things;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A thing with one datastream of its own, written by SQL, for tests of what reads them.
public record Station(JdbcClient sql, long thing, long datastream) {
  /// A new one.
  public static Station of(JdbcClient sql, String name, boolean example) {
    long thing = insert(sql, "thing (name, description, example, created_at)", name, example);
    long sensor =
        sql.sql(
                """
                insert into things.sensor (name, description, encoding_type, metadata)
                values ('s', '', 'text/html', '"s"') returning id
                """)
            .query(Long.class)
            .single();
    long property =
        sql.sql(
                """
                insert into things.observed_property (name, definition, description)
                values ('p', 'http://example.org/p', '') returning id
                """)
            .query(Long.class)
            .single();
    long datastream =
        sql.sql(
                """
                insert into things.datastream (name, description, observation_type, unit_symbol, thing, sensor,
                  observed_property, example, created_at)
                values (:name, '', 'OM_Measurement', 'cm', :thing, :sensor, :property, :example,
                  '2020-01-01Z') returning id
                """)
            .param("name", name)
            .param("thing", thing)
            .param("sensor", sensor)
            .param("property", property)
            .param("example", example)
            .query(Long.class)
            .single();
    place(sql, thing);
    return new Station(sql, thing, datastream);
  }

  private static void place(JdbcClient sql, long thing) {
    sql.sql(
            """
            with l as (insert into things.location (name, description, encoding_type, location)
              values ('l', '', 'application/geo+json', '{"type": "Point", "coordinates": [-61, 14.6]}') returning id)
            insert into things.thing_location select :thing, id from l
            """)
        .param("thing", thing)
        .update();
  }

  private static long insert(JdbcClient sql, String into, String name, boolean example) {
    return sql.sql(
            "insert into things.%s values (:name, '', :example, '2020-01-01Z') returning id"
                .formatted(into))
        .param("name", name)
        .param("example", example)
        .query(Long.class)
        .single();
  }

  /// Stores a number; the number of the observation.
  public long reads(Instant at, @Nullable Double number) {
    long id =
        sql.sql(
                """
                insert into things.observation (datastream, phenomenon_from, id, number, other)
                values (:datastream, :at, nextval('things.observation_number'), :number, :other::jsonb)
                returning id
                """)
            .param("datastream", datastream)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("number", number)
            .param("other", number == null ? "\"dry\"" : null)
            .query(Long.class)
            .single();
    sql.sql(
            """
            update things.datastream set observations = observations + 1,
              phenomenon_from = least(phenomenon_from, :at), phenomenon_until = greatest(phenomenon_until, :at)
            where id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", datastream)
        .update();
    return id;
  }

  /// Takes an observation away.
  public void forgets(long id) {
    sql.sql("delete from things.observation where id = :id").param("id", id).update();
    sql.sql("update things.datastream set observations = observations - 1 where id = :id")
        .param("id", datastream)
        .update();
  }
}
