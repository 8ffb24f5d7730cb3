package org.foyal.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
  private static WorkingDays days(String calendar, boolean goodFriday, LocalDate... closed) {
    return new WorkingDays(new Closing(calendar, goodFriday, Set.of(closed)), Set::of);
  }

  private final WorkingDays martinique = days("mq", false);

  /// Code du travail, art. L3133-1 and L3422-2; Easter 2026 is on 5 April.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-22",
        "2026-05-25", "2026-07-14", "2026-11-11", "2026-12-25", "2027-11-01", "2028-08-15"
      })
  void theCityIsClosedOnTheTwelveHolidaysOfMartinique(String day) {
    assertThat(martinique.isOpen(LocalDate.parse(day))).isFalse();
  }

  @Test
  void theTwentySecondOfMayIsMartiniquesOwn() {
    assertThat(days("fr", false).isOpen(LocalDate.of(2026, 5, 22))).isTrue();
    assertThat(martinique.isOpen(LocalDate.of(2026, 7, 21)))
        .as("the day of Victor Schœlcher is no public holiday")
        .isTrue();
  }

  @Test
  void goodFridayIsClosedWhereTheCitySaysSo() {
    var goodFriday = LocalDate.of(2026, 4, 3);
    assertThat(martinique.isOpen(goodFriday)).isTrue();
    assertThat(days("mq", true).isOpen(goodFriday)).isFalse();
  }

  @Test
  void theCityNamesFurtherDays() {
    var shroveTuesday = LocalDate.of(2027, 2, 9);
    assertThat(days("mq", false, shroveTuesday).isOpen(shroveTuesday)).isFalse();
  }

  /// From Wednesday 20 May 2026: Thursday is the first; Friday 22, the week-end and Whit Monday are
  /// closed; Tuesday 26 is the second.
  @Test
  void theDayOfTheRequestIsNotCountedAndClosedDaysAreNot() {
    assertThat(martinique.after(LocalDate.of(2026, 5, 20), 1)).isEqualTo("2026-05-21");
    assertThat(martinique.after(LocalDate.of(2026, 5, 20), 2)).isEqualTo("2026-05-26");
    assertThat(martinique.between(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 26)))
        .isEqualTo(2);
    assertThat(martinique.between(LocalDate.of(2026, 5, 26), LocalDate.of(2026, 5, 20))).isZero();
  }

  @Test
  void nothingIsEverDueOnAClosedDay() {
    var random = new Random(1848);
    var city = days("mq", true, LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 9));
    for (int i = 0; i < 2_000; i++) {
      var day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(365 * 20));
      int count = 1 + random.nextInt(60);
      var due = city.after(day, count);
      assertThat(city.isOpen(due)).as(count + " days after " + day).isTrue();
      assertThat(city.between(day, due)).isEqualTo(count);
    }
  }

  @Test
  void aDelayIsANumberOfDays() {
    for (int wrong : new int[] {0, -1, 1_001, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> martinique.after(LocalDate.EPOCH, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
