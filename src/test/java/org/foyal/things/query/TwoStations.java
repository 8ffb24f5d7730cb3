package org.foyal.things.query;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Two stations with three datastreams, the first with a reading a minute: what tests of reading
/// ask about. Written by SQL, so that reading is tried without writing.
public final class TwoStations {
  /// Readings of the first datastream: 1.0, 2.0 … from midnight of 1 March 2026 on.
  public static final int READINGS = 250;

  private final JdbcClient sql;

  /// In that database.
  public TwoStations(JdbcClient sql) {
    this.sql = sql;
  }

  /// Empties the connected city and puts the stations there.
  public void settle() {
    clear();
    entities();
    datastreams();
    readings();
    countOn(); // whoever makes more in the same house begins behind these
  }

  /// Lets what is written from now on have numbers after those of the stations.
  public void countOn() {
    for (var table :
        "thing location historical_location sensor observed_property feature_of_interest datastream"
            .split(" ", -1)) {
      sql.sql("alter table things." + table + " alter column id restart with 100").update();
    }
    observeOn();
  }

  /// Lets observations from now on have numbers after those of the stations; nothing else changes.
  public void observeOn() {
    sql.sql(
            "select setval('things.observation_number', greatest(nextval('things.observation_number'), 1000001))")
        .query(Long.class)
        .single();
  }

  /// Empties the connected city.
  public void clear() {
    sql.sql(
            """
            truncate things.thing, things.location, things.thing_location, things.historical_location,
              things.historical_location_location, things.sensor, things.observed_property,
              things.feature_of_interest, things.datastream, things.observation restart identity cascade
            """)
        .update();
  }

  private void entities() {
    sql.sql(
            """
            insert into things.thing (id, name, description, properties, example, created_at) values
              (1, 'Station of the quay', 'Air by the sea', '{"floor": 2, "kind": {"of": "air"}}', false, now()),
              (2, 'Station of the hill', 'It''s high', null, true, now())
            """)
        .update();
    sql.sql(
            """
            insert into things.location (id, name, description, encoding_type, location, around) values
              (1, 'Quay', 'By the water', 'application/geo+json', '{"type": "Point", "coordinates": [-61.07, 14.60]}',
                box(point(-61.07, 14.60), point(-61.07, 14.60))),
              (2, 'Hill', 'Above', 'application/geo+json', '{"type": "Point", "coordinates": [-61.00, 14.70]}',
                box(point(-61.00, 14.70), point(-61.00, 14.70)))
            """)
        .update();
    sql.sql("insert into things.thing_location values (1, 1), (2, 2)").update();
    sql.sql(
            "insert into things.historical_location (id, thing, time) values (1, 1, '2026-02-01T08:00:00Z'), (2, 2, '2026-02-02T08:00:00Z')")
        .update();
    sql.sql("insert into things.historical_location_location values (1, 1), (2, 2)").update();
    sql.sql(
            "insert into things.sensor (id, name, description, encoding_type, metadata) values (1, 'SDS011', 'Laser', 'text/html', '\"https://example.org/sds011\"')")
        .update();
    sql.sql(
            """
            insert into things.observed_property (id, name, definition, description) values
              (1, 'PM10', 'https://example.org/pm10', 'Fine dust'), (2, 'Noise', 'https://example.org/noise', 'Loudness')
            """)
        .update();
    sql.sql(
            """
            insert into things.feature_of_interest (id, name, description, encoding_type, feature, around) values
              (1, 'Air of the quay', 'What is breathed', 'application/geo+json',
                '{"type": "Point", "coordinates": [-61.07, 14.60]}', box(point(-61.07, 14.60), point(-61.07, 14.60)))
            """)
        .update();
  }

  private void datastreams() {
    sql.sql(
            """
            insert into things.datastream (id, name, description, observation_type, unit_name, unit_symbol,
              unit_definition, thing, sensor, observed_property, observations, phenomenon_from, phenomenon_until,
              example, created_at)
            values
              (1, 'PM10 of the quay', 'Dust', 'OM_Measurement', 'microgram', 'ug/m3', 'ucum:ug/m3', 1, 1, 1, :n,
                '2026-03-01T00:00:00Z', timestamptz '2026-03-01T00:00:00Z' + (:n - 1) * interval '1 minute', false, now()),
              (2, 'Noise of the quay', 'Sound', 'OM_Observation', null, null, null, 1, 1, 2, 3,
                '2026-03-01T00:00:00Z', '2026-03-01T03:00:00Z', false, now()),
              (3, 'PM10 of the hill', 'Dust', 'OM_Measurement', 'microgram', 'ug/m3', 'ucum:ug/m3', 2, 1, 1, 0,
                null, null, true, now())
            """)
        .param("n", READINGS)
        .update();
  }

  private void readings() {
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, id, number, result_time, feature)
            select 1, timestamptz '2026-03-01T00:00:00Z' + (i - 1) * interval '1 minute', i, i,
              timestamptz '2026-03-01T00:00:00Z' + i * interval '1 minute', 1
            from generate_series(1, :n) i
            """)
        .param("n", READINGS)
        .update();
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, phenomenon_until, id, other, feature, quality,
              valid_from, valid_until, parameters) values
              (2, '2026-03-01T00:00:00Z', '2026-03-01T01:00:00Z', 1001, '"loud"', 1, '"good"', null, null, '{"gain": 3}'),
              (2, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z', 1002, '{"peak": 80, "kinds": ["car", "sea"]}', 1, null,
                '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z', null),
              (2, '2026-03-01T02:00:00Z', '2026-03-01T03:00:00Z', 1003, 'true', 1, null, null, null, null)
            """)
        .update();
  }
}
