package org.foyal.things.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Rights;
import org.springframework.context.ApplicationContext;

/// Clients of MQTT at a door on a free port, with the credentials of a device.
public final class OpenDoor {
  private final int port;
  private final Devices devices;

  OpenDoor(ThingsSubscriber door, Devices devices) {
    if (door.port() == 0) {
      door.open("127.0.0.1", 0);
    }
    this.port = door.port();
    this.devices = devices;
  }

  /// Opens the door of a house, unless it is.
  public static void of(ApplicationContext house) {
    var door = new OpenDoor(house.getBean(ThingsSubscriber.class), house.getBean(Devices.class));
    if (door.port == 0) {
      throw new AssertionError("MQTT is not open");
    }
  }

  int port() {
    return port;
  }

  /// A device, by its number.
  record Entered(UUID id, Credentials credentials) {}

  Entered device(Rights rights, int aDay) {
    var id = UUID.randomUUID();
    var order = new Devices.Order(id, "Essai", rights, new Device.Quota(aDay, aDay), true);
    var opened = (Devices.Entered.Opened) devices.open(Actor.CONSOLE, order);
    return new Entered(id, opened.credentials());
  }

  Mqtt5BlockingClient five(Credentials shown) {
    return MqttClient.builder()
        .useMqttVersion5()
        .serverHost("127.0.0.1")
        .serverPort(port)
        .simpleAuth()
        .username(shown.username())
        .password(shown.secret().getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
  }

  Mqtt3BlockingClient three(Credentials shown) {
    return MqttClient.builder()
        .useMqttVersion3()
        .serverHost("127.0.0.1")
        .serverPort(port)
        .simpleAuth()
        .username(shown.username())
        .password(shown.secret().getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
  }

  Mqtt5BlockingClient anybody() {
    return MqttClient.builder()
        .useMqttVersion5()
        .serverHost("127.0.0.1")
        .serverPort(port)
        .buildBlocking();
  }
}
