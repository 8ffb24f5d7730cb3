package org.foyal.things.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.things.Station;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Device;
import org.foyal.things.devices.Devices;
import org.foyal.things.model.Rights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Uplinks of The Things Stack and readings of Sensor.Community become observations.
@HouseTest
class SendingPayloadsTest {
  private static final String UPLINK = "/api/things/ttn";
  private static final String COMMUNITY = "/api/things/sensor-community";

  @Autowired MockMvcTester web;
  @Autowired Devices devices;
  @Autowired JdbcClient sql;

  private final String name = "eui-" + UUID.randomUUID();
  private Station station;
  private Credentials shown;

  @BeforeEach
  void aDatastreamThatAsksForAField() {
    station = Station.of(sql, "Sonde", true);
    asksFor("temperature");
    var order =
        new Devices.Order(
            UUID.randomUUID(),
            "Essai",
            new Rights.Some(Set.of(station.thing())),
            new Device.Quota(5, 5),
            true);
    shown = ((Devices.Entered.Opened) devices.open(Actor.CONSOLE, order)).credentials();
  }

  private void asksFor(String field) {
    sql.sql("update things.datastream set properties = :properties::jsonb where id = :id")
        .param(
            "properties",
            "{\"payload\": {\"device\": \"%s\", \"field\": \"%s\"}}".formatted(name, field))
        .param("id", station.datastream())
        .update();
  }

  private MvcTestResult send(String door, String body) {
    var basic =
        Base64.getEncoder()
            .encodeToString(
                (shown.username() + ":" + shown.secret()).getBytes(StandardCharsets.UTF_8));
    return web.post()
        .uri(door)
        .header("Authorization", "Basic " + basic)
        .header("X-Sensor", name)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private String uplink(String decoded) {
    return """
    {"end_device_ids": {"device_id": "%s"}, "received_at": "2026-02-03T04:05:07Z",
     "uplink_message": {"f_port": 2, "received_at": "2026-02-03T04:05:06.789012345Z",
       "decoded_payload": %s}}
    """
        .formatted(name, decoded);
  }

  private String stored() {
    return sql.sql(
            """
            select coalesce(string_agg(number || ' ' || to_char(phenomenon_from at time zone 'UTC',
              'YYYY-MM-DD HH24:MI:SS.US'), ', '), '') from things.observation where datastream = :id
            """)
        .param("id", station.datastream())
        .query(String.class)
        .single();
  }

  @Test
  void anUplinkIsStoredAtItsTimeAndItsOtherFieldsAreTold() throws Exception {
    var answer = send(UPLINK, uplink("{\"temperature\": 27.5, \"battery\": 3.1}"));
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentAsString())
        .isEqualTo("{\"stored\":1,\"unknown\":[\"battery\"],\"refused\":{}}");
    assertThat(stored()).isEqualTo("27.5 2026-02-03 04:05:06.789012");
  }

  @Test
  void theFirmwaresNumbersAreReadFromText() {
    asksFor("P1");
    var body =
        """
        {"software_version": "NRZ-2020-133", "sensordatavalues": [
          {"value_type": "P1", "value": "12.43"}, {"value_type": "signal", "value": "-60"}]}
        """;
    assertThat(send(COMMUNITY, body)).hasStatusOk();
    assertThat(stored()).startsWith("12.43 ");
  }

  @Test
  void nobodySilencesADeviceByAskingForItsFields() throws Exception {
    var others = Station.of(sql, "Autre", true);
    sql.sql(
            """
            update things.datastream o set properties = m.properties, id = m.id - 1000000
            from things.datastream m where o.id = :other and m.id = :mine
            """)
        .param("other", others.datastream())
        .param("mine", station.datastream())
        .update();
    var answer = send(UPLINK, uplink("{\"temperature\": 27.5}"));
    assertThat(answer.getResponse().getContentAsString()).startsWith("{\"stored\":1,");
    assertThat(stored()).startsWith("27.5 ");
  }

  @Test
  void aDeviceOfAnotherIsNotWrittenFor() {
    var other = Station.of(sql, "Autre", true);
    sql.sql("update things.datastream set properties = :p::jsonb where id = :id")
        .param("p", "{\"payload\": {\"device\": \"%s\", \"field\": \"noise\"}}".formatted(name))
        .param("id", other.datastream())
        .update();
    assertThat(send(UPLINK, uplink("{\"noise\": 1}")))
        .hasStatusOk()
        .bodyText()
        .contains("\"unknown\":[\"noise\"]");
  }

  @Test
  void moreThanTheQuotaIsAskedToWait() {
    for (int i = 0; i < 5; i++) {
      assertThat(send(UPLINK, uplink("{\"temperature\": 1}"))).hasStatusOk();
    }
    assertThat(send(UPLINK, uplink("{\"temperature\": 1}")))
        .hasStatus(429)
        .containsHeader("Retry-After");
  }

  @Test
  void nobodySendsWithoutCredentials() {
    for (var door : new String[] {UPLINK, COMMUNITY}) {
      assertThat(
              web.post().uri(door).contentType(MediaType.APPLICATION_JSON).content("{}").exchange())
          .hasStatus(401)
          .containsHeader("WWW-Authenticate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "{}", "{\"end_device_ids\":{\"device_id\":7}}"})
  void whatHasAnotherFormIsTold(String odd) {
    assertThat(send(UPLINK, odd)).hasStatus(400);
    assertThat(send(COMMUNITY, odd)).hasStatus(400);
  }
}
