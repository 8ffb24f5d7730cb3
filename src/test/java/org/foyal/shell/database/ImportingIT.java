package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large files and a killed import, with the packaged program in a process of its own.
class ImportingIT {
  private static final int ROWS = 150_000;
  private static final int AGAIN = 50_000;

  @TempDir Path temporary;

  @Test
  void largeFilesFitInASmallMemoryHoweverManyRowsAreRefused() throws Exception {
    var data = temporary.resolve("data");
    var words =
        List.of(
            "import",
            "--data",
            data.toString(),
            commune().toString(),
            addresses(ROWS, AGAIN).toString(),
            roads(50_000).toString());
    try (var program = Program.of(List.of("-Xmx128m"), words)) {
      assertThat(program.awaitEnd()).as(program.said()).isEqualTo(1);
      assertThat(program.said())
          .contains("read 150,000, new 100,000", "refused 50,000")
          .contains("read 50,000, new 50,000")
          .doesNotContain("OutOfMemory");
    }
  }

  @Test
  void anImportKilledInTheMiddleLeavesNothingAndTheNextOneWorks() throws Exception {
    var data = temporary.resolve("data");
    var commune = List.of("import", "--data", data.toString(), commune().toString());
    try (var program = Program.of(commune)) {
      assertThat(program.awaitEnd()).as(program.said()).isZero();
    }
    var file = addresses(ROWS, 0).toString();
    var words = List.of("import", "--data", data.toString(), file);
    try (var program = Program.of(words)) {
      Ledger.await(() -> isAtWork(data), "an import at work");
      program.kill();
    }
    try (var again = Program.of(words)) {
      assertThat(again.awaitEnd()).as(again.said()).isZero();
      assertThat(again.said()).contains("Import no. 2", "new 150,000");
    }
    try (var program = Program.start(data).awaitOpen();
        var connection = Ledger.of(data).connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select (select count(*) from territory.import), count(*), count(distinct imported)"
                    + " from territory.address")) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
      row.next();
      assertThat(List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
          .containsExactly(2L, (long) ROWS, 1L);
    }
  }

  /// Rows are on their way into the database.
  private static boolean isAtWork(Path data) {
    try (var connection = Ledger.of(data).connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select coalesce(max(tuples_processed), 0) > 1000 from pg_stat_progress_copy")) {
      row.next();
      return row.getBoolean(1);
    } catch (java.sql.SQLException | IOException notYet) {
      return false;
    }
  }

  private Path commune() throws IOException {
    return Files.writeString(
        temporary.resolve("commune.geojson"),
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"code_insee":"99999","nom":"Commune d’exemple"},"geometry":{"type":"Polygon",
        "coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1.1],[1,1]]]}}]}
        """);
  }

  /// Addresses « exemple », the last ones with the keys of the first.
  private Path addresses(int rows, int again) throws IOException {
    var file = temporary.resolve("adresses-exemple.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id;numero;rep;nom_voie;code_postal;code_insee;lon;lat\n");
      for (int i = 0; i < rows; i++) {
        int key = i % (rows - again);
        out.write(
            String.format(
                Locale.ROOT,
                "99999_%d;%d;;Rue d’Exemple %d;99990;99999;1.05;1.%02d%n",
                key,
                1 + key % 25,
                key / 25,
                1 + key % 9));
      }
    }
    return file;
  }

  private Path roads(int features) throws IOException {
    var file = temporary.resolve("voirie-exemple.geojson");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      for (int i = 0; i < features; i++) {
        out.write(
            """
            %s{"type":"Feature","properties":{"id":"%d","classe":"minor","nom":"Rue %d"},
            "geometry":{"type":"LineString","coordinates":[[1.01,1.01],[1.02,1.02],[1.03,1.01]]}}
            """
                .formatted(i == 0 ? "" : ",", i, i));
      }
      out.write("]}");
    }
    return file;
  }
}
