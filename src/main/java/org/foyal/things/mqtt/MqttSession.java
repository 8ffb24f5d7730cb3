package org.foyal.things.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubCompReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubRecReasonCode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.foyal.things.devices.Devices;
import org.foyal.things.mqtt.Verdict.Why;
import org.jspecify.annotations.Nullable;

/// One connected client. All but [#tell] and [#end] runs on its context's one thread.
final class MqttSession {
  /// What may wait for its verdict before nothing more is read.
  private static final int MOST_WAITING = 256;

  private static final int FEW_WAITING = 64;

  /// What may wait to be read by a client before it is cut off.
  private static final int MOST_UNTOLD_bytes = 1 << 20;

  private static final int MOST_UNTOLD = 2_000;
  private static final long LOOK_AGAIN_ms = 50;
  private static final int REASON_STRING = MqttProperties.REASON_STRING;

  private final MqttEndpoint endpoint;
  private final MqttSocket socket;
  private final Context context;
  private final Uptake uptake;
  private final MqttCounts counts;
  private final Devices.@Nullable Pass pass;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Set<Integer> received = new HashSet<>();

  /// The topics on which it hears answers of other rooms.
  private final Set<String> answered = new HashSet<>();

  private final ArrayDeque<Message> untold = new ArrayDeque<>();
  private final int mostUnacknowledged;
  private int unacknowledged;
  private int untold_bytes;
  private boolean paused;
  private boolean looksAgain;
  private volatile boolean ended;
  private @Nullable ExecutorService hand;

  MqttSession(
      MqttEndpoint endpoint,
      Context context,
      Uptake uptake,
      MqttCounts counts,
      Devices.@Nullable Pass pass) {
    this.endpoint = endpoint;
    this.socket = MqttSocket.of(endpoint);
    this.context = context;
    this.uptake = uptake;
    this.counts = counts;
    this.pass = pass;
    this.mostUnacknowledged = receiveMaximum(endpoint);
  }

  /// A message to a subscriber.
  record Message(String topic, Buffer payload, MqttQoS qos) {}

  /// What was published and has no answer yet, in its order (MQTT-4.6.0-2).
  private static final class Waiting {
    final int id;
    final MqttQoS qos;
    @Nullable Verdict verdict;

    Waiting(int id, MqttQoS qos) {
      this.id = id;
      this.qos = qos;
    }
  }

  private static int receiveMaximum(MqttEndpoint endpoint) {
    var property = endpoint.connectProperties().getProperty(MqttProperties.RECEIVE_MAXIMUM);
    return property != null && property.value() instanceof Integer most
        ? Math.min(most, 1_000)
        : 1_000;
  }

  boolean isOf(String username) {
    return pass != null && pass.username().equals(username);
  }

  boolean speaksFive() {
    return endpoint.protocolVersion() >= 5;
  }

  MqttEndpoint endpoint() {
    return endpoint;
  }

  Context context() {
    return context;
  }

  Set<String> answered() {
    return answered;
  }

  /// Whether it may hear answers of other rooms on a topic; takes its time.
  boolean mayHear(String topic) {
    return uptake.mayHear(topic, pass);
  }

  void listen() {
    endpoint
        .publishHandler(this::published)
        .publishReleaseHandler(this::released)
        .publishAcknowledgeHandler(_ -> acknowledged())
        .autoKeepAlive(true);
  }

  private void published(MqttPublishMessage message) {
    counts.published();
    var qos = message.qosLevel();
    if (qos == MqttQoS.EXACTLY_ONCE && !received.add(message.messageId())) {
      if (waiting.stream().noneMatch(one -> one.id == message.messageId())) {
        endpoint.publishReceived(message.messageId()); // stored the first time
      }
      return;
    }
    var one = new Waiting(message.messageId(), qos);
    waiting.add(one);
    if (waiting.size() >= MOST_WAITING && !paused) {
      paused = true;
      socket.pause();
    }
    var published = new Uptake.Published(message.topicName(), message.payload(), message.isDup());
    try {
      hand().execute(() -> take(one, published));
    } catch (RejectedExecutionException over) {
      waiting.remove(one);
    }
  }

  private void take(Waiting one, Uptake.Published published) {
    var _ =
        uptake
            .take(published, pass)
            .whenComplete((verdict, fault) -> {
              var known = fault == null ? verdict : new Verdict.NotNow();
              context.runOnContext(_ -> settled(one, known));
            });
  }

  /// The one thread that takes in what this client publishes, in its order.
  private ExecutorService hand() {
    var mine = hand;
    if (mine == null) {
      mine = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mqtt-uptake").factory());
      hand = mine;
    }
    return mine;
  }

  private void settled(Waiting one, Verdict verdict) {
    one.verdict = verdict;
    while (!ended && !waiting.isEmpty() && waiting.getFirst().verdict != null) {
      var first = waiting.removeFirst();
      answer(first, first.verdict == null ? new Verdict.NotNow() : first.verdict);
    }
    if (!ended && paused && waiting.size() <= FEW_WAITING) {
      paused = false;
      socket.resume();
    }
  }

