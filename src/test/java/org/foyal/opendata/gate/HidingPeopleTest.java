package org.foyal.opendata.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.foyal.kernel.PeopleTable;
import org.foyal.kernel.PeopleTable.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody can work out a number of fewer than eleven people.
class HidingPeopleTest {
  static PeopleTable table(long[]... rows) {
    return new PeopleTable(
        "essai",
        "2026",
        true,
        IntStream.range(0, rows.length)
            .mapToObj(row -> new Label("r" + row, Set.of("a" + row)))
            .toList(),
        IntStream.range(0, rows[0].length).mapToObj(column -> "c" + column).toList(),
        java.util.Arrays.stream(rows).map(row -> LongStream.of(row).boxed().toList()).toList());
  }

  private static String told(PeopleTable table) {
    var text = new StringBuilder();
    for (var row : Suppression.of(table).orElseThrow().cells()) {
      for (var cell : row) {
        text.append(cell.isPresent() ? Long.toString(cell.getAsLong()) : "-").append(' ');
      }
      text.append("| ");
    }
    return text.toString();
  }

  /// Inclusion reference, worked example: [A 4, B 12, C 30 | total 46].
  @Test
  void theOnlyHiddenOneOfARowTakesTheNextSmallestWithIt() {
    assertThat(told(table(new long[] {4, 12, 30}))).startsWith("- - 30 46 |");
  }

  @Test
  void aTableWithoutSmallNumbersIsShownWhole() {
    assertThat(told(table(new long[] {11, 12}, new long[] {30, 0})))
        .isEqualTo("11 12 23 | 30 0 30 | 41 12 53 | ");
  }

  @Test
  void aHiddenOneIsHeldByItsColumnToo() {
    var shown =
        Suppression.of(
                table(new long[] {3, 40, 50}, new long[] {20, 30, 40}, new long[] {60, 25, 35}))
            .orElseThrow();
    assertThat(shown.cells().getFirst().getFirst()).isEmpty();
    for (int i = 0; i < 3; i++) {
      int line = i;
      assertThat(shown.cells().get(i).stream().limit(3).filter(OptionalLong::isEmpty).count())
          .isNotEqualTo(1);
      assertThat(shown.cells().stream().limit(3).filter(row -> row.get(line).isEmpty()).count())
          .isNotEqualTo(1);
    }
  }

  @Test
  void ofAWholeOfFewPeopleNothingIsTold() {
    assertThat(told(table(new long[] {3, 4}))).startsWith("- - - |");
  }

  @Test
  void noughtsAreShownBesideASmallOneThatIsHiddenWithAnother() {
    assertThat(told(table(new long[] {4, 0}, new long[] {40, 0})))
        .isEqualTo("- 0 - | - 0 - | 44 0 44 | ");
  }

  @Test
  void whatIsNoTableIsNone() {
    assertThatThrownBy(() -> table(new long[] {-1, 4}))
        .isInstanceOf(IllegalArgumentException.class);
    var twice = List.of(new Label("a", Set.of("x")), new Label("b", Set.of("x")));
    assertThatThrownBy(() ->
            new PeopleTable("v", "p", true, twice, List.of("c"), List.of(List.of(1L), List.of(2L))))
        .hasMessageContaining("overlap");
  }

  /// The attacker tries every table that has the numbers that are shown, one by one, from one
  /// person up for each hidden number.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noHiddenNumberIsBoundWithinLessThanElevenWhateverTheTable(int seed) {
    var lot = new Random(seed);
    var rows = new long[3][3];
    for (var row : rows) {
      for (int i = 0; i < 3; i++) {
        row[i] = lot.nextInt(4) == 0 ? 1 + lot.nextInt(10) : 11 + lot.nextInt(15);
      }
    }
    var table = table(rows);
    var shown = Suppression.of(table);
    if (shown.isEmpty()) {
      return;
    }
    var cells = shown.get().cells();
    var hidden = new ArrayList<int[]>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        if (cells.get(row).get(column).isEmpty()) {
          hidden.add(new int[] {row, column});
        } else {
          assertThat(rows[row][column]).isGreaterThan(10);
        }
      }
    }
    long free =
        IntStream.range(0, hidden.size())
            .filter(i -> !lastOfRow(hidden, i) || cells.get(hidden.get(i)[0]).get(3).isEmpty())
            .count();
    for (int i = 0; free <= 3 && i < hidden.size(); i++) {
      var seen = new TreeSet<Long>();
      tryAll(rows, cells, hidden, 0, i, seen);
      assertThat(seen.last() - seen.first())
          .as("%s of %s", i, told(table))
          .isGreaterThanOrEqualTo(11);
    }
  }

  private static void tryAll(
      long[][] rows,
      List<List<OptionalLong>> cells,
      List<int[]> hidden,
      int at,
      int asked,
      Set<Long> seen) {
    if (at == hidden.size()) {
      if (fits(rows, cells)) {
        seen.add(rows[hidden.get(asked)[0]][hidden.get(asked)[1]]);
      }
      return;
    }
    var cell = hidden.get(at);
    long kept = rows[cell[0]][cell[1]];
    var last = lastOfRow(hidden, at) ? cells.get(cell[0]).get(3) : OptionalLong.empty();
    if (last.isPresent()) {
      long rest = last.getAsLong() - LongStream.of(rows[cell[0]]).sum() + kept;
      if (rest >= 1) {
        rows[cell[0]][cell[1]] = rest;
        tryAll(rows, cells, hidden, at + 1, asked, seen);
      }
    } else {
      for (long people = 1; people <= 50; people++) {
        rows[cell[0]][cell[1]] = people;
        tryAll(rows, cells, hidden, at + 1, asked, seen);
      }
    }
    rows[cell[0]][cell[1]] = kept;
  }

  private static boolean lastOfRow(List<int[]> hidden, int at) {
    return at + 1 == hidden.size() || hidden.get(at + 1)[0] != hidden.get(at)[0];
  }

  private static boolean fits(long[][] rows, List<List<OptionalLong>> cells) {
    for (int i = 0; i < 3; i++) {
      int line = i;
      var across = cells.get(i).get(3);
      var down = cells.get(3).get(i);
      long sum = java.util.Arrays.stream(rows).mapToLong(row -> row[line]).sum();
      if ((across.isPresent() && across.getAsLong() != LongStream.of(rows[i]).sum())
          || (down.isPresent() && down.getAsLong() != sum)) {
        return false;
      }
    }
    return true;
  }
}
