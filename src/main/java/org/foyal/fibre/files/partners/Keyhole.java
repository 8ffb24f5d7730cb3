package org.foyal.fibre.files.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.guard.Pace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Lets programs of operators in by their key (`Authorization: Bearer …`), each at its own pace;
/// and says no in their own form.
@Component
public class Keyhole {
  private static final int WRONG_A_MINUTE = 30;
  private static final int A_MINUTE = 60;
  private static final int LONGEST_KEY = 200;
  private static final String SCHEME = "Bearer ";

  private final Partners partners;
  private final Pages pages;
  private final Pace admitted = new Pace(A_MINUTE, Duration.ofMinutes(1));
  private final Pace strangers = new Pace(WRONG_A_MINUTE, Duration.ofMinutes(1));

  Keyhole(Partners partners, Pages pages) {
    this.partners = partners;
    this.pages = pages;
  }

  /// What can come of showing a key.
  public sealed interface Entry {
    /// It is a program's.
    record Admitted(Partner partner) implements Entry {}

    /// It is not, or not now, or something is asked that the door does not know.
    record Turned(ResponseEntity<ProblemDetail> answer) implements Entry {}
  }

  /// Looks at the key of a request, and at the names of what it asks for.
  public Entry enter(HttpServletRequest request, Map<String, String> asked, Set<String> known) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    var key = header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
    if (key.isBlank()) {
      return turned(request, HttpStatus.UNAUTHORIZED, "no-key");
    }
    var partner =
        key.length() > LONGEST_KEY ? Optional.<Partner>empty() : partners.admit(key.strip());
    if (partner.isEmpty()) {
      return strangers.allows(request.getRemoteAddr())
          ? turned(request, HttpStatus.UNAUTHORIZED, "wrong-key")
          : turned(request, HttpStatus.TOO_MANY_REQUESTS, "slow");
    }
    if (!admitted.allows(partner.get().id().toString())) {
      return turned(request, HttpStatus.TOO_MANY_REQUESTS, "slow");
    }
    return known.containsAll(asked.keySet())
        ? new Entry.Admitted(partner.get())
        : turned(request, HttpStatus.BAD_REQUEST, "parameter");
  }

  private Entry turned(HttpServletRequest request, HttpStatus status, String what) {
    var page = pages.of(request);
    return new Entry.Turned(no(page, status, what, page.say("fibre.partners.api." + what)));
  }

  /// A refusal in the reader's words.
  public static ResponseEntity<ProblemDetail> no(
      Page page, HttpStatus status, String what, String detail) {
    var answer =
        Problems.answer(
            page, status, "fibre:" + what, page.say("fibre.partners.api.title"), detail);
    var more = ResponseEntity.status(status).headers(answer.getHeaders());
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      more.header(HttpHeaders.RETRY_AFTER, "60");
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      more.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return more.body(answer.getBody());
  }
}
