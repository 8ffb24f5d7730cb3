package org.foyal.shell.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packaged program in a process of its own, as the city's engineer starts it.
final class Program implements AutoCloseable {
  private static final Pattern OPEN = Pattern.compile("http://localhost:(\\d+)/\\s");
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  /// The word of a house that shares its unpacked PostgreSQL with no other, as a city has it.
  static final String ALONE = "--alone";

  private final Process process;
  private final Path said;

  private Program(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /// Starts it with a data folder, on a free port; one that is not there yet is a copy of that of a
  /// city that was opened before ([Prepared]).
  static Program start(Path data, String... more) throws IOException {
    if (Stream.of(more).noneMatch(word -> word.contains("database-url") || word.equals(ALONE))) {
      Prepared.copyTo(data);
    }
    var arguments = new ArrayList<>(List.of("--foyal.shell.data=" + data));
    arguments.addAll(List.of(more));
    if (arguments.stream().noneMatch(word -> word.startsWith("--server.port="))) {
      arguments.add("--server.port=0");
    }
    return of(arguments);
  }

  /// Starts it with these words.
  static Program of(List<String> words) throws IOException {
    return of(List.of(), words);
  }

  /// Starts it with flags for its Java and these words, from the cache of the installed program.
  static Program of(List<String> flags, List<String> words) throws IOException {
    var all = new ArrayList<>(Installed.quick(Installed.app()));
    all.addAll(flags);
    return ofJar(Installed.app().resolve("foyal.jar"), all, words);
  }

  /// Starts the one jar as it was built, without a cache, with these words.
  static Program ofTheOneJar(List<String> words) throws IOException {
    return ofJar(Path.of("target/foyal.jar"), List.of(), words);
  }

  /// Starts a jar with flags for its Java and these words.
  static Program ofJar(Path jar, List<String> flags, List<String> words) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(words.stream().filter(word -> !word.equals(ALONE)).toList());
    var said = Files.createTempFile("foyal", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    if (words.contains(ALONE)) {
      builder.environment().remove("FOYAL_POSTGRES_BINARIES");
    }
    var process = builder.start();
    process.getOutputStream().close();
    return new Program(process, said);
  }

  /// Waits until it says that it is open.
  Program awaitOpen() {
    Ledger.await(
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("it ended instead of opening:\n" + said());
          }
          return said().contains("Foyal is open.");
        },
        "an open house");
    return this;
  }

  /// Waits for its end and gives the exit code.
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(240, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end:\n" + said());
    }
    return process.exitValue();
  }

  /// All it has said on its console.
  String said() {
    try {
      return Files.readString(said, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  int port() {
    var open = OPEN.matcher(said());
    if (!open.find()) {
      throw new AssertionError("it names no address:\n" + said());
    }
    return Integer.parseInt(open.group(1));
  }

  /// Asks for a page with headers (name, value, …).
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(Duration.ofSeconds(90));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Ctrl-C, and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
