package org.foyal.fibre.coverage;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.premises.Premises;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/fibre-coverage.sh`: the coverage of all areas at a past date, as [FibreCoverage#find]
/// gives it with what is late and how long people waited, and as [Premises#coverage] counts states
/// alone, beside the bare SELECT of homes by area and state under the same two times, every column
/// read, on a connection of the same pool. Synthetic rows: 40 areas, 400 premises a cabinet, half
/// of the premises with a version that ended. Each asks for another day, so that nothing kept
/// answers.
final class FibreCoverageBench {
  private static final int WARMING = 2;
  private static final int TIMES = 9;

  private final JdbcClient sql;
  private final DataSource source;
  private final FibreCoverage coverage;
  private final Premises premises;
  private int asked;

  private FibreCoverageBench(ConfigurableApplicationContext house) {
    this.sql = house.getBean(JdbcClient.class);
    this.source = house.getBean(DataSource.class);
    this.coverage = house.getBean(FibreCoverage.class);
    this.premises = house.getBean(Premises.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away, then how many premises, once for each size
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new FibreCoverageBench(house);
      for (var size : Arrays.asList(arguments).subList(1, arguments.length)) {
        bench.measure(Integer.parseInt(size));
      }
    }
  }

  private LocalDate day() {
    asked++;
    return coverage.today().minusDays(200 - asked % 100);
  }

  private void measure(int size) throws Exception {
    fill(size);
    long bare = median_ms(this::bare);
    long states = median_ms(() -> premises.coverage("IPE", false, known(day())).size());
    long ours = median_ms(() -> coverage.find(Question.of(day())).orElseThrow().areas().size());
    System.out.printf(
        Locale.ROOT,
        "%,d premises, all areas at a past date: bare %,d ms; states %,d ms, ratio %.2f; whole follow-up %,d ms, ratio %.2f%n",
        size,
        bare,
        states,
        (double) states / bare,
        ours,
        (double) ours / bare);
  }

  private AsOf known(LocalDate day) {
    return coverage.at(Question.of(day));
  }

  private void fill(int size) {
    sql.sql("truncate fibre.building, fibre.cabinet, fibre.offer, fibre.delivery cascade").update();
    sql.sql(
            """
            insert into fibre.delivery (kind, operator, file_name, sha256, as_of, learned_at, brought_by, rows_read,
              rows_added, rows_changed, rows_gone, rows_same, rows_aside, rows_questioned, rows_refused)
            values ('IPE', 'BANC', 'bench', repeat('0', 64), current_date - 400, now(), 'bench', :n, :n, 0, 0, 0, 0, 0, 0)
            """)
        .param("n", size)
        .update();
    sql.sql(
            """
            insert into fibre.cabinet (source, ref, operator, state, site_kind, premises, engineering, grouping_ref,
              in_service_on, commune_code, example, true_from, learned_at, delivery)
            select 'IPE', 'FI-00000-' || i, 'BANC', 'DEPLOYED', '', 400, '', '', current_date - 300, '00000', false,
              current_date - 400, now(), (select max(id) from fibre.delivery)
            from generate_series(0, :n / 400) i
            """)
        .param("n", size)
        .update();
    versions(
        size, "UNDER_WAY", "current_date - 400", "case when i % 2 = 0 then current_date - 250 end");
    versions(size, "DEPLOYED", "current_date - 250", "null::date");
    sql.sql("vacuum analyze fibre.building").update();
    sql.sql("analyze fibre.cabinet").update();
  }

  /// All as they stood first, then half of them as they stand now.
  private void versions(int size, String state, String from, String until) {
    sql.sql(
            """
            insert into fibre.building (source, ref, cabinet, operator, state, premises_least, premises_most, number,
              number_suffix, street_kind, street_name, street_id, block, postcode, commune_code, commune_name,
              address_code, rivoli, rnb, other_ref, cabled_on, lat, lon, area_code, example, true_from, true_until,
              learned_at, until_learned_at, delivery)
            select 'IPE', 'IMB/' || i, 'FI-00000-' || i / 400, 'BANC', '%s', 1, 1, (i %% 50 + 1)::text, '', 'RUE',
              'DU BANC ' || i / 50, '00000-rue-du-banc-' || i / 50, '', '00000', '00000', 'Banc', '', '', '', '',
              current_date - 260, 14.6 + random() / 10, -61.1 + random() / 10, '0000' || i %% 40, false, %s, %s,
              now(), case when %s is not null then now() end, (select max(id) from fibre.delivery)
            from generate_series(0, :n - 1) i where i %% 2 = 0 or '%s' = 'UNDER_WAY'
            """
                .formatted(state, from, until, until, state))
        .param("n", size)
        .update();
  }

  private int bare() throws SQLException {
    try (var connection = source.getConnection();
        var prepared =
            connection.prepareStatement(
                """
                select area_code, state, count(*), sum(premises_least) from fibre.building
                where learned_at <= now() and (superseded_at is null or superseded_at > now()) and true_from <= ?
                  and (true_until is null or true_until > ? or until_learned_at > now())
                  and source = 'IPE' and not example
                group by area_code, state
                """)) {
      var day = day();
      prepared.setObject(1, day);
      prepared.setObject(2, day);
      int read = 0;
      try (var rows = prepared.executeQuery()) {
        while (rows.next()) {
          read += rows.getString(1).length() + rows.getString(2).length();
          read += (int) (rows.getLong(3) + rows.getLong(4));
        }
      }
      return read;
    }
  }

  private static long median_ms(java.util.concurrent.Callable<Integer> work) throws Exception {
    var times = new long[TIMES];
    for (int i = -WARMING; i < TIMES; i++) {
      long start_ns = System.nanoTime();
      if (work.call() == 0) {
        throw new IllegalStateException("nothing was counted");
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - start_ns) / 1_000_000;
      }
    }
    Arrays.sort(times);
    return Math.max(1, times[TIMES / 2]);
  }
}
