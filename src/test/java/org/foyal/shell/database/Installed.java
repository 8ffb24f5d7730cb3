package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program as `ops/unpack` lays it down, with the demonstration beside it: made once
/// for all tests, as a start from its cache takes half of the time.
public final class Installed {
  private static final Path APP = Once.made("app", Installed::lay);

  private Installed() {}

  /// What a command said until it ended.
  record Ended(int code, String said) {}

  /// The folder that Foyal runs from.
  static Path app() {
    return APP;
  }

  /// The words that start the program in a process of its own; commands follow them.
  public static List<String> java() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-XX:+UseSerialGC");
    words.addAll(quick(APP));
    words.addAll(List.of("-jar", APP.resolve("foyal.jar").toString()));
    return words;
  }

  /// The flags that a start from the cache of a folder takes, as the verbs have them.
  static List<String> quick(Path app) {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-XX:AOTCache=" + app.resolve("foyal.aot"),
        "-Xlog:aot=off");
  }

  /// Types `ops/unpack` in an environment to which these are added.
  static Ended unpack(Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    var jar = Path.of("target/foyal.jar");
    assertThat(jar).as("package the program first: ./mvnw package").exists();
    return run(List.of("ops/unpack", jar.toString(), folder.toString()), environment);
  }

  /// Runs a command to its end.
  static Ended run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private static void lay(Path app) throws IOException, InterruptedException {
    var said = unpack(Map.of("JAVA_HOME", System.getProperty("java.home")), app);
    assertThat(said.code()).as(said.said()).isZero();
    assertThat(app.resolve("foyal.aot")).as(said.said()).isNotEmptyFile();
    Files.copy(
        Path.of("target/foyal-demo.jar"),
        app.resolve("foyal-demo.jar"),
        StandardCopyOption.COPY_ATTRIBUTES);
  }
}
