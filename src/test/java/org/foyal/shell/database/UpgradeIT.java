package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data of an older version is there in the newer one; a newer one’s is not touched by an older.
class UpgradeIT {
  private static final String FIRST_TABLES = "20261123.0900";

  @TempDir Path temporary;

  @Test
  void rowsOfTheFirstTablesSurviveTheNewestProgram() throws Exception {
    var data = temporary.resolve("data");
    makeAsTheFirstVersionDid(data);
    try (var program = Program.start(data).awaitOpen();
        var connection = Ledger.of(data).connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*), (select count(*) from flyway_schema_history where success)"
                    + " from territory.area where name like 'Quartier _' and replaced is null")) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(9);
      assertThat(rows.getInt(2)).isGreaterThan(1);
    }
  }

  @Test
  void tablesOfTheFutureAreRefused() throws Exception {
    var data = temporary.resolve("data");
    try (var program = Program.start(data).awaitOpen();
        var connection = Ledger.of(data).connect();
        var statement = connection.createStatement()) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
      statement.execute(
          """
          insert into flyway_schema_history
          select max(installed_rank) + 1, '29991231.2359', 'of the future', 'SQL', 'V29991231_2359__of_the_future.sql', 1, 'foyal', now(), 1, true
          from flyway_schema_history
          """);
    }
    try (var program = Program.start(data)) {
      assertThat(program.awaitEnd()).isNotZero();
      assertThat(program.said())
          .contains("Foyal can't start.", "made by another version", "What to do:")
          .doesNotContain("\tat ");
    }
  }

  private static void makeAsTheFirstVersionDid(Path data) throws Exception {
    try (var folder = DataFolder.take(data);
        var server = EmbeddedPostgres.start(folder);
        var connection = Backup.connect(data, server.port());
        var statement = connection.createStatement()) {
      Flyway.configure()
          .dataSource(server.url(), server.user(), server.password())
          .locations("classpath:org/foyal")
          .outOfOrder(true)
          .target(FIRST_TABLES)
          .load()
          .migrate();
      statement.execute(
          """
          insert into territory.import (kind, file_name, sha256, source, licence, imported_at, imported_by)
          values ('AREAS', 'old.geojson', repeat('a', 64), 'a test', '', now(), 'a test');
          insert into territory.area (code, kind, name, official_outline, imported)
          select '9999' || n, 'IRIS', 'Quartier ' || n, false, 1 from generate_series(1, 9) n
          """);
    }
  }
}
