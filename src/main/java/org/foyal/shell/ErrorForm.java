package org.foyal.shell;

import org.springframework.http.ResponseEntity;

/// How a standard tells what went wrong at its own doors; a room that speaks one offers it as a
/// bean. Everywhere else programs are told by problem details (RFC 9457).
public interface ErrorForm {
  /// Whether an address is one of the standard's doors.
  boolean speaksAt(String address);

  /// The answer that tells it.
  ///
  /// @param address the one that was asked for
  /// @param status the HTTP code
  /// @param language the code of the language of the words
  /// @param description what went wrong and what to do
  ResponseEntity<?> say(String address, int status, String language, String description);
}
