package org.foyal.things.mqtt;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether MQTT is open. Closed against the settings, it is told but does not make the house ill: a
/// restart would not free the port.
@Component("mqtt")
class MqttHealth implements HealthIndicator {
  private final ThingsSubscriber door;
  private final MqttCounts counts;

  MqttHealth(ThingsSubscriber door, MqttCounts counts) {
    this.door = door;
    this.counts = counts;
  }

  @Override
  public Health health() {
    if (!door.trouble().isEmpty()) {
      return Health.status(new Status("DEGRADED")).withDetail("trouble", door.trouble()).build();
    }
    return Health.up()
        .withDetail("port", door.port())
        .withDetail("connections", counts.connections())
        .build();
  }
}
