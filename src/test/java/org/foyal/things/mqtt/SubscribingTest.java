package org.foyal.things.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.things.Station;
import org.foyal.things.devices.Devices;
import org.foyal.things.editing.Entities;
import org.foyal.things.intake.Intake;
import org.foyal.things.ledger.IncomingJson;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.model.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whoever subscribes is told of what was stored, after its commit, by the topics of the standard.
@HouseTest
class SubscribingTest {
  private static final Writer CITY = new Writer("city", true, new Rights.Everything());

  @Autowired ThingsSubscriber subscriber;
  @Autowired Devices devices;
  @Autowired Intake intake;
  @Autowired Entities entities;
  @Autowired JsonMapper json;
  @Autowired JdbcClient sql;

  private OpenDoor door;
  private Station station;

  @BeforeEach
  void aStation() {
    door = new OpenDoor(subscriber, devices);
    station = Station.of(sql, "Sonde", true);
  }

  private void observe(double number) throws Exception {
    var body = (ObjectNode) json.readTree("{\"result\": " + number + "}");
    intake
        .take(
            IncomingJson.read(
                body, station.datastream(), java.time.Instant.parse("2026-03-01T00:00:00Z")),
            CITY)
        .join();
  }

  /// A subscriber of some topics.
  private final class Ear implements AutoCloseable {
    private final Mqtt5BlockingClient client = door.anybody();
    private final Mqtt5BlockingClient.Mqtt5Publishes heard;

    Ear(String... topics) {
      client.connect();
      heard = client.publishes(MqttGlobalPublishFilter.ALL);
      for (var topic : topics) {
        client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
      }
    }

    Mqtt5Publish next() throws InterruptedException {
      return heard.receive(10, TimeUnit.SECONDS).orElseThrow();
    }

    Map<String, Object> payload() throws InterruptedException {
      return json.readValue(
          next().getPayloadAsBytes(), new tools.jackson.core.type.TypeReference<>() {});
    }

    @Override
    public void close() {
      heard.close();
      client.disconnect();
    }
  }

  private String datastream() {
    return "v1.1/Datastreams(" + station.datastream() + ")";
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/receive-updates-via-mqtt/receive-updates")
  void observationsOfADatastreamAreToldAsHttpAnswersThem() throws Exception {
    try (var ear = new Ear(datastream() + "/Observations")) {
      observe(21.5);
      assertThat(ear.payload())
          .containsEntry("result", 21.5)
          .containsEntry("phenomenonTime", "2026-03-01T00:00:00.000Z")
          .containsKeys("@iot.id", "@iot.selfLink", "Datastream@iot.navigationLink");
    }
  }

  @Test
  void whatIsSelectedComesAloneUnderTheTopicAsItWasWritten() throws Exception {
    var topic = datastream() + "/Observations?$select=phenomenonTime,result";
    try (var ear = new Ear(topic)) {
      observe(4);
      var told = ear.next();
      assertThat(told.getTopic()).hasToString(topic);
      assertThat(told.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
      assertThat(new String(told.getPayloadAsBytes(), StandardCharsets.UTF_8))
          .isEqualTo("{\"phenomenonTime\":\"2026-03-01T00:00:00.000Z\",\"result\":4}");
    }
  }

  @Test
  void setsBelowLinksLeadToTheSameSet() throws Exception {
    var topic =
        "v1.1/Things(%d)/Datastreams(%d)/Observations"
            .formatted(station.thing(), station.datastream());
    try (var ear = new Ear(topic)) {
      observe(7);
      assertThat(ear.payload()).containsEntry("result", 7);
    }
  }

  @Test
  void entitiesAndTheirPropertiesAreToldWhenTheyChange() throws Exception {
    var thing = "v1.1/Things(" + station.thing() + ")";
    try (var whole = new Ear(thing);
        var name = new Ear(thing + "/name")) {
      change("{\"name\": \"Autre\"}");
      assertThat(whole.payload()).containsEntry("name", "Autre");
      assertThat(name.payload()).isEqualTo(Map.of("name", "Autre"));
      change("{\"description\": \"same name\"}");
      change("{\"name\": \"Encore\"}");
      assertThat(name.payload()).isEqualTo(Map.of("name", "Encore"));
    }
  }

  private void change(String patch) {
    assertThat(
            entities.update(
                EntityType.THING, station.thing(), (ObjectNode) json.readTree(patch), CITY))
        .isInstanceOf(Written.Changed.class);
  }

  @Test
  void whatCantBeHeardIsRefusedWithItsReason() {
    var client = door.anybody();
    client.connect();
    var invalid = Mqtt5SubAckReasonCode.TOPIC_FILTER_INVALID;
    for (var topic :
        List.of(
            "v1.1/Nothings",
            "v1.0/Things",
            "x",
            "v1.1/Things(99999999)/Datastreams",
            "v1.1/Things?$filter=id eq 1",
            "v1.1/Things?$select=nothing",
            "v1.1/Things/$count")) {
      assertThat(refused(client, topic)).as(topic).isEqualTo(invalid);
    }
    client.disconnect();
  }

  private static Mqtt5SubAckReasonCode refused(Mqtt5BlockingClient client, String topic) {
    var no =
        catchThrowableOfType(
            Mqtt5SubAckException.class,
            () -> client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_MOST_ONCE).send());
    assertThat(no).as(topic).isNotNull();
    return no.getMqttMessage().getReasonCodes().getFirst();
  }

  @Test
  void anObservationThatIsCorrectedIsToldAgain() throws Exception {
    observe(4);
    long id =
        sql.sql("select max(id) from things.observation where datastream = :id")
            .param("id", station.datastream())
            .query(Long.class)
            .single();
    try (var ear = new Ear("v1.1/Observations(" + id + ")")) {
      var body = (ObjectNode) json.readTree("{\"result\": 5}");
      assertThat(entities.update(EntityType.OBSERVATION, id, body, CITY))
          .isInstanceOf(Written.Changed.class);
      assertThat(String.valueOf(ear.payload().get("result"))).isIn("5", "5.0");
    }
  }

  @Test
  void moreTopicsThanAreGrantedAreNotLookedUp() {
    var client = door.anybody();
    client.connect();
    var many =
        IntStream.rangeClosed(0, 200)
            .mapToObj(
                i -> Mqtt5Subscription.builder().topicFilter("v1.1/Things(" + i + ")/name").build())
            .toList();
    var no =
        catchThrowableOfType(
            Mqtt5SubAckException.class, () -> client.subscribeWith().addSubscriptions(many).send());
    assertThat(no).isNotNull();
    assertThat(no.getMqttMessage().getReasonCodes())
        .hasSize(201)
        .containsOnly(Mqtt5SubAckReasonCode.QUOTA_EXCEEDED);
    client.disconnect();
  }

  @Test
  void whoUnsubscribedIsToldNothingMore() throws Exception {
    try (var ear =
        new Ear(datastream() + "/Observations", "v1.1/Things(" + station.thing() + ")")) {
      ear.client.unsubscribeWith().topicFilter(datastream() + "/Observations").send();
      observe(9);
      change("{\"name\": \"Fin\"}");
      assertThat(ear.payload()).containsEntry("name", "Fin");
    }
  }

  @Test
  void whoeverAsksForTheSameInAnotherOrderIsToldTheSame() {
    var one = Topics.about("v1.1/Observations?$select=result,id,result").orElseThrow();
    assertThat(one.options())
        .isEqualTo(Topics.about("v1.1/Observations?$select=id,result").orElseThrow().options());
  }
}
