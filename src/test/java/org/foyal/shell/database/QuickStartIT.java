package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ops/unpack` as the engineer types it, and starts from the cache that it makes. A cache saves
/// time or does nothing: no cache ever stands in the way of a start.
class QuickStartIT {
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  private static final String COMMUNE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"code_insee":"99999","nom":"Commune d’exemple"},"geometry":{"type":"Polygon",
      "coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1.1],[1,1]]]}}]}
      """;

  private static Path app;
  @TempDir Path temporary;

  @BeforeAll
  static void unpack() {
    app = Installed.app();
    assertThat(app.resolve("rehearsal")).doesNotExist();
  }

  /// Java refuses to run at all in the mode « on » when it can't use the cache.
  private static Program startFrom(Path folder, String mode, Path data, String... flags)
      throws IOException {
    var all = new ArrayList<>(List.of(flags));
    all.addAll(
        List.of("-XX:AOTMode=" + mode, "-XX:AOTCache=" + folder.resolve("foyal.aot"), NATIVE));
    return Program.ofJar(
        folder.resolve("foyal.jar"), all, List.of("--foyal.shell.data=" + data, "--server.port=0"));
  }

  @Test
  void theUnpackedProgramOpensFromItsCache() throws Exception {
    var data = temporary.resolve("data");
    try (var program =
        startFrom(app, "on", data, "-Xlog:class+load:file=" + temporary.resolve("classes.txt"))
            .awaitOpen()) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
    }
    try (var classes = Files.lines(temporary.resolve("classes.txt"))) {
      assertThat(classes.filter(line -> line.contains("org.foyal.")))
          .as("our own classes come from the cache")
          .anyMatch(
              line -> line.contains("org.foyal.Foyal ") && line.contains("shared objects file"));
    }
    var commune = Files.writeString(temporary.resolve("commune.geojson"), COMMUNE).toString();
    var flags = List.of("-XX:AOTMode=on", "-XX:AOTCache=" + app.resolve("foyal.aot"), NATIVE);
    var words = List.of("import", "--data", data.toString(), commune);
    try (var brought = Program.ofJar(app.resolve("foyal.jar"), flags, words)) {
      assertThat(brought.awaitEnd())
          .as("libraries that were not rehearsed: " + brought.said())
          .isZero();
    }
    try (var small = startFrom(app, "on", data, "-XX:+UseSerialGC", "-Xmx384m").awaitOpen()) {
      assertThat(small.get("/fr/").statusCode()).as("flags of a small machine").isEqualTo(200);
    }
  }

  @Test
  void aCacheOfAnotherBuildOrADamagedOneCostsTimeAlone() throws Exception {
    var other = temporary.resolve("other");
    assertThat(
            Installed.run(List.of("cp", "-rp", app.toString(), other.toString()), Map.of()).code())
        .isZero();
    Files.setLastModifiedTime(other.resolve("foyal.jar"), FileTime.fromMillis(0));
    try (var refused = startFrom(other, "on", temporary.resolve("none"))) {
      assertThat(refused.awaitEnd()).as("the test's own touchstone").isNotZero();
    }
    try (var program = startFrom(other, "auto", temporary.resolve("stale")).awaitOpen()) {
      assertThat(program.get("/fr/").statusCode()).isEqualTo(200);
    }
    var cache = other.resolve("foyal.aot");
    var whole = Files.readAllBytes(cache);
    Files.write(cache, java.util.Arrays.copyOf(whole, whole.length / 2));
    startsAllTheSame(other);
    Files.writeString(cache, "no cache at all");
    startsAllTheSame(other);
    Files.delete(cache);
    startsAllTheSame(other);
  }

  /// A command that needs no database shows that Java itself starts.
  private static void startsAllTheSame(Path folder) throws Exception {
    var flags = List.of("-XX:AOTCache=" + folder.resolve("foyal.aot"), NATIVE);
    try (var program = Program.ofJar(folder.resolve("foyal.jar"), flags, List.of("restore"))) {
      assertThat(program.awaitEnd()).isEqualTo(1);
      assertThat(program.said()).contains("A restore needs a file and a new folder.");
    }
  }

  @Test
  void aRehearsalThatFailsIsToldInOneSentenceAndTheFolderIsGood() throws Exception {
    var home = temporary.resolve("java");
    var java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\ncase \"$*\" in *rehearse*) echo full; exit 1 ;; esac\nexec '%s/bin/java' \"$@\"\n"
            .formatted(System.getProperty("java.home")));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    var folder = temporary.resolve("app");
    var said = Installed.unpack(Map.of("JAVA_HOME", home.toString()), folder);
    assertThat(said.code()).as(said.said()).isZero();
    assertThat(said.said().lines())
        .singleElement()
        .asString()
        .contains("could not make its cache", "starts all the same");
    assertThat(folder.resolve("foyal.aot")).doesNotExist();
    startsAllTheSame(folder);
    var mine = Files.createDirectories(temporary.resolve("mine"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    assertThat(Installed.unpack(Map.of(), mine).code()).isEqualTo(1);
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
  }
}
