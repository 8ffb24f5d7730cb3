package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.foyal.people.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data of an older version is there in the newer one, unharmed; a newer one’s is not touched by an
/// older.
class UpgradeIT {
  /// The tables of the last state that landed, by name: whatever comes later, also with an earlier
  /// date, meets data of that state here.
  private static final List<String> LANDED =
      List.of(
          "post/V20261123_0810__post.sql",
          "people/V20261123_0820__people.sql",
          "territory/V20261123_0900__territory.sql",
          "territory/V20261123_0925__published_figure.sql",
          "territory/files/V20261123_0942__files.sql",
          "territory/search/V20261123_1015__house_numbers.sql",
          "people/V20261123_1030__language_of_letters.sql");

  private static final String FIRST = "territory/V20261123_0900__territory.sql";

  @TempDir Path temporary;

  @Test
  void everyRowOfTheLandedStateSurvivesTheNewestProgramAndShowsAtItsDoors() throws Exception {
    var data = temporary.resolve("data");
    make(data, LANDED, text("landed_20261125.sql"));
    Map<String, String> columns;
    Map<String, String> before;
    try (var folder = DataFolder.take(data);
        var server = EmbeddedPostgres.start(folder);
        var connection = Backup.connect(data, server.port())) {
      columns = columns(connection);
      before = rows(connection, columns);
    }
    assertThat(before).as("every table holds something").isNotEmpty().doesNotContainValue("0");
    assertThat(before.keySet())
        .anyMatch(t -> t.startsWith("people."))
        .anyMatch(t -> t.startsWith("post."));
    try (var program = Program.start(data).awaitOpen();
        var connection = Ledger.of(data).connect()) {
      assertThat(rows(connection, columns)).isEqualTo(before);
      residentsFindIt(program);
      staffFindIt(program);
    }
  }

  private static void residentsFindIt(Program program) throws Exception {
    assertThat(program.get("/fr/areas/999990101").body())
        .contains("Quartier d’exemple", "Source d’exemple");
    assertThat(program.get("/api/areas/at?lat=1.02&lon=1.02").body()).contains("999990101");
    assertThat(program.get("/api/search?q=12+rue+exemple").body())
        .contains("Rue d’Exemple", "\"numberKnown\":true");
    assertThat(program.get("/api/map/places.geojson").body()).contains("Morne d’Exemple");
    assertThat(program.get("/data/areas.csv").body()).contains("Quartier sans contour");
    assertThat(program.get("/en/staff/invitation/an-invitation-of-the-former-version").body())
        .contains("bo@example.org");
  }

  private static void staffFindIt(Program program) {
    var ada = new Visitor(program.port());
    var keys = Map.of("email", "ada@example.org", "password", "lampadaire crevette orage violon");
    ada.fill("/fr/staff/sign-in", keys);
    ada.fill("/fr/staff/sign-in/code", Map.of("code", "abcd efgh jkmn"));
    assertThat(ada.get("/fr/staff").body()).contains("Ada Exemple");
    assertThat(ada.get("/fr/staff/outbox").body()).contains("Votre compte d’exemple");
    assertThat(ada.get("/fr/staff/accounts").body()).contains("bo@example.org");
    assertThat(ada.get("/fr/staff/audit").body()).contains("192.0.2.1");
    assertThat(ada.get("/fr/staff/imports").body()).contains("streets-exemple.csv");
  }

  @Test
  void rowsOfTheFirstTablesSurviveTheNewestProgram() throws Exception {
    var data = temporary.resolve("data");
    make(
        data,
        List.of(FIRST),
        """
        insert into territory.import (kind, file_name, sha256, source, licence, imported_at, imported_by)
        values ('AREAS', 'old.geojson', repeat('a', 64), 'a test', '', now(), 'a test');
        insert into territory.area (code, kind, name, official_outline, imported)
        select '9999' || n, 'IRIS', 'Quartier ' || n, false, 1 from generate_series(1, 9) n
        """);
    try (var program = Program.start(data).awaitOpen()) {
      assertThat(program.get("/fr/areas/99997").body()).contains("Quartier 7");
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

  /// Makes a data folder with these migrations alone, and these rows in their tables.
  private void make(Path data, List<String> migrations, String rows) throws Exception {
    var scripts = Files.createDirectories(temporary.resolve("migrations"));
    for (var migration : migrations) {
      Files.writeString(
          scripts.resolve(migration.replaceFirst("^.*/", "")), text("/org/foyal/" + migration));
    }
    try (var folder = DataFolder.take(data);
        var server = EmbeddedPostgres.start(folder);
        var connection = Backup.connect(data, server.port());
        var statement = connection.createStatement()) {
      Flyway.configure()
          .dataSource(server.url(), server.user(), server.password())
          .locations("filesystem:" + scripts)
          .load()
          .migrate();
      statement.execute(rows);
    }
  }

  private static String text(String resource) throws IOException {
    try (var in = UpgradeIT.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The columns that each table of ours has now.
  private static Map<String, String> columns(Connection connection) throws SQLException {
    var columns = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select format('%I.%I', table_schema, table_name),
                       string_agg(format('%I', column_name), ', ' order by column_name)
                from information_schema.columns
                where table_schema not in ('pg_catalog', 'information_schema', 'public')
                  and column_name <> 'totp_secret' -- sealed at the start: SealedSecretsTest
                group by 1
                """)) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getString(2));
      }
    }
    return columns;
  }

  /// Each table with a checksum over these columns of all its rows, or 0 when it has none.
  private static Map<String, String> rows(Connection connection, Map<String, String> columns)
      throws SQLException {
    var sums = new TreeMap<String, String>();
    for (var table : columns.entrySet()) {
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '0') from (select "
                      + table.getValue()
                      + " from "
                      + table.getKey()
                      + ") t")) {
        row.next();
        sums.put(table.getKey(), row.getString(1));
      }
    }
    return sums;
  }
}
