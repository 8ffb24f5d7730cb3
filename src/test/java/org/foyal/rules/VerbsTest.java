package org.foyal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/help` knows every verb, and every verb says what it does.
@Tag("rules")
class VerbsTest {
  private record Said(int code, String words) {}

  @Test
  void helpListsEveryVerb() throws Exception {
    var said = help(Path.of("bin"));
    assertThat(said.code).as(said.words).isZero();
    for (var verb : verbs()) {
      assertThat(said.words).contains("bin/" + verb + " ");
    }
    assertThat(verbs()).contains("run", "test", "check", "fmt", "help");
  }

  @Test
  void aPlantedVerbWithoutItsSentenceIsCaught(@TempDir Path folder) throws Exception {
    plant(folder, "help", Files.readString(Path.of("bin/help")));
    plant(folder, "good", "#!/bin/sh\n# DOC: does good\n");
    assertThat(help(folder).code).isZero();
    plant(folder, "mute", "#!/bin/sh\necho mute\n");
    assertThat(help(folder).code).isEqualTo(1);
    assertThat(help(folder).words).contains("lack").contains("bin/mute");
  }

  private static void plant(Path folder, String verb, String script) throws IOException {
    assertThat(Files.writeString(folder.resolve(verb), script).toFile().setExecutable(true))
        .isTrue();
  }

  private static List<String> verbs() throws IOException {
    try (var files = Files.list(Path.of("bin"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }

  private static Said help(Path folder) throws Exception {
    var command = folder.resolve("help").toAbsolutePath().toString();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), words);
  }
}
