package org.foyal.learning.places.reaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.foyal.HouseTest;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Places;
import org.foyal.territory.TerritoryChanged;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How near help is, along the roads, by neighbourhood.
@HouseTest
class HowNearHelpIsTest {
  @Autowired Taught taught;
  @Autowired HelpNearby help;
  @Autowired HelpReach reach;
  @Autowired Places places;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;

  @BeforeEach
  void oneRoadFromTheWestToTheEast() {
    new TwoNeighbourhoods(sql, events).settle();
    // places of other tests stand on no road of this one, or would make ways shorter
    sql.sql(
            """
            update learning.place set latitude = 0, longitude = 0
            where latitude between 14.60 and 14.62 and longitude between -61.10 and -61.06
            """)
        .update();
    road("w-m", -61.09, -61.08, 1500);
    road("m-e", -61.08, -61.07, 2500);
    events.publishEvent(new TerritoryChanged(0));
  }

  @AfterEach
  void clear() {
    new TwoNeighbourhoods(sql, events).clear();
  }

  private void road(String ref, double from, double to, double length_m) {
    var line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(from, 14.61), new Coordinate(to, 14.61)});
    sql.sql(
            """
            insert into territory.road (ref, class, structure, name, length_m, line, south, west, north, east, imported)
            select :ref, 'minor', 'normal', '', :length, :line, 14.61, :west, 14.61, :east, max(id) from territory.import
            """)
        .param("ref", ref)
        .param("length", length_m)
        .param("line", new WKBWriter().write(line))
        .param("west", from)
        .param("east", to)
        .update();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Martinique"));
  }

  private java.util.List<Figure> told(LocalDate from, LocalDate to) {
    return help.figures(new Period(from, to));
  }

  private void place() {
    new Known(places).add(Known.name(), "latitude", "14.61", "longitude", "-61.09");
  }

  @Test
  void halfOfTheStreetsHaveNoLongerWayThanIsTold() {
    place();
    var today = today();
    assertThat(told(today.minusDays(3), today.plusDays(1)))
        .filteredOn(one -> one.areaCode().equals(TwoNeighbourhoods.EAST))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.key()).isEqualTo("learning.nearest-help");
          assertThat(one.count()).isEqualTo(4000);
          assertThat(one.asOf()).isEqualTo(today);
        });
    assertThat(told(today, today))
        .filteredOn(one -> one.areaCode().equals(TwoNeighbourhoods.WEST))
        .singleElement()
        .satisfies(one -> assertThat(one.count()).isZero());
  }

  /// Of 26 seats for two hours, four a week: the west is at the door and the east, four kilometres
  /// on, beyond half an hour.
  @Test
  void whatTookPlaceIsSharedAmongWhoeverReachesIt() {
    var today = today();
    var place = new Known(places).add(Known.name(), "latitude", "14.61", "longitude", "-61.09");
    var course = taught.course("Cours à portée");
    sql.sql(
            """
            insert into learning.session (id, course, place, starts_at, ends_at, seats, language, changed_at, example)
            values (gen_random_uuid(), :course, :place, :at, :at + interval '2 hours', 26, 'fr', :at, false)
            """)
        .param("course", course)
        .param("place", place.id())
        .param("at", clock.instant().minus(10, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
        .update();
    assertThat(reach.figures(new Period(today, today)))
        .extracting(Figure::key, Figure::areaCode, Figure::count, one -> one.of().orElseThrow())
        .containsExactly(
            tuple("help.reach", TwoNeighbourhoods.WEST, 4L, 1957L),
            tuple("help.reach", TwoNeighbourhoods.EAST, 0L, 888L));
    sql.sql("delete from learning.session where course = :course").param("course", course).update();
  }

  @Test
  void ofThePastNothingIsSaidThatIsNotKnown() {
    place();
    assertThat(told(today().minusDays(90), today().minusDays(1))).isEmpty();
  }
}
