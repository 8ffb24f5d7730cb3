package org.foyal.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.fraunhofer.iosb.ilt.sta.NotFoundException;
import de.fraunhofer.iosb.ilt.sta.model.Datastream;
import de.fraunhofer.iosb.ilt.sta.model.Location;
import de.fraunhofer.iosb.ilt.sta.model.Observation;
import de.fraunhofer.iosb.ilt.sta.model.ObservedProperty;
import de.fraunhofer.iosb.ilt.sta.model.Sensor;
import de.fraunhofer.iosb.ilt.sta.model.Thing;
import de.fraunhofer.iosb.ilt.sta.model.TimeObject;
import de.fraunhofer.iosb.ilt.sta.model.ext.UnitOfMeasurement;
import de.fraunhofer.iosb.ilt.sta.service.SensorThingsService;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.apache.http.message.BasicHeader;
import org.foyal.HouseTest;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.ledger.HighNumbers;
import org.foyal.things.query.TwoStations;
import org.geojson.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A client of SensorThings that others wrote (FROST-Client) goes its whole way with the house: it
/// makes, asks, turns pages, changes and removes.
@HouseTest
class AnIndependentClientTest {
  private static final int READINGS = 25;
  private static final ZonedDateTime MIDNIGHT =
      ZonedDateTime.of(2026, 5, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  @LocalServerPort int port;
  @Autowired Devices devices;
  @Autowired JdbcClient sql;
  @Autowired ApplicationContext house;

  private SensorThingsService service = new SensorThingsService();
  private Thing thing = new Thing();
  private Datastream stream = new Datastream();

  @BeforeEach
  void settle() throws Exception {
    new TwoStations(sql).observeOn(); // others of this house want the low numbers
    HighNumbers.from(house);
    service = new SensorThingsService(URI.create("http://localhost:" + port + "/v1.1/").toURL());
    service
        .getClientBuilder()
        .setDefaultHeaders(List.of(new BasicHeader("Authorization", Keys.toEverything(devices))));
    service.rebuildHttpClient();
    thing = new Thing("River station", "Below the bridge");
    thing.setProperties(Map.of("bridge", 3));
    service.create(thing);
    stream = stream();
    for (int i = 0; i < READINGS; i++) {
      var reading = new Observation((double) i, stream);
      reading.setPhenomenonTime(new TimeObject(MIDNIGHT.plusMinutes(i)));
      service.create(reading);
      assertThat(reading.getId().getUrl()).matches("\\d+");
    }
  }

  private Datastream stream() throws Exception {
    var place = new Location("Bridge", "In town", "application/geo+json", new Point(-61.07, 14.6));
    place.getThings().add(thing);
    service.create(place);
    var sensor = new Sensor("Float", "A float", "text/plain", "none");
    service.create(sensor);
    var level = new ObservedProperty("Level", "http://example.org/level", "Water level");
    service.create(level);
    var made =
        new Datastream(
            "Level below the bridge",
            "Every minute",
            "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
            new UnitOfMeasurement("metre", "m", "ucum:m"));
    made.setThing(thing);
    made.setSensor(sensor);
    made.setObservedProperty(level);
    service.create(made);
    return made;
  }

  @Test
  void whatItMadeItFindsByItsLinks() throws Exception {
    var found = service.things().find(thing.getId());
    assertThat(found.getName()).isEqualTo("River station");
    assertThat(found.getProperties()).containsEntry("bridge", 3);
    var places = found.locations().query().list();
    assertThat(places.toList()).extracting(Location::getName).containsExactly("Bridge");
    assertThat(found.historicalLocations().query().list().toList()).hasSize(1);
    var again = service.datastreams().find(stream.getId());
    assertThat(again.getUnitOfMeasurement().getSymbol()).isEqualTo("m");
    assertThat(again.getSensor().getName()).isEqualTo("Float");
    assertThat(again.getObservedProperty().getDefinition()).isEqualTo("http://example.org/level");
  }

  @Test
  void itFiltersOrdersExpandsAndTurnsPages() throws Exception {
    var high =
        stream
            .observations()
            .query()
            .filter("result ge 5 and phenomenonTime lt 2026-05-01T00:20:00Z")
            .orderBy("phenomenonTime desc")
            .top(4)
            .count()
            .list();
    assertThat(high.getCount()).isEqualTo(15);
    assertThat(high.size()).isEqualTo(4);
    var all = new java.util.ArrayList<Double>();
    high.fullIterator().forEachRemaining(one -> all.add(((Number) one.getResult()).doubleValue()));
    assertThat(all).hasSize(15).startsWith(19.0, 18.0).endsWith(6.0, 5.0);
    var whole =
        service
            .things()
            .query()
            .filter("id eq " + thing.getId())
            .expand(
                "Locations,Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc))")
            .first();
    var latest = whole.getDatastreams().toList().getFirst().getObservations().toList().getFirst();
    assertThat(((Number) latest.getResult()).intValue()).isEqualTo(READINGS - 1);
    assertThat(whole.getLocations().toList()).hasSize(1);
  }

  @Test
  void itChangesAndRemoves() throws Exception {
    thing.setName("River station 2");
    service.update(thing);
    assertThat(service.things().find(thing.getId()).getName()).isEqualTo("River station 2");
    var last = stream.observations().query().orderBy("phenomenonTime desc").first();
    last.setResult(99.5);
    service.update(last);
    assertThat(service.observations().find(last.getId()).getResult()).hasToString("99.5");
    service.delete(last);
    assertThat(stream.observations().query().count().top(0).list().getCount())
        .isEqualTo(READINGS - 1);
    service.delete(thing);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> service.datastreams().find(stream.getId()));
  }
}
