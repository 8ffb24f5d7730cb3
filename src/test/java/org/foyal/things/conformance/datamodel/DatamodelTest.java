package org.foyal.things.conformance.datamodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The data model of 18-088 (clause 8): what each kind of entity tells of itself, and what it links
/// to.
@HouseTest
class DatamodelTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
  }

  private void tells(String path, String... properties) {
    var told = service.get(path);
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.json().propertyNames()).as(path).contains(properties);
  }

  private void links(String path, String... labels) {
    var told = service.get(path).json();
    for (var label : labels) {
      var address = told.path(label + "@iot.navigationLink").stringValue("");
      assertThat(address).endsWith(path + "/" + label);
      assertThat(service.at(address).status()).as(address).isEqualTo(200);
    }
    var all =
        told.propertyNames().stream()
            .filter(name -> name.endsWith("@iot.navigationLink"))
            .map(name -> name.replace("@iot.navigationLink", ""))
            .toList();
    assertThat(all).containsExactlyInAnyOrder(labels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Things(1)",
        "/Locations(1)",
        "/HistoricalLocations(1)",
        "/Datastreams(1)",
        "/Sensors(1)",
        "/ObservedProperties(1)",
        "/Observations(1)",
        "/FeaturesOfInterest(1)"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/entity-control-information/common-control-information")
  void eachEntityTellsItsNumberAndItsAddress(String path) {
    var told = service.get(path).json();
    assertThat(told.path("@iot.id").longValue()).isEqualTo(1);
    assertThat(told.path("@iot.selfLink").stringValue("")).isEqualTo(service.base() + path);
    assertThat(service.at(told.path("@iot.selfLink").stringValue("")).body())
        .isEqualTo(service.get(path).body());
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/thing/properties")
  void aThingTellsItsProperties() {
    tells("/Things(1)", "name", "description", "properties");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/thing/relations")
  void aThingLinks() {
    links("/Things(1)", "Datastreams", "Locations", "HistoricalLocations");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/location/properties")
  void aLocationTellsItsProperties() {
    tells("/Locations(1)", "name", "description", "encodingType", "location");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/location/relations")
  void aLocationLinks() {
    links("/Locations(1)", "Things", "HistoricalLocations");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/historical-location/properties")
  void aHistoricalLocationTellsItsProperties() {
    tells("/HistoricalLocations(1)", "time");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/historical-location/relations")
  void aHistoricalLocationLinks() {
    links("/HistoricalLocations(1)", "Thing", "Locations");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/datastream/properties")
  void aDatastreamTellsItsProperties() {
    tells(
        "/Datastreams(1)",
        "name",
        "description",
        "observationType",
        "unitOfMeasurement",
        "phenomenonTime");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/datastream/relations")
  void aDatastreamLinks() {
    links("/Datastreams(1)", "Thing", "Sensor", "ObservedProperty", "Observations");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/sensor/properties")
  void aSensorTellsItsProperties() {
    tells("/Sensors(1)", "name", "description", "encodingType", "metadata");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/sensor/relations")
  void aSensorLinks() {
    links("/Sensors(1)", "Datastreams");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/observed-property/properties")
  void anObservedPropertyTellsItsProperties() {
    tells("/ObservedProperties(1)", "name", "definition", "description");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/observed-property/relations")
  void anObservedPropertyLinks() {
    links("/ObservedProperties(1)", "Datastreams");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/observation/properties")
  void anObservationTellsItsProperties() {
    tells("/Observations(1)", "phenomenonTime", "result", "resultTime");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/observation/relations")
  void anObservationLinks() {
    links("/Observations(1)", "Datastream", "FeatureOfInterest");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/feature-of-interest/properties")
  void aFeatureOfInterestTellsItsProperties() {
    tells("/FeaturesOfInterest(1)", "name", "description", "encodingType", "feature");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/feature-of-interest/relations")
  void aFeatureOfInterestLinks() {
    links("/FeaturesOfInterest(1)", "Observations");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/observation/properties")
  void aResultKeepsItsTypeAndWhatElseItCarries() {
    assertThat(service.get("/Observations(7)/result").body()).isEqualTo("{\"result\":7}");
    assertThat(service.get("/Observations(1001)/result/$value").body()).isEqualTo("loud");
    assertThat(service.get("/Observations(1003)").json().path("result").booleanValue()).isTrue();
    var whole = service.get("/Observations(1002)").json();
    assertThat(whole.at("/result/kinds/1").stringValue("")).isEqualTo("sea");
    assertThat(whole.path("validTime").stringValue(""))
        .isEqualTo("2026-03-01T00:00:00.000Z/2026-04-01T00:00:00.000Z");
    assertThat(service.get("/Observations(1001)").json().at("/parameters/gain").intValue())
        .isEqualTo(3);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel/datastream/properties")
  void aDatastreamWithoutUnitSaysSoByNulls() {
    var unit = service.get("/Datastreams(2)").json().path("unitOfMeasurement");
    assertThat(Arrays.asList("name", "symbol", "definition"))
        .allSatisfy(name -> assertThat(unit.path(name).isNull()).isTrue());
    assertThat(List.copyOf(unit.propertyNames())).hasSize(3);
  }
}
