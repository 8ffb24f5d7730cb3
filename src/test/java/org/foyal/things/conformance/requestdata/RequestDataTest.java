package org.foyal.things.conformance.requestdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/// The options of 18-088 (clause 9.3): each by itself, and the order in which they hold.
@HouseTest
class RequestDataTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
  }

  private List<Long> ids(String path, String... options) {
    var told = service.get(path, options);
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    return told.ids();
  }

  @ParameterizedTest
  @CsvSource({"/Things, 200", "/Things(1), 200", "/Things(99), 404", "/Nothing, 404"})
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/status-code")
  void whatIsThereIsToldAndWhatIsNotIsNotFound(String path, int status) {
    assertThat(service.get(path).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$filter",
        "$orderby",
        "$expand",
        "$select",
        "$top",
        "$skip",
        "$count",
        "$nothing"
      })
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/query-status-code")
  void anOptionThatCantBeReadIsRefusedInTheStandardsForm(String option) {
    var told = service.get("/Things", option, "no sense");
    assertThat(told.status()).as(told.body()).isEqualTo(400);
    assertThat(told.json().path("type").stringValue("")).isEqualTo("error");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/order")
  void aFilterHoldsBeforeTheCountTheCountBeforeTheOrderTheOrderBeforeThePage() {
    var told =
        service.get(
            "/Datastreams(1)/Observations",
            "$top",
            "2",
            "$skip",
            "1",
            "$orderby",
            "result desc",
            "$count",
            "true",
            "$filter",
            "result gt 240",
            "$select",
            "id");
    assertThat(told.json().path("@iot.count").intValue()).isEqualTo(10);
    assertThat(told.ids()).containsExactly(249L, 248L);
    assertThat(told.json().at("/value/0").has("result")).isFalse();
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/expand")
  void linkedEntitiesComeAlongAlsoDeeperAndWithOptionsOfTheirOwn() {
    var told =
        service
            .get(
                "/Things(1)",
                "$expand",
                "Locations,Datastreams($select=name;$orderby=id desc;$expand=Observations($top=1;$count=true))")
            .json();
    assertThat(told.at("/Locations/0/name").stringValue("")).isEqualTo("Quay");
    assertThat(told.at("/Datastreams/0/name").stringValue("")).isEqualTo("Noise of the quay");
    assertThat(told.at("/Datastreams/0/Observations").size()).isEqualTo(1);
    assertThat(told.at("/Datastreams/0/Observations@iot.count").intValue()).isEqualTo(3);
    assertThat(
            service
                .get("/Datastreams(1)", "$expand", "Thing/Locations")
                .json()
                .at("/Thing/Locations/0/@iot.id")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/select")
  void onlyWhatIsSelectedIsTold() {
    var told = service.get("/Things(1)", "$select", "name,Locations").json();
    assertThat(told.propertyNames())
        .containsExactlyInAnyOrder("name", "Locations@iot.navigationLink");
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/orderby")
  void anOrderHoldsUpwardsAndDownwardsAndByWhatIsLinked() {
    assertThat(ids("/Things", "$orderby", "name")).containsExactly(2L, 1L);
    assertThat(ids("/Things", "$orderby", "name desc")).containsExactly(1L, 2L);
    assertThat(ids("/Datastreams", "$orderby", "Thing/name asc,id desc"))
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/top")
  void atMostSoManyAreTold() {
    assertThat(ids("/Datastreams", "$top", "2")).containsExactly(1L, 2L);
    assertThat(service.get("/Datastreams", "$top", "2").json().has("@iot.nextLink")).isTrue();
    assertThat(ids("/Datastreams", "$top", "0")).isEmpty();
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/skip")
  void theFirstAreLeftOut() {
    assertThat(ids("/Datastreams", "$skip", "1")).containsExactly(2L, 3L);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/count")
  void theCountIsOfAllWhateverThePage() {
    var told = service.get("/Observations", "$count", "true", "$top", "1");
    assertThat(told.json().path("@iot.count").intValue()).isEqualTo(TwoStations.READINGS + 3);
    assertThat(service.get("/Observations", "$count", "false").json().has("@iot.count")).isFalse();
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/filter")
  void onlyWhatIsSoIsTold() {
    assertThat(ids("/Things", "$filter", "name eq 'Station of the hill'")).containsExactly(2L);
    assertThat(ids("/Things", "$filter", "Datastreams/ObservedProperty/name eq 'Noise'"))
        .containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "result eq 3; 3",
        "result ne 3 and result lt 4; 1 2",
        "result gt 249; 250",
        "result ge 249; 249 250",
        "result lt 2; 1",
        "result le 2; 1 2",
        "result gt 1 and result lt 3; 2",
        "result lt 2 or result gt 249; 1 250",
        "not (result le 249) and Datastream/id eq 1; 250",
        "result add 5 eq 10; 5",
        "result sub 5 eq 1; 6",
        "result mul 2 eq 14; 7",
        "result div 2 eq 4; 8",
        "result mod 250 eq 9; 9",
        "(result add 1) mul 2 eq 22; 10"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/built-in-filter-operations")
  void eachOperationHolds(String filter, String expected) {
    assertThat(
            ids("/Observations", "$filter", filter, "$orderby", "id").stream()
                .map(String::valueOf)
                .toList())
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "substringof('hill', name); Things; 2",
        "endswith(name, 'quay'); Things; 1",
        "startswith(description, 'Air'); Things; 1",
        "length(description) eq 9; Things; 2",
        "indexof(name, 'of') eq 8 and id eq 1; Things; 1",
        "substring(name, 15) eq 'hill'; Things; 2",
        "tolower(name) eq 'station of the hill'; Things; 2",
        "toupper(name) eq 'STATION OF THE HILL'; Things; 2",
        "trim(concat(name, ' ')) eq 'Station of the hill'; Things; 2",
        "concat(name, description) eq 'Station of the hillIt''s high'; Things; 2",
        "year(time) eq 2026 and month(time) eq 2 and day(time) eq 2; HistoricalLocations; 2",
        "hour(time) eq 8 and minute(time) eq 0 and second(time) eq 0 and day(time) eq 1; HistoricalLocations; 1",
        "fractionalseconds(time) eq 0 and date(time) eq 2026-02-01; HistoricalLocations; 1",
        "time(time) eq 08:00:00 and totaloffsetminutes(time) eq 0 and id eq 1; HistoricalLocations; 1",
        "time lt now() and time gt mindatetime() and time lt maxdatetime() and id eq 2; HistoricalLocations; 2",
        "round(result) eq 11; Observations; 11",
        "floor(result div 250) eq 1; Observations; 250",
        "ceiling(result div 250) eq 1 and result gt 249; Observations; 250",
        "geo.distance(location, geography'POINT (-61.07 14.6)') lt 0.01; Locations; 1",
        "geo.length(location) eq 0 and id eq 1; Locations; 1",
        "geo.intersects(location, geography'LINESTRING (-61 14.6, -61 14.8)'); Locations; 2",
        "st_equals(location, geography'POINT (-61 14.7)'); Locations; 2",
        "st_disjoint(location, geography'POINT (-61 14.7)'); Locations; 1",
        "st_touches(location, geography'LINESTRING (-61 14.7, -61 14.8)'); Locations; 2",
        "st_within(location, geography'POLYGON ((-61.1 14.5, -61.05 14.5, -61.05 14.65, -61.1 14.65, -61.1 14.5))'); Locations; 1",
        "not st_overlaps(location, geography'POINT (-61 14.7)') and id eq 1; Locations; 1",
        "not st_crosses(location, geography'POINT (-61 14.7)') and id eq 1; Locations; 1",
        "st_intersects(location, geography'POINT (-61 14.7)'); Locations; 2",
        "st_contains(location, geography'POINT (-61 14.7)'); Locations; 2",
        "st_relate(location, geography'POINT (-61 14.7)', 'T********'); Locations; 2"
      })
  @DisplayName(
      "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/built-in-query-functions")
  void eachFunctionHolds(String filter, String set, long expected) {
    assertThat(ids("/" + set, "$filter", filter)).as(filter).containsExactly(expected);
  }

  @Test
  @DisplayName("http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/pagination")
  void theNextLinksLeadThroughAllAndNoneTwice() {
    var all = new java.util.ArrayList<Long>();
    var told = service.get("/Datastreams(1)/Observations", "$top", "60", "$orderby", "result desc");
    while (true) {
      all.addAll(told.ids());
      var next = told.json().path("@iot.nextLink").stringValue("");
      if (next.isEmpty()) {
        break;
      }
      told = service.at(next);
    }
    assertThat(all).hasSize(TwoStations.READINGS).doesNotHaveDuplicates().startsWith(250L, 249L);
    assertThat(service.get("/Observations").ids().size()).isLessThanOrEqualTo(TwoStations.READINGS);
  }
}
