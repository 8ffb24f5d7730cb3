package org.foyal.learning.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.learning.figures.PeopleCounts.Helped;
import org.foyal.learning.figures.PeopleCounts.Left;
import org.foyal.learning.figures.PeopleCounts.Met;
import org.foyal.learning.figures.PeopleCounts.Seats;
import org.foyal.learning.figures.Sums.Sum;
import org.foyal.learning.figures.Tab.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody can be found in what is shown: what could be worked out is worked out here.
class SuppressionTest {
  private static final Helped NOBODY = new Helped(0, Map.of(), Map.of(), Map.of());

  private static PeopleCounts people(List<Seats> seats, List<Left> left) {
    return new PeopleCounts(seats, left, Map.of(), Map.of(), NOBODY, List.of());
  }

  private static Seats seats(int place, String area, String audience, long came) {
    return new Seats(new UUID(0, place), area, audience, came, 0);
  }

  private static List<Sum> row(long... parts) {
    var homes = new TreeMap<String, Long>();
    for (int i = 0; i < parts.length; i++) {
      homes.put("ABCDEFGHIJKLMNOP".substring(i, i + 1), parts[i]);
    }
    return Sums.of(new PeopleCounts(List.of(), List.of(), Map.of(), homes, NOBODY, List.of()))
        .get(2);
  }

  private static List<String> shown(List<Sum> sums) {
    return Suppression.shown(sums, Set.of()).stream().map(Cell::part).sorted().toList();
  }

  @Test
  void aSmallNumberTakesTheNextSmallestWithIt() {
    assertThat(shown(row(4, 12, 30))).containsExactly("ALL", "C");
  }

  @Test
  void whatIsLeftOpenIsTheSumOfTheHiddenOnes() {
    var sums = row(4, 12, 30);
    var known = sums.stream().filter(sum -> !Set.of("A", "B").contains(sum.cell().part())).toList();
    var asked =
        sums.stream().filter(sum -> sum.cell().part().equals("A")).findFirst().orElseThrow();
    var range = Bounds.of(known, asked.of());
    assertThat(range.from()).isCloseTo(0, within(1e-6));
    assertThat(range.to()).isCloseTo(16, within(1e-6));
  }

  @Test
  void allIsShownWhereNothingIsSmallAndNothingOfAFewInAll() {
    assertThat(shown(row(11, 12, 0))).containsExactly("A", "ALL", "B", "C");
    assertThat(shown(row(3, 2, 0))).doesNotContain("A", "B", "ALL");
  }

  @Test
  void twoSmallOnesThatMakeLessThanElevenTakeAThird() {
    assertThat(shown(row(2, 3, 40, 50))).containsExactly("ALL", "D");
  }

