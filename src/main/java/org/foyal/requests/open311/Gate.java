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
/// pace: one that floods shuts no other out. Whoever tries keys is slowed by their address; a right
/// key from there is still let in.
@Component
class Gate {
  private static final int WRONG_A_MINUTE = 30;
  private static final int READS_A_MINUTE = 60;
  private static final int LONGEST_KEY = 200;
  private static final String WAIT_s = "60";

  private final Clients clients;
  private final Speech speech;
  private final Pace writing;
  private final Pace reading = new Pace(READS_A_MINUTE, Duration.ofMinutes(1));
  private final Pace strangers = new Pace(WRONG_A_MINUTE, Duration.ofMinutes(1));

  Gate(Clients clients, Speech speech, RequestsSettings settings) {
    this.clients = clients;
    this.speech = speech;
    this.writing = new Pace(settings.open311PerHour(), Duration.ofHours(1));
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
  /// @param writes whether something shall be written, which has a pace of its own
  Entry enter(HttpServletRequest request, Sent sent, boolean writes) {
    var key = sent.line("api_key");
    if (key.isEmpty()) {
      return new Entry.Turned(speech.refuse(request, 403, "requests.open311.no-key"));
    }
    var client = key.length() > LONGEST_KEY ? Optional.<Client>empty() : clients.admit(key);
    if (client.isEmpty()) {
      return new Entry.Turned(
          strangers.allows(request.getRemoteAddr())
              ? speech.refuse(request, 403, "requests.open311.wrong-key")
              : slowed(request, "requests.open311.keys-tried"));
    }
    var pace = writes ? writing : reading;
    return pace.allows(client.get().id().toString())
        ? new Entry.Admitted(client.get())
        : new Entry.Turned(slowed(request, "requests.open311.too-many"));
  }

  private ResponseEntity<byte[]> slowed(HttpServletRequest request, String words) {
    var refused = speech.refuse(request, 429, words);
    return ResponseEntity.status(refused.getStatusCode())
        .headers(refused.getHeaders())
        .header(HttpHeaders.RETRY_AFTER, WAIT_s)
        .body(refused.getBody());
  }
}
