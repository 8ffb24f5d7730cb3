package org.foyal.learning.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyal.learning.activity.Disclosure.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a row of counts of people may show.
class DisclosureTest {
  private static List<Long> cells(String typed) {
    return List.of(typed.split(" ")).stream().map(Long::valueOf).toList();
  }

  private static String shown(Row row) {
    return row.cells().stream().map(DisclosureTest::shown).collect(Collectors.joining(" "))
        + " | "
        + shown(row.total());
  }

  private static String shown(OptionalLong cell) {
    return cell.isPresent() ? "" + cell.getAsLong() : "–";
  }

  /// The first one is the worked example: 4 could be worked out, so 12 is hidden with it.
  @ParameterizedTest
  @CsvSource({
    "4 12 30, – – 30 | 46",
    "12 12 30, 12 12 30 | 54",
    "8 7 30, – – 30 | 45",
    "4 5 30, – – – | 39",
    "4 5 40 60, – – – 60 | 109",
    "4 0 30, – 0 – | 34",
    "0 0 30, 0 0 30 | 30",
    "3 4 2, – – – | –",
    "1 10, – – | –",
    "1 10 0, – – – | –",
    "1 1 1 1 1 1 1 1 1 1 1, – – – – – – – – – – – | –",
    "1 10 40, – – – | 51",
    "10 0 0, – – – | –",
    "11 0 0, 11 0 0 | 11",
    "0 0 0, 0 0 0 | 0"
  })
  void aSmallCountIsNeitherReadNorWorkedOut(String counts, String row) {
    assertThat(shown(Disclosure.of(cells(counts)))).isEqualTo(row);
  }

  @Test
  void whatStandsAloneIsHiddenWhenItIsSmall() {
    assertThat(Disclosure.alone(0)).hasValue(0);
    assertThat(Disclosure.alone(1)).isEmpty();
    assertThat(Disclosure.alone(10)).isEmpty();
    assertThat(Disclosure.alone(11)).hasValue(11);
  }

  /// Whoever knows the rows and the total knows the sum of what is hidden, and that each of it is
  /// one at least, since a nought is shown: even so each can be eleven things.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void noHiddenCountCanBePinnedDownCloserThanEleven(int seed) {
    var random = new Random(seed);
    for (int times = 0; times < 2_000; times++) {
      var counts =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(_ -> (long) random.nextInt(random.nextBoolean() ? 14 : 60))
              .toList();
      var row = Disclosure.of(counts);
      long shown = row.cells().stream().mapToLong(cell -> cell.orElse(0)).sum();
      long hidden = row.cells().stream().filter(OptionalLong::isEmpty).count();
      assertThat(row.cells()).noneMatch(cell -> cell.orElse(0) > 0 && cell.orElse(0) < 11);
      if (row.total().isPresent() && hidden > 0) {
        assertThat(hidden).as("%s", counts).isGreaterThan(1);
        assertThat(row.total().getAsLong() - shown - (hidden - 1))
            .as("%s", counts)
            .isGreaterThanOrEqualTo(11);
      }
    }
  }
}
