package org.foyal.learning.places.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Files of places that were sent and wait for the word to apply them, in the data folder; a day
/// later they are forgotten.
@Component
class Waiting {
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

  private final Path folder;
  private final Clock clock;

  Waiting(ShellSettings settings, Clock clock) {
    this.folder = settings.data().toAbsolutePath().resolve("places");
    this.clock = clock;
  }

  String keep(MultipartFile sent) throws IOException {
    Files.createDirectories(folder);
    forgetOld();
    var token = UUID.randomUUID().toString();
    sent.transferTo(folder.resolve(token));
    return token;
  }

  Optional<Path> find(String token) {
    return TOKEN.matcher(token).matches()
        ? Optional.of(folder.resolve(token)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  void forget(String token) throws IOException {
    var file = find(token);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  private void forgetOld() throws IOException {
    var before = clock.instant().minus(PATIENCE);
    try (var kept = Files.list(folder)) {
      for (var file : kept.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
