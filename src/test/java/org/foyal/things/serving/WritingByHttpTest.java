package org.foyal.things.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is written at the doors of SensorThings, and what is refused there.
@HouseTest
class WritingByHttpTest {
  private static final String THING =
      "{\"name\": \"Box\", \"description\": \"On the roof\", \"properties\": {\"floor\": 3}}";

  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  @Autowired Devices devices;

  private Sensing service = new Sensing(0);
  private String key = "";

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    new TwoStations(sql).countOn();
    service = new Sensing(port);
    key = Keys.toEverything(devices);
  }

  private Sensing.Told send(String method, String path, String body, String... more) {
    var headers = Stream.concat(Stream.of("Authorization", key), Stream.of(more));
    return service.send(method, path, body, headers.toArray(String[]::new));
  }

  private static String location(Sensing.Told told) {
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    return told.whole().headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aThingIsMadeFoundChangedReplacedAndRemoved() {
    var made = send("POST", "/Things", THING);
    var address = location(made);
    assertThat(made.json().path("name").stringValue("")).isEqualTo("Box");
    var path = address.substring(service.base().length());
    assertThat(send("PATCH", path, "{\"name\": \"Case\"}").status()).isEqualTo(200);
    assertThat(service.at(address).json().path("name").stringValue("")).isEqualTo("Case");
    assertThat(service.at(address).json().at("/properties/floor").intValue()).isEqualTo(3);
    assertThat(send("PUT", path, "{\"name\": \"Crate\", \"description\": \"d\"}").status())
        .isEqualTo(200);
    assertThat(service.at(address).json().has("properties")).isFalse();
    assertThat(send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(service.at(address).status()).isEqualTo(404);
    assertThat(send("DELETE", path, "").status()).isEqualTo(404);
  }

  @Test
  void whatWasMadeIsOnlyShownWhereItIsWanted() {
    assertThat(send("POST", "/Things", THING, "Prefer", "return=minimal").body()).isEmpty();
    var one = "{\"result\": 1, \"Datastream\": {\"@iot.id\": 1}}";
    assertThat(send("POST", "/Observations", one).body()).isEmpty();
    assertThat(
            send("POST", "/Observations", one, "Prefer", "return=representation")
                .json()
                .path("result")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void anObservationIsMadeBelowItsDatastream() {
    var made =
        send("POST", "/Datastreams(2)/Observations", "{\"result\": {\"peak\": 7}, \"phenomenonTime\": \"2026-05-01T00:00:00+02:00\"}");
    var told = service.at(location(made)).json();
    assertThat(told.at("/result/peak").intValue()).isEqualTo(7);
    assertThat(told.path("phenomenonTime").stringValue("")).isEqualTo("2026-04-30T22:00:00.000Z");
    assertThat(service.get("/Datastreams(2)/Observations/$count").body()).isEqualTo("4");
  }

  @Test
  void aPatchOfOperationsIsDoneWholeOrNotAtAll() {
    var type = new String[] {"Content-Type", "application/json-patch+json"};
    var done =
        patch("[{\"op\": \"replace\", \"path\": \"/properties/floor\", \"value\": 5}, {\"op\": \"add\", \"path\": \"/properties/tags\", \"value\": [\"a\"]}, {\"op\": \"add\", \"path\": \"/properties/tags/-\", \"value\": \"b\"}, {\"op\": \"copy\", \"from\": \"/properties/floor\", \"path\": \"/properties/level\"}, {\"op\": \"test\", \"path\": \"/properties/level\", \"value\": 5}, {\"op\": \"remove\", \"path\": \"/properties/kind\"}]");
    assertThat(done.status()).as(done.body() + type.length).isEqualTo(200);
    assertThat(service.get("/Things(1)/properties").body())
        .isEqualTo("{\"properties\":{\"tags\": [\"a\", \"b\"], \"floor\": 5, \"level\": 5}}");
    assertThat(patch("[{\"op\": \"remove\", \"path\": \"/properties/floor\"}, {\"op\": \"test\", \"path\": \"/name\", \"value\": \"x\"}]").status())
        .isEqualTo(400);
    assertThat(service.get("/Things(1)/properties/floor").status()).isEqualTo(200);
  }

  private Sensing.Told patch(String operations) {
    return service.send(
        HttpRequest.newBuilder(URI.create(service.base() + "/Things(1)"))
            .method("PATCH", BodyPublishers.ofString(operations))
            .header("Content-Type", "application/json-patch+json")
            .header("Authorization", key)
            .build());
  }

  @Test
  void rowsAreAnsweredOneByOne() {
    var told =
        send(
            "POST",
            "/CreateObservations",
            """
            [{"Datastream": {"@iot.id": 1}, "components": ["phenomenonTime", "result", "FeatureOfInterest/id"],
              "dataArray@iot.count": 3, "dataArray": [["2026-06-01T00:00:00Z", 1, 1], ["nonsense", 2, 1], ["2026-06-01T00:02:00Z", 3, 1]]},
             {"Datastream": {"@iot.id": 999}, "components": ["result"], "dataArray": [[4]]}]
            """);
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    var rows = told.json();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).stringValue("")).startsWith(service.base() + "/Observations(");
    assertThat(rows.get(1).stringValue("")).startsWith("error");
    assertThat(rows.get(3).stringValue("")).startsWith("error");
    assertThat(service.get("/Datastreams(1)/Observations/$count").body()).isEqualTo("252");
  }

  @Test
  void requestsOfABatchNameWhatOthersMade() {
    var told =
        send(
            "POST",
            "/$batch",
            """
            {"requests": [
              {"id": "t", "method": "post", "url": "Things", "body": {"name": "T", "description": "D"}},
              {"id": "d", "method": "post", "url": "$t/Datastreams", "body": {"name": "DS", "description": "D",
                "observationType": "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                "unitOfMeasurement": {"name": "n", "symbol": "s", "definition": "d"},
                "Sensor": {"@iot.id": 1}, "ObservedProperty": {"@iot.id": 1}}},
              {"id": "o", "method": "post", "url": "Observations", "body": {"result": 5, "phenomenonTime": "2026-06-01T00:00:00Z",
                "Datastream": {"@iot.id": "$d"}, "FeatureOfInterest": {"@iot.id": 1}}},
              {"id": "g", "method": "get", "url": "$d/Observations?$select=result"},
              {"id": "x", "method": "get", "url": "Things(99999)"}]}
            """);
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.json().at("/responses").findValuesAsString("status"))
        .as(told.body())
        .containsExactly("201", "201", "201", "200", "404");
    assertThat(told.json().at("/responses/3/body/value/0/result").intValue()).isEqualTo(5);
  }

  @Test
  void aGroupOfABatchIsWrittenWholeOrNotAtAll() {
    var told =
        send(
            "POST",
            "/$batch",
            """
            {"requests": [
              {"id": "1", "atomicityGroup": "g", "method": "post", "url": "Things", "body": {"name": "Group", "description": "D"}},
              {"id": "2", "atomicityGroup": "g", "method": "post", "url": "Things", "body": {"name": 7}},
              {"id": "3", "method": "post", "url": "Things", "body": {"name": "Alone", "description": "D"}}]}
            """);
    assertThat(told.json().at("/responses").findValuesAsString("status"))
        .as(told.body())
        .containsExactly("424", "400", "201");
    assertThat(service.get("/Things", "$filter", "name eq 'Group'").ids()).isEmpty();
  }

  @Test
  void whoeverShowsNoCredentialsOnlyReads() {
    var nobody = service.send("POST", "/Things", THING);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.whole().headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(service.send("DELETE", "/Things(1)", "", "Authorization", "Basic eDp5").status())
        .isEqualTo(401);
    assertThat(service.get("/Things").status()).isEqualTo(200);
    var batch =
        service.send(
            "POST",
            "/$batch",
            "{\"requests\": [{\"id\": \"1\", \"method\": \"get\", \"url\": \"Things(1)\"}, {\"id\": \"2\", \"method\": \"delete\", \"url\": \"Things(1)\"}]}");
    assertThat(batch.json().at("/responses").findValuesAsString("status"))
        .containsExactly("200", "401");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"text\"",
        "{\"name\": NaN}",
        "{\"name\": 1}{",
        "{\"name\": }",
        "{\"result\": NaN, \"Datastream\": {\"@iot.id\": 1}}",
        "\u0000"
      })
  void aBodyThatIsNoObjectIsTold(String body) {
    for (var path : new String[] {"/Things", "/Observations", "/$batch", "/CreateObservations"}) {
      if (path.equals("/CreateObservations") && body.equals("[]")) {
        continue; // nothing to store is no fault
      }
      var told = send("POST", path, body);
      assertThat(told.status()).as(path + told.body()).isEqualTo(400);
      assertThat(told.json().path("message").stringValue("")).isNotBlank();
    }
  }

  @Test
  void aBodyThatIsNestedWithoutEndIsTold() {
    for (var deep : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
      assertThat(send("POST", "/Things", deep).status()).isEqualTo(400);
    }
    var within = "{\"name\": \"n\", \"description\": \"d\", \"properties\": " + "{\"a\":".repeat(400) + "1" + "}".repeat(400) + "}";
    assertThat(send("POST", "/Things", within).status()).isIn(201, 400);
  }

  @Test
  void aBodyWithoutEndIsTurnedAway() {
    var whole = send("POST", "/Things", "\"" + "a".repeat(9_000_000) + "\"");
    assertThat(whole.status()).isEqualTo(413);
    var chunked =
        service.send(
            HttpRequest.newBuilder(URI.create(service.base() + "/Things"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[9_000_000])))
                .header("Content-Type", "application/json")
                .header("Authorization", key)
                .build());
    assertThat(chunked.status()).isEqualTo(413);
  }

  static Stream<String[]> wrongWrites() {
    return Stream.of(
        new String[] {"POST", "/Things(1)", "405"},
        new String[] {"POST", "/Things(99999)/Datastreams", "404"},
        new String[] {"POST", "/Nothings", "404"},
        new String[] {"POST", "/Things(1)/name", "404"},
        new String[] {"PATCH", "/Things", "405"},
        new String[] {"PUT", "/Things", "405"},
        new String[] {"DELETE", "/Things", "405"},
        new String[] {"PATCH", "/Things(99999)", "404"},
        new String[] {"PUT", "/CreateObservations", "405"});
  }

  @ParameterizedTest
  @MethodSource("wrongWrites")
  void whatCantBeWrittenThereIsTold(String method, String path, String status) {
    var told = send(method, path, THING);
    assertThat(told.status()).as(told.body()).isEqualTo(Integer.parseInt(status));
    assertThat(told.json().path("type").stringValue("")).isEqualTo("error");
  }

  @Test
  void aFormOfAPageOfAnotherSiteWritesNothing() {
    for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      var told =
          service.send(
              HttpRequest.newBuilder(URI.create(service.base() + "/Things"))
                  .POST(BodyPublishers.ofString(THING))
                  .header("Content-Type", type)
                  .header("Authorization", key)
                  .build());
      assertThat(told.status()).isEqualTo(415);
    }
  }
}
