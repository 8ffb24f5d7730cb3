package org.foyal.things.conformance.createupdatedelete;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.ledger.HighNumbers;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The conformance class « Create, Update, Delete » of 18-088 (clause 10), one test or more a
/// requirement, as a client over HTTP sees it.
@HouseTest
class CreateUpdateDeleteTest {
  private static final String QUAY =
      """
      {'name': 'Quay', 'description': '', 'encodingType': 'application/geo+json',
       'location': {'type': 'Point', 'coordinates': [-61.07, 14.6]}}\
      """;
  private static final String FLOAT =
      "{'name': 'Float', 'description': '', 'encodingType': 'text/plain', 'metadata': 'none'}";
  private static final String LEVEL =
      "{'name': 'Level', 'definition': 'http://example.org/level', 'description': ''}";
  private static final String STREAM =
      """
      'name': 'Level', 'description': 'Water level',
      'observationType': 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
      'unitOfMeasurement': {'name': 'metre', 'symbol': 'm', 'definition': 'ucum:m'}\
      """;
  private static final String STATION =
      """
      {'name': 'Station', 'description': 'By the water', 'Locations': [%s],
       'Datastreams': [{%s, 'Sensor': %s, 'ObservedProperty': %s,
         'Observations': [{'result': 1.5, 'phenomenonTime': '2026-05-01T00:00:00Z'},
           {'result': 2.5, 'phenomenonTime': '2026-05-01T01:00:00Z'}]}]}\
      """
          .formatted(QUAY, STREAM, FLOAT, LEVEL);

  @LocalServerPort int port;
  @Autowired Devices devices;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext house;
  private Sensing service = new Sensing(0);
  private String key = "";

  @BeforeEach
  void settle() {
    new TwoStations(sql).observeOn(); // others of this house want the low numbers
    HighNumbers.from(house);
    service = new Sensing(port);
    key = Keys.toEverything(devices);
  }

  private Sensing.Told send(String method, String path, String written, String... type) {
    var request =
        HttpRequest.newBuilder(URI.create(service.base() + path))
            .method(method, BodyPublishers.ofString(written.replace('\'', '"')))
            .header("Content-Type", type.length > 0 ? type[0] : "application/json")
            .header("Authorization", key);
    return service.send(request.build());
  }

  /// Makes an entity; its path below the service.
  private String make(String set, String written) {
    var told = send("POST", set, written);
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    return told.whole()
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .substring(service.base().length());
  }

  private static long number(String path) {
    return Long.parseLong(path.replaceAll(".*\\((\\d+)\\)$", "$1"));
  }

  private long only(String path) {
    var ids = service.get(path).ids();
    assertThat(ids).hasSize(1);
    return ids.getFirst();
  }

