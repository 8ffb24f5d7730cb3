package org.foyal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.territory.Area.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// What is kept in memory follows what is in the tables.
@HouseTest
@RecordApplicationEvents
class FollowingTheTerritoryTest {
  private static final Position NEAR_THE_BORDER = new Position(14.61, -61.085);

  @Autowired Territory territory;
  @Autowired ApplicationEvents told;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  private TwoNeighbourhoods city;

  @BeforeEach
  void settle() {
    city = new TwoNeighbourhoods(sql, events);
    city.settle();
  }

  @AfterEach
  void leave() {
    city.clear();
  }

  private String at(Position where) {
    return territory.areaAt(where, Kind.IRIS).map(Area::code).orElse("");
  }

  @Test
  void aBorderThatMovedIsFollowedOnceTheImportIsTold() {
    assertThat(at(NEAR_THE_BORDER)).isEqualTo(TwoNeighbourhoods.WEST);
    long before = territory.version();
    city.moveTheBorder(true);
    assertThat(at(NEAR_THE_BORDER)).isEqualTo(TwoNeighbourhoods.EAST);
    assertThat(territory.version()).isNotEqualTo(before);
    assertThat(territory.changedAt()).isEqualTo("2026-11-22T12:00:00Z");
  }

  @Test
  void anImportOfAnotherProcessIsFollowedWithoutBeingTold() {
    city.moveTheBorder(false);
    territory.followOtherProcesses();
    assertThat(at(NEAR_THE_BORDER)).isEqualTo(TwoNeighbourhoods.EAST);
  }

  @Test
  void whoeverImportedTheHouseIsToldOnceTheAreasAreReadAnew() {
    for (boolean here : new boolean[] {true, false}) {
      city.settle();
      told.clear();
      city.moveTheBorder(here);
      if (!here) {
        territory.followOtherProcesses();
      }
      assertThat(told.stream(TerritoryFollowed.class))
          .singleElement()
          .isEqualTo(new TerritoryFollowed(territory.version()));
      city.clear();
    }
  }

  @Test
  void anEmptiedTerritoryHoldsNothingAndFailsNowhere() {
    city.clear();
    assertThat(at(NEAR_THE_BORDER)).isEmpty();
    assertThat(territory.listAreas(Kind.IRIS)).isEmpty();
    assertThat(territory.neighbours(TwoNeighbourhoods.WEST)).isEmpty();
    assertThat(territory.listVersions(TwoNeighbourhoods.WEST)).isEmpty();
  }
}
