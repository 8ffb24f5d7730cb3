package org.foyal.things.mqtt;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Devices.Spending;
import org.foyal.things.editing.Entities;
import org.foyal.things.intake.Intake;
import org.foyal.things.intake.Taken;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.ledger.NotTaken;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Parent;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.foyal.things.mqtt.Verdict.Refused;
import org.foyal.things.mqtt.Verdict.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes in what was published: the same observation as by HTTP, through the same intake.
@Component
class Uptake {
  private static final Duration ROOM_AGAIN = Duration.ofMillis(20);

  private final Devices devices;
  private final Intake intake;
  private final Entities entities;
  private final ObjectProvider<Commands> commands;
  private final JsonMapper mapper;
  private final Clock clock;

  Uptake(
      Devices devices,
      Intake intake,
      Entities entities,
      ObjectProvider<Commands> commands,
      JsonMapper mapper,
      Clock clock) {
    this.devices = devices;
    this.intake = intake;
    this.entities = entities;
    this.commands = commands;
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Something that was published.
  ///
  /// @param again whether the sender says that it may have come before
  record Published(String topic, Buffer payload, boolean again) {}

  /// What becomes of it; not before the commit. May take its time: called on a thread of its own.
  ///
  /// @param pass whose connection it is; none: nobody's
  CompletableFuture<Verdict> take(Published published, Devices.@Nullable Pass pass) {
    try {
      return judge(published, pass);
    } catch (NotTaken no) {
      return refused(Why.PAYLOAD, (no.where().isEmpty() ? "" : no.where() + ": ") + no.reason());
    } catch (JacksonException noJson) {
      return refused(Why.PAYLOAD, "The payload is no JSON: send {\"result\": 21.5}.");
    } catch (DataAccessException | TransactionException away) {
      return CompletableFuture.completedFuture(new Verdict.NotNow());
    }
  }

  private CompletableFuture<Verdict> judge(Published published, Devices.@Nullable Pass pass)
      throws NotTaken {
    if (pass == null) {
      return refused(Why.NOT_AUTHORIZED, "Only a device with credentials may publish.");
    }
    var writer = devices.writer(pass);
    if (writer.isEmpty()) {
      return CompletableFuture.completedFuture(new Verdict.ShutOut());
    }
    var into = Topics.into(published.topic());
    if (into.isEmpty()) {
      var answer = command(published, pass);
      if (answer.isPresent()) {
        return CompletableFuture.completedFuture(new Verdict.Answered(answer.get()));
      }
      return refused(
          Why.TOPIC, "Publish to v1.1/Observations or v1.1/Datastreams(1)/Observations.");
    }
    if (!(mapper.readTree(published.payload().getBytes()) instanceof ObjectNode body)) {
      return refused(Why.PAYLOAD, "The payload is no JSON object: send {\"result\": 21.5}.");
    }
    if (devices.spend(pass.username(), 1) instanceof Spending.TooMany(var wait_s)) {
      return refused(Why.QUOTA, "More than the quota: wait " + wait_s + " s.");
    }
    return write(published, body, into.get().datastream(), writer.get());
  }

  private Optional<Commands.Answer> command(Published published, Devices.Pass pass) {
    return commands.stream()
        .flatMap(one ->
            one.said(published.topic(), published.payload().getBytes(), pass.username()).stream())
        .findFirst();
  }

  /// Whether answers of other rooms may be heard on a topic.
  boolean mayHear(String topic, Devices.@Nullable Pass pass) {
    return pass != null && commands.stream().anyMatch(one -> one.mayHear(topic, pass.username()));
  }

  private CompletableFuture<Verdict> write(
      Published published, ObjectNode body, @Nullable Long named, Writer writer) throws NotTaken {
    var feature = body.get("FeatureOfInterest");
    if (feature != null && feature.isObject() && !feature.has("@iot.id")) {
      return made(body, named, writer);
    }
    var datastream = named == null ? IncomingJson.link(body, "Datastream") : named;
    if (datastream == null) {
      return refused(Why.PAYLOAD, "Datastream: say which, {\"Datastream\": {\"@iot.id\": 1}}.");
    }
    var incoming = IncomingJson.read(body, datastream, clock.instant());
    return whenThereIsRoom(incoming, writer)
        .thenApply(taken -> verdict(taken, named != null, published.again()));
  }

  /// A full intake is asked again: whoever calls reads nothing more from the client meanwhile.
  private CompletableFuture<Taken> whenThereIsRoom(Incoming incoming, Writer writer) {
    var answer = intake.take(incoming, writer);
    try {
      while (answer.isDone() && answer.join() instanceof Taken.Full) {
        Thread.sleep(ROOM_AGAIN);
        answer = intake.take(incoming, writer);
      }
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(new Taken.Unavailable());
    }
    return answer;
  }

  /// One that brings the thing along that it is about.
  private CompletableFuture<Verdict> made(ObjectNode body, @Nullable Long named, Writer writer) {
    var parent = named == null ? null : new Parent(EntityType.DATASTREAM, named);
    return switch (entities.create(EntityType.OBSERVATION, parent, body, writer)) {
      case Written.Created _, Written.Changed _, Written.Deleted _ ->
          CompletableFuture.completedFuture(new Verdict.Stored());
      case Written.Malformed(var where, var reason) -> refused(Why.PAYLOAD, where + ": " + reason);
      case Written.Missing(var type, var id) ->
          refused(Why.PAYLOAD, "There is no " + type.set() + "(" + id + ").");
      case Written.Forbidden(var reason) -> refused(Why.NOT_AUTHORIZED, reason);
      case Written.Duplicate(var reason) -> refused(Why.DUPLICATE, reason);
    };
  }

  private static Verdict verdict(Taken taken, boolean topicNamesIt, boolean again) {
    return switch (taken) {
      case Taken.Recorded _ -> new Verdict.Stored();
      case Taken.UnknownDatastream(var id) ->
          new Refused(
              topicNamesIt ? Why.TOPIC : Why.PAYLOAD, "There is no Datastreams(" + id + ").");
      case Taken.UnknownFeature(var id) ->
          new Refused(Why.PAYLOAD, "There is no FeaturesOfInterest(" + id + ").");
      case Taken.Forbidden(var id) ->
          new Refused(Why.NOT_AUTHORIZED, "These credentials are not for Datastreams(" + id + ").");
      case Taken.Duplicate(var id, var at) ->
          again
              ? new Verdict.Stored()
              : new Refused(
                  Why.DUPLICATE, "Datastreams(" + id + ") has an observation of " + at + ".");
      case Taken.Refused(var reason) -> new Refused(Why.PAYLOAD, reason);
      case Taken.Full(), Taken.Unavailable() -> new Verdict.NotNow();
    };
  }

  private static CompletableFuture<Verdict> refused(Why why, String reason) {
    return CompletableFuture.completedFuture(new Refused(why, reason));
  }
}
