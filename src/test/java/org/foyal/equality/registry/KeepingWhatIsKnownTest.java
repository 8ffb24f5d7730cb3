package org.foyal.equality.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.equality.registry.Reading.Told;
import org.foyal.equality.registry.Refused.Reason;
import org.foyal.territory.TwoNeighbourhoods;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known stays as it was known; what can’t be is refused by its row.
@HouseTest
class KeepingWhatIsKnownTest {
  private static final String WEST = TwoNeighbourhoods.WEST;
  private static final String EAST = TwoNeighbourhoods.EAST;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  @Autowired Registry registry;
  @Autowired Feeding feeding;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  @BeforeEach
  void aCityOfWhichNothingIsKnown() {
    new TwoNeighbourhoods(sql, events).settle();
    sql.sql("truncate equality.value").update();
  }

  @AfterEach
  void nothingIsLeft() {
    sql.sql("truncate equality.value").update();
  }

  private static Reading share(
      int line, String area, @Nullable Long numerator, @Nullable Long denominator) {
    return new Reading(
        line,
        "fibre.connectable",
        area,
        "2026-T2",
        new Told(numerator, denominator, null),
        "essai",
        DAY);
  }

  private List<Reason> reasons(Reading... readings) {
    return registry.keep(List.of(readings)).refused().stream().map(Refused::reason).toList();
  }

  @Test
  void theSameTwiceChangesNothingAndALateFileIsANewVersionBesideTheOld() {
    assertThat(registry.keep(List.of(share(1, WEST, 5L, 11L))).added()).isEqualTo(1);
    assertThat(registry.keep(List.of(share(1, WEST, 5L, 11L))).same()).isEqualTo(1);
    assertThat(registry.keep(List.of(share(1, WEST, 6L, 11L))).corrected()).isEqualTo(1);
    assertThat(registry.history("fibre.connectable", WEST))
        .extracting(value -> value.version() + ":" + value.amount().numerator().getAsLong())
        .containsExactly("2:6", "1:5");
    assertThat(registry.latest())
        .singleElement()
        .satisfies(value -> {
          assertThat(value.version()).isEqualTo(2);
          assertThat(value.interval()).isPresent();
          assertThat(value.when().geography()).startsWith("2026-11-20");
        });
  }

  @Test
  void whatWasKnownThenIsStillKnownAsThen() {
    registry.keep(List.of(share(1, WEST, 5L, 11L)));
    var then = registry.latest().getFirst().when().knownAt();
    registry.keep(List.of(share(1, WEST, 6L, 11L)));
    assertThat(registry.latest(then).getFirst().amount().numerator()).hasValue(5);
  }

  @Test
  void nobodyRewritesALine() {
    registry.keep(List.of(share(1, WEST, 5L, 11L)));
    assertThatThrownBy(() -> sql.sql("update equality.value set value = 1").update())
        .hasMessageContaining("stays as it was known");
    assertThatThrownBy(() -> sql.sql("delete from equality.value").update())
        .hasMessageContaining("stays as it was known");
  }

  @Test
  void whatCantBeIsRefusedByItsRowAndTheRestStands() {
    var kept =
        registry.keep(
            List.of(
                share(1, WEST, 12L, 11L),
                share(2, WEST, -1L, 11L),
                share(3, WEST, 3L, null),
                share(4, "nowhere", 3L, 11L),
                share(5, WEST, 3L, 11L),
                share(6, WEST, 3L, 11L),
                share(7, EAST, 4L, 0L)));
    assertThat(kept.added()).isEqualTo(1);
    assertThat(kept.refused())
        .extracting(one -> one.line() + " " + one.reason())
        .containsExactly(
            "1 OVER", "2 NEGATIVE", "3 NO_NUMBER", "4 UNKNOWN_AREA", "6 TWICE", "7 OVER");
  }

  @Test
  void whatIsCountedForAThousandPeopleIsToldSo() {
    assertThat(reasons(reach(1, 4L, 1957L), reach(2, 4L, null), reach(3, 900L, 888L)))
        .containsExactly(Reason.NO_NUMBER, Reason.OVER);
    assertThat(registry.latest())
        .singleElement()
        .satisfies(value -> {
          assertThat(value.value()).isCloseTo(1000 * 4 / 1957.0, within(1e-12));
          assertThat(value.amount().denominator()).hasValue(1957);
        });
  }

  private static Reading reach(int line, long hours, @Nullable Long people) {
    return new Reading(
        line,
        "help.reach",
        line == 1 ? WEST : EAST,
        "2026-T2",
        new Told(hours, people, null),
        "essai",
        DAY);
  }

  @Test
  void areasThatOverlapDoNotStandInOneList() {
    assertThat(reasons(share(1, WEST, 3L, 11L), share(2, TwoNeighbourhoods.COMMUNE, 9L, 22L)))
        .containsExactly(Reason.OVERLAPPING);
    assertThat(reasons(share(1, TwoNeighbourhoods.COMMUNE, 9L, 22L), share(2, EAST, 3L, 11L)))
        .containsExactly(Reason.OVERLAPPING);
  }

  @Test
  void aFileIsReadByItsColumnsAndRefusedByItsLines() throws IOException {
    var file = folder.resolve("values.csv");
    Files.writeString(
        file,
        """
        area,indicator,period,numerator,denominator,value,source,as_of
        972990101,homes.computer,2026,40,80,,Enquête d’essai,2026-06-30
        972990102,homes.computer,2026,x,80,,Enquête d’essai,2026-06-30
        972990102,homes.computer,last year,4,80,,Enquête d’essai,2026-06-30
        972990102,homes.computer,2026,4,80,,Enquête d’essai,yesterday
        """);
    var read = ValuesFile.of(file);
    assertThat(read.refused())
        .extracting(one -> one.line() + " " + one.reason())
        .containsExactly("3 NO_NUMBER", "5 BAD_PERIOD");
    var kept = registry.keep(read.readings());
    assertThat(kept.added()).isEqualTo(1);
    assertThat(kept.refused())
        .extracting(one -> one.line() + " " + one.reason())
        .containsExactly("4 BAD_PERIOD");
  }

  @Test
  void aFileOfOtherColumnsIsRefusedWithThoseThatAreAskedFor() throws IOException {
    var file = folder.resolve("other.csv");
    Files.writeString(file, "a,b\n1,2\n");
    assertThat(ValuesFile.of(file).refused())
        .singleElement()
        .satisfies(one -> assertThat(one.detail()).contains("numerator"));
  }

  @Test
  void theNightKeepsTheScoresOfTheTerritoryOnce() {
    feeding.feed();
    assertThat(registry.history("score_global", WEST))
        .singleElement()
        .satisfies(value -> assertThat(value.value()).isEqualTo(112));
    long before = registry.version();
    feeding.feed();
    assertThat(registry.version()).isEqualTo(before);
  }
}
