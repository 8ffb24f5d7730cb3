package org.foyal.things.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `$filter` finds: each function and operator once, and how they stand together.
@HouseTest
class FilteringTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
  }

  private List<Long> found(String set, String filter) {
    var told = new Sensing(port).get("/" + set, "$filter", filter, "$orderby", "id");
    assertThat(told.status()).as(filter + " " + told.body()).isEqualTo(200);
    return told.ids();
  }

  private static List<Long> ids(String written) {
    return written == null
        ? List.of()
        : Arrays.stream(written.split(" ")).map(Long::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          id eq 1 | 1
          @iot.id eq 2 | 2
          id in (1, 2, 3) | 1 2
          name eq 'Station of the hill' | 2
          description eq 'It''s high' | 2
          name ne 'Station of the hill' | 1
          not (id eq 1) | 2
          not id eq 1 or id eq 1 | 1 2
          id eq 1 or id eq 2 and name eq 'nothing' | 1
          (id eq 1 or id eq 2) and name eq 'nothing' |
          properties eq null |
          properties/floor eq 2 | 1
          properties/floor gt 1 and properties/floor lt 2.5 | 1
          properties/kind/of eq 'air' | 1
          properties/foyal.example eq true | 2
          properties/nothing eq null | 1 2
          substringof('hill', name) | 2
          contains(name, 'hill') | 2
          startswith(description, 'Air') | 1
          endswith(name, 'quay') | 1
          length(name) eq 19 | 1 2
          indexof(name, 'of') eq 8 | 1 2
          substring(name, 15) eq 'quay' | 1
          substring(name, 0, 7) eq 'Station' | 1 2
          tolower(name) eq 'station of the quay' | 1
          toupper(name) eq 'STATION OF THE QUAY' | 1
          trim(concat(' ', name)) eq 'Station of the quay' | 1
          concat(name, '!') eq 'Station of the quay!' | 1
          Datastreams/name eq 'Noise of the quay' | 1
          Datastreams/ObservedProperty/name eq 'PM10' | 1 2
          Datastreams/ObservedProperty/name eq 'PM10' and Datastreams/id eq 2 |
          Locations/name eq 'Hill' | 2
          Datastreams/any(d: d/name eq 'PM10 of the quay' and d/ObservedProperty/id eq 1) | 1
          Datastreams/all(d: d/ObservedProperty/name eq 'PM10') | 2
          not Datastreams/any(d: d/Observations/any(o: o/result eq 250)) | 2
          HistoricalLocations/any(h: h/time lt 2026-02-02T00:00:00Z) | 1
          Locations/any(l: st_within(l/location, geography'POLYGON ((-61.1 14.5, -61.05 14.5, -61.05 14.65, -61.1 14.65, -61.1 14.5))')) | 1
          """)
  void thingsAreFound(String filter, String expected) {
    assertThat(found("Things", filter)).as(filter).isEqualTo(ids(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          result eq 7 | 7
          result eq '7' | 7
          result gt 248 | 249 250
          result ge '99' and Datastream/id eq 1 | 99
          result gt 3 and result lt 12 and result gt '3' | 4 5 6 7 8 9
          '98' lt result and Datastream/id eq 1 | 99
          result eq '7.0' |
          result ge 'loud' and result lt 'm' | 1001
          result ge '1' and result lt '2' and result lt 20 | 1 10 11 12 13 14 15 16 17 18 19
          result lt 3 | 1 2
          result gt 248 and not (result eq 250) | 249
          result add 1 eq 3 | 2
          result sub 1 eq 3 | 4
          result mul 2 eq 10 | 5
          result div 2 eq 1.5 | 3
          result mod 200 eq 1 | 1 201
          -result eq -9 | 9
          1 add 2 mul 3 eq result | 7
          (1 add 2) mul 3 eq result | 9
          round(result div 100) eq 3 | 250
          floor(result div 100) eq 2 and result gt 249 | 250
          ceiling(result div 250) eq 1 and result le 1 | 1
          result eq 'loud' | 1001
          result eq true | 1003
          result/peak gt 79.5 | 1002
          result/kinds/1 eq 'sea' | 1002
          result/kinds[0] eq 'car' | 1002
          resultQuality eq 'good' | 1001
          parameters/gain eq 3 | 1001
          resultTime eq null | 1001 1002 1003
          resultTime eq 2026-03-01T00:01:00Z | 1
          resultTime le 2026-02-28T20:02:00-04:00 | 1 2
          phenomenonTime eq 2026-03-01T00:00:00Z | 1
          phenomenonTime eq 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z | 1001
          phenomenonTime ge 2026-03-01T04:08:00Z | 249 250
          phenomenonTime lt '2026-03-01T00:01:00.000Z' | 1
          phenomenonTime gt 2026-03-01T04:08:00.000Z | 250
          phenomenonTime gt now() |
          phenomenonTime sub duration'PT5M' eq 2026-03-01T00:00:00Z | 6
          phenomenonTime add duration'P1D' lt 2026-03-02T00:01:00Z | 1
          phenomenonTime sub 2026-03-01T00:00:00Z gt duration'PT4H8M' | 250
          year(phenomenonTime) eq 2026 and month(phenomenonTime) eq 3 and day(phenomenonTime) eq 1 and result le 1 | 1
          hour(phenomenonTime) eq 4 and minute(phenomenonTime) eq 9 | 250
          second(phenomenonTime) eq 0 and fractionalseconds(phenomenonTime) eq 0 and result eq 1 | 1
          date(phenomenonTime) eq 2026-03-01 and result eq 1 | 1
          time(phenomenonTime) eq 00:02:00 | 3
          totaloffsetminutes(phenomenonTime) eq 0 and result eq 1 | 1
          phenomenonTime gt mindatetime() and phenomenonTime lt maxdatetime() and result eq 1 | 1
          before(phenomenonTime, 2026-03-01T00:01:00Z) | 1
          after(phenomenonTime, 2026-03-01T04:08:00Z/2026-03-01T04:08:30Z) | 250
          meets(phenomenonTime, 2026-03-01T03:00:00Z/2026-03-01T04:00:00Z) and Datastream/id eq 2 | 1003
          during(phenomenonTime, 2026-03-01T00:30:00Z/2026-03-01T02:30:00Z) and Datastream/id eq 2 | 1002
          overlaps(phenomenonTime, 2026-03-01T00:30:00Z/2026-03-01T01:30:00Z) and Datastream/id eq 2 | 1001 1002
          starts(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-01T05:00:00Z) | 1 1001
          finishes(phenomenonTime, 2026-03-01T02:00:00Z/2026-03-01T03:00:00Z) and Datastream/id eq 2 | 1003
          overlaps(validTime, 2026-03-20T00:00:00Z) | 1002
          Datastream/name eq 'Noise of the quay' and result eq 'loud' | 1001
          Datastream/Thing/Locations/name eq 'Quay' and result lt 2 | 1
          st_within(FeatureOfInterest/feature, geography'POLYGON ((-62 14, -61 14, -61 15, -62 15, -62 14))') and result le 1 | 1
          """)
  void observationsAreFound(String filter, String expected) {
    assertThat(found("Observations", filter)).as(filter).isEqualTo(ids(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          st_within(location, geography'POLYGON ((-61.1 14.5, -61.05 14.5, -61.05 14.65, -61.1 14.65, -61.1 14.5))') | 1
          st_contains(geography'POLYGON ((-61.1 14.5, -61.05 14.5, -61.05 14.65, -61.1 14.65, -61.1 14.5))', location) | 1
          not st_within(location, geography'POLYGON ((-61.1 14.5, -61.05 14.5, -61.05 14.65, -61.1 14.65, -61.1 14.5))') | 2
          st_intersects(location, geography'LINESTRING (-61.07 14.5, -61.07 14.7)') | 1
          geo.intersects(location, geography'LINESTRING (-61.07 14.5, -61.07 14.7)') | 1
          st_equals(location, geography'POINT (-61.00 14.70)') | 2
          st_disjoint(location, geography'POINT (-61.00 14.70)') | 1
          st_touches(location, geography'LINESTRING (-61.00 14.70, -61.00 14.80)') | 2
          st_relate(location, geography'POINT (-61.00 14.70)', 'T********') | 2
          st_overlaps(location, geography'POINT (-61.00 14.70)') |
          st_crosses(location, geography'POINT (-61.00 14.70)') |
          geo.distance(location, geography'POINT (-61.07 14.61)') lt 0.02 | 1
          geo.distance(geography'POINT (-61.07 14.61)', location) gt 0.02 | 2
          geo.length(location) eq 0 | 1 2
          location/type eq 'Point' | 1 2
          """)
  void placesAreFound(String filter, String expected) {
    assertThat(found("Locations", filter)).as(filter).isEqualTo(ids(expected));
  }

  @Test
  void unitsAndSpansOfDatastreamsAreFound() {
    assertThat(found("Datastreams", "unitOfMeasurement/symbol eq 'ug/m3'")).containsExactly(1L, 3L);
    assertThat(found("Datastreams", "phenomenonTime eq null")).containsExactly(3L);
    assertThat(
            found(
                "Datastreams", "during(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-01T03:30:00Z)"))
        .containsExactly(2L);
  }

  static Stream<String> bad() {
    return Stream.of(
        "id eq",
        "eq 1",
        "id eq 1 and",
        "(id eq 1",
        "id eq 1)",
        "nothing eq 1",
        "name eq 'open",
        "id eq 1 1",
        "id",
        "name add 1 eq 2",
        "no_function(name)",
        "substringof('a')",
        "st_within(name, geography'POINT (1 1)')",
        "substringof(geography'POINT (1 1)', name)",
        "Locations",
        "Locations/location eq 1",
        "Locations/any(l: l/nothing eq 1)",
        "Locations/any(l l/id eq 1)",
        "properties/ eq 1",
        "id eq 2026-13-45T00:00:00Z",
        "id eq geography'POLYGON ((1 1, 2'",
        "id eq geography'POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))'",
        "id eq duration'nonsense'",
        "id in (name)",
        "id in ()",
        "id eq 1 ; drop table things.thing",
        "name eq \"x\"",
        "((((".repeat(100),
        "not ".repeat(500) + "true",
        "-".repeat(500) + "1 eq 1",
        "id eq 1 or ".repeat(600) + "id eq 1",
        "Datastreams/Thing/".repeat(20) + "id eq 1",
        "name eq '" + "a".repeat(9_000) + "'",
        "id eq " + "9".repeat(60),
        "round(1e308 mul 1e308) eq 1",
        "\u0001",
        "{}");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("bad")
  void whatCantBeReadIsToldWithItsPlace(String filter) {
    var told = new Sensing(port).get("/Things", "$filter", filter);
    assertThat(told.status()).as(told.body()).isEqualTo(400);
    assertThat(told.json().path("type").stringValue("")).isEqualTo("error");
    assertThat(told.json().path("code").intValue()).isEqualTo(400);
    assertThat(told.json().path("message").stringValue("")).isNotBlank();
  }
}
