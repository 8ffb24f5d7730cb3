package org.foyal.things.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.ledger.HighNumbers;
import org.foyal.things.model.EntityType;
import org.foyal.things.model.Written;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is at somebody's home is told to about a kilometre at every door, whichever came first: its
/// place, or the word that says so.
@HouseTest
class KeepingHomesRoughTest {
  private static final String MARK = "{'foyal.blurred': true}";
  private static final String POINT = "{'type': 'Point', 'coordinates': [-61.06789, 14.60456]}";
  private static final String PLACE =
      "{'name': 'Chez', 'description': '', 'encodingType': 'application/geo+json', '%s': "
          + POINT
          + "}";
  private static final String CLOSE = "geography'POINT (-61.06789 14.60456)'";
  private static final String YARD =
      "geography'POLYGON ((-61.0680 14.6045, -61.0678 14.6045, -61.0678 14.6046, -61.0680 14.6046, -61.0680 14.6045))'";

  @LocalServerPort int port;
  @Autowired Entities entities;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext house;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).observeOn(); // others of this house want the low numbers
    HighNumbers.from(house);
    service = new Sensing(port);
  }

  private long make(EntityType type, String written) {
    return new Made(entities).make(type, null, written);
  }

  private long home(String properties) {
    return make(
        EntityType.THING,
        """
        {'name': 'Air', 'description': '', 'properties': %s, 'Locations': [%s],
         'Datastreams': [{'name': 'PM10', 'description': '', 'observationType': 'OM_Measurement',
           'observedArea': %s,
           'unitOfMeasurement': {'name': 'u', 'symbol': 'u', 'definition': 'u'},
           'Sensor': {'name': 's', 'description': '', 'encodingType': 'text/plain', 'metadata': 'none'},
           'ObservedProperty': {'name': 'p', 'definition': 'http://example.org/p', 'description': ''},
           'Observations': [{'result': 1}, {'result': 2, 'FeatureOfInterest': %s}]}]}
        """
            .formatted(properties, PLACE.formatted("location"), POINT, PLACE.formatted("feature")));
  }

  private void say(EntityType type, long id, String written) {
    assertThat(entities.update(type, id, Made.json(written), Made.CITY))
        .isInstanceOf(Written.Changed.class);
  }

  /// At each door that a stranger may try.
  private void isRough(long thing) {
    var below = "/Things(" + thing + ")";
    for (var path :
        List.of(
            below + "/Locations",
            below + "/HistoricalLocations?$expand=Locations",
            below + "?$expand=Locations,HistoricalLocations($expand=Locations)",
            below + "/Datastreams?$expand=Observations($expand=FeatureOfInterest)",
            "/Locations?$filter=Things/id%20eq%20" + thing,
            "/FeaturesOfInterest?$filter=Observations/Datastream/Thing/id%20eq%20" + thing)) {
      var told = service.at(service.base() + path);
      assertThat(told.status()).as(told.body()).isEqualTo(200);
      assertThat(told.body()).as(path).contains("-61.07").doesNotContain("06789", "60456");
    }
    noFilterFinds(thing, below);
    nothingExactIsKept(thing);
  }

  private void noFilterFinds(long thing, String below) {
    for (var filter :
        List.of(
            "geo.distance(location, " + CLOSE + ") lt 0.001",
            "st_within(location, " + YARD + ")",
            "st_intersects(location, " + YARD + ")",
            "st_equals(location, " + CLOSE + ")",
            "location/coordinates/0 lt -61.0675 and location/coordinates/0 gt -61.069",
            "substringof('06789', location)")) {
      var told = service.get(below + "/Locations", "$filter", filter);
      assertThat(told.body()).as(filter).doesNotContain("\"@iot.id\"");
    }
    for (var filter :
        List.of(
            "geo.distance(feature, " + CLOSE + ") lt 0.001", "st_within(feature, " + YARD + ")")) {
      var told =
          service.get(
              "/FeaturesOfInterest",
              "$filter",
              filter + " and Observations/Datastream/Thing/id eq " + thing);
      assertThat(told.status()).as(told.body()).isEqualTo(200);
      assertThat(told.ids()).as(filter).isEmpty();
    }
  }

  private void nothingExactIsKept(long thing) {
    var kept =
        sql.sql(
                """
                select count(*) from (
                  select l.location::text || l.around::text as told from things.location l
                    join things.thing_location p on p.location = l.id where p.thing = :thing
                  union all select f.feature::text || f.around::text from things.feature_of_interest f
                    join things.observation o on o.feature = f.id
                    join things.datastream d on d.id = o.datastream where d.thing = :thing
                  union all select observed_area::text from things.datastream where thing = :thing) t
                where told like '%06789%' or told like '%60456%'
                """)
            .param("thing", thing)
            .query(Integer.class)
            .single();
    assertThat(kept).isZero();
  }

  @Test
  void ofAHomeOnlyWhatIsRoughIsEverKept() {
    isRough(home(MARK));
  }

  @Test
  void whatWasExactIsNoLongerOnceItIsSaidToBeAHome() {
    long thing = home("{'kind': 'air'}");
    assertThat(service.get("/Things(" + thing + ")/Locations").body()).contains("-61.06789");
    say(EntityType.THING, thing, "{'properties': " + MARK + "}");
    isRough(thing);
  }

  @Test
  void aHomeThatMovesIsRoughThereTooAndWhereItWas() {
    long thing = home(MARK);
    long place = make(EntityType.LOCATION, PLACE.formatted("location"));
    say(EntityType.THING, thing, "{'Locations': [{'@iot.id': " + place + "}]}");
    isRough(thing);
  }

  @Test
  void aPlaceOfAHomeThatIsWrittenAgainIsRoughAgain() {
    long thing = home(MARK);
    long place = service.get("/Things(" + thing + ")/Locations").ids().getFirst();
    say(EntityType.LOCATION, place, "{'location': " + POINT + "}");
    isRough(thing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thing", "Datastream"})
  void aPlaceWrittenDownByHandIsRough(String way) {
    long thing = home(MARK);
    if (way.equals("Thing")) {
      make(
          EntityType.HISTORICAL_LOCATION,
          "{'time': '2001-01-01T00:00:00Z', 'Thing': {'@iot.id': %d}, 'Locations': [%s]}"
              .formatted(thing, PLACE.formatted("location")));
    } else {
      long stream = service.get("/Things(" + thing + ")/Datastreams").ids().getFirst();
      make(
          EntityType.OBSERVATION,
          "{'result': 3, 'Datastream': {'@iot.id': %d}, 'FeatureOfInterest': %s}"
              .formatted(stream, PLACE.formatted("feature")));
      say(EntityType.DATASTREAM, stream, "{'observedArea': " + POINT + "}");
    }
    isRough(thing);
  }

  @Test
  void anOutlineBecomesAPointAndOtherTextLosesItsDigits() {
    long outlined =
        make(
            EntityType.LOCATION,
            """
            {'name': 'Yard', 'description': '', 'encodingType': 'application/geo+json', 'properties': %s,
             'location': {'type': 'Feature', 'properties': {'street': 'rue X'}, 'geometry': {'type': 'Polygon',
               'coordinates': [[[-61.0680, 14.6045], [-61.0678, 14.6045], [-61.0678, 14.6046], [-61.0680, 14.6045]]]}}}
            """
                .formatted(MARK));
    assertThat(service.get("/Locations(" + outlined + ")").json().path("location").toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-61.07,14.6]}");
    long written =
        make(
            EntityType.LOCATION,
            "{'name': 'Text', 'description': '', 'encodingType': 'text/plain', 'properties': %s, 'location': '14.60456 N, 61.06789 W'}"
                .formatted(MARK));
    assertThat(service.get("/Locations(" + written + ")").json().path("location").stringValue(""))
        .isEqualTo("14.60 N, 61.07 W");
  }

  @Test
  void aPlaceThatOthersObserveStaysAsItIs() {
    long shared = make(EntityType.FEATURE_OF_INTEREST, PLACE.formatted("feature"));
    for (var properties : List.of("{}", MARK)) {
      long thing = home(properties);
      long stream = service.get("/Things(" + thing + ")/Datastreams").ids().getFirst();
      make(
          EntityType.OBSERVATION,
          "{'result': 3, 'Datastream': {'@iot.id': %d}, 'FeatureOfInterest': {'@iot.id': %d}}"
              .formatted(stream, shared));
    }
    assertThat(service.get("/FeaturesOfInterest(" + shared + ")").body()).contains("-61.06789");
  }
}
