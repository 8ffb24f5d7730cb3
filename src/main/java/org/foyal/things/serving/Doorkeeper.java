package org.foyal.things.serving;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks the gate who may write, and says no in words.
@Component
class Doorkeeper {
  private final ObjectProvider<Gate> gate;

  Doorkeeper(ObjectProvider<Gate> gate) {
    this.gate = gate;
  }

  /// What can come of wanting to write.
  sealed interface Entry {
    /// In.
    record In(Writer writer) implements Entry {}

    /// Out; whether credentials are asked for.
    record Out(Reply reply, boolean ask) implements Entry {}
  }

  Entry enter(HttpServletRequest request) {
    var keeper = gate.getIfAvailable();
    if (keeper == null) {
      return new Entry.Out(Reply.no(403, "Nobody may write here: reading is open."), false);
    }
    return switch (keeper.enter(request.getHeader("Authorization"), request.getRemoteAddr())) {
      case Gate.Entry.Admitted(var writer) -> new Entry.In(writer);
      case Gate.Entry.Nobody _ ->
          new Entry.Out(
              Reply.no(401, "Reading is open; to write, send the credentials of a device (HTTP Basic)."),
              true);
      case Gate.Entry.Wrong _ -> new Entry.Out(Reply.no(401, "These credentials open nothing."), true);
      case Gate.Entry.Slow _ ->
          new Entry.Out(
              new Reply(429, "Too many wrong credentials: come again later.", null, null, 600), false);
    };
  }

  /// Counts observations; the refusal, or nothing if they may be written.
  @Nullable Reply spend(Writer writer, int observations) {
    var keeper = gate.getIfAvailable();
    var wait = keeper == null ? java.util.OptionalLong.of(0) : keeper.spend(writer, observations);
    if (wait.isEmpty()) {
      return null;
    }
    return wait.getAsLong() == 0
        ? Reply.no(413, "These credentials may not write so many observations at once.")
        : new Reply(
            429,
            "These credentials have written as much as they may for now.",
            null,
            null,
            wait.getAsLong());
  }

  void made(Writer writer, long thing) {
    gate.ifAvailable(keeper -> keeper.made(writer, thing));
  }
}
