package org.foyal.agreement;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/promises.sh`: the public list over HTTP, nothing of it kept by the reader, at 50 and at
/// 50,000 promises, beside the same statements bare (one page of the same columns in the same
/// order, the count by state) on a connection of the same pool, every column read.
final class PromisesBench {
  private static final int WARMING = 50;
  private static final int ROUNDS = 200;
  private static final String LIST =
      """
      select c.*, p.name as party_name, p.of as party_of, p.example as party_example
      from agreement.commitment c join agreement.party p on p.code = c.party
      order by (c.declared = 'KEPT'), c.due_on, c.id limit 51
      """;
  private static final String COUNT =
      """
      select case
          when c.declared = 'KEPT' then case when c.kept_on > c.due_on then 'KEPT_LATE' else 'KEPT' end
          when c.declared in ('ANNOUNCED', 'UNDER_WAY') and c.due_on < current_date and c.known_on <= c.due_on
            then 'UNKNOWN'
          else c.declared
        end, (c.declared <> 'KEPT' and c.due_on < current_date), count(*)
      from agreement.commitment c where not c.example group by 1, 2
      """;

  private final ConfigurableApplicationContext house;
  private final HttpClient reader = HttpClient.newHttpClient();

  private PromisesBench(ConfigurableApplicationContext house) {
    this.house = house;
  }

  /// Something that is done again and again.
  private interface Work {
    void once() throws IOException, InterruptedException, SQLException;
  }

  /// Measures both sizes and prints the middle and the 99th of a hundred, and the ratios.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--foyal.shell.pages-per-minute=100000000",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new PromisesBench(house);
      bench.measure(50);
      bench.measure(50_000);
    }
  }

  private void measure(int promises) throws Exception {
    fill(promises);
    report(promises, "list", "/fr/agreements", LIST, COUNT);
    report(
        promises,
        "list by theme",
        "/fr/agreements?theme=fibre",
        LIST.replace("order by", "where c.theme = 'FIBRE' order by"),
        COUNT,
        COUNT.replace("where not", "where c.theme = 'FIBRE' and not"));
  }

  private void report(int promises, String what, String path, String... statements)
      throws Exception {
    var address = URI.create("http://localhost:" + port() + path);
    var ours = times_us(() -> get(address));
    var bare = times_us(() -> read(statements));
    System.out.printf(
        Locale.ROOT,
        "%s, %,d promises: page p50 %,d µs, p99 %,d µs; bare statements p50 %,d µs, p99 %,d µs;"
            + " ratio %.1f, %.1f%n",
        what,
        promises,
        at(ours, .5),
        at(ours, .99),
        at(bare, .5),
        at(bare, .99),
        (double) at(ours, .5) / at(bare, .5),
        (double) at(ours, .99) / at(bare, .99));
  }

  private String port() {
    return String.valueOf(house.getEnvironment().getProperty("local.server.port"));
  }

  private static long at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
  }

  private static long[] times_us(Work work) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      work.once();
    }
    var times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start_ns = System.nanoTime();
      work.once();
      times[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(times);
    return times;
  }

  private void get(URI address) throws IOException, InterruptedException {
    var answer = reader.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the list answers " + answer.statusCode());
    }
  }

  private void read(String... statements) throws SQLException {
    try (var connection = house.getBean(DataSource.class).getConnection()) {
      for (var statement : statements) {
        try (var prepared = connection.prepareStatement(statement);
            var rows = prepared.executeQuery()) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              rows.getString(i);
            }
          }
        }
      }
    }
  }

  private void fill(int promises) {
    var sql = house.getBean(JdbcClient.class);
    sql.sql(
            "insert into agreement.party values ('p', 'Partie', null, false) on conflict do nothing")
        .update();
    sql.sql(
            """
            insert into agreement.agreement (code, title, signed_on, signed_unit, text_read, source_title)
            values ('a', '{"fr": "Accord"}', '2015-01-01', 'DAY', false, 's') on conflict do nothing
            """)
        .update();
    sql.sql("delete from agreement.commitment").update();
    sql.sql(
            """
            insert into agreement.commitment (code, agreement, signed_on, party, theme, audiences, title,
              announced_on, announced_unit, due_on, due_unit, source_title, declared, known_on, kept_on,
              changed_at)
            select 'c' || n, 'a', '2015-01-01', 'p',
              (array['FIBRE', 'TRAINING', 'MAKING', 'ECONOMY'])[1 + n % 4], array['EVERYBODY'],
              jsonb_build_object('fr', 'Promesse numéro ' || n), '2015-01-01', 'DAY',
              date '2016-01-01' + (n * 7919 % 6000), 'DAY', 'Une source',
              (array['ANNOUNCED', 'UNDER_WAY', 'KEPT', 'MISSED', 'UNKNOWN'])[1 + n % 5],
              '2016-01-01', case when n % 5 = 2 then date '2015-12-31' end, now()
            from generate_series(1, :many) n
            """)
        .param("many", promises)
        .update();
    sql.sql("analyze agreement.commitment").update();
  }
}
