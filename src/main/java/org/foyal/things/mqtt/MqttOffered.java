package org.foyal.things.mqtt;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.foyal.shell.SiteAddress;
import org.foyal.things.serving.Offered;
import org.springframework.stereotype.Component;

/// What the root document of the service tells of MQTT (18-088, clause 9.2.1), while it is open.
@Component
class MqttOffered implements Offered {
  private static final String REQUIREMENT = "http://www.opengis.net/spec/iot_sensing/1.1/req/";
  private static final String CREATE =
      REQUIREMENT + "create-observations-via-mqtt/observations-creation";
  private static final String RECEIVE = REQUIREMENT + "receive-updates-via-mqtt/receive-updates";

  private final ThingsSubscriber door;
  private final SiteAddress site;

  MqttOffered(ThingsSubscriber door, SiteAddress site) {
    this.door = door;
    this.site = site;
  }

  @Override
  public List<String> conformance() {
    return door.port() == 0 ? List.of() : List.of(CREATE, RECEIVE);
  }

  @Override
  public Map<String, ?> settings() {
    if (door.port() == 0) {
      return Map.of();
    }
    var endpoints =
        Map.of(
            "endpoints", List.of("mqtt://" + URI.create(site.get()).getHost() + ":" + door.port()));
    return Map.of(CREATE, endpoints, RECEIVE, endpoints);
  }
}
