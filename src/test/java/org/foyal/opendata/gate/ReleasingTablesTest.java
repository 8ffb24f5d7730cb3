package org.foyal.opendata.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.kernel.PeopleTable;
import org.foyal.kernel.PeopleTable.Label;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.Release;
import org.foyal.kernel.ShownTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was released stays in mind: no later release gives somebody away together with it.
@HouseTest
class ReleasingTablesTest {
  @Autowired DisclosureGate gate;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nothingWasReleased() {
    sql.sql("truncate opendata.release, opendata.released_table").update();
  }

  private static PeopleTable table(String period, Label row, long people) {
    return new PeopleTable(
        "essai", period, true, List.of(row), List.of("all"), List.of(List.of(people)));
  }

  private static final Label THREE = new Label("three", Set.of("a", "b", "c"));
  private static final Label TWO = new Label("two", Set.of("a", "b"));

  @Test
  void theSameTwicePassesTwice() {
    assertThat(gate.release(table("2026-T1", THREE, 60))).isInstanceOf(Release.Passed.class);
    assertThat(gate.release(table("2026-T1", THREE, 60))).isInstanceOf(Release.Passed.class);
  }

  @Test
  void aNumberThatLiesInAnotherIsRefusedWhereTheRestIsSomebody() {
    gate.release(table("2026-T1", THREE, 60));
    assertThat(gate.release(table("2026-T1", TWO, 55))).isInstanceOf(Release.GivesAway.class);
    assertThat(gate.release(table("2026-T1", TWO, 40))).isInstanceOf(Release.Passed.class);
  }

  @Test
  void twoDatesThatDifferByFewPeopleAreRefused() {
    gate.release(table("2026-T1", TWO, 55));
    assertThat(gate.release(table("2026-T2", TWO, 57)))
        .isEqualTo(new Release.GivesAway("a, b", "all", "2026-T1"));
    assertThat(gate.release(table("2026-T2", TWO, 80))).isInstanceOf(Release.Passed.class);
  }

  @Test
  void partsThatTogetherLeaveFewOfAnEarlierWholeAreRefused() {
    gate.release(table("2026-T1", THREE, 60));
    var parts =
        new PeopleTable(
            "essai",
            "2026-T1",
            true,
            List.of(new Label("a", Set.of("a")), new Label("b", Set.of("b"))),
            List.of("all"),
            List.of(List.of(30L), List.of(25L)));
    assertThat(gate.release(parts)).isInstanceOf(Release.GivesAway.class);
  }

  /// Others come another quarter: their number tells of nobody by its difference.
  @Test
  void twoQuartersOfWhatHappenedInEachAreNotTakenFromEachOther() {
    var first = new Quarter(2026, 1);
    gate.release(PeopleTable.of("venus", first, Map.of("a", 30L, "b", 40L)));
    assertThat(gate.release(PeopleTable.of("venus", first.after(), Map.of("a", 31L, "b", 40L))))
        .isInstanceOf(Release.Passed.class);
    assertThat(gate.list("venus", new Period(first.first(), first.after().last())))
        .extracting(ShownTable::total)
        .containsExactly(OptionalLong.of(70), OptionalLong.of(71));
  }

  /// What is left when all that is shown is taken from the total is as good as told.
  @Test
  void whatIsLeftOfATotalIsComparedToo() {
    var quarter = new Quarter(2026, 2);
    gate.release(PeopleTable.of("venus", quarter, Map.of("a", 4L, "b", 12L, "c", 60L)));
    assertThat(gate.release(PeopleTable.of("venus", quarter, Map.of("a", 6L, "b", 12L, "c", 100L))))
        .isInstanceOf(Release.GivesAway.class);
    assertThat(gate.find("venus", quarter).orElseThrow().of("c")).hasValue(60);
  }

  @Test
  void whatIsRefusedIsNotNotedAndWhatWasReleasedStays() {
    gate.release(table("2026-T1", THREE, 60));
    gate.release(table("2026-T1", TWO, 55));
    assertThat(
            sql.sql("select count(*) from opendata.release where people = 55")
                .query(Long.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> sql.sql("delete from opendata.release").update())
        .hasMessageContaining("stays in the register");
  }
}
