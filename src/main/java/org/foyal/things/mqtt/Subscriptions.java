package org.foyal.things.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.things.mqtt.Composing.Meant;
import org.foyal.things.mqtt.Interests.Interest;
import org.foyal.things.mqtt.Interests.Subject;
import org.springframework.dao.DataAccessException;

/// The subscriptions of one client (18-088, clause 14): to sets, entities and properties, each by
/// its own topic. Wildcards are refused: the standard's topics have none, and one subscription must
/// not bring everything.
final class Subscriptions {
  private static final int MOST = 200;
  private static final int MOST_LOOKING = 16;

  private final MqttSession session;
  private final Interests interests;
  private final Composing composing;
  private final Map<String, Subject> mine = new HashMap<>();

  /// Packets whose topics are being looked up; of the connection's own context.
  private int looking;

  Subscriptions(MqttSession session, Interests interests, Composing composing) {
    this.session = session;
    this.interests = interests;
    this.composing = composing;
  }

  void listen() {
    session.endpoint().subscribeHandler(this::subscribe).unsubscribeHandler(this::unsubscribe);
  }

  /// Some topics have to be looked up, which takes its time.
  private void subscribe(MqttSubscribeMessage message) {
    var topics = message.topicSubscriptions();
    if (topics.size() > MOST) { // more than are granted are not looked up
      var none = Collections.nCopies(topics.size(), no(MqttSubAckReasonCode.QUOTA_EXCEEDED));
      session.endpoint().subscribeAcknowledge(message.messageId(), none, new MqttProperties());
      return;
    }
    if (looking == MOST_LOOKING) {
      session.end(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH);
      return;
    }
    looking++;
    Thread.ofVirtual()
        .name("mqtt-subscribe")
        .start(() -> {
          var keys = look(topics);
          session.context().runOnContext(_ -> subscribed(message.messageId(), topics, keys));
        });
  }

  /// What was found of a topic.
  ///
  /// @param answers whether answers of other rooms come there, for this client
  private record Looked(Optional<Meant> meant, boolean answers) {}

  private List<Looked> look(List<MqttTopicSubscription> topics) {
    try {
      return topics.stream().map(one -> look(one.topicName())).toList();
    } catch (DataAccessException away) {
      return topics.stream().map(_ -> new Looked(Optional.empty(), false)).toList();
    }
  }

  private Looked look(String topic) {
    var meant = composing.meant(topic);
    return new Looked(meant, meant.isEmpty() && session.mayHear(topic));
  }

  private void subscribed(int id, List<MqttTopicSubscription> topics, List<Looked> keys) {
    looking--;
    if (!session.endpoint().isConnected()) {
      return;
    }
    var answers = new java.util.ArrayList<MqttSubAckReasonCode>();
    for (int i = 0; i < topics.size(); i++) {
      answers.add(one(topics.get(i), keys.get(i)));
    }
    session.endpoint().subscribeAcknowledge(id, answers, new MqttProperties());
  }

  private MqttSubAckReasonCode one(MqttTopicSubscription asked, Looked looked) {
    var topic = asked.topicName();
    var meant = looked.meant();
    if (looked.answers()) {
      session.answered().add(topic);
      return MqttSubAckReasonCode.GRANTED_QOS1;
    }
    if (meant.isEmpty()) {
      return no(
          topic.startsWith("$share/")
              ? MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED
              : topic.contains("+") || topic.contains("#")
                  ? MqttSubAckReasonCode.WILDCARD_SUBSCRIPTIONS_NOT_SUPPORTED
                  : MqttSubAckReasonCode.TOPIC_FILTER_INVALID);
    }
    if (mine.size() >= MOST && !mine.containsKey(topic)) {
      return no(MqttSubAckReasonCode.QUOTA_EXCEEDED);
    }
    var qos =
        asked.qualityOfService() == MqttQoS.AT_MOST_ONCE
            ? MqttQoS.AT_MOST_ONCE
            : MqttQoS.AT_LEAST_ONCE;
    forget(topic);
    var found = meant.get();
    mine.put(topic, found.subject());
    var known = new AtomicReference<>(found.value());
    interests.add(found.subject(), new Interest(session, topic, found.about(), qos, known));
    return qos == MqttQoS.AT_MOST_ONCE
        ? MqttSubAckReasonCode.GRANTED_QOS0
        : MqttSubAckReasonCode.GRANTED_QOS1;
  }

  /// MQTT 3.1.1 has one word for all refusals.
  private MqttSubAckReasonCode no(MqttSubAckReasonCode why) {
    return session.speaksFive() ? why : MqttSubAckReasonCode.UNSPECIFIED_ERROR;
  }

  private void unsubscribe(MqttUnsubscribeMessage message) {
    var answers =
        message.topics().stream()
            .map(topic ->
                forget(topic)
                    ? MqttUnsubAckReasonCode.SUCCESS
                    : MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED)
            .toList();
    session.endpoint().unsubscribeAcknowledge(message.messageId(), answers, new MqttProperties());
  }

  private boolean forget(String topic) {
    var key = mine.remove(topic);
    if (key != null) {
      interests.remove(key, session, topic);
    }
    return key != null || session.answered().remove(topic);
  }

  void forgetAll() {
    List.copyOf(mine.keySet()).forEach(this::forget);
  }
}
