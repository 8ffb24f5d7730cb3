package org.foyal.territory.files;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/// Files that were sent and wait for the word to apply them, in the data folder; a day later they
/// are forgotten.
@Component
class Uploads {
  private static final Duration PATIENCE = Duration.ofDays(1);

  /// Signs that nobody sees, some of which turn the others around.
  static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

  private final Path folder;
  private final Clock clock;

  Uploads(ShellSettings settings, Clock clock) {
    this.folder = settings.data().toAbsolutePath().resolve("imports");
    this.clock = clock;
  }

  /// A file that waits.
  ///
  /// @param name what the person calls it
  record Upload(String token, Path file, String name) {}

  Upload keep(MultipartFile sent) throws IOException {
    Files.createDirectories(folder);
    forgetOld();
    var token = UUID.randomUUID().toString();
    var file = folder.resolve(token);
    sent.transferTo(file);
    return new Upload(token, file, name(sent.getOriginalFilename()));
  }

  Optional<Upload> find(String token, String name) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    var file = folder.resolve(token);
    return Files.isRegularFile(file)
        ? Optional.of(new Upload(token, file, name(name)))
        : Optional.empty();
  }

  void forget(Upload upload) {
    try {
      Files.deleteIfExists(upload.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Browsers may send a whole path, and anybody anything.
  private static String name(@org.jspecify.annotations.Nullable String sent) {
    var last =
        sent == null
            ? ""
            : UNSEEN.matcher(PATH.matcher(sent).replaceFirst("")).replaceAll("").strip();
    return last.isBlank() ? "?" : last.substring(0, Math.min(last.length(), 150));
  }

  private void forgetOld() throws IOException {
    var before = clock.instant().minus(PATIENCE);
    try (var waiting = Files.list(folder)) {
      for (var file : waiting.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
