package org.foyal.things.payloads;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Devices.Spending;
import org.foyal.things.intake.Intake;
import org.foyal.things.intake.Taken;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.ledger.Span;
import org.foyal.things.model.Writer;
import org.springframework.stereotype.Service;

/// The façade of payloads: each field that a datastream asks for becomes an observation; the others
/// are told and counted, and keep nothing out.
@Service
class Payloads {
  private final FieldStore store;
  private final Devices devices;
  private final Intake intake;
  private final MeterRegistry meters;

  Payloads(FieldStore store, Devices devices, Intake intake, MeterRegistry meters) {
    this.store = store;
    this.devices = devices;
    this.intake = intake;
    this.meters = meters;
  }

  /// What can come of a message.
  sealed interface Outcome {
    /// What could be stored is; after the commit.
    ///
    /// @param unknown fields that no datastream asks for
    /// @param refused why the others were not stored, by field
    record Stored(int stored, List<String> unknown, Map<String, String> refused)
        implements Outcome {}

    /// More than the device may write, for now.
    record TooMany(long wait_s) implements Outcome {}

    /// Not now: send the whole again.
    record NotNow() implements Outcome {}
  }

  Outcome take(Sent sent, Writer writer) {
    var targets = store.of(sent.device(), writer.rights());
    var unknown = new ArrayList<String>();
    var refused = new TreeMap<String, String>();
    var fields = new ArrayList<String>();
    var incoming = new ArrayList<Incoming>();
    for (var field : new TreeMap<>(sent.fields()).entrySet()) {
      var datastream = targets.get(field.getKey());
      if (datastream == null) {
        unknown.add(field.getKey());
        continue;
      }
      try {
        incoming.add(
            new Incoming(
                datastream,
                new Span(sent.at().truncatedTo(ChronoUnit.MICROS), null),
                IncomingJson.result(field.getValue()),
                null,
                null,
                Incoming.Extras.NONE));
        fields.add(field.getKey());
      } catch (NotTaken no) {
        refused.put(field.getKey(), no.reason());
      }
    }
    meters.counter("foyal.things.payloads.unknown").increment(unknown.size());
    if (devices.spend(writer.name(), incoming.size()) instanceof Spending.TooMany(var wait_s)) {
      return new Outcome.TooMany(wait_s);
    }
    return stored(fields, intake.take(incoming, writer).join(), unknown, refused);
  }

  private static Outcome stored(
      List<String> fields, List<Taken> taken, List<String> unknown, Map<String, String> refused) {
    int stored = 0;
    for (int i = 0; i < taken.size(); i++) {
      switch (taken.get(i)) {
        case Taken.Recorded _ -> stored++;
        case Taken.Duplicate _ -> stored++; // there already: the network sent it again
        case Taken.Full _, Taken.Unavailable _ -> {
          return new Outcome.NotNow();
        }
        case Taken.Refused(var reason) -> refused.put(fields.get(i), reason);
        case Taken.UnknownDatastream _, Taken.UnknownFeature _, Taken.Forbidden _ ->
            refused.put(
                fields.get(i), "Its datastream is not there, or not for these credentials.");
      }
    }
    return new Outcome.Stored(stored, unknown, refused);
  }
}