  /// A nought is shown, so that each of eleven hidden ones is one at least.
  @Test
  void elevenOfOnePersonEachAreNotLeftOverFromTheirWhole() {
    assertThat(shown(row(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).isEmpty();
    assertThat(shown(row(1, 10))).isEmpty();
    assertThat(shown(row(1, 10, 0, 20))).containsExactly("ALL", "C");
    assertThat(shown(row(5, 6, 2, 0))).doesNotContain("ALL");
  }

  /// Without any programme: of one row, whoever knows that each hidden number is one at least
  /// leaves one for each of the others, and the greatest that one can be is what is left.
  @ParameterizedTest
  @MethodSource("seeds")
  void ofAnyRowEachHiddenNumberKeepsElevenValuesForWhoeverKnowsThatItIsNoNought(int seed) {
    var lot = new Random(1_000L + seed);
    var parts = lot.longs(1 + lot.nextInt(14), 0, lot.nextBoolean() ? 4 : 20).toArray();
    var sums = row(parts);
    var shown = Suppression.shown(sums, Set.of());
    long told = 0;
    long hidden = 0;
    for (var sum : sums) {
      if (sum.cell().whole()) {
        told += sum.people();
      } else if (shown.contains(sum.cell())) {
        told -= sum.people();
      } else {
        hidden++;
      }
    }
    if (shown.contains(Tab.FROM.all()) && hidden > 0) {
      assertThat(told - (hidden - 1)).as("%s", sums).isGreaterThanOrEqualTo(11);
    }
  }

  @Test
  void aWholeThatOneTableHidesNoOtherTableShows() {
    var helped =
        new Helped(11, Map.of("F", 1L, "M", 10L), Map.of("YOUNG", 11L), Map.of("A", 11L, "B", 0L));
    var counts = new PeopleCounts(List.of(), List.of(), Map.of(), Map.of(), helped, List.of());
    assertThat(Suppression.shownOf(Sums.of(counts), Set.of()))
        .doesNotContain(
            Tab.GENDER.all(),
            Tab.AGE.all(),
            Tab.AGE.part("YOUNG"),
            Tab.STATUS.all(),
            Tab.STATUS.part("A"));
  }

  @Test
  void whatOneTableShowsGivesNothingOfAnotherAway() {
    // areas X 4, Y 20, Z 30; an audience P comes to X and Z, Q to Y alone: P - Z would be X
    var counts =
        people(
            List.of(seats(1, "X", "P", 4), seats(2, "Y", "Q", 20), seats(3, "Z", "P", 30)),
            List.of());
    var sums = Sums.of(counts).getFirst();
    holds(sums, Set.of());
    assertThat(Suppression.shown(sums, Set.of())).contains(Tab.CAME_IN.all());
  }

  @Test
  void whoGaveASeatBackIsNotLeftOverInANeighbourhood() {
    // of 58 who asked at X, 40 came and 15 were never offered a seat: 3 gave theirs back
    var counts =
        people(
            List.of(seats(1, "X", "P", 40), seats(2, "Y", "P", 50)),
            List.of(
                new Left("X", "P", new Met(3, 0), new Met(0, 15)),
                new Left("Y", "P", new Met(12, 0), new Met(20, 30))));
    var sums = Sums.of(counts).getFirst();
    holds(sums, Set.of());
    assertThat(Suppression.shown(sums, Set.of()))
        .doesNotContain(Tab.LEFT_AT.part("X"))
        .contains(Tab.ASKED.all());
  }

  @Test
  void whereItCantBeToldHowManySaidWhyNoReasonIs() {
    var seats = List.of(seats(1, "X", "P", 40));
    var left = List.of(new Left("X", "P", new Met(5, 0), new Met(0, 0)));
    var few =
        new PeopleCounts(seats, left, Map.of("COST", 5L, "TIME", 0L), Map.of(), NOBODY, List.of());
    assertThat(Suppression.shownOf(Sums.of(few), Set.of()))
        .doesNotContain(
            Tab.AWAY.all(), Tab.AWAY.part("COST"), Tab.AWAY.part("TIME"), Tab.LEFT.part(Tab.TOLD));
  }

  @Test
  void whatIsLeftOfThoseWhoAskedGivesTheAbsentNotAway() {
    // 50 asked, 47 came: that 3 were absent must not be left over
    var counts = people(List.of(new Seats(new UUID(0, 1), "X", "P", 47, 3)), List.of());
    holds(Sums.of(counts).getFirst(), Set.of());
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  /// Of each hidden number, what is shown leaves eleven values open; no small one is shown.
  @ParameterizedTest
  @MethodSource("seeds")
  void ofAnyTablesEachHiddenNumberKeepsElevenValues(int seed) {
    var lot = new Random(seed);
    var seats = new ArrayList<Seats>();
    int places = 1 + lot.nextInt(5);
    for (int place = 0; place < places; place++) {
      for (var audience : List.of("P", "Q", "P+Q").subList(0, 1 + lot.nextInt(3))) {
        seats.add(
            new Seats(
                new UUID(0, place),
                "area " + place / 2,
                audience,
                lot.nextInt(lot.nextBoolean() ? 8 : 60),
                lot.nextInt(lot.nextBoolean() ? 5 : 30)));
      }
    }
    var left =
        seats.stream()
            .map(one -> new Left(one.area(), one.audience(), met(lot, 6, 4), met(lot, 9, 20)))
            .toList();
    var sums = Sums.of(people(seats, left)).getFirst();
    holds(sums, Set.of());
    var before = new HashSet<Cell>();
    sums.stream().filter(_ -> lot.nextInt(6) == 0).map(Sum::cell).forEach(before::add);
    holds(sums, before);
  }

  private static Met met(Random lot, int met, int unmet) {
    return new Met(lot.nextInt(met), lot.nextInt(unmet));
  }

  private static void holds(List<Sum> sums, Set<Cell> before) {
    var shown = Suppression.shown(sums, before);
    assertThat(shown).noneMatch(before::contains);
    var known = sums.stream().filter(sum -> shown.contains(sum.cell())).toList();
    assertThat(known).noneMatch(sum -> sum.people() > 0 && sum.people() < 11);
    for (var sum : sums) {
      if (!shown.contains(sum.cell()) && sum.people() > 0) {
        assertThat(Bounds.of(known, sum.of()).width())
            .as("%s of %s", sum.cell(), sum.people())
            .isGreaterThan(10.99);
        assertThat(Bounds.of(known.stream().map(Sum::beyond).toList(), sum.of()).width())
            .as("%s of %s, when each is one at least", sum.cell(), sum.people())
            .isGreaterThan(10.99);
      }
    }
  }
}
