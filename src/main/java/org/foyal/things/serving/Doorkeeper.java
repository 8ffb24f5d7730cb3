package org.foyal.things.serving;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.things.devices.DeviceGate;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the gate who may write, and says no in words.
@Component
class Doorkeeper {
  private final DeviceGate gate;
  private final Devices devices;

  Doorkeeper(DeviceGate gate, Devices devices) {
    this.gate = gate;
    this.devices = devices;
  }

  /// What can come of wanting to write.
  sealed interface Entry {
    /// In.
    record In(Writer writer) implements Entry {}

    /// Out; whether credentials are asked for.
    record Out(Reply reply, boolean ask) implements Entry {}
  }

  Entry enter(HttpServletRequest request) {
    return switch (gate.enter(request.getHeader("Authorization"), request.getRemoteAddr())) {
      case DeviceGate.Entry.Admitted(var _, var writer) -> new Entry.In(writer);
      case DeviceGate.Entry.Nobody _ ->
          new Entry.Out(
              Reply.no(
                  401, "Reading is open; to write, send the credentials of a device (HTTP Basic)."),
              true);
      case DeviceGate.Entry.Wrong _ ->
          new Entry.Out(Reply.no(401, "These credentials open nothing."), true);
      case DeviceGate.Entry.Slow _ ->
          new Entry.Out(
              new Reply(429, "Too many wrong credentials: come again later.", null, null, 600),
              false);
    };
  }

  /// Counts observations; the refusal, or nothing if they may be written.
  @Nullable Reply spend(Writer writer, int observations) {
    return switch (devices.spend(writer.name(), observations)) {
      case Devices.Spending.Within _ -> null;
      case Devices.Spending.TooMany(var wait_s) when wait_s == 0 ->
          Reply.no(413, "These credentials may not write so many observations at once.");
      case Devices.Spending.TooMany(var wait_s) ->
          new Reply(
              429,
              "These credentials have written as much as they may for now.",
              null,
              null,
              wait_s);
    };
  }
}
