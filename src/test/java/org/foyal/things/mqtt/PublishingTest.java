package org.foyal.things.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.things.Station;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Rights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Devices publish by MQTT 3.1.1 and 5; what is acknowledged is stored, and nothing else is.
@HouseTest
class PublishingTest {
  @Autowired ThingsSubscriber subscriber;
  @Autowired Devices devices;
  @Autowired JdbcClient sql;

  private OpenDoor door;
  private Station station;
  private OpenDoor.Entered device;

  @BeforeEach
  void aDeviceOfAStation() {
    door = new OpenDoor(subscriber, devices);
    station = Station.of(sql, "Sonde", true);
    device = door.device(new Rights.Some(Set.of(station.thing())), 10_000);
  }

  private String topic() {
    return "v1.1/Datastreams(" + station.datastream() + ")/Observations";
  }

  private long stored() {
    return sql.sql("select count(*) from things.observation where datastream = :id")
        .param("id", station.datastream())
        .query(Long.class)
        .single();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void send(Mqtt5BlockingClient client, MqttQos qos, String topic, String payload) {
    client.publishWith().topic(topic).qos(qos).payload(bytes(payload)).send();
  }

  @ParameterizedTest
  @EnumSource(MqttQos.class)
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-observations-via-mqtt/observations-creation")
  void whatIsAcknowledgedInMqtt5IsStored(MqttQos qos) throws Exception {
    var client = door.five(device.credentials());
    client.connect();
    send(client, qos, topic(), "{\"result\": 21.5}");
    send(
        client,
        qos,
        "v1.1/Observations",
        "{\"result\": 3, \"Datastream\": {\"@iot.id\": %d}}".formatted(station.datastream()));
    if (qos == MqttQos.AT_MOST_ONCE) {
      Awaited.until(() -> stored() == 2);
    }
    assertThat(stored()).isEqualTo(2);
    client.disconnect();
  }

  @ParameterizedTest
  @EnumSource(MqttQos.class)
  void whatIsAcknowledgedInMqtt311IsStored(MqttQos qos) throws Exception {
    var client = door.three(device.credentials());
    client.connect();
    client.publishWith().topic(topic()).qos(qos).payload(bytes("{\"result\": true}")).send();
    if (qos == MqttQos.AT_MOST_ONCE) {
      Awaited.until(() -> stored() == 1);
    }
    assertThat(stored()).isOne();
    client.disconnect();
  }

  @Test
  void manyAtOnceAreAllStoredAndAcknowledged() {
    var client = door.five(device.credentials());
    client.connect();
    var all =
        IntStream.range(0, 2_000)
            .mapToObj(i ->
                client
                    .toAsync()
                    .publishWith()
                    .topic(topic())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("{\"result\": " + i + "}"))
                    .send())
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).join();
    assertThat(stored()).isEqualTo(2_000);
    client.disconnect();
  }

  private Mqtt5PubAckReasonCode refusal(Mqtt5BlockingClient client, String topic, String payload) {
    var no =
        catchThrowableOfType(
            Mqtt5PubAckException.class, () -> send(client, MqttQos.AT_LEAST_ONCE, topic, payload));
    assertThat(no).as(payload).isNotNull();
    assertThat(no.getMqttMessage().getReasonString()).isPresent();
    return no.getMqttMessage().getReasonCode();
  }

  @Test
  void mqtt5ToldWhyAnObservationIsRefused() {
    var client = door.five(device.credentials());
    client.connect();
    var payload = Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID;
    for (var odd :
        List.of(
            "",
            "{",
            "[]",
            "7",
            "{}",
            "{\"result\": NaN}",
            "{\"result\": 1e999}",
            "{\"result\": 1, \"phenomenonTime\": \"yesterday\"}",
            "[".repeat(20_000))) {
      assertThat(refusal(client, topic(), odd)).as(odd).isEqualTo(payload);
    }
    assertThat(refusal(client, "v1.1/Observations", "{\"result\": 1}")).isEqualTo(payload);
    var name = Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID;
    for (var odd :
        List.of(
            "v1.1/Things",
            "v1.0/Observations",
            "x",
            "v1.1/Datastreams(x)/Observations",
            "v1.1/Datastreams(99999999)/Observations")) {
      assertThat(refusal(client, odd, "{\"result\": 1}")).as(odd).isEqualTo(name);
    }
    assertThat(stored()).isZero();
    send(client, MqttQos.AT_LEAST_ONCE, topic(), "{\"result\": 1}");
    assertThat(stored()).isOne();
    client.disconnect();
  }

  @Test
  void aDeviceWritesOnItsOwnThingsAndWithinItsQuota() {
    var other = Station.of(sql, "Autre", true);
    var small = door.device(new Rights.Some(Set.of(station.thing())), 2);
    var client = door.five(small.credentials());
    client.connect();
    assertThat(
            refusal(
                client,
                "v1.1/Datastreams(" + other.datastream() + ")/Observations",
                "{\"result\":1}"))
        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
    send(client, MqttQos.AT_LEAST_ONCE, topic(), "{\"result\": 1}");
    assertThat(refusal(client, topic(), "{\"result\": 2}"))
        .isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
    assertThat(stored()).isOne();
    client.disconnect();
  }

  @Test
  void nobodyPublishesWithoutCredentials() {
    var client = door.anybody();
    client.connect();
    assertThat(refusal(client, topic(), "{\"result\": 1}"))
        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
    client.disconnect();
  }

  @Test
  void wrongCredentialsAreToldAtTheDoor() {
    var wrong = new Credentials(device.credentials().username(), "wrong");
    var five = catchThrowableOfType(Mqtt5ConnAckException.class, () -> door.five(wrong).connect());
    assertThat(five.getMqttMessage().getReasonCode())
        .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);
    var three =
        catchThrowableOfType(Mqtt3ConnAckException.class, () -> door.three(wrong).connect());
    assertThat(three.getMqttMessage().getReturnCode().getCode()).isEqualTo(4);
  }

  @Test
  void aRevokedDeviceIsCutOffAtOnce() throws Exception {
    var client = door.five(device.credentials());
    client.connect();
    devices.revoke(Actor.CONSOLE, device.id());
    Awaited.until(() -> !client.getState().isConnected());
    assertThat(stored()).isZero();
  }

  @Test
  void theSameTimeTwiceIsToldInMqtt5AndAcknowledgedInMqtt311() {
    sql.sql("update things.datastream set one_per_time = true where id = :id")
        .param("id", station.datastream())
        .update();
    var payload = "{\"result\": 1, \"phenomenonTime\": \"2026-01-01T00:00:00Z\"}";
    var client = door.five(device.credentials());
    client.connect();
    send(client, MqttQos.AT_LEAST_ONCE, topic(), payload);
    assertThat(refusal(client, topic(), payload))
        .isEqualTo(Mqtt5PubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR);
    client.disconnect();
    var old = door.three(device.credentials());
    old.connect();
    old.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(bytes(payload)).send();
    old.disconnect();
    assertThat(stored()).isOne();
  }

  @Test
  void mqtt311IsCutOffWhereAnAcknowledgementWouldLie() throws Exception {
    var client = door.three(device.credentials());
    client.connect();
    var answer =
        client
            .toAsync()
            .publishWith()
            .topic(topic())
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(bytes("{"))
            .send();
    Awaited.until(answer::isDone);
    assertThat(answer).isCompletedExceptionally();
    assertThat(stored()).isZero();
  }
}
