package org.foyal.things.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.model.Rights;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever holds credentials of one thing neither stops the city's intake nor touches what is
/// others'.
@HouseTest
class WritingWithIllWillTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  @Autowired Devices devices;

  private Sensing service = new Sensing(0);
  private String city = "";
  private String maker = "";

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    new TwoStations(sql).countOn();
    service = new Sensing(port);
    city = Keys.toEverything(devices);
    maker = Keys.header(devices, new Rights.Some(Set.of(1L)));
  }

  private Sensing.Told send(String key, String method, String path, String body) {
    return service.send(method, path, body.replace('\'', '"'), "Authorization", key);
  }

  @Test
  void aGroupNeverWaitsForTheIntakeThatWaitsForIt() {
    var told =
        send(
            city,
            "POST",
            "/$batch",
            """
            {'requests': [
              {'id': 'a', 'atomicityGroup': 'g', 'method': 'post', 'url': 'Datastreams(1)/Observations', 'body': {'result': 1}},
              {'id': 'b', 'atomicityGroup': 'g', 'method': 'post', 'url': 'CreateObservations', 'body':
                [{'Datastream': {'@iot.id': 1}, 'components': ['result'], 'dataArray': [[2]]}]}]}
            """);
    assertThat(told.json().at("/responses/0/status").intValue()).isEqualTo(424);
    assertThat(told.json().at("/responses/1/status").intValue()).isEqualTo(400);
    assertThat(service.get("/Datastreams(1)/Observations/$count").body())
        .isEqualTo(Integer.toString(TwoStations.READINGS));
    assertThat(send(city, "POST", "/Datastreams(1)/Observations", "{'result': 3}").status())
        .isEqualTo(201);
  }

  /// What PostgreSQL says when its disk is full (53100), in the middle of a batch.
  @Test
  void whatTheDatabaseCantTakeNowHidesNothingOfWhatWasDoneBefore() {
    sql.sql(
            """
            create function public.full_disk() returns trigger language plpgsql as $$
              begin raise exception 'could not extend file' using errcode = '53100'; end $$
            """)
        .update();
    sql.sql(
            """
            create trigger full_disk before insert on things.sensor for each row
            when (new.name = 'Plein') execute function public.full_disk()
            """)
        .update();
    var sensor =
        "'method': 'post', 'url': 'Sensors', 'body': {'name': '%s', 'description': 'x', 'encodingType': 'text/html', 'metadata': 'x'}";
    try {
      var told =
          send(
              city,
              "POST",
              "/$batch",
              "{'requests': [{'id': '1', %s}, {'id': '2', %s}, {'id': '3', 'atomicityGroup': 'g', %s}, {'id': '4', 'atomicityGroup': 'g', %s}, {'id': '5', %s}]}"
                  .formatted(
                      sensor.formatted("Un"),
                      sensor.formatted("Plein"),
                      sensor.formatted("Deux"),
                      sensor.formatted("Plein"),
                      sensor.formatted("Trois")));
      assertThat(told.json().at("/responses").findValuesAsString("status"))
          .containsExactly("201", "503", "503", "503", "201");
      assertThat(service.get("/Sensors/$count?$filter=name%20eq%20'Deux'").body()).isEqualTo("0");
    } finally {
      sql.sql("drop trigger full_disk on things.sensor").update();
      sql.sql("drop function public.full_disk").update();
    }
  }

  @Test
  void anObservationIsNoLongerThanMqttWouldTakeIt() {
    var text = "x".repeat(70_000);
    assertThat(
            send(city, "POST", "/Datastreams(1)/Observations", "{'result': '" + text + "'}")
                .status())
        .isEqualTo(400);
    assertThat(
            send(
                    city,
                    "POST",
                    "/Datastreams(1)/Observations",
                    "{'result': 1, 'parameters': {'a': '" + text + "'}}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aQuestionStandsInNoGroup() {
    var told =
        send(
            city,
            "POST",
            "/$batch",
            "{'requests': [{'id': 'a', 'atomicityGroup': 'g', 'method': 'get', 'url': 'Things'}]}");
    assertThat(told.json().at("/responses/0/status").intValue()).isEqualTo(400);
  }

  @Test
  void copiesOfCopiesEndBeforeTheyFillTheHouse() {
    var operations =
        IntStream.range(0, 40)
            .mapToObj("{'op': 'copy', 'from': '/properties', 'path': '/properties/a%d'}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    var request =
        HttpRequest.newBuilder(URI.create(service.base() + "/Things(1)"))
            .method("PATCH", BodyPublishers.ofString(operations.replace('\'', '"')))
            .header("Content-Type", "application/json-patch+json")
            .header("Authorization", city)
            .build();
    var told = service.send(request);
    assertThat(told.status()).isEqualTo(400);
  }

  @Test
  void whereOthersWereIsNotTheMakersToMoveOrToRemove() {
    assertThat(send(maker, "PATCH", "/Things(1)", "{'Locations': [{'@iot.id': 2}]}").status())
        .isEqualTo(403);
    assertThat(send(maker, "DELETE", "/Locations(2)", "").status()).isEqualTo(403);
    assertThat(service.get("/Things(2)/Locations/$count").body()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name': 'a', 'description': '', 'properties': {'a': '\\u0000'}}",
        "{'name': 'a', 'description': '', 'properties': {'\\u0000': 1}}",
        "{'name': 'a\\u0000', 'description': ''}",
        "{'name': 'a', 'description': '', 'properties': {'a': 1e999}}"
      })
  void whatTheDatabaseCantKeepIsTold(String thing) {
    assertThat(send(city, "POST", "/Things", thing).status()).isEqualTo(400);
  }

  @Test
  void credentialsThatNoDatabaseHoldsAreWrong() {
    var odd =
        "Basic " + Base64.getEncoder().encodeToString("\0:x".getBytes(StandardCharsets.UTF_8));
    assertThat(send(odd, "POST", "/Things", "{}").status()).isEqualTo(401);
  }

  @Test
  void aPlaceBelowAThingMayNameItsThingOnceMore() {
    assertThat(
            send(
                    city,
                    "POST",
                    "/Things(1)/Locations",
                    """
                    {'name': 'l', 'description': '', 'encodingType': 'application/geo+json',
                     'location': {'type': 'Point', 'coordinates': [-61, 14.6]}, 'Things': {'@iot.id': 1}}
                    """)
                .status())
        .isEqualTo(201);
  }

  @Test
  void theRootIsNoEntity() {
    assertThat(send(city, "POST", "", "{}").status()).isIn(404, 405);
    assertThat(
            send(
                    city,
                    "POST",
                    "/$batch",
                    "{'requests': [{'id': 'a', 'method': 'get', 'url': '/'}]}")
                .json()
                .at("/responses/0/status")
                .intValue())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"date(phenomenonTime) eq 08:00:00", "hour(date(phenomenonTime)) eq 1"})
  void aComparisonThatCantBeIsTold(String filter) {
    assertThat(service.get("/Observations", "$filter", filter).status()).isIn(200, 400);
  }

  @Test
  void anInventedReadingGoesToNoRealDatastream() {
    sql.sql("update things.datastream set example = false where id = 1").update();
    var invented = Keys.example(devices);
    assertThat(send(invented, "POST", "/Datastreams(1)/Observations", "{'result': 1}").status())
        .isEqualTo(403);
  }
}
