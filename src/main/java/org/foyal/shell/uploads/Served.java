package org.foyal.shell.uploads;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Gives a kept file back to whoever asks for it.
///
/// The rule: only the three types that [SafeUploads] makes; a picture is shown, a document is
/// downloaded; the browser neither guesses another type (`nosniff`) nor lets the file act
/// (`sandbox; default-src 'none'`); the tag is the hash of the bytes, so that a second look costs
/// an empty answer, and a file that a moderator takes away is gone from caches within the hour.
public final class Served {
  private static final Duration KEPT = Duration.ofHours(1);

  private Served() {}

  /// The answer with a file.
  ///
  /// @param mediaType as [SafeUploads] gave it
  /// @param name what the file is called when somebody keeps it, without its ending
  /// @param response the answer at hand, whose policy for pages is replaced
  public static ResponseEntity<byte[]> answer(
      Content content, String mediaType, String name, HttpServletResponse response) {
    var ending =
        switch (mediaType) {
          case "image/jpeg" -> ".jpg";
          case "image/png" -> ".png";
          case "application/pdf" -> ".pdf";
          default -> throw new IllegalArgumentException("not a type that is kept: " + mediaType);
        };
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    var disposition =
        ending.equals(".pdf") ? ContentDisposition.attachment() : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .eTag("\"" + content.hash() + "\"")
        .header(
            "Content-Disposition",
            disposition.filename(name + ending, StandardCharsets.UTF_8).build().toString())
        .body(content.bytes());
  }
}
