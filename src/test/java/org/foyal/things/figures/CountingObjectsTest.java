package org.foyal.things.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.territory.TwoNeighbourhoods;
import org.foyal.things.Station;
import org.foyal.things.query.TwoStations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many objects are alive, by neighbourhood, and how many observations are stored.
@HouseTest
class CountingObjectsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 31);
  private static final Period SPRING = new Period(LocalDate.of(2026, 3, 1), TODAY);
  private static final Instant LATELY = Instant.parse("2026-05-30T12:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2026-03-10T12:00:00Z");

  private static final double IN_THE_WEST_deg = -61.09;
  private static final double IN_THE_EAST_deg = -61.07;

  @Autowired ThingFigures figures;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  @BeforeEach
  void aCityWithoutObjects() {
    new TwoNeighbourhoods(sql, events).settle();
    new TwoStations(sql).clear();
  }

  @AfterEach
  void nothingIsLeftForOthers() {
    new TwoStations(sql).clear();
  }

  private List<Figure> figures() {
    return figures.figures(SPRING, Optional.of(TwoNeighbourhoods.COMMUNE));
  }

  private Station at(double longitude_deg, boolean example) {
    var station = Station.of(sql, "Box", example);
    place(station, longitude_deg);
    return station;
  }

  private void place(Station station, double longitude_deg) {
    long location =
        sql.sql(
                """
                insert into things.location (name, description, encoding_type, location, around)
                values ('Here', '', 'application/geo+json', '{}',
                  box(point(:longitude, 14.61), point(:longitude, 14.61))) returning id
                """)
            .param("longitude", longitude_deg)
            .query(Long.class)
            .single();
    sql.sql("insert into things.thing_location values (:thing, :location)")
        .param("thing", station.thing())
        .param("location", location)
        .update();
  }

  @Test
  void anObjectThatReportedInTheLastSevenDaysIsAliveWhereItStands() {
    at(IN_THE_EAST_deg, false).reads(LATELY, 1.0);
    at(IN_THE_EAST_deg, false).reads(LONG_AGO, 1.0);
    at(IN_THE_WEST_deg, false).reads(LATELY, 1.0);
    assertThat(figures())
        .extracting(Figure::key, Figure::areaCode, Figure::count, Figure::asOf)
        .containsExactlyInAnyOrder(
            tuple("things.alive", TwoNeighbourhoods.EAST, 1L, TODAY),
            tuple("things.alive", TwoNeighbourhoods.WEST, 1L, TODAY),
            tuple("things.alive", TwoNeighbourhoods.COMMUNE, 2L, TODAY),
            tuple("things.observations", TwoNeighbourhoods.COMMUNE, 3L, TODAY));
  }

  @Test
  void anObjectWhosePlaceNobodyToldIsTheCitysAndOneElsewhereIsNot() {
    Station.of(sql, "Somewhere", false).reads(LATELY, 1.0);
    at(-60.0, false).reads(LATELY, 1.0);
    assertThat(figures())
        .filteredOn(one -> one.key().equals("things.alive"))
        .extracting(Figure::areaCode, Figure::count)
        .containsExactly(tuple(TwoNeighbourhoods.COMMUNE, 1L));
  }

  @Test
  void onlyWhatThePeriodSpeaksOfIsCounted() {
    var station = at(IN_THE_EAST_deg, false);
    station.reads(LONG_AGO, 1.0);
    station.reads(Instant.parse("2026-06-01T12:00:00Z"), 2.0);
    station.reads(Instant.parse("2025-12-01T12:00:00Z"), 3.0);
    assertThat(figures())
        .filteredOn(one -> one.key().equals("things.observations"))
        .extracting(Figure::count)
        .containsExactly(1L);
  }

  @Test
  void whereNothingEverReportedThereIsNoFigure() {
    at(IN_THE_EAST_deg, false);
    assertThat(figures()).isEmpty();
  }

  @Test
  void anExampleIsInNoFigure() {
    at(IN_THE_EAST_deg, true).reads(LATELY, 1.0);
    assertThat(figures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing", "datastream", "sensor", "observed_property"})
  void whatHangsOnAnExampleIsInNoFigureEither(String table) {
    at(IN_THE_EAST_deg, false).reads(LATELY, 1.0);
    sql.sql("update things." + table + " set example = true").update();
    assertThat(figures()).isEmpty();
  }

  @Test
  void aPeriodThatIsStillToComeHasNoFigure() {
    at(IN_THE_EAST_deg, false).reads(LATELY, 1.0);
    var later = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    assertThat(figures.figures(new Period(later, later), Optional.of(TwoNeighbourhoods.COMMUNE)))
        .isEmpty();
  }
}
