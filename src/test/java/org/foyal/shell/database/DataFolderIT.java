package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A start that can't be says why in a sentence and what to do in another, and harms nothing.
class DataFolderIT {
  @TempDir Path temporary;
  private Path mounted = Path.of("");

  @AfterEach
  void unmount() throws Exception {
    if (!mounted.toString().isEmpty()) {
      works("umount", mounted.toString());
    }
  }

  private static boolean works(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  /// A file system of its own in memory, of that size; only root may make one.
  private Path mount(String options) throws Exception {
    var folder = Files.createDirectories(temporary.resolve("mounted"));
    assumeTrue(
        works("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()),
        "skipped: no right to mount a small file system here");
    mounted = folder;
    return folder;
  }

  private static void refused(Program program, String why) throws InterruptedException {
    int code = program.awaitEnd();
    assertThat(program.said())
        .contains("Foyal can't start.")
        .contains(why)
        .contains("What to do:")
        .doesNotContain("\tat ", "APPLICATION FAILED", "ERROR", "WARN");
    assertThat(code).isNotZero();
  }

  private static Map<String, Long> content(Path folder) throws IOException {
    var content = new TreeMap<String, Long>();
    try (var all = Files.walk(folder)) {
      for (var path : all.filter(Files::isRegularFile).toList()) {
        content.put(path.toString(), Files.size(path));
      }
    }
    return content;
  }

  @Test
  void aFolderInUseAPortInUseAnAccentAndASpaceInItsName() throws Exception {
    var data = temporary.resolve("données de l’été");
    try (var first =
        Program.ofTheOneJar(List.of("--foyal.shell.data=" + data, "--server.port=0")).awaitOpen()) {
      assertThat(first.get("/fr/").statusCode()).isEqualTo(200);
      try (var second = Program.start(data)) {
        refused(second, "is in use by another Foyal");
      }
      var other = temporary.resolve("other");
      try (var third = Program.start(other, "--server.port=" + first.port())) {
        refused(third, "Port " + first.port() + " is in use by another program.");
      }
      assertThat(new Cluster(other, other).server()).isEmpty();
      assertThat(first.get("/fr/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFileInsteadOfAFolder() throws Exception {
    var file = Files.writeString(temporary.resolve("file"), "mine");
    try (var program = Program.start(file)) {
      refused(program, "can't be written");
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void aReadOnlyFolder() throws Exception {
    var folder = mount("size=10m");
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assumeTrue(works("mount", "-o", "remount,ro", folder.toString()), "skipped: can't remount");
    var before = content(folder);
    try (var program = Program.start(folder)) {
      refused(program, "can't be written");
    }
    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void aFullFolder() throws Exception {
    var folder = mount("size=1m");
    Files.write(folder.resolve("mine.bin"), new byte[1_000_000]);
    try (var program = Program.start(folder)) {
      refused(program, "can't be written");
    }
    assertThat(folder.resolve("mine.bin")).hasSize(1_000_000);
  }

  @Test
  void aFolderTooSmallForTheDatabase() throws Exception {
    var folder = mount("size=40m");
    try (var program = Program.start(folder, Program.ALONE)) {
      refused(program, folder.toString());
    }
  }

  @Test
  void aFolderThatFillsWhileTheHouseIsOpenKeepsWhatItAcknowledged() throws Exception {
    var folder = mount("size=220m");
    var server = Ledger.of(folder);
    try (var program = Program.start(folder, Program.ALONE).awaitOpen()) {
      var ballast = folder.resolve("ballast");
      try (var ledger = Ledger.open(server, 1)) {
        ledger.awaitMore(100);
        works("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
        try (var connection = server.connect();
            var statement = connection.createStatement()) {
          // what does not fit is refused, not half kept
          statement.execute(
              "create table big as select repeat('x', 1000) from generate_series(1, 90000)");
          assertThat(folder).as("it should have been full").isEmptyDirectory();
        } catch (java.sql.SQLException full) {
          assertThat(full.getMessage()).isNotEmpty();
        }
        assertThat(program.get("/fr/").statusCode()).isIn(200, 503);
        Files.delete(ballast);
        ledger.awaitMore(100);
        ledger.end();
        try (var connection = server.connect()) {
          assertThat(Ledger.kept(connection)).containsAll(ledger.acknowledged());
        }
      }
    }
  }

  @Test
  void aMistypedSettingAndAMistypedPort() throws Exception {
    try (var program = Program.start(temporary.resolve("a"), "--foyal.shell.city-nam=X")) {
      refused(program, "did you mean foyal.shell.city-name?");
    }
    try (var program =
        Program.of(List.of("--foyal.shell.data=" + temporary.resolve("b"), "--server.port=web"))) {
      refused(program, "server.port");
    }
  }

  @Test
  void anExternalPostgresServesTheHouseAndNoOwnOneIsMade() throws Exception {
    var outside = temporary.resolve("outside");
    var data = temporary.resolve("data");
    try (var folder = DataFolder.take(outside);
        var external = EmbeddedPostgres.start(folder)) {
      var url = "--foyal.shell.database-url=" + external.url();
      var user = "--foyal.shell.database-user=" + external.user();
      var password = "--foyal.shell.database-password=" + external.password();
      try (var program = Program.start(data, url, user, password).awaitOpen();
          var connection = Backup.connect(outside, external.port())) {
        assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
        assertThat(Ledger.sums(connection)).isNotEmpty();
      }
      assertThat(data).isDirectoryNotContaining("glob:**postgres*");
      try (var program = Program.start(data, url, user, password + "x")) {
        refused(program, "The external PostgreSQL can't be used");
      }
    }
  }

  @Test
  void noRoomIsLeftForASecondListener() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var program =
            Program.start(
                temporary.resolve("c"), "--management.server.port=" + taken.getLocalPort())) {
      refused(program, "Port " + taken.getLocalPort() + " is in use");
    }
  }
}
