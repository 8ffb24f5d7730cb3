package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.foyal.requests.RequestsSettings;
import org.foyal.shell.guard.Pace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Lets programs in by their key (`api_key`; 403 without one or with a wrong one), each at its own
/// pace: one that floods shuts no other out. Whoever tries keys is slowed by their address.
@Component
class Gate {
  private static final int WRONG_A_MINUTE = 30;
  private static final int LONGEST_KEY = 200;
  private static final String WAIT_s = "60";

  private final Clients clients;
  private final Speech speech;
  private final Pace programs;
  private final Pace strangers = new Pace(WRONG_A_MINUTE, Duration.ofMinutes(1));

  Gate(Clients clients, Speech speech, RequestsSettings settings) {
    this.clients = clients;
    this.speech = speech;
    this.programs = new Pace(settings.open311PerHour(), Duration.ofHours(1));
  }

  /// What can come of showing a key.
  sealed interface Entry {
    /// It is a program's.
    record Admitted(Client client) implements Entry {}

    /// It is not, or not now.
    record Turned(ResponseEntity<byte[]> answer) implements Entry {}
  }

  /// Looks at a key.
  ///
  /// @param writes whether something shall be written, which counts
  Entry enter(HttpServletRequest request, Sent sent, boolean writes) {
    var from = request.getRemoteAddr();
    var key = sent.line("api_key");
    if (key.isEmpty()) {
      return new Entry.Turned(speech.refuse(request, 403, "requests.open311.no-key"));
    }
    if (!strangers.wouldAllow(from)) {
      return new Entry.Turned(slowed(request, "requests.open311.keys-tried"));
    }
    var client = key.length() > LONGEST_KEY ? Optional.<Client>empty() : clients.admit(key);
    if (client.isEmpty()) {
      strangers.allows(from);
      return new Entry.Turned(speech.refuse(request, 403, "requests.open311.wrong-key"));
    }
    return writes && !programs.allows(client.get().id().toString())
        ? new Entry.Turned(slowed(request, "requests.open311.too-many"))
        : new Entry.Admitted(client.get());
  }

  private ResponseEntity<byte[]> slowed(HttpServletRequest request, String words) {
    var refused = speech.refuse(request, 429, words);
    return ResponseEntity.status(refused.getStatusCode())
        .headers(refused.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, WAIT_s)
        .body(refused.getBody());
  }
}
