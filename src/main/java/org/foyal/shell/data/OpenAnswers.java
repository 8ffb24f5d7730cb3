package org.foyal.shell.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers of open data: everybody may read them, from any site, and keep them for some minutes.
public final class OpenAnswers {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final Duration KEPT = Duration.ofMinutes(5);

  private OpenAnswers() {}

  /// An object, kept for five minutes.
  public static ResponseEntity<Object> object(Object body) {
    return of(MediaType.APPLICATION_JSON, KEPT).body(body);
  }

  /// A table (RFC 4180, UTF-8), kept for five minutes.
  ///
  /// @param file its name when it is saved
  /// @param rows their cells as they are to be written: who holds words of others has made them
  ///   [plain][org.foyal.shell.language.Plain#cell]
  public static ResponseEntity<byte[]> table(
      String file, List<String> header, List<? extends List<String>> rows) {
    return table(KEPT, file, header, rows);
  }

  /// A table, kept for so long.
  public static ResponseEntity<byte[]> table(
      Duration kept, String file, List<String> header, List<? extends List<String>> rows) {
    return of(CSV, kept)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"")
        .body(written(header, rows));
  }

  /// An answer of any kind.
  ///
  /// @param kept how long anybody may keep it
  public static ResponseEntity.BodyBuilder of(MediaType type, Duration kept) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(kept).cachePublic())
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  private static byte[] written(List<String> header, List<? extends List<String>> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return bytes.toByteArray();
  }
}
