package org.foyal.things.serving;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.foyal.things.intake.Intake;
import org.foyal.things.intake.Taken;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Observations that come in: one, or many as rows of values (18-088, clause 13). All go through
/// the intake, and are answered once they are stored.
@Component
class Observing {
  private static final int MOST_COLUMNS = 20;

  private final Intake intake;
  private final Doorkeeper doorkeeper;
  private final Outcomes outcomes;
  private final JsonMapper mapper;
  private final Clock clock;

  Observing(
      Intake intake, Doorkeeper doorkeeper, Outcomes outcomes, JsonMapper mapper, Clock clock) {
    this.intake = intake;
    this.doorkeeper = doorkeeper;
    this.outcomes = outcomes;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Whether an observation links to what is there, rather than bringing it along.
  static boolean isPlain(ObjectNode body, @Nullable Parent parent) {
    return isLink(body.get("FeatureOfInterest"))
        && (parent == null ? body.has("Datastream") && isLink(body.get("Datastream")) : true)
        && (parent == null || parent.type() == EntityType.DATASTREAM);
  }

  private static boolean isLink(@Nullable JsonNode node) {
    return node == null || node.isNull() || (node.size() == 1 && node.has("@iot.id"));
  }

  Reply one(ObjectNode body, @Nullable Parent parent, Writer writer) {
    try {
      Long datastream = parent == null ? IncomingJson.link(body, "Datastream") : (Long) parent.id();
      if (datastream == null) {
        return Reply.no(400, "Datastream: An Observation needs one, by {\"@iot.id\": number}.");
      }
      var incoming = IncomingJson.read(body, datastream, clock.instant());
      var slow = doorkeeper.spend(writer, 1);
      return slow == null ? told(intake.take(incoming, writer).join(), parent) : slow;
    } catch (NotTaken wrong) {
      return told(wrong);
    }
  }

  /// An address that leads nowhere is not found; a link in a body that does is wrong.
  private Reply told(Taken taken, @Nullable Parent parent) {
    return parent != null && taken instanceof Taken.UnknownDatastream(long id)
        ? Outcomes.missing(EntityType.DATASTREAM, id)
        : outcomes.of(taken);
  }

  private static Reply told(NotTaken wrong) {
    return Reply.no(
        400, wrong.where().isEmpty() ? wrong.reason() : wrong.where() + ": " + wrong.reason());
  }

  /// Rows of values; each is answered by its address or by what is wrong with it.
  Reply rows(@Nullable JsonNode body, Writer writer) {
    if (body == null || !body.isArray()) {
      return Reply.no(
          400,
          "Send a list: [{\"Datastream\": {\"@iot.id\": 1}, \"components\": [\"phenomenonTime\","
              + " \"result\"], \"dataArray\": [[…], […]]}].");
    }
    var read = new ArrayList<Row>();
    for (var group : body) {
      var wrong = group(group, read);
      if (wrong != null) {
        return wrong;
      }
    }
    var good = read.stream().map(Row::incoming).filter(java.util.Objects::nonNull).toList();
    var slow = doorkeeper.spend(writer, good.size());
    return slow == null ? answer(read, intake.take(good, writer).join()) : slow;
  }

  /// A row that is an observation, or what is wrong with it.
  private record Row(@Nullable Incoming incoming, String wrong) {}

  /// Reads one datastream's rows.
  private @Nullable Reply group(JsonNode group, List<Row> read) {
    var datastream = group.path("Datastream").path("@iot.id");
    var components = group.path("components");
    var rows = group.path("dataArray");
    if (!datastream.isIntegralNumber()
        || !datastream.canConvertToLong()
        || !components.isArray()
        || components.size() > MOST_COLUMNS
        || !rows.isArray()) {
      return Reply.no(
          400,
          "Each group needs Datastream by {\"@iot.id\": number}, components and dataArray, both"
              + " lists.");
    }
    var names = new ArrayList<String>();
    for (var name : components) {
      names.add(name.isString() ? name.stringValue() : "");
    }
    for (var row : rows) {
      read.add(row(row, names, datastream.longValue()));
    }
    return null;
  }

  private Row row(JsonNode row, List<String> names, long datastream) {
    if (!row.isArray() || row.size() != names.size()) {
      return new Row(null, "A row has as many values as there are components.");
    }
    var body = mapper.createObjectNode();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals("FeatureOfInterest/id")) {
        body.putObject("FeatureOfInterest").set("@iot.id", row.get(i));
      } else {
        body.set(names.get(i), row.get(i));
      }
    }
    try {
      return new Row(IncomingJson.read(body, datastream, clock.instant()), "");
    } catch (NotTaken wrong) {
      return new Row(null, String.valueOf(told(wrong).message()));
    }
  }

  /// 201 as soon as one is stored; where none is, the first one's code.
  private Reply answer(List<Row> rows, List<Taken> taken) {
    var answers = mapper.createArrayNode();
    var stored = taken.iterator();
    Reply first = null;
    boolean any = rows.isEmpty();
    for (var row : rows) {
      var reply = row.incoming == null ? Reply.no(400, row.wrong) : outcomes.of(stored.next());
      any |= reply.isGood();
      first = first == null ? reply : first;
      answers.add(reply.isGood() ? reply.location() : "error: " + reply.message());
    }
    return any || first == null ? Reply.ok(201, null).with(answers) : first;
  }
}
