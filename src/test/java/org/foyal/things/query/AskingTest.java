package org.foyal.things.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Addresses and options, and what they are answered.
@HouseTest
class AskingTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
  }

  private JsonNode ok(Sensing.Told told) {
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    return told.json();
  }

  @Test
  void theRootNamesTheSets() {
    var root = ok(service.get(""));
    assertThat(root.path("value")).hasSize(8);
    assertThat(root.at("/value/0/url").stringValue("")).isEqualTo(service.base() + "/Things");
    assertThat(root.at("/serverSettings/conformance").isArray()).isTrue();
  }

  @Test
  void anEntityHasItsNumberItsAddressAndItsLinks() {
    var thing = ok(service.get("/Things(1)"));
    assertThat(thing.path("@iot.id").longValue()).isEqualTo(1);
    assertThat(thing.path("@iot.selfLink").stringValue(""))
        .isEqualTo(service.base() + "/Things(1)");
    assertThat(thing.path("Datastreams@iot.navigationLink").stringValue(""))
        .isEqualTo(service.base() + "/Things(1)/Datastreams");
    assertThat(thing.at("/properties/kind/of").stringValue("")).isEqualTo("air");
  }

  @Test
  void whatWasInventedSaysSo() {
    assertThat(
            ok(service.get("/Things(2)")).path("properties").path("foyal.example").booleanValue())
        .isTrue();
    assertThat(ok(service.get("/Things(1)")).path("properties").has("foyal.example")).isFalse();
  }

  @Test
  void timesAreInUtcWithMilliseconds() {
    var first = ok(service.get("/Observations(1)"));
    assertThat(first.path("phenomenonTime").stringValue("")).isEqualTo("2026-03-01T00:00:00.000Z");
    assertThat(ok(service.get("/Observations(1001)")).path("phenomenonTime").stringValue(""))
        .isEqualTo("2026-03-01T00:00:00.000Z/2026-03-01T01:00:00.000Z");
    assertThat(ok(service.get("/Observations(1001)")).path("resultTime").isNull()).isTrue();
    assertThat(ok(service.get("/Datastreams(2)")).path("phenomenonTime").stringValue(""))
        .isEqualTo("2026-03-01T00:00:00.000Z/2026-03-01T03:00:00.000Z");
  }

  @Test
  void resultsComeAsTheyWereSent() {
    assertThat(service.get("/Observations(7)").body()).contains("\"result\":7,");
    assertThat(ok(service.get("/Observations(1001)")).path("result").stringValue(""))
        .isEqualTo("loud");
    assertThat(ok(service.get("/Observations(1002)")).at("/result/peak").intValue()).isEqualTo(80);
    assertThat(ok(service.get("/Observations(1003)")).path("result").booleanValue()).isTrue();
  }

  static Stream<List<Object>> addresses() {
    return Stream.of(
        List.of("/Things(1)/Datastreams", List.of(1L, 2L)),
        List.of("/Things(1)/Datastreams(2)/Observations", List.of(1001L, 1002L, 1003L)),
        List.of("/Sensors(1)/Datastreams", List.of(1L, 2L, 3L)),
        List.of("/ObservedProperties(2)/Datastreams", List.of(2L)),
        List.of("/Locations(2)/Things", List.of(2L)),
        List.of("/Locations(1)/HistoricalLocations", List.of(1L)),
        List.of("/HistoricalLocations(2)/Locations", List.of(2L)),
        List.of("/Observations(1001)/Datastream/Thing/Locations", List.of(1L)),
        List.of("/Things(1)/HistoricalLocations", List.of(1L)));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void linksAreFollowedToAnyDepth(List<Object> address) {
    assertThat(service.get((String) address.getFirst()).ids()).isEqualTo(address.getLast());
  }

  @Test
  void oneEntityIsReachedAlongLinks() {
    assertThat(
            ok(service.get("/Observations(1)/Datastream/ObservedProperty"))
                .path("name")
                .stringValue(""))
        .isEqualTo("PM10");
    assertThat(ok(service.get("/Observations(1)/FeatureOfInterest")).path("@iot.id").longValue())
        .isEqualTo(1);
  }

  @Test
  void aPropertyComesAloneOrBare() {
    assertThat(service.get("/Things(1)/name").body())
        .isEqualTo("{\"name\":\"Station of the quay\"}");
    assertThat(service.get("/Things(1)/name/$value").body()).isEqualTo("Station of the quay");
    assertThat(service.get("/Things(1)/properties/floor").body()).isEqualTo("{\"floor\":2}");
    assertThat(service.get("/Things(1)/properties/kind/$value").body())
        .isEqualTo("{\"of\":\"air\"}");
    assertThat(service.get("/Observations(7)/result/$value").body()).isEqualTo("7");
    assertThat(service.get("/Observations(1001)/resultTime").status()).isEqualTo(204);
    assertThat(service.get("/Things(1)/@iot.id").body()).isEqualTo("{\"@iot.id\":1}");
  }

  @Test
  void referencesAreAddressesAlone() {
    var told = ok(service.get("/Things(1)/Datastreams/$ref"));
    assertThat(told.at("/value/0")).hasSize(1);
    assertThat(told.at("/value/1/@iot.selfLink").stringValue(""))
        .isEqualTo(service.base() + "/Datastreams(2)");
  }

  @Test
  void countsAreBareWhereTheyAreAskedForAlone() {
    assertThat(service.get("/Observations/$count").body()).isEqualTo("253");
    assertThat(service.get("/Observations/$count", "$filter", "result gt 240").body())
        .isEqualTo("10");
  }

  static Stream<String> nowhere() {
    return Stream.of(
        "/Nothings",
        "/things",
        "/Things(99)",
        "/Things(0)",
        "/Things(99)/Datastreams",
        "/Things(2)/Datastreams(1)",
        "/Things(x)",
        "/Things('1')",
        "/Things()",
        "/Things(1",
        "/Things(-1)",
        "/Things(99999999999999999999)",
        "/Things(1)/nothing",
        "/Things/Datastreams",
        "/Things(1)/name/part",
        "/Things(1)/properties/nothing",
        "/Things(1)/$value",
        "/Things(1)/Datastreams(1)/Thing(1)",
        "/Things/$nothing",
        "/Things(1)" + "/Datastreams(1)/Thing".repeat(20),
        "/MultiDatastreams");
  }

  @ParameterizedTest
  @MethodSource("nowhere")
  void whereNothingIsThereIsSaidSo(String address) {
    var told = service.get(address);
    assertThat(told.status()).as(told.body()).isEqualTo(404);
    assertThat(told.json().path("message").stringValue("")).isNotBlank();
  }

  @Test
  void onlyWhatIsSelectedComes() {
    assertThat(service.get("/Things(1)", "$select", "name").body())
        .isEqualTo("{\"name\":\"Station of the quay\"}");
    assertThat(ok(service.get("/Things(1)", "$select", "id,Datastreams"))).hasSize(3);
  }

  @Test
  void entitiesAreSortedAlsoByWhatTheyLinkTo() {
    assertThat(service.get("/Datastreams", "$orderby", "ObservedProperty/name desc,name").ids())
        .containsExactly(3L, 1L, 2L);
    assertThat(service.get("/Things", "$orderby", "name desc").ids()).containsExactly(1L, 2L);
    assertThat(service.get("/Observations", "$orderby", "result desc", "$top", "2").ids())
        .hasSize(2);
    assertThat(
            service
                .get(
                    "/Locations", "$orderby", "geo.distance(location, geography'POINT (-61 14.7)')")
                .ids())
        .containsExactly(2L, 1L);
  }

  @Test
  void aThousandReadingsAreCountedWhereTheyAreStored() {
    assertThat(
            ok(service.get("/Datastreams(1)/Observations", "$count", "true", "$top", "0"))
                .path("@iot.count")
                .longValue())
        .isEqualTo(250);
    assertThat(
            ok(service.get("/Observations", "$count", "true", "$filter", "result le 10"))
                .path("@iot.count")
                .longValue())
        .isEqualTo(10);
    assertThat(ok(service.get("/Things", "$count", "false")).has("@iot.count")).isFalse();
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    for (var order :
        List.of(
            "id",
            "phenomenonTime desc",
            "result",
            "result desc",
            "resultTime desc",
            "Datastream/name,result")) {
      var seen = new ArrayList<Long>();
      var page =
          service.get("/Observations", "$orderby", order, "$top", "100", "$filter", "id gt 0");
      while (true) {
        seen.addAll(page.ids());
        var next = page.json().path("@iot.nextLink").stringValue("");
        if (next.isEmpty()) {
          break;
        }
        page = service.at(next);
      }
      assertThat(seen).as(order).hasSize(253).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPageIsNotMovedByWhatIsAddedMeanwhile() {
    var first =
        service.get(
            "/Datastreams(1)/Observations", "$orderby", "phenomenonTime desc", "$top", "10");
    sql.sql(
            "insert into things.observation (datastream, phenomenon_from, id, number) values (1, '2026-04-01T00:00:00Z', 5000, 1)")
        .update();
    var second = service.at(first.json().path("@iot.nextLink").stringValue(""));
    assertThat(second.ids())
        .isEqualTo(LongStream.rangeClosed(0, 9).mapToObj(i -> 240 - i).toList());
  }

  @Test
  void theLinkToTheNextPageKeepsWhatWasAsked() {
    var told =
        ok(
            service.get(
                "/Things(1)/Datastreams",
                "$top",
                "1",
                "$select",
                "name",
                "$expand",
                "Sensor($select=name)",
                "$filter",
                "name ne 'a & b'"));
    var next = ok(service.at(told.path("@iot.nextLink").stringValue("")));
    assertThat(next.at("/value/0").toString())
        .isEqualTo("{\"name\":\"Noise of the quay\",\"Sensor\":{\"name\":\"SDS011\"}}");
    assertThat(next.has("@iot.nextLink")).isFalse();
  }

  @Test
  void readingsOfADatastreamComeInTheOrderOfTheirTimes() {
    assertThat(service.get("/Datastreams(1)/Observations", "$top", "3").ids())
        .containsExactly(1L, 2L, 3L);
    assertThat(
            service
                .get("/Datastreams(1)/Observations", "$top", "2", "$orderby", "phenomenonTime desc")
                .ids())
        .containsExactly(250L, 249L);
    assertThat(service.get("/Datastreams(1)/Observations", "$skip", "248").ids())
        .containsExactly(249L, 250L);
  }

  @Test
  void theLatestReadingOfEachDatastreamComesAlong() {
    var told =
        ok(
            service.get(
                "/Things",
                "$expand",
                "Locations,Datastreams($count=true;$expand=ObservedProperty,Observations($top=1;$orderby=phenomenonTime desc;$count=true))"));
    var dust = told.at("/value/0/Datastreams/0");
    assertThat(told.at("/value/0/Datastreams@iot.count").intValue()).isEqualTo(2);
    assertThat(dust.at("/Observations/0/result").intValue()).isEqualTo(250);
    assertThat(dust.path("Observations@iot.count").intValue()).isEqualTo(250);
    assertThat(dust.at("/ObservedProperty/name").stringValue("")).isEqualTo("PM10");
    assertThat(told.at("/value/1/Locations/0/name").stringValue("")).isEqualTo("Hill");
    assertThat(told.at("/value/1/Datastreams/0/Observations")).isEmpty();
    var next = ok(service.at(dust.path("Observations@iot.nextLink").stringValue("")));
    assertThat(next.at("/value/0/result").intValue()).isEqualTo(249);
  }

  @Test
  void whatIsExpandedIsFilteredForItself() {
    var told =
        ok(
            service.get(
                "/Things(1)",
                "$expand",
                "Datastreams($filter=ObservedProperty/name eq 'Noise';$select=id)"));
    assertThat(told.path("Datastreams")).hasSize(1);
    assertThat(told.at("/Datastreams/0/@iot.id").longValue()).isEqualTo(2);
  }

  @Test
  void aPathIsExpandedAlongItsWholeLength() {
    var told =
        ok(
            service.get(
                "/Things(1)",
                "$expand",
                "Datastreams/ObservedProperty,Datastreams/Sensor,Locations"));
    assertThat(told.at("/Datastreams/0/ObservedProperty/name").stringValue("")).isEqualTo("PM10");
    assertThat(told.at("/Datastreams/0/Sensor/name").stringValue("")).isEqualTo("SDS011");
    assertThat(told.at("/Locations/0/name").stringValue("")).isEqualTo("Quay");
  }

  @Test
  void readingsComeAsRowsOfValues() {
    var told =
        ok(
            service.get(
                "/Datastreams(1)/Observations",
                "$resultFormat",
                "dataArray",
                "$top",
                "2",
                "$count",
                "true"));
    assertThat(told.at("/value/0/components").toString())
        .isEqualTo("[\"id\",\"phenomenonTime\",\"resultTime\",\"result\"]");
    assertThat(told.at("/value/0/dataArray/1").toString())
        .isEqualTo("[2,\"2026-03-01T00:01:00.000Z\",\"2026-03-01T00:02:00.000Z\",2]");
    assertThat(told.path("@iot.count").intValue()).isEqualTo(250);
    assertThat(told.has("@iot.nextLink")).isTrue();
  }

  static Stream<List<String>> badOptions() {
    return Stream.of(
        List.of("$top", "-1"),
        List.of("$top", "many"),
        List.of("$top", "1.5"),
        List.of("$top", "9999999999999999"),
        List.of("$skip", ""),
        List.of("$skip", "x"),
        List.of("$count", "yes"),
        List.of("$select", "nothing"),
        List.of("$select", ""),
        List.of("$orderby", "nothing"),
        List.of("$orderby", "Datastreams/name"),
        List.of("$orderby", "name up"),
        List.of("$expand", "Nothings"),
        List.of("$expand", "Datastreams("),
        List.of("$expand", "Datastreams($nothing=1)"),
        List.of("$expand", "Datastreams($top=1),Datastreams($top=2)"),
        List.of("$expand", "Datastreams/Thing/".repeat(20) + "Datastreams"),
        List.of("$expand", "Datastreams,".repeat(60) + "Locations"),
        List.of("$expand", "Datastreams($expand=Thing(".repeat(30)),
        List.of("$resultFormat", "dataArray"),
        List.of("$skiptoken", "nonsense"),
        List.of("$skiptoken", "djk5OTk6"),
        List.of("$nothing", "1"),
        List.of("filter", "id eq 1"),
        List.of("", "1"));
  }

  @ParameterizedTest
  @MethodSource("badOptions")
  void anOptionThatCantBeIsTold(List<String> option) {
    var told = service.get("/Things", option.getFirst(), option.getLast());
    assertThat(told.status()).as(told.body()).isEqualTo(400);
    assertThat(told.json().path("message").stringValue("")).isNotBlank();
  }
}