  private void answer(Waiting one, Verdict verdict) {
    switch (verdict) {
      case Verdict.Stored() -> {
        counts.stored();
        acknowledge(one, null, "");
      }
      case Verdict.Answered(var answer) -> {
        counts.stored();
        acknowledge(one, null, "");
        if (answered.contains(answer.topic())) {
          send(new Message(answer.topic(), Buffer.buffer(answer.payload()), MqttQoS.AT_LEAST_ONCE));
        }
      }
      case Verdict.Refused(var why, var reason) -> {
        counts.refused(why.word());
        refuse(one, why, reason);
      }
      case Verdict.NotNow() -> {
        counts.refused("not-now");
        end(MqttDisconnectReasonCode.SERVER_BUSY);
      }
      case Verdict.ShutOut() -> {
        counts.refused(Why.NOT_AUTHORIZED.word());
        end(MqttDisconnectReasonCode.ADMINISTRATIVE_ACTION);
      }
    }
  }

  /// MQTT 5 has words for it; before, what is stored already is acknowledged, and for anything else
  /// the connection ends.
  private void refuse(Waiting one, Why why, String reason) {
    if (one.qos == MqttQoS.AT_MOST_ONCE) {
      if (pass == null) {
        end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
      }
    } else if (speaksFive()) {
      acknowledge(one, why, reason);
    } else if (why == Why.DUPLICATE) {
      acknowledge(one, null, "");
    } else {
      end(MqttDisconnectReasonCode.UNSPECIFIED_ERROR);
    }
  }

  private void acknowledge(Waiting one, @Nullable Why why, String reason) {
    var properties = new MqttProperties();
    if (why != null) {
      properties.add(new MqttProperties.StringProperty(REASON_STRING, reason));
    }
    switch (one.qos) {
      case AT_LEAST_ONCE -> endpoint.publishAcknowledge(one.id, acknowledgement(why), properties);
      case EXACTLY_ONCE -> {
        if (why == null) {
          endpoint.publishReceived(one.id);
        } else {
          received.remove(one.id); // the exchange ends here (MQTT 5, 4.3.3)
          socket.refuseReceipt(one.id, receipt(why), properties);
        }
      }
      case AT_MOST_ONCE, FAILURE -> {}
    }
  }

  private static MqttPubAckReasonCode acknowledgement(@Nullable Why why) {
    return switch (why) {
      case null -> MqttPubAckReasonCode.SUCCESS;
      case NOT_AUTHORIZED -> MqttPubAckReasonCode.NOT_AUTHORIZED;
      case TOPIC -> MqttPubAckReasonCode.TOPIC_NAME_INVALID;
      case PAYLOAD -> MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID;
      case QUOTA -> MqttPubAckReasonCode.QUOTA_EXCEEDED;
      case DUPLICATE -> MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR;
    };
  }

  private static MqttPubRecReasonCode receipt(Why why) {
    return switch (why) {
      case NOT_AUTHORIZED -> MqttPubRecReasonCode.NOT_AUTHORIZED;
      case TOPIC -> MqttPubRecReasonCode.TOPIC_NAME_INVALID;
      case PAYLOAD -> MqttPubRecReasonCode.PAYLOAD_FORMAT_INVALID;
      case QUOTA -> MqttPubRecReasonCode.QUOTA_EXCEEDED;
      case DUPLICATE -> MqttPubRecReasonCode.IMPLEMENTATION_SPECIFIC_ERROR;
    };
  }

  private void released(int id) {
    boolean known = received.remove(id);
    if (speaksFive() && !known) {
      endpoint.publishComplete(
          id, MqttPubCompReasonCode.PACKET_IDENTIFIER_NOT_FOUND, new MqttProperties());
    } else {
      endpoint.publishComplete(id);
    }
  }

  /// Tells a subscriber; may be called from anywhere.
  void tell(Message message) {
    if (!ended) {
      context.runOnContext(_ -> send(message));
    }
  }

  /// What the client does not read, or not acknowledge, waits up to a bound; then it is cut off.
  private void send(Message message) {
    if (ended) {
      return;
    }
    untold.add(message);
    untold_bytes += message.payload().length();
    flush();
    if (untold.size() > MOST_UNTOLD || untold_bytes > MOST_UNTOLD_bytes) {
      counts.dropped("not-read", untold.size());
      forget();
      socket.cut();
    }
  }

  private void flush() {
    while (!untold.isEmpty() && mayPut(untold.getFirst())) {
      var next = untold.removeFirst();
      untold_bytes -= next.payload().length();
      if (next.qos() != MqttQoS.AT_MOST_ONCE) {
        unacknowledged++;
      }
      counts.told();
      endpoint.publish(next.topic(), next.payload(), next.qos(), false, false);
    }
    if (!untold.isEmpty() && !socket.isRead() && !looksAgain) {
      looksAgain = true;
      context
          .owner()
          .setTimer(
              LOOK_AGAIN_ms,
              _ -> {
                looksAgain = false;
                flush();
              });
    }
  }

  private boolean mayPut(Message message) {
    return !ended
        && socket.isRead()
        && (message.qos() == MqttQoS.AT_MOST_ONCE || unacknowledged < mostUnacknowledged);
  }

  private void acknowledged() {
    unacknowledged = Math.max(0, unacknowledged - 1);
    flush();
  }

  /// Ends the connection, saying why where the client can hear it; may be called from anywhere.
  void end(MqttDisconnectReasonCode reason) {
    context.runOnContext(_ -> {
      if (!ended && speaksFive() && endpoint.isConnected() && socket.isRead()) {
        endpoint.disconnect(reason, new MqttProperties());
      }
      forget();
      if (socket.isRead()) {
        socket.resume();
        socket.close();
      } else {
        socket.cut();
      }
    });
  }

  /// The connection is gone.
  void forget() {
    ended = true;
    waiting.clear();
    untold.clear();
    var mine = hand;
    if (mine != null) {
      mine.shutdown(); // what was sent before is still taken in: at most once may be told by nobody
    }
  }
}
