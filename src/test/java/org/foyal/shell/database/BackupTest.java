package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is worth what its restore gives back.
class BackupTest {
  @TempDir static Path temporary;
  private static Path data;
  private static DataFolder folder;
  private static EmbeddedPostgres server;
  private static Path quiet;

  @BeforeAll
  static void aCityWithSomethingToLose() throws SQLException, IOException {
    data = temporary.resolve("d’ici à là");
    folder = DataFolder.take(data);
    server = EmbeddedPostgres.start(folder);
    Files.createDirectories(data.resolve("uploads/été"));
    Files.writeString(data.resolve("uploads/été/plan.txt"), "le plan");
    try (var connection = Backup.connect(data, server.port());
        var statement = connection.createStatement()) {
      statement.execute("create schema city");
      statement.execute("create table city.area (code text primary key, name text not null)");
      statement.execute("create table city.empty (id int)");
      statement.execute(
          "insert into city.area select n::text, repeat('Terres-Sainville ', n % 50) from generate_series(1, 20000) n");
    }
    quiet = backedUp("quiet.tar.gz");
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
    folder.close();
  }

  private record Said(int code, String text) {}

  private static Said command(String... words) {
    var said = new ByteArrayOutputStream();
    var print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = FolderCommand.run(List.of(words), print, print);
    return new Said(code, said.toString(StandardCharsets.UTF_8));
  }

  private static Path backedUp(String name) {
    var file = temporary.resolve(name);
    var said = command("backup", "--data", data.toString(), "--to", file.toString());
    assertThat(said.code()).as(said.text()).isZero();
    return file;
  }

  @Test
  void everyTableAndFileComesBackEqualElsewhere() throws Exception {
    var elsewhere = temporary.resolve("elsewhere");
    var said = command("restore", quiet.toString(), "--data", elsewhere.toString());
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(elsewhere.resolve("uploads/été/plan.txt")).hasContent("le plan");
    try (var taken = DataFolder.take(elsewhere);
        var restored = EmbeddedPostgres.start(taken);
        var there = Backup.connect(elsewhere, restored.port());
        var here = Backup.connect(data, server.port())) {
      assertThat(Ledger.sums(there)).isEqualTo(Ledger.sums(here)).containsKey("city.empty");
    }
  }

  @Test
  void whatIsWrittenDuringTheBackupComesBackWholeUpToOneMoment() throws Exception {
    Path file;
    java.util.Set<Long> before;
    try (var ledger = Ledger.open(() -> Backup.connect(data, server.port()), 3)) {
      ledger.awaitMore(300);
      before = ledger.acknowledged();
      file = backedUp("busy.tar.gz");
      ledger.awaitMore(300);
    }
    var elsewhere = temporary.resolve("busy");
    var said = command("restore", file.toString(), "--data", elsewhere.toString());
    assertThat(said.code()).as(said.text()).isZero();
    try (var taken = DataFolder.take(elsewhere);
        var restored = EmbeddedPostgres.start(taken);
        var there = Backup.connect(elsewhere, restored.port());
        var here = Backup.connect(data, server.port())) {
      var kept = Ledger.kept(there);
      assertThat(kept).containsAll(before);
      assertThat(Ledger.kept(here)).containsAll(kept).hasSizeGreaterThan(kept.size());
      // each writer's rows are there from its first to its last without a gap
      for (long writer = 0; writer < 3; writer++) {
        long from = writer * 1_000_000_000L;
        var own = kept.stream().filter(id -> id / 1_000_000_000L == from / 1_000_000_000L).toList();
        assertThat(own).isNotEmpty().allMatch(id -> id < from + own.size());
      }
      var unchanged = Ledger.sums(here);
      unchanged.remove("public.ledger");
      assertThat(Ledger.sums(there)).containsAllEntriesOf(unchanged);
    }
  }

  @Test
  void aCutBackupIsRefusedAndLeavesNothing() throws IOException {
    var whole = Files.readAllBytes(quiet);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 9}) {
      refused("cut-" + length, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void anAlteredBackupIsRefusedAndLeavesNothing() throws IOException {
    var whole = Files.readAllBytes(quiet);
    for (int at : new int[] {0, whole.length / 3, whole.length / 2, whole.length - 6}) {
      var altered = whole.clone();
      altered[at] ^= 0x10;
      refused("altered-" + at, altered);
    }
    refused("text", "not a backup at all".getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String name, byte[] content) throws IOException {
    var file = Files.write(temporary.resolve(name + ".tar.gz"), content);
    var target = temporary.resolve(name);
    var said = command("restore", file.toString(), "--data", target.toString());
    assertThat(said.code()).as(name).isEqualTo(1);
    assertThat(said.text()).as(name).contains("What to do:").doesNotContain("\tat ");
    assertThat(Folders.isEmpty(target)).as(name).isTrue();
  }

  @Test
  void aRestoreNeverWritesOverAnything() throws IOException {
    var taken = Files.createDirectories(temporary.resolve("taken"));
    Files.writeString(taken.resolve("mine.txt"), "mine");
    assertThat(command("restore", quiet.toString(), "--data", taken.toString()).text())
        .contains("is not an empty folder");
    assertThat(taken.resolve("mine.txt")).hasContent("mine");
    assertThat(command("backup", "--data", data.toString(), "--to", quiet.toString()).text())
        .contains("exists already");
  }

  @Test
  void aWrongWordOrFolderIsAnsweredWithASentence() {
    assertThat(command("backup", "--date", "x").text()).contains("is not understood");
    assertThat(command("backup", "--data", temporary.resolve("none").toString()).text())
        .contains("no database of ours");
    assertThat(command("restore", "x").text()).contains("needs a file and a new folder");
    assertThat(command("restore", "absent", "--data", "y").text()).contains("There is no file");
  }

  @Test
  void theNextSegmentOfTheLogCarriesIntoTheNextLog() {
    assertThat(new Backup.Segment("0000000100000000000000FF").next().name())
        .isEqualTo("000000010000000100000000");
    assertThat(new Backup.Segment("000000010000000000000009").next().name())
        .isEqualTo("00000001000000000000000A");
  }
}
