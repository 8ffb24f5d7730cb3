package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/backup` and `bin/restore` as the city's engineer types them: the scripts, the packaged
/// program, a city that runs meanwhile.
class BackupVerbIT {
  private static final String COMMUNE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"code_insee":"99999","nom":"Commune d’exemple"},"geometry":{"type":"Polygon",
      "coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1.1],[1,1]]]}}]}
      """;

  @TempDir static Path root;
  static Clone clone;
  @TempDir Path temporary;

  @BeforeAll
  static void lay() throws Exception {
    clone = Clone.in(root);
  }

  @Test
  void aBackupOfARunningCityIsRestoredElsewhereAndOpensThere() throws Exception {
    var data = temporary.resolve("data");
    var file = temporary.resolve("monday.tar.gz");
    var elsewhere = temporary.resolve("elsewhere");
    var commune = Files.writeString(temporary.resolve("commune.geojson"), COMMUNE);
    var brought = clone.type("import", commune.toString(), "--data", data.toString());
    assertThat(brought.code()).as(brought.said()).isZero();
    Map<String, String> rows;
    try (var program = Program.start(data).awaitOpen()) {
      assertThat(program.get("/fr/areas/99999").body()).contains("Commune d’exemple");
      var saved = clone.type("backup", "--data", data.toString(), "--to", file.toString());
      assertThat(saved.code()).as(saved.said()).isZero();
      assertThat(saved.said()).contains("it goes on while the backup is made", "Backed up");
      try (var connection = Ledger.of(data).connect()) {
        rows = Ledger.sums(connection);
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("personal data are for the engineer's eyes")
        .isEqualTo("rw-------");
    var restored = clone.type("restore", file.toString(), "--data", elsewhere.toString());
    assertThat(restored.code()).as(restored.said()).isZero();
    assertThat(restored.said()).contains("Restored " + rows.size() + " tables");
    try (var folder = DataFolder.take(elsewhere);
        var server = EmbeddedPostgres.start(folder);
        var connection = Backup.connect(elsewhere, server.port())) {
      assertThat(Ledger.sums(connection)).isEqualTo(rows);
    }
    try (var program = Program.start(elsewhere).awaitOpen()) {
      assertThat(program.get("/fr/areas/99999").body()).contains("Commune d’exemple");
    }
    refusesWhatIsThere(file, data);
  }

  private static void refusesWhatIsThere(Path file, Path data) throws Exception {
    var before = Files.getLastModifiedTime(data.resolve("postgres/PG_VERSION"));
    var over = clone.type("restore", file.toString(), "--data", data.toString());
    assertThat(over.code()).isEqualTo(1);
    assertThat(over.said()).contains("is not an empty folder", "never writes over anything");
    assertThat(Files.getLastModifiedTime(data.resolve("postgres/PG_VERSION"))).isEqualTo(before);
    var twice = clone.type("backup", "--data", data.toString(), "--to", file.toString());
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.said()).contains("exists already");
  }

  @Test
  void withoutATargetABackupOfAStoppedCityLiesAmongItsBackups() throws Exception {
    var data = temporary.resolve("stopped");
    try (var program = Program.start(data).awaitOpen()) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
    }
    var saved = clone.type("backup", "--data", data.toString());
    assertThat(saved.code()).as(saved.said()).isZero();
    assertThat(saved.said()).contains("Foyal is not running", "Backed up");
    assertThat(data.resolve("backups")).isDirectoryContaining("glob:**.tar.gz");
    var wrong = clone.type("restore", "nothing.tar.gz");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.said()).contains("What to do: Write: ").doesNotContain("\tat ");
  }
}
