package org.foyal.fablab.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.foyal.fablab.access.SaidJson.Told;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.things.devices.DeviceGate;
import org.foyal.things.devices.DeviceGate.Entry;
import org.foyal.things.devices.Devices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The door of interlocks by HTTP, with their credentials (HTTP Basic). Whatever is not answered
/// with `"power": true` means off.
@RestController("labAccessApi")
class AccessApi {
  private static final int LARGEST_bytes = 4_096;
  private static final String MACHINE = "/api/fablab/machines/{machine}";

  private final Access access;
  private final Interlocks interlocks;
  private final DeviceGate gate;
  private final SaidJson json;
  private final Pages pages;
  private final Clock clock;

  AccessApi(
      Access access,
      Interlocks interlocks,
      DeviceGate gate,
      SaidJson json,
      Pages pages,
      Clock clock) {
    this.access = access;
    this.interlocks = interlocks;
    this.gate = gate;
    this.json = json;
    this.pages = pages;
    this.clock = clock;
  }

  /// Somebody shows a badge, a machine goes on, a machine stopped.
  @PostMapping(path = MACHINE + "/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> sessions(@PathVariable String machine, HttpServletRequest request)
      throws IOException {
    var entry = enter(request);
    var interlock = interlock(entry, machine);
    if (interlock.isEmpty()) {
      return turned(entry, request);
    }
    if (interlocks.spend(interlock.get()) instanceof Devices.Spending.TooMany) {
      return no(request, HttpStatus.TOO_MANY_REQUESTS, "slow");
    }
    var bytes = request.getInputStream().readNBytes(LARGEST_bytes + 1);
    var said =
        bytes.length > LARGEST_bytes ? Optional.<Said>empty() : json.read(bytes, clock.instant());
    return said.isEmpty()
        ? no(request, HttpStatus.BAD_REQUEST, "body")
        : told(
            said.get().run().toString(),
            access.hear(interlock.get(), said.get()),
            pages.of(request));
  }

  /// An interlock says that it is there, once a minute at least, and hears whether what runs may go
  /// on.
  @PostMapping(MACHINE + "/alive")
  ResponseEntity<?> alive(@PathVariable String machine, HttpServletRequest request) {
    var entry = enter(request);
    return interlock(entry, machine)
        .<ResponseEntity<?>>map(one -> told(null, access.alive(one), pages.of(request)))
        .orElseGet(() -> turned(entry, request));
  }

  private Entry enter(HttpServletRequest request) {
    return gate.enter(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr());
  }

  private Optional<Interlock> interlock(Entry entry, String machine) {
    return entry instanceof Entry.Admitted(var _, var writer)
        ? interlocks.find(writer.name()).filter(one -> one.machine().toString().equals(machine))
        : Optional.empty();
  }

  private static ResponseEntity<Told> told(@Nullable String session, Verdict verdict, Page page) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(told(session, verdict, page::say));
  }

  /// Words by their key.
  interface Saying {
    String say(String key);
  }

  static Told told(@Nullable String session, Verdict verdict, Saying words) {
    var reason = verdict.why().map(why -> why.name().toLowerCase(Locale.ROOT)).orElse(null);
    return new Told(
        session,
        verdict.power(),
        verdict.until(),
        reason == null ? null : reason.replace('_', '-'),
        words.say(
            "fablab.access.why."
                + verdict.why().map(Verdict.Why::name).orElse(verdict.power() ? "RUNS" : "ENDED")));
  }

  private ResponseEntity<?> turned(Entry entry, HttpServletRequest request) {
    return switch (entry) {
      case Entry.Admitted _ -> no(request, HttpStatus.FORBIDDEN, "machine");
      case Entry.Slow _ -> no(request, HttpStatus.TOO_MANY_REQUESTS, "slow");
      case Entry.Nobody _, Entry.Wrong _ -> no(request, HttpStatus.UNAUTHORIZED, "credentials");
    };
  }

  private ResponseEntity<?> no(HttpServletRequest request, HttpStatus status, String what) {
    var page = pages.of(request);
    var problem =
        Problems.answer(
            page,
            status,
            "fablab:access-" + what,
            page.say("fablab.access.title"),
            page.say("fablab.access.no." + what));
    var answer = ResponseEntity.status(status).headers(problem.getHeaders());
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"fablab\", charset=\"UTF-8\"");
    }
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      answer.header(HttpHeaders.RETRY_AFTER, "120");
    }
    return answer.body(problem.getBody());
  }
}
