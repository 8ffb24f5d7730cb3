package org.foyal.fibre.files;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.people.Actor;
import org.foyal.shell.database.BareCopy;
import org.foyal.territory.TwoNeighbourhoods;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/fibre-import.sh`: a file of IPE brought in through the room's façade, beside a bare COPY
/// of the very rows that it made, into a table with the same columns and indexes. Both end in one
/// commit that the disk has acknowledged. Then the same file again, which changes nothing; and the
/// most that the heap held after a collection, which is not to grow with the rows.
final class FibreImportBench {
  private static final int OF_A_CABINET = 400;
  private static final int NUMBERS = 50;
  private static final String HEADER =
      "IdentifiantImmeuble;CodeInseeImmeuble;CodePostalImmeuble;CommuneImmeuble;TypeVoieImmeuble;"
          + "NomVoieImmeuble;NumeroVoieImmeuble;NombreLogementsAdresseIPE;EtatImmeuble;"
          + "DateCablageAdresse;CoordonneeImmeubleX;CoordonneeImmeubleY;TypeImmeuble;TypeZone;"
          + "AccordGestionnaireImmeubleNecessaire;ReferencePM;EtatPM;DatePremiereMADPM;"
          + "DateMiseEnServiceCommercialePM;TypeProjectionGeographique;CodeOI\r\n";

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Path folder;

  private FibreImportBench(ConfigurableApplicationContext house, Path folder) {
    this.house = house;
    this.folder = folder;
    sql = house.getBean(JdbcClient.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away, and how many rows
  public static void main(String... arguments) throws IOException, SQLException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    int rows = Integer.parseInt(arguments[1]);
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + folder.resolve("data"),
            "--server.port=0",
            "--management.server.port=0")) {
      new FibreImportBench(house, folder).measure(rows);
    }
  }

  private void measure(int rows) throws IOException, SQLException {
    new TwoNeighbourhoods(sql, house).settle();
    var file = file(rows);
    sql.sql("checkpoint").update();
    long start_ns = System.nanoTime();
    if (!(bring(file) instanceof Delivered.Applied(long _, Report report))
        || report.counts().added() != rows) {
      throw new IllegalStateException("not every row was new");
    }
    long ours_ns = System.nanoTime() - start_ns;
    start_ns = System.nanoTime();
    if (!(bring(file) instanceof Delivered.NothingNew)) {
      throw new IllegalStateException("the same file changed something");
    }
    long again_ns = System.nanoTime() - start_ns;
    long bare_ns = bareCopy(rows);
    System.out.printf(
        Locale.ROOT,
        "fibre import, %,d rows: %,.0f rows/s in %.1f s; the same again %.1f s; bare COPY %.1f s; ratio %.3f;"
            + " heap after collections at most %,d MB%n",
        rows,
        rows / (ours_ns / 1e9),
        ours_ns / 1e9,
        again_ns / 1e9,
        bare_ns / 1e9,
        (double) bare_ns / ours_ns,
        held_MB());
  }

  private Delivered bring(Path file) {
    var order = FileOrder.of(file).with(Set.of(TwoNeighbourhoods.COMMUNE));
    return house.getBean(FibreFiles.class).bring(order, Actor.CONSOLE);
  }

  /// What every pool of the heap holds now, after a collection.
  private static long held_MB() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .map(MemoryPoolMXBean::getCollectionUsage)
            .filter(usage -> usage != null)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }

  /// Line by line, the same in every run.
  private Path file(int rows) throws IOException {
    var file = folder.resolve("banc_BANC_PM_IPEZMD_V30_20260415.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < rows; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "IMB/%d;%s;97299;Essai-Ville;RUE;DU BANC %d;%d;1;DEPLOYE;20260105;-61,%06d;14,%06d;PAVILLON;3;N;"
                    + "FI-%d;DEPLOYE;20260101;20260401;EPSG:4326;BANC\r\n",
                i,
                TwoNeighbourhoods.COMMUNE,
                i / NUMBERS,
                1 + i % NUMBERS,
                60_100 + i % 39_000,
                600_100 + (i / 7) % 19_000,
                i / OF_A_CABINET));
      }
    }
    return file;
  }

  private long bareCopy(int rows) throws IOException, SQLException {
    var columns =
        Stream.concat(
                Target.BUILDING.columns().stream(),
                List.of("true_from", "learned_at", "delivery").stream())
            .toList();
    return BareCopy.measure_ns(
        house.getBean(DataSource.class), "fibre.building", columns, rows, folder);
  }
}