  private int status(String path) {
    return service.get(path).status();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "/Things;{'name': 'a', 'description': 'b'}",
        "/Locations;{'name': 'a', 'description': 'b', 'encodingType': 'application/geo+json', 'location': {'type': 'Point', 'coordinates': [1, 2]}}",
        "/Sensors;{'name': 'a', 'description': 'b', 'encodingType': 'application/pdf', 'metadata': 'http://example.org/a.pdf'}",
        "/ObservedProperties;{'name': 'a', 'description': 'b', 'definition': 'http://example.org/a'}",
        "/FeaturesOfInterest;{'name': 'a', 'description': 'b', 'encodingType': 'application/geo+json', 'feature': {'type': 'Point', 'coordinates': [1, 2]}}"
      })
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/create-entity")
  void anEntityIsMadeByPostAtItsSet(String set, String written) {
    var path = make(set, written);
    assertThat(service.get(path).json().path("name").stringValue("")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "/Things,name",
    "/Things,description",
    "/Locations,encodingType",
    "/Locations,location",
    "/Sensors,metadata",
    "/ObservedProperties,definition",
    "/FeaturesOfInterest,feature",
    "/Datastreams,unitOfMeasurement",
    "/Datastreams,observationType",
    "/HistoricalLocations,time"
  })
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/create-entity")
  void withoutAPropertyThatIsNeededNothingIsMadeAndItsNameIsTold(String set, String property) {
    var written =
        switch (property) {
          case "name" -> "{'description': 'b'}";
          case "description" -> "{'name': 'a'}";
          default ->
              set.equals("/HistoricalLocations") ? "{}" : "{'name': 'a', 'description': 'b'}";
        };
    var told = send("POST", set, written);
    assertThat(told.status()).as(told.body()).isEqualTo(400);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/link-to-existing-entities")
  void whatIsMadeLinksToWhatIsThere() {
    long thing = number(make("/Things", "{'name': 'a', 'description': 'b'}"));
    long sensor = number(make("/Sensors", FLOAT));
    long property = number(make("/ObservedProperties", LEVEL));
    var stream =
        make(
            "/Datastreams",
            "{%s, 'Thing': {'@iot.id': %d}, 'Sensor': {'@iot.id': %d}, 'ObservedProperty': {'@iot.id': %d}}"
                .formatted(STREAM, thing, sensor, property));
    assertThat(service.get(stream + "/Thing").json().path("@iot.id").longValue()).isEqualTo(thing);
    var below =
        make(
            "/Things(%d)/Datastreams".formatted(thing),
            "{%s, 'Sensor': {'@iot.id': %d}, 'ObservedProperty': {'@iot.id': %d}}"
                .formatted(STREAM, sensor, property));
    assertThat(service.get("/Things(%d)/Datastreams".formatted(thing)).ids())
        .containsExactlyInAnyOrder(number(stream), number(below));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", 'Thing': {'@iot.id': 987654321}"})
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/link-to-existing-entities")
  void aLinkThatIsNeededLeadsSomewhere(String link) {
    var told =
        send(
            "POST",
            "/Datastreams",
            "{%s, 'Sensor': %s, 'ObservedProperty': %s%s}".formatted(STREAM, FLOAT, LEVEL, link));
    assertThat(told.status()).as(told.body()).isBetween(400, 404);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/deep-insert")
  void whatAThingHoldsIsMadeAlong() {
    var thing = make("/Things", STATION);
    long stream = only(thing + "/Datastreams");
    assertThat(only(thing + "/Locations")).isPositive();
    assertThat(service.get("/Datastreams(%d)/Observations".formatted(stream)).ids()).hasSize(2);
    assertThat(status("/Datastreams(%d)/Sensor".formatted(stream))).isEqualTo(200);
    assertThat(status("/Datastreams(%d)/ObservedProperty".formatted(stream))).isEqualTo(200);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/deep-insert")
  void whereSomethingWithinIsWrongNothingIsMade() {
    int before = service.get("/Things", "$count", "true").json().path("@iot.count").intValue();
    var told = send("POST", "/Things", STATION.replace("'result': 2.5", "'outcome': 2.5"));
    assertThat(told.status()).isEqualTo(400);
    assertThat(service.get("/Things", "$count", "true").json().path("@iot.count").intValue())
        .isEqualTo(before);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/deep-insert-status-code")
  void whatIsMadeWithAllItHoldsIsToldBy201AndItsAddress() {
    var told = send("POST", "/Things", STATION);
    assertThat(told.status()).isEqualTo(201);
    assertThat(told.whole().headers().firstValue("Location").orElse(""))
        .matches(service.base() + "/Things\\(\\d+\\)");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/update-entity")
  void onlyWhatAPatchNamesChanges() {
    var thing = make("/Things", "{'name': 'a', 'description': 'b', 'properties': {'floor': 3}}");
    var told = send("PATCH", thing, "{'description': 'c'}");
    assertThat(told.status()).as(told.body()).isBetween(200, 204);
    var after = service.get(thing).json();
    assertThat(after.path("name").stringValue("")).isEqualTo("a");
    assertThat(after.path("description").stringValue("")).isEqualTo("c");
    assertThat(after.at("/properties/floor").intValue()).isEqualTo(3);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/update-entity")
  void aPatchMakesNothingAlong() {
    var thing = make("/Things", "{'name': 'a', 'description': 'b'}");
    assertThat(send("PATCH", thing, "{'Locations': [%s]}".formatted(QUAY)).status()).isEqualTo(400);
    assertThat(service.get(thing + "/Locations").ids()).isEmpty();
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/update-entity-put")
  void whatAPutLeavesOutIsNoLonger() {
    var thing = make("/Things", "{'name': 'a', 'description': 'b', 'properties': {'floor': 3}}");
    var told = send("PUT", thing, "{'name': 'c', 'description': 'd'}");
    assertThat(told.status()).as(told.body()).isBetween(200, 204);
    assertThat(service.get(thing).json().has("properties")).isFalse();
    assertThat(send("PUT", thing, "{'name': 'c'}").status()).isEqualTo(400);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/update-entity-jsonpatch")
  void aJsonPatchIsFollowed() {
    var thing = make("/Things", "{'name': 'a', 'description': 'b', 'properties': {'floor': 3}}");
    var told =
        send(
            "PATCH",
            thing,
            "[{'op': 'replace', 'path': '/name', 'value': 'c'}, {'op': 'add', 'path': '/properties/roof', 'value': true}]",
            "application/json-patch+json");
    assertThat(told.status()).as(told.body()).isBetween(200, 204);
    var after = service.get(thing).json();
    assertThat(after.path("name").stringValue("")).isEqualTo("c");
    assertThat(after.at("/properties/roof").booleanValue()).isTrue();
    assertThat(after.at("/properties/floor").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thing", "Sensor", "ObservedProperty", "Datastream"})
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/delete-entity")
  void whatCantBeWithoutItGoesAlong(String kind) {
    var thing = make("/Things", STATION);
    long stream = only(thing + "/Datastreams");
    var observations =
        new HashSet<>(service.get("/Datastreams(%d)/Observations".formatted(stream)).ids());
    var path =
        switch (kind) {
          case "Thing" -> thing;
          case "Datastream" -> "/Datastreams(%d)".formatted(stream);
          case "Sensor" ->
              "/Sensors(%d)".formatted(id("/Datastreams(%d)/Sensor".formatted(stream)));
          default ->
              "/ObservedProperties(%d)"
                  .formatted(id("/Datastreams(%d)/ObservedProperty".formatted(stream)));
        };
    assertThat(send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(status(path)).isEqualTo(404);
    assertThat(status("/Datastreams(%d)".formatted(stream))).isEqualTo(404);
    for (long observation : observations) {
      assertThat(status("/Observations(%d)".formatted(observation))).isEqualTo(404);
    }
    assertThat(status(thing)).isEqualTo(kind.equals("Thing") ? 404 : 200);
  }

  private long id(String path) {
    return service.get(path).json().path("@iot.id").longValue();
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/delete-entity")
  void aFeatureTakesItsObservationsAlongAndTheDatastreamCountsWithoutThem() {
    var thing = make("/Things", STATION);
    long stream = only(thing + "/Datastreams");
    var observations = "/Datastreams(%d)/Observations".formatted(stream);
    make(
        observations,
        "{'result': 3, 'FeatureOfInterest': %s}"
            .formatted(
                "{'name': 'f', 'description': '', 'encodingType': 'application/geo+json', 'feature': {'type': 'Point', 'coordinates': [1, 2]}}"));
    long last = service.get(observations, "$orderby", "id desc").ids().getFirst();
    long feature = id("/Observations(%d)/FeatureOfInterest".formatted(last));
    assertThat(send("DELETE", "/FeaturesOfInterest(%d)".formatted(feature), "").status())
        .isEqualTo(200);
    var left = service.get(observations, "$count", "true");
    assertThat(left.ids()).hasSize(2).doesNotContain(last);
    assertThat(left.json().path("@iot.count").intValue()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/historical-location-auto-creation")
  void whereAThingWasIsWrittenDownByItself() {
    var thing = make("/Things", STATION);
    long first = only(thing + "/Locations");
    long history = only(thing + "/HistoricalLocations");
    assertThat(service.get("/HistoricalLocations(%d)/Locations".formatted(history)).ids())
        .isEqualTo(List.of(first));
    long second = number(make("/Locations", QUAY));
    send("PATCH", thing, "{'Locations': [{'@iot.id': %d}]}".formatted(second));
    assertThat(only(thing + "/Locations")).isEqualTo(second);
    assertThat(service.get(thing + "/HistoricalLocations").ids()).hasSize(2);
    make(thing + "/Locations", QUAY);
    assertThat(service.get(thing + "/HistoricalLocations").ids()).hasSize(3);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/historical-location-manual-creation")
  void aThingFollowsTheLatestThatSomebodyWritesDownAndNoEarlierOne() {
    var thing = make("/Things", STATION);
    long first = only(thing + "/Locations");
    long second = number(make("/Locations", QUAY));
    var written = "{'time': '%s', 'Thing': {'@iot.id': %d}, 'Locations': [{'@iot.id': %d}]}";
    make("/HistoricalLocations", written.formatted("2001-01-01T00:00:00Z", number(thing), second));
    assertThat(only(thing + "/Locations")).isEqualTo(first);
    make("/HistoricalLocations", written.formatted("2100-01-01T00:00:00Z", number(thing), second));
    assertThat(only(thing + "/Locations")).isEqualTo(second);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/create-update-delete/create-entity")
  void theFeatureOfAnObservationIsWhereTheThingIsAndMadeOnce() {
    var thing = make("/Things", STATION);
    long stream = only(thing + "/Datastreams");
    var features = new HashSet<Long>();
    for (long observation : service.get("/Datastreams(%d)/Observations".formatted(stream)).ids()) {
      features.add(id("/Observations(%d)/FeatureOfInterest".formatted(observation)));
    }
    assertThat(features).hasSize(1);
    assertThat(
            service
                .get("/FeaturesOfInterest(%d)".formatted(features.iterator().next()))
                .json()
                .at("/feature/coordinates/0")
                .doubleValue())
        .isEqualTo(-61.07);
  }
}
