package org.foyal.things.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who subscribed to what.
@Component
class Interests {
  private final Map<Subject, Set<Interest>> all = new ConcurrentHashMap<>();

  /// What entities somebody wants to hear of.
  ///
  /// @param within the entity whose set it is; none: all of the service's
  /// @param id one entity; none: all of the set
  record Subject(EntityType type, @Nullable Within within, @Nullable Long id) {
    /// The entity whose set is meant.
    record Within(EntityType type, long id, String link) {}
  }

  /// One subscription of one client.
  ///
  /// @param topic as the client wrote it, under which it is told
  /// @param known of a property: the value that the client knows of
  record Interest(
      MqttSession session,
      String topic,
      Topics.About about,
      MqttQoS qos,
      AtomicReference<String> known) {}

  void add(Subject key, Interest interest) {
    all.compute(
        key,
        (_, some) -> {
          var mine = some == null ? ConcurrentHashMap.<Interest>newKeySet() : some;
          mine.add(interest);
          return mine;
        });
  }

  void remove(Subject key, MqttSession session, String topic) {
    all.computeIfPresent(
        key,
        (_, some) -> {
          some.removeIf(one -> one.session() == session && one.topic().equals(topic));
          return some.isEmpty() ? null : some;
        });
  }

  Set<Interest> of(Subject key) {
    return all.getOrDefault(key, Set.of());
  }

  /// Sets of single entities of that kind that somebody listens to.
  List<Subject> within(EntityType type) {
    return all.keySet().stream().filter(key -> key.type() == type && key.within() != null).toList();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
