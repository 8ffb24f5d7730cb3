package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is killed, what was acknowledged is there afterwards.
class CrashIT {
  @TempDir Path temporary;

  @Test
  void aKilledProgramLeavesNothingBehindThatTheNextStartDoesNotMend() throws Exception {
    var data = temporary.resolve("killed");
    var server = Ledger.of(data);
    ProcessHandle orphan;
    try (var program = Program.start(data).awaitOpen();
        var ledger = Ledger.open(server, 2)) {
      ledger.awaitMore(300);
      orphan = new Cluster(data, data).server().orElseThrow();
      program.kill();
      try (var again = Program.start(data).awaitOpen()) {
        assertThat(again.said()).contains("a killed Foyal left behind");
        assertThat(orphan.isAlive()).isFalse();
        ledger.awaitMore(100);
        ledger.end();
        try (var connection = server.connect()) {
          assertThat(Ledger.kept(connection)).containsAll(ledger.acknowledged());
        }
      }
    }
    assertThat(new Cluster(data, data).server()).isEmpty();
  }

  @Test
  void aKilledDatabaseComesBackAndThePagesMeanwhileAskForPatience() throws Exception {
    var data = temporary.resolve("database");
    var server = Ledger.of(data);
    try (var program = Program.start(data).awaitOpen();
        var ledger = Ledger.open(server, 2)) {
      ledger.awaitMore(300);
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
      var answers = new HashSet<Integer>();
      boolean staff = hasSessions(server);
      for (int round = 0; round < 3; round++) {
        new Cluster(data, data).server().orElseThrow().destroyForcibly();
        for (int i = 0; i < 20; i++) {
          if (staff) {
            answers.add(program.get("/fr/staff", "Cookie", "foyal=YWJj").statusCode());
          }
          answers.add(program.get("/fr/areas/972090102").statusCode());
        }
        ledger.awaitMore(100);
      }
      // a page that needs no database stands all the while; one that does asks to wait, at worst
      assertThat(answers).as(program.said()).allMatch(status -> status < 500 || status == 503);
      assertThat(program.said()).contains("it is being started again");
      ledger.end();
      try (var connection = server.connect()) {
        assertThat(Ledger.kept(connection)).containsAll(ledger.acknowledged());
      }
    }
  }

  /// Looking for a session asks the database too, once the tables of the staff are there.
  private static boolean hasSessions(Ledger.Server server) throws Exception {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('people.session') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
