package org.foyal.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.shell.language.Told;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/requests.sh`: filing over HTTP by 64 people at once, beside the same rows bare (case,
/// asker, thread entry, report, letter; one transaction each, as durable) on connections of the
/// same pool by as many threads; then the public list at 10,000 and at 2,000,000 reports beside the
/// same statements bare, every column read.
final class RequestsBench {
  private static final int PEOPLE = 64;
  private static final int FILED = 3_000;
  private static final int WARMING = 20;
  private static final int ROUNDS = 100;
  private static final String BOUNDARY = "foyal-bench";

  private static final String LIST =
      """
      select r.*, c.title,
        (select count(*) from requests.joined j where j.case_id = r.case_id) as joined,
        array(select p.id from requests.photo p where p.case_id = r.case_id order by p.id) as photos
      from requests.report r join requests.category c on c.code = r.category
      order by r.case_id desc limit 31
      """;
  private static final String CASES =
      """
      select c.* from cases.case_file c
      where c.id in (select case_id from requests.report order by case_id desc limit 30)
      """;

  private final ConfigurableApplicationContext house;
  private final HttpClient reader = HttpClient.newHttpClient();

  private RequestsBench(ConfigurableApplicationContext house) {
    this.house = house;
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--foyal.shell.pages-per-minute=100000000",
            "--foyal.shell.forms-per-minute=100000000",
            "--foyal.requests.reports-per-hour=100000000",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new RequestsBench(house);
      bench.prepare();
      bench.filing();
      bench.list(10_000);
      bench.list(Integer.getInteger("foyal.bench.reports", 2_000_000));
    }
  }

  private JdbcClient sql() {
    return house.getBean(JdbcClient.class);
  }

  private String site() {
    return "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
  }

  private void prepare() {
    house
        .getBean(Categories.class)
        .add(
            Actor.CONSOLE,
            new Category(
                "lampe",
                Told.inFrench("Rues"),
                Told.inFrench("Lampadaire éteint"),
                "",
                Optional.empty(),
                new Delay(5, false, Silence.NOTHING),
                0,
                true,
                false,
                1));
  }

  private void filing() throws Exception {
    rate(this::file, 500); // warming
    rate(this::bare, 500);
    double ours = rate(this::file, FILED);
    double bare = rate(this::bare, FILED);
    System.out.printf(
        Locale.ROOT,
        "filing, %d at once: %,.0f reports a second over HTTP; the same rows bare %,.0f; ratio"
            + " %.2f%n",
        PEOPLE,
        ours,
        bare,
        ours / bare);
  }

  private static double rate(Callable<?> work, int times) throws Exception {
    long start_ns = System.nanoTime();
    try (var people = Executors.newFixedThreadPool(PEOPLE)) {
      var all = new ArrayList<Callable<Object>>();
      for (int i = 0; i < times; i++) {
        all.add(work::call);
      }
      for (var one : people.invokeAll(all)) {
        one.get();
      }
    }
    return times / ((System.nanoTime() - start_ns) / 1e9);
  }

  private boolean file() throws IOException, InterruptedException {
    var body = new StringBuilder();
    field(body, "form", UUID.randomUUID().toString());
    field(body, "place", "devant l'école");
    field(body, "words", "Il fait noir depuis trois soirs.");
    field(body, "email", "ana@example.org");
    body.append("--").append(BOUNDARY).append("--\r\n");
    var answer =
        reader.send(
            HttpRequest.newBuilder(URI.create(site() + "/fr/report/lampe"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the form answers " + answer.statusCode());
    }
    return true;
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--")
        .append(BOUNDARY)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  /// The same rows in one transaction.
  private boolean bare() throws SQLException {
    try (var connection = house.getBean(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement();
          var id =
              statement.executeQuery(
                  """
                  insert into cases.case_file (reference, form, kind, subject, channel, language,
                    opened_at, opened_on, promised_on, objective, silence)
                  select string_agg(substr('23456789CDFHJKMPRTX', 1 + floor(random() * 19)::int, 1), ''),
                    gen_random_uuid(), 'bare', 'Lampadaire éteint', 'WEB', 'fr', now(), current_date,
                    current_date + 7, true, 'NOTHING' from generate_series(1, 8)
                  returning id, reference
                  """)) {
        id.next();
        write(connection, id.getLong(1), id.getString(2));
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return true;
  }

  private static void write(java.sql.Connection connection, long id, String reference)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into cases.asker (case_id, email, consent) values (%d, 'ana@example.org', 'TYPED')"
              .formatted(id));
      statement.executeUpdate(
          """
          insert into cases.entry (case_id, kind, at, open, author, words)
          values (%d, 'OPENED', now(), true, 'ASKER', 'Il fait noir depuis trois soirs.')
          """
              .formatted(id));
      statement.executeUpdate(
          """
          insert into requests.report (case_id, reference, category, place, words, filed_at)
          values (%d, '%s', 'lampe', 'devant l''école', 'Il fait noir depuis trois soirs.', now())
          """
              .formatted(id, reference));
      statement.executeUpdate(
          """
          insert into post.letter (key, kind, language, addressee, address, subject, body, message_id,
            state, queued_at, moved_at, next_attempt_at, give_up_at)
          values ('bare.%d', 'RECEIPT', 'fr', repeat('a', 64), 'ana@example.org', 'Reçu', repeat('x', 600),
            'bare.%1$d', 'QUEUED', now(), now(), now(), now() + interval '5 days')
          """
              .formatted(id));
    }
  }

  private void list(int reports) throws Exception {
    fill(reports);
    map(reports);
    var address = URI.create(site() + "/fr/reports");
    var ours = times_us(() -> get(address));
    var bare = times_us(() -> read(LIST, CASES));
    System.out.printf(
        Locale.ROOT,
        "public list, %,d reports: page p50 %,d µs, p99 %,d µs; bare statements p50 %,d µs, p99"
            + " %,d µs; ratio %.1f, %.1f%n",
        reports,
        at(ours, .5),
        at(ours, .99),
        at(bare, .5),
        at(bare, .99),
        (double) at(ours, .5) / at(bare, .5),
        (double) at(ours, .99) / at(bare, .99));
  }

  /// The newest reports of a rectangle, as a map asks for them: all of a city, and a few streets.
  private void map(int reports) throws Exception {
    var requests = house.getBean(Requests.class);
    var city = new Box(14.5, -61.2, 14.8, -60.9);
    var streets = new Box(14.61, -61.06, 14.615, -61.055);
    for (var box : List.of(city, streets)) {
      var ours = times_us(() -> requests.inside(box, Optional.empty()));
      var statement =
          """
          select r.* from requests.report r
          where point(r.lon, r.lat) <@ box(point(%f, %f), point(%f, %f))
          order by r.case_id desc limit 500
          """
              .formatted(box.west_deg(), box.south_deg(), box.east_deg(), box.north_deg());
      var bare = times_us(() -> read(statement));
      System.out.printf(
          Locale.ROOT,
          "map of %s, %,d reports: p50 %,d µs; by the index of places alone p50 %,d µs; ratio"
              + " %.2f%n",
          box.equals(city) ? "the city" : "some streets",
          reports,
          at(ours, .5),
          at(bare, .5),
          (double) at(ours, .5) / at(bare, .5));
    }
  }

  private static long at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
  }

  private static long[] times_us(Callable<?> work) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      work.call();
    }
    var times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start_ns = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(times);
    return times;
  }

  private boolean get(URI address) throws IOException, InterruptedException {
    var answer = reader.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the list answers " + answer.statusCode());
    }
    return true;
  }

  private int read(String... statements) throws SQLException {
    int read = 0;
    try (var connection = house.getBean(DataSource.class).getConnection()) {
      for (var statement : statements) {
        try (var prepared = connection.prepareStatement(statement);
            var rows = prepared.executeQuery()) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              read += rows.getString(i) == null ? 0 : 1;
            }
          }
        }
      }
    }
    return read;
  }

  /// So many reports, each with its case and its thread; references are counted, with their check
  /// sign as org.foyal.kernel.Reference reckons it.
  private void fill(int reports) {
    sql().sql("truncate cases.case_file, requests.report, post.letter cascade").update();
    sql()
        .sql(
            """
            insert into cases.case_file (reference, form, kind, subject, channel, language, opened_at,
              opened_on, promised_on, objective, silence)
            select (select string_agg(substr('23456789CDFHJKMPRTX', 1 + (n / (19 ^ k)::bigint % 19)::int, 1), ''
                order by k desc) from generate_series(0, 6) k)
              || substr('23456789CDFHJKMPRTX', 1 + (19 - (select sum((k + 2) * (n / (19 ^ k)::bigint % 19))
                from generate_series(0, 6) k)::int % 19) % 19, 1),
              gen_random_uuid(), 'requests', 'Lampadaire éteint', 'WEB', 'fr', now(), current_date - 30,
              current_date - 23 + (n % 60)::int, true, 'NOTHING'
            from generate_series(1, :many) n
            """)
        .param("many", reports)
        .update();
    sql()
        .sql(
            """
            insert into requests.report (case_id, reference, category, lat, lon, place, words, filed_at)
            select id, reference, 'lampe', 14.6 + id % 1000 / 20000.0, -61.07 + id % 777 / 20000.0,
              'devant l''école', 'Il fait noir.', opened_at from cases.case_file
            """)
        .update();
    sql().sql("analyze cases.case_file, requests.report").update();
  }
}
