package org.foyal.territory.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.shell.database.BareCopy;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/import.sh`: a file of addresses brought in through the room's façade, beside a bare COPY
/// of the very rows that it made, into a table with the same columns and indexes. Both end in one
/// commit that the disk has acknowledged.
final class ImportBench {
  private static final long SEED = 20261123;
  private static final int NUMBERS = 25;
  private static final int NEIGHBOURHOODS = 5; // a side: 25 in all, each address is sought in them

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Path folder;

  private ImportBench(ConfigurableApplicationContext house, Path folder) {
    this.house = house;
    this.folder = folder;
    sql = house.getBean(JdbcClient.class);
  }

  /// Measures both and prints their rates and the ratio.
  ///
  /// @param arguments a folder to throw away, and how many addresses
  public static void main(String... arguments) throws IOException, SQLException {
    var folder = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + folder.resolve("data"),
            "--server.port=0",
            "--management.server.port=0")) {
      new ImportBench(house, folder).measure(rows);
    }
  }

  private void measure(int rows) throws IOException, SQLException {
    bring(Files.writeString(folder.resolve("commune.geojson"), commune()));
    bring(Files.writeString(folder.resolve("iris.geojson"), neighbourhoods()));
    var file = addresses(rows);
    sql.sql("checkpoint").update();
    long start_ns = System.nanoTime();
    var report = bring(file).report();
    long ours_ns = System.nanoTime() - start_ns;
    if (report.counts().added() != rows) {
      throw new IllegalStateException("not every address was new: " + report.counts());
    }
    double bare_ns = bareCopy(rows);
    System.out.printf(
        Locale.ROOT,
        "import, %,d addresses: %,.0f rows/s in %.1f s; bare COPY: %,.0f rows/s in %.1f s; ratio %.3f%n",
        rows,
        rows / (ours_ns / 1e9),
        ours_ns / 1e9,
        rows / (bare_ns / 1e9),
        bare_ns / 1e9,
        bare_ns / ours_ns);
  }

  private Applied bring(Path file) {
    var order = ImportOrder.of(file, "bench").from("exemple", "exemple");
    if (house.getBean(TerritoryFiles.class).bring(order) instanceof Applied applied) {
      return applied;
    }
    throw new IllegalStateException("refused: " + file);
  }

  private long bareCopy(int rows) throws IOException, SQLException {
    var columns =
        Stream.concat(Target.ADDRESS.columns().stream(), List.of("imported").stream()).toList();
    return BareCopy.measure_ns(
        house.getBean(DataSource.class), "territory.address", columns, rows, folder);
  }

  private static String commune() {
    return collection(
        "{\"code_insee\":\"99999\",\"nom\":\"Commune d’exemple\"}", square(0, 0, 0.1));
  }

  private static String neighbourhoods() {
    var features = new StringBuilder();
    double side_deg = 0.1 / NEIGHBOURHOODS;
    for (int i = 0; i < NEIGHBOURHOODS * NEIGHBOURHOODS; i++) {
      var code = "99999%04d".formatted(101 + i);
      int column = i % NEIGHBOURHOODS;
      int line = i / NEIGHBOURHOODS;
      features
          .append(i == 0 ? "" : ",\n")
          .append(
              feature(
                  "{\"code_iris\":\"%s\",\"nom_iris\":\"Exemple %d\"}".formatted(code, i),
                  square(side_deg * column, side_deg * line, side_deg)));
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  private static String collection(String properties, String rings) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + feature(properties, rings) + "]}";
  }

  private static String feature(String properties, String rings) {
    return """
    {"type":"Feature","properties":%s,"geometry":{"type":"Polygon","coordinates":%s}}\
    """
        .formatted(properties, rings);
  }

  /// A square whose south-west corner lies so far from 1° east and 1° north, at sea.
  private static String square(double east_deg, double north_deg, double side_deg) {
    double w = 1 + east_deg;
    double s = 1 + north_deg;
    return String.format(
        Locale.ROOT,
        "[[[%1$.4f,%2$.4f],[%3$.4f,%2$.4f],[%3$.4f,%4$.4f],[%1$.4f,%4$.4f],[%1$.4f,%2$.4f]]]",
        w,
        s,
        w + side_deg,
        s + side_deg);
  }

  /// A file as the BAN gives them, line by line, the same in every run, every name « exemple ».
  private Path addresses(int rows) throws IOException {
    var random = new Random(SEED);
    var file = folder.resolve("adresses-exemple.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(
          "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
              + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;"
              + "nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;"
              + "certification_commune;cad_parcelles\n");
      for (int i = 0; i < rows; i++) {
        int street = i / NUMBERS;
        int number = 1 + i % NUMBERS;
        var name = "Rue d’Exemple " + street;
        out.write(
            String.format(
                Locale.ROOT,
                "99999_%06d_%05d;;%d;;%s;99990;99999;Commune d’exemple;;;;;%.6f;%.6f;entrée;;;"
                    + "EXEMPLE;RUE D EXEMPLE %d;commune;commune;1;%n",
                street,
                number,
                number,
                name,
                1 + 0.1 * random.nextDouble(),
                1 + 0.1 * random.nextDouble(),
                street));
      }
    }
    return file;
  }
}
