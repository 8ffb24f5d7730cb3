package org.foyal.things.conformance.dataarray;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.ledger.HighNumbers;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The extension of 18-088 for rows of values (clause 13), read and written.
@HouseTest
class DataArrayTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext house;
  @Autowired Devices devices;
  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
    new TwoStations(sql).observeOn();
    HighNumbers.from(house);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/data-array/data-array")
  void observationsAreToldAsRowsOfValuesByDatastream() {
    var told =
        service
            .get(
                "/Observations",
                "$resultFormat",
                "dataArray",
                "$top",
                "3",
                "$select",
                "id,phenomenonTime,result")
            .json()
            .at("/value/0");
    assertThat(told.path("Datastream@iot.navigationLink").stringValue(""))
        .isEqualTo(service.base() + "/Datastreams(1)");
    assertThat(told.path("components").toString())
        .isEqualTo("[\"id\",\"phenomenonTime\",\"result\"]");
    assertThat(told.path("dataArray@iot.count").intValue()).isEqualTo(3);
    assertThat(told.at("/dataArray/1").toString()).isEqualTo("[2,\"2026-03-01T00:01:00.000Z\",2]");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/data-array/data-array")
  void rowsOfSeveralDatastreamsAreMadeAtOnceAndEachIsAnswered() {
    var told =
        service.send(
            "POST",
            "/CreateObservations",
            """
            [{"Datastream": {"@iot.id": 1}, "components": ["phenomenonTime", "result", "FeatureOfInterest/id"],
              "dataArray@iot.count": 2,
              "dataArray": [["2026-05-01T00:00:00Z", 1.5, 1], ["2026-05-01T00:01:00Z", 2.5, 1]]},
             {"Datastream": {"@iot.id": 2}, "components": ["phenomenonTime", "result"],
              "dataArray": [["2026-05-01T00:00:00Z", "calm"], ["no time", "calm"]]}]
            """,
            "Authorization",
            Keys.toEverything(devices));
    assertThat(told.status()).as(told.body()).isEqualTo(201);
    assertThat(told.json()).hasSize(4);
    assertThat(told.json().get(0).stringValue("")).startsWith(service.base() + "/Observations(");
    assertThat(service.at(told.json().get(2).stringValue("")).json().path("result").stringValue(""))
        .isEqualTo("calm");
    assertThat(told.json().get(3).stringValue("")).startsWith("error");
  }
}
