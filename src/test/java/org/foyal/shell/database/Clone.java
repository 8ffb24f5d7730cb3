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

/// A clone of the repository as the engineer has it, built already: the real verbs, the packaged
/// program unpacked beside them.
final class Clone {
  private final Path root;

  private Clone(Path root) {
    this.root = root;
  }

  /// What a verb said until it ended.
  record Ended(int code, String said) {}

  /// Lays the verbs, what they lean on and the packaged program into an empty folder.
  static Clone in(Path root) throws IOException, InterruptedException {
    for (var folder : List.of("bin", "ops", "src/main", "frontend", ".mvn", "target")) {
      Files.createDirectories(root.resolve(folder));
    }
    try (var verbs = Files.list(Path.of("bin"))) {
      for (var verb : verbs.toList()) {
        copy(verb, root.resolve(verb.toString()));
      }
    }
    copy(Path.of("ops/unpack"), root.resolve("ops/unpack"));
    Files.createFile(root.resolve("pom.xml"));
    var app = Installed.app().toString(); // times and all, else Java would not take the cache
    var copied =
        Installed.run(List.of("cp", "-rp", app, root.resolve("target/app").toString()), Map.of());
    assertThat(copied.code()).as(copied.said()).isZero();
    Files.createFile(root.resolve("target/run.stamp"));
    return new Clone(root);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  Path root() {
    return root;
  }

  /// Types a verb with its words, in an environment to which these are added.
  Ended type(Map<String, String> environment, String verb, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(root.resolve("bin").resolve(verb).toString()));
    command.addAll(List.of(words));
    return run(command, environment);
  }

  Ended type(String verb, String... words) throws IOException, InterruptedException {
    return type(Map.of(), verb, words);
  }

  private Ended run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var said = Files.createTempFile(root, "said", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end:\n" + Files.readString(said));
    }
    return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
