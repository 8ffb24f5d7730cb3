package org.foyal.things.conformance.resourcepath;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The addresses of 18-088 (clause 9.2): what each way of naming a resource answers.
@HouseTest
class ResourcePathTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities")
  void theRootNamesEachSetWithItsAddress() {
    var sets = service.get("").each("url");
    assertThat(sets).hasSize(8);
    for (var set : sets) {
      assertThat(service.at(set.stringValue("")).status()).as(set.toString()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/Things; /value/0/@iot.id; 1",
        "/Things(1); /name; Station of the quay",
        "/Things(1)/name; /name; Station of the quay",
        "/Things(1)/properties; /properties/floor; 2",
        "/Things(1)/properties/kind; /kind/of; air",
        "/Things(1)/Datastreams; /value/1/@iot.id; 2",
        "/Things(1)/Datastreams(2)/Observations; /value/0/@iot.id; 1001",
        "/Observations(1)/Datastream; /@iot.id; 1",
        "/Observations(1)/Datastream/Thing/Locations(1)/name; /name; Quay"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities")
  void setsEntitiesPropertiesAndLinksHaveAnAddress(String path, String where, String holds) {
    var told = service.get(path);
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.json().at(where).asString("")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/Things(1)/name/$value; Station of the quay",
        "/Things(1)/properties/floor/$value; 2",
        "/Observations(7)/result/$value; 7",
        "/Things/$count; 2",
        "/Datastreams(2)/Observations/$count; 3"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities")
  void aValueAndACountAreTextAlone(String path, String text) {
    var told = service.get(path);
    assertThat(told.body()).isEqualTo(text);
    assertThat(told.whole().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
  }

  @Test
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities")
  void theAddressOfAnAssociationNamesWhatItLeadsToAndNoMore() {
    var several = service.get("/Things(1)/Datastreams/$ref");
    assertThat(several.each("@iot.selfLink"))
        .extracting(link -> link.stringValue(""))
        .containsExactly(service.base() + "/Datastreams(1)", service.base() + "/Datastreams(2)");
    assertThat(several.json().at("/value/0").size()).isEqualTo(1);
    assertThat(service.get("/Datastreams(1)/Thing/$ref").body())
        .isEqualTo("{\"@iot.selfLink\":\"" + service.base() + "/Things(1)\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Nothing",
        "/Things(99)",
        "/Things(1)/nothing",
        "/Things(1)/Datastreams(3)",
        "/Things/Locations"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities")
  void whatIsNotThereIsNotFound(String path) {
    assertThat(service.get(path).status()).isEqualTo(404);
  }
}
