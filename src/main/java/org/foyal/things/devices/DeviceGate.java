package org.foyal.things.devices;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.foyal.shell.guard.Guesses;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets in whoever shows credentials of a device, at whatever door; who shows wrong ones too often
/// has to wait. A secret of 128 bits needs no lock against guessing, so nobody can shut a device
/// out by guessing at it: right ones open, however many wrong ones others behind the same address
/// have shown.
@Component
public class DeviceGate {
  private static final int LONGEST = 300;
  private static final String SCHEME = "basic ";

  private final Devices devices;
  private final Guesses guesses = new Guesses();
  private final Counter wrong;
  private final Counter slowed;

  DeviceGate(Devices devices, MeterRegistry meters) {
    this.devices = devices;
    this.wrong = meters.counter("foyal.things.credentials", "outcome", "wrong");
    this.slowed = meters.counter("foyal.things.credentials", "outcome", "slowed");
  }

  /// What can come of knocking.
  public sealed interface Entry {
    /// The credentials open.
    ///
    /// @param pass for doors that stay open: whether it still opens is asked again
    record Admitted(Devices.Pass pass, Writer writer) implements Entry {}

    /// No credentials were shown.
    record Nobody() implements Entry {}

    /// They open nothing.
    record Wrong() implements Entry {}

    /// They open nothing, as so many before: come again in a while.
    record Slow() implements Entry {}
  }

  /// Looks at the header `Authorization: Basic …` of a request.
  ///
  /// @param from the network address of the sender
  public Entry enter(@Nullable String authorization, String from) {
    if (authorization == null || authorization.isBlank()) {
      return new Entry.Nobody();
    }
    return basic(authorization)
        .map(shown -> enter(shown.username(), shown.secret(), from))
        .orElseGet(() -> refused(from, ""));
  }

  /// Looks at credentials.
  ///
  /// @param from the network address of the sender
  public Entry enter(String username, String secret, String from) {
    if (username.length() > LONGEST || secret.length() > LONGEST || username.indexOf('\0') >= 0) {
      return refused(from, "");
    }
    var pass = devices.pass(username, secret);
    return pass.flatMap(devices::writer)
        .<Entry>map(writer -> new Entry.Admitted(pass.get(), writer))
        .orElseGet(() -> refused(from, username));
  }

  private Entry refused(String from, String username) {
    wrong.increment();
    if (guesses.mayGoOn(from, username)) {
      return new Entry.Wrong();
    }
    slowed.increment();
    return new Entry.Slow();
  }

  private static Optional<Credentials> basic(String header) {
    if (header.length() > 2 * LONGEST || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      var text = new String(bytes, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
