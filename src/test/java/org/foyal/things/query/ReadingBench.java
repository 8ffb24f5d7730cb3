package org.foyal.things.query;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/things-read.sh`: the questions R0 to R6 that users of such services ask, answered by
/// [Reading] and written as JSON, beside the bare SQL of each on a connection of the same pool,
/// every column read. One caller; 100 datastreams of ten things, a reading a minute.
final class ReadingBench {
  private static final int DATASTREAMS = 100;
  private static final int WARMING = 30;

  private static final String DAY =
      "phenomenonTime ge 2026-01-01T00:00:00Z and phenomenonTime lt 2026-01-02T00:00:00Z";
  private static final String DAY_BARE =
      "datastream = ? and phenomenon_from >= '2026-01-01Z' and phenomenon_from < '2026-01-02Z'";
  private static final String COLUMNS =
      "id, phenomenon_from, phenomenon_until, number, other, result_time, quality, valid_from, valid_until, parameters, feature";
  private static final String LATEST =
      "select "
          + COLUMNS
          + " from things.observation where datastream = ? order by phenomenon_from desc, id desc limit ";
  private static final String EXPAND =
      "Locations,Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc))";
  private static final String POLYGON =
      "geography'POLYGON ((-61.05 14.55, -61.0 14.55, -61.0 14.6, -61.05 14.6, -61.05 14.55))'";

  private final JdbcClient sql;
  private final DataSource source;
  private final Reading reading;
  private final Written written;
  private final Random random = new Random(7);
  private final int each;

  private ReadingBench(ConfigurableApplicationContext house, int observations) {
    this.sql = house.getBean(JdbcClient.class);
    this.source = house.getBean(DataSource.class);
    this.reading = house.getBean(Reading.class);
    this.written = house.getBean(Written.class);
    this.each = observations / DATASTREAMS;
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away, and how many observations
  public static void main(String... arguments) throws Exception {
    int observations = Integer.parseInt(arguments[1]);
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new ReadingBench(house, observations);
      bench.fill();
      bench.measure();
    }
  }

  /// A question, and the statement that reads what it answers.
  private record Scenario(
      String name, int times, String path, Map<String, String> query, String bare) {}

  private List<Scenario> scenarios() {
    return Stream.of(latest(), days(), ofAll(), expanded(), places(), skipped(), filtered())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Scenario> latest() {
    return List.of(
        of("R0 one thing", 500, "Things(#10)", "select * from things.thing where id = ?"),
        of(
            "R1 latest 100",
            300,
            "Datastreams(#)/Observations",
            LATEST + 100,
            "$orderby",
            "phenomenonTime desc",
            "$top",
            "100"),
        of(
            "R1b latest 1",
            300,
            "Datastreams(#)/Observations",
            LATEST + 1,
            "$orderby",
            "phenomenonTime desc",
            "$top",
            "1"));
  }

  private static List<Scenario> days() {
    return List.of(
        of(
            "R2 a day, count, 100",
            200,
            "Datastreams(#)/Observations",
            "select count(*) over (), "
                + COLUMNS
                + " from things.observation where "
                + DAY_BARE
                + " order by phenomenon_from, id limit 100",
            "$filter",
            DAY,
            "$count",
            "true",
            "$orderby",
            "phenomenonTime",
            "$top",
            "100"),
        of(
            "R2b a day as rows",
            100,
            "Datastreams(#)/Observations",
            "select id, phenomenon_from, number, result_time from things.observation where "
                + DAY_BARE
                + " order by phenomenon_from, id limit 1000",
            "$filter",
            DAY,
            "$resultFormat",
            "dataArray",
            "$orderby",
            "phenomenonTime",
            "$top",
            "1000"));
  }

  private static List<Scenario> ofAll() {
    return List.of(
        of(
            "R2c an hour of all, count",
            30,
            "Observations",
            "select count(*) over (), id, phenomenon_from, number from things.observation where ?::bigint > 0 and phenomenon_from >= '2026-01-01T10:00Z' and phenomenon_from < '2026-01-01T11:00Z' order by id limit 100",
            "$filter",
            "phenomenonTime ge 2026-01-01T10:00:00Z and phenomenonTime lt 2026-01-01T11:00:00Z",
            "$count",
            "true"),
        of(
            "R2d count of all",
            100,
            "Observations",
            "select count(*) from things.observation where ?::bigint > 0",
            "$count",
            "true",
            "$top",
            "1"));
  }

  private static List<Scenario> expanded() {
    return List.of(
        of(
            "R3 10 things, latest of each",
            50,
            "Things",
            "select t.*, d.*, l.*, o.* from things.thing t join things.datastream d on d.thing = t.id join things.thing_location tl on tl.thing = t.id join things.location l on l.id = tl.location cross join lateral (select * from things.observation o where o.datastream = d.id order by phenomenon_from desc, id desc limit 1) o where ?::bigint > 0 order by t.id, d.id",
            "$top",
            "10",
            "$expand",
            EXPAND),
        of(
            "R3b one thing, latest of each",
            100,
            "Things(#10)",
            "select t.*, d.*, o.* from things.thing t join things.datastream d on d.thing = t.id cross join lateral (select * from things.observation o where o.datastream = d.id order by phenomenon_from desc, id desc limit 1) o where t.id = ? order by d.id",
            "$expand",
            EXPAND));
  }

  private static List<Scenario> places() {
    return List.of(
        of(
            "R4 places within",
            100,
            "Locations",
            "select * from things.location where ?::bigint > 0 and around && box(point(-61.05, 14.55), point(-61.0, 14.6)) order by id limit 100",
            "$filter",
            "st_within(location, " + POLYGON + ")"),
        of(
            "R4c readings within",
            20,
            "Observations",
            "select o.* from things.observation o join things.feature_of_interest f on f.id = o.feature where ?::bigint > 0 and f.around && box(point(-61.05, 14.55), point(-61.0, 14.6)) order by o.id limit 100",
            "$filter",
            "st_within(FeatureOfInterest/feature, " + POLYGON + ")"));
  }

  private List<Scenario> skipped() {
    return List.of(
        of(
            "R5 skip 9,000",
            50,
            "Datastreams(#)/Observations",
            "select "
                + COLUMNS
                + " from things.observation where datastream = ? order by phenomenon_from, id limit 100 offset "
                + Math.min(9000, each * 9 / 10),
            "$skip",
            Integer.toString(Math.min(9000, each * 9 / 10)),
            "$top",
            "100"),
        of(
            "R5b skip half of all",
            5,
            "Observations",
            "select "
                + COLUMNS
                + " from things.observation where ?::bigint > 0 order by id limit 100 offset "
                + each * DATASTREAMS / 2,
            "$skip",
            Integer.toString(each * DATASTREAMS / 2),
            "$top",
            "100"));
  }

  private static List<Scenario> filtered() {
    return List.of(
        of(
            "R6 result and name",
            30,
            "Observations",
            "select o.* from things.observation o join things.datastream d on d.id = o.datastream where number > 39 and d.id = ? order by o.id limit 100",
            "$filter",
            "result gt 39 and Datastream/name eq 'Stream #'",
            "$top",
            "100"));
  }

  private static Scenario of(String name, int times, String path, String bare, String... options) {
    var query = new LinkedHashMap<String, String>();
    for (int i = 0; i < options.length; i += 2) {
      query.put(options[i], options[i + 1]);
    }
    return new Scenario(name, times, path, query, bare);
  }

  private void measure() throws Exception {
    for (var scenario : scenarios()) {
      var ours = times_us(scenario.times, () -> ours(scenario));
      var bare = times_us(scenario.times, () -> bare(scenario));
      System.out.printf(
          Locale.ROOT,
          "%-30s p50 %,8d us, p99 %,8d us; bare p50 %,8d us, p99 %,8d us; ratio p50 %.2f%n",
          scenario.name,
          at(ours, 0.5),
          at(ours, 0.99),
          at(bare, 0.5),
          at(bare, 0.99),
          (double) at(ours, 0.5) / at(bare, 0.5));
    }
  }

  private boolean ours(Scenario scenario) {
    var number = Integer.toString(1 + random.nextInt(DATASTREAMS));
    var thing = Integer.toString(1 + random.nextInt(10));
    var path = scenario.path.replace("#10", thing).replace("#", number);
    var query = new LinkedHashMap<String, String>();
    scenario.query.forEach((name, value) -> query.put(name, value.replace("#", number)));
    switch (reading.ask(List.of(path.split("/", -1)), query)) {
      case Answer.Several several ->
          written.several(several, "http://bench", OutputStream.nullOutputStream());
      case Answer.One one -> written.one(one, "http://bench", OutputStream.nullOutputStream());
      case Answer.Part _,
          Answer.Count _,
          Answer.Empty _,
          Answer.Missing _,
          Answer.Refused _,
          Answer.TooLong _ ->
          throw new IllegalStateException(scenario.name + " is not answered");
    }
    return true;
  }

  private boolean bare(Scenario scenario) throws SQLException {
    try (var connection = source.getConnection()) {
      read(connection, scenario);
    }
    return true;
  }

  private void read(Connection connection, Scenario scenario) throws SQLException {
    try (var prepared = connection.prepareStatement(scenario.bare)) {
      prepared.setLong(1, 1 + random.nextInt(scenario.path.contains("#10") ? 10 : DATASTREAMS));
      try (var rows = prepared.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getObject(i);
          }
        }
      }
    }
  }

  private void fill() {
    new TwoStations(sql).clear();
    sql.sql(
            "insert into things.thing (id, name, description, created_at) select i, 'Thing ' || i, 'Bench', now() from generate_series(1, 10) i")
        .update();
    sql.sql(
            """
            insert into things.location (id, name, description, encoding_type, location, around)
            select i, 'Place ' || i, 'Bench', 'application/geo+json',
              jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(x, y)), box(point(x, y), point(x, y))
            from (select i, -61.1 + random() / 5 as x, 14.5 + random() / 5 as y from generate_series(1, 5010) i) p
            """)
        .update();
    sql.sql("insert into things.thing_location select i, i from generate_series(1, 10) i").update();
    sql.sql(
            "insert into things.sensor (id, name, description, encoding_type, metadata) values (1, 'S', 'S', 'text/html', '\"x\"')")
        .update();
    sql.sql(
            "insert into things.observed_property (id, name, definition, description) values (1, 'P', 'p', 'P')")
        .update();
    sql.sql(
            """
            insert into things.feature_of_interest (id, name, description, encoding_type, feature, around)
            select id, name, description, encoding_type, location, around from things.location
            """)
        .update();
    sql.sql(
            """
            insert into things.datastream (id, name, description, observation_type, unit_name, unit_symbol,
              unit_definition, thing, sensor, observed_property, observations, phenomenon_from, phenomenon_until, created_at)
            select i, 'Stream ' || i, 'Bench', 'OM_Measurement', 'degree', 'Cel', 'ucum:Cel', (i - 1) / 10 + 1, 1, 1, :n,
              '2026-01-01Z', timestamptz '2026-01-01Z' + (:n - 1) * interval '1 minute', now()
            from generate_series(1, :d) i
            """)
        .param("n", each)
        .param("d", DATASTREAMS)
        .update();
    readings();
    sql.sql("analyze").update();
  }

  /// A partition a month, as the house makes them.
  private void readings() {
    for (int month = 1; month <= 12; month++) {
      sql.sql(
              "create table if not exists things.observation_2026_%02d partition of things.observation for values from ('2026-%02d-01Z') to ('%s-01Z')"
                  .formatted(
                      month, month, month == 12 ? "2027-01" : "2026-%02d".formatted(month + 1)))
          .update();
    }
    sql.sql(
            """
            insert into things.observation (datastream, phenomenon_from, id, number, result_time, feature)
            select d, timestamptz '2026-01-01Z' + m * interval '1 minute', m::bigint * :d + d, 20 + random() * 20,
              timestamptz '2026-01-01Z' + m * interval '1 minute', d
            from generate_series(0, :n - 1) m, generate_series(1, :d) d
            """)
        .param("n", each)
        .param("d", DATASTREAMS)
        .update();
  }

  private static long[] times_us(int times, Callable<Boolean> work) throws Exception {
    for (int i = 0; i < Math.min(WARMING, times); i++) {
      work.call();
    }
    var all = new long[times];
    for (int i = 0; i < times; i++) {
      long start_ns = System.nanoTime();
      work.call();
      all[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(all);
    return all;
  }

  private static long at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
  }
}
