package org.foyal.things.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// What comes and goes by MQTT, in numbers.
@Component
class MqttCounts {
  private final MeterRegistry meters;
  private final AtomicInteger connections;
  private final Counter published;
  private final Counter stored;
  private final Counter told;

  MqttCounts(MeterRegistry meters) {
    this.meters = meters;
    this.connections = new AtomicInteger();
    meters.gauge("foyal.things.mqtt.connections", connections);
    this.published = meters.counter("foyal.things.mqtt.published");
    this.stored = meters.counter("foyal.things.mqtt.stored");
    this.told = meters.counter("foyal.things.mqtt.told");
  }

  /// How many are connected after one more came or went.
  int connected(int change) {
    return connections.addAndGet(change);
  }

  int connections() {
    return connections.get();
  }

  void published() {
    published.increment();
  }

  void stored() {
    stored.increment();
  }

  void told() {
    told.increment();
  }

  /// Something was not stored.
  void refused(String reason) {
    meters.counter("foyal.things.mqtt.refused", "reason", reason).increment();
  }

  /// A connection was refused or cut, or messages were not told.
  void dropped(String reason, long times) {
    meters.counter("foyal.things.mqtt.dropped", "reason", reason).increment((double) times);
  }
}
