package org.foyal.fibre.asking;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/fibre-address.sh`: the answer for a street and a number, as [MyFibre#find] gives it,
/// beside the bare statements: the building by street and number, its cabinet, its offers and the
/// day of the last file, every column read, on a connection of the same pool. Synthetic rows: 50
/// numbers a street, 400 premises a cabinet, two offers a building.
final class FibreAddressBench {
  private static final int WARMING = 200;
  private static final int TIMES = 2_000;
  private static final int NUMBERS_OF_A_STREET = 50;

  private final JdbcClient sql;
  private final DataSource source;
  private final MyFibre fibre;
  private final Random random = new Random(7);

  private FibreAddressBench(ConfigurableApplicationContext house) {
    this.sql = house.getBean(JdbcClient.class);
    this.source = house.getBean(DataSource.class);
    this.fibre = house.getBean(MyFibre.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new FibreAddressBench(house);
      bench.measure(50_000);
      bench.measure(Integer.getInteger("bench.premises", 5_000_000));
    }
  }

  private void measure(int premises) throws Exception {
    fill(premises);
    int streets = premises / NUMBERS_OF_A_STREET;
    var ours = times_us(() -> ours(random.nextInt(streets)));
    var bare = times_us(() -> bare(random.nextInt(streets)));
    System.out.printf(
        Locale.ROOT,
        "%,d premises: p50 %,d us, p99 %,d us; bare p50 %,d us, p99 %,d us; ratio p50 %.2f%n",
        premises,
        at(ours, 0.5),
        at(ours, 0.99),
        at(bare, 0.5),
        at(bare, 0.99),
        (double) at(ours, 0.5) / at(bare, 0.5));
  }

  private void fill(int premises) {
    sql.sql("truncate fibre.building, fibre.cabinet, fibre.offer, fibre.delivery cascade").update();
    sql.sql(
            """
            insert into fibre.delivery (kind, operator, file_name, sha256, as_of, learned_at, brought_by, rows_read,
              rows_added, rows_changed, rows_gone, rows_same, rows_aside, rows_questioned, rows_refused)
            values ('IPE', 'EXMP', 'bench', repeat('0', 64), current_date, now(), 'bench', :n, :n, 0, 0, 0, 0, 0, 0)
            """)
        .param("n", premises)
        .update();
    sql.sql(
            """
            insert into fibre.cabinet (source, ref, operator, state, site_kind, premises, engineering, grouping_ref,
              in_service_on, commune_code, example, true_from, learned_at, delivery)
            select 'IPE', 'FI-00000-' || i, 'EXMP', 'DEPLOYED', '', 400, '', '', current_date - 100, '00000', true,
              current_date, now(), (select max(id) from fibre.delivery)
            from generate_series(0, :n / 400) i
            """)
        .param("n", premises)
        .update();
    buildings(premises);
    sql.sql("analyze fibre.building, fibre.cabinet, fibre.offer").update();
  }

  private void buildings(int premises) {
    sql.sql(
            """
            insert into fibre.building (source, ref, cabinet, operator, state, premises_least, premises_most, number,
              number_suffix, street_kind, street_name, street_id, block, postcode, commune_code, commune_name,
              address_code, rivoli, rnb, other_ref, cabled_on, lat, lon, example, true_from, learned_at, delivery)
            select 'IPE', 'IMB/' || i, 'FI-00000-' || i / 400, 'EXMP', 'DEPLOYED', 1, 1, (i % 50 + 1)::text, '', 'RUE',
              'DU BANC ' || i / 50, '00000-rue-du-banc-' || i / 50, '', '00000', '00000', 'Banc', '', '', '', '',
              current_date - 200, 14.6 + random() / 10, -61.1 + random() / 10, true, current_date, now(),
              (select max(id) from fibre.delivery)
            from generate_series(0, :n - 1) i
            """)
        .param("n", premises)
        .update();
    sql.sql(
            """
            insert into fibre.offer (source, ref, operator, technology, building, up_class, down_class, example,
              true_from, learned_at, delivery)
            select 'ARCEP', 'IMB/' || i, o, 'FO', 'IMB/' || i, 'THD1G', 'THD1G', true, current_date, now(),
              (select max(id) from fibre.delivery)
            from generate_series(0, :n - 1) i, unnest(array['EXMA', 'EXMB']) o
            """)
        .param("n", premises)
        .update();
  }

  private boolean ours(int street) {
    var asked =
        Asked.house(
            "00000-rue-du-banc-" + street,
            Integer.toString(1 + random.nextInt(NUMBERS_OF_A_STREET)));
    if (!(fibre.find(asked) instanceof Place.Here)) {
      throw new IllegalStateException("no building at " + asked);
    }
    return true;
  }

  private boolean bare(int street) throws SQLException {
    try (var connection = source.getConnection()) {
      var building =
          read(
              connection,
              "select ref, cabinet, b.* from fibre.building b where street_id = ? and number = ? and true_until is null and superseded_at is null",
              "00000-rue-du-banc-" + street,
              Integer.toString(1 + random.nextInt(NUMBERS_OF_A_STREET)));
      read(
          connection,
          "select * from fibre.cabinet where ref = ? and true_until is null and superseded_at is null",
          building[1]);
      read(
          connection,
          "select * from fibre.offer where source = 'ARCEP' and ref = ? and true_until is null and superseded_at is null",
          building[0]);
      read(
          connection,
          "select as_of from fibre.delivery where kind = ? order by as_of desc limit 1",
          "IPE");
      return true;
    }
  }

  /// The first two columns of the last row; every column is read.
  private static String[] read(
      java.sql.Connection connection, String statement, String... parameters) throws SQLException {
    var first = new String[] {"", ""};
    try (var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setString(i + 1, parameters[i]);
      }
      try (var rows = prepared.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            var value = rows.getString(i);
            if (i <= 2 && value != null) {
              first[i - 1] = value;
            }
          }
        }
      }
    }
    return first;
  }

  private static long[] times_us(java.util.concurrent.Callable<Boolean> work) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      work.call();
    }
    var times = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start_ns = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(times);
    return times;
  }

  private static long at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
  }
}
