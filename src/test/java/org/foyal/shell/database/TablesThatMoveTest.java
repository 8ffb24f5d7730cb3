package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that one room hands over to another take their rows along.
class TablesThatMoveTest {
  /// The last state in which `requests` kept decisions and appeals itself.
  private static final String BEFORE = "20261126.1353";

  @TempDir Path data;

  @Test
  void decisionsAndAppealsAreInTheLedgerAsTheyWereMadeAndTheNextOnesFollowThem() throws Exception {
    try (var folder = DataFolder.take(data);
        var server = EmbeddedPostgres.start(folder);
        var connection = Backup.connect(data, server.port())) {
      tables(server).target(BEFORE).load().migrate();
      change(
          connection,
          """
          insert into requests.category (code, section, title, working_days)
            values ('lamp', '{"fr": "Rue"}', '{"fr": "Lampe"}', 5);
          insert into cases.case_file (reference, form, kind, subject, channel, language, opened_at,
              opened_on, promised_on, objective, silence)
            values ('23456789', gen_random_uuid(), 'requests', 'Lampe', 'WEB', 'fr', now(),
              current_date, current_date + 5, true, 'NOTHING');
          insert into requests.report (case_id, reference, category, place, words, filed_at)
            values (1, '23456789', 'lamp', 'Rue', 'Noir', now());
          insert into requests.decision (case_id, shown, rule, at)
            values (1, 'HIDDEN', 'person', '2026-01-02Z');
          insert into requests.appeal (case_id, form, words, at)
            values (1, gen_random_uuid(), 'Non', '2026-01-03Z')
          """);
      tables(server).load().migrate();
      change(
          connection,
          """
          insert into cases.decision (case_id, shown, at, appeal) values (1, 'SHOWN', now(), 1)
          """);
      assertThat(read(connection, "select id || shown || coalesce(rule, '') from cases.decision"))
          .containsExactly("1HIDDENperson", "2SHOWN");
      assertThat(read(connection, "select id || words from cases.appeal")).containsExactly("1Non");
      assertThat(read(connection, "select nspname from pg_namespace")).doesNotContain("handover");
    }
  }

  private static FluentConfiguration tables(EmbeddedPostgres server) {
    return Flyway.configure()
        .dataSource(server.url(), server.user(), server.password())
        .locations("classpath:org/foyal")
        .outOfOrder(true);
  }

  private static void change(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> read(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
