package org.foyal.fibre.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files of fibre that were sent and wait for the word to apply them, in the data folder; a day
/// later they are forgotten.
@Component
class Arrivals {
  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final int LONGEST_NAME = 150;

  private final Path folder;
  private final Clock clock;

  Arrivals(ShellSettings settings, Clock clock) {
    this.folder = settings.data().toAbsolutePath().resolve("fibre");
    this.clock = clock;
  }

  /// More bytes than are taken.
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(long most_bytes) {
      super(Long.toString(most_bytes));
    }
  }

  /// Keeps what flows in.
  ///
  /// @return names the file
  String keep(InputStream in, long most_bytes) throws IOException {
    Files.createDirectories(folder);
    forgetOld();
    var token = UUID.randomUUID().toString();
    var file = folder.resolve(token);
    try (var out = Files.newOutputStream(file)) {
      var piece = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        size += n;
        if (size > most_bytes) {
          throw new TooLong(most_bytes);
        }
        out.write(piece, 0, n);
      }
    } catch (IOException broken) {
      Files.deleteIfExists(file);
      throw broken;
    }
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

  /// Browsers may send a whole path, and anybody anything.
  static String name(@Nullable String sent) {
    var last = sent == null ? "" : Plain.line(PATH.matcher(sent).replaceFirst(""));
    return last.isBlank() ? "?" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
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
