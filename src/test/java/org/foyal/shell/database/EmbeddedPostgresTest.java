package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.foyal.shell.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database under the house comes back by itself and loses nothing it has acknowledged.
class EmbeddedPostgresTest {
  @TempDir Path data;

  @Test
  void aKilledServerIsStartedAgainAndKeepsWhatItAcknowledged() throws Exception {
    try (var folder = DataFolder.take(data);
        var server = EmbeddedPostgres.start(folder)) {
      var cluster = Cluster.in(data);
      try (var ledger = Ledger.open(() -> Backup.connect(data, server.port()), 2)) {
        for (int round = 0; round < 2; round++) {
          ledger.awaitMore(200);
          var killed = cluster.server().orElseThrow();
          killed.destroyForcibly();
          Ledger.await(() -> isAnother(cluster, killed), "another server");
          ledger.awaitMore(200);
        }
        ledger.end();
        try (var connection = Backup.connect(data, server.port())) {
          assertThat(Ledger.kept(connection)).containsAll(ledger.acknowledged());
        }
      }
    }
    assertThat(Cluster.in(data).server()).isEmpty();
  }

  private static boolean isAnother(Cluster cluster, ProcessHandle former) {
    try {
      return cluster.server().filter(now -> !Objects.equals(now, former)).isPresent();
    } catch (IOException | NumberFormatException halfWritten) {
      return false;
    }
  }

  @Test
  void aFolderWithHalfARestoreDoesNotStart() throws IOException {
    Files.createDirectories(Cluster.restoring(data));
    try (var folder = DataFolder.take(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("was cut");
    }
  }

  @Test
  void anExternalServerThatIsTooOldOrNotThereIsRefusedWithASentence() {
    assertThatThrownBy(() -> ExternalPostgres.checkVersion(14))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("15 or later");
    assertThatThrownBy(() -> ExternalPostgres.check("jdbc:postgresql://127.0.0.1:1/x", "u", "p"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("can't be used");
    assertThatThrownBy(() -> ExternalPostgres.check("jdbc:mysql://127.0.0.1/x", "u", "p"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no PostgreSQL");
  }
}
