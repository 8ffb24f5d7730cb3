package org.foyal.shell.data;

import java.net.URI;
import org.foyal.shell.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// How a door of data says no: problem details (RFC 9457), in the reader's language.
public final class Problems {
  private Problems() {}

  /// The answer.
  ///
  /// @param type what it is, below `urn:foyal:problem:`, for example `places:parameter`
  /// @param title what it is, in the reader's words
  /// @param detail what to do, in the reader's words
  public static ResponseEntity<ProblemDetail> answer(
      Page page, HttpStatus status, String type, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:foyal:problem:" + type));
    problem.setTitle(title);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, page.language().code())
        .body(problem);
  }
}
