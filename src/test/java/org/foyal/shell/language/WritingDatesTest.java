package org.foyal.shell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.junit.jupiter.api.Test;

/// Dates stand as readers write them, and no line ends between a day and its month.
class WritingDatesTest {
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT);

  @Test
  void theFirstOfAMonthIsPremierInFrench() {
    assertThat(Language.FR.write(LONG, LocalDate.of(2026, 10, 1)))
        .isEqualTo("1er\u00a0octobre 2026");
    assertThat(Language.FR.write(FULL, LocalDateTime.of(2026, 10, 1, 8, 30)))
        .startsWith("jeudi 1er\u00a0octobre 2026")
        .endsWith("08:30");
  }

  @Test
  void otherDaysStayNumbersBesideTheirMonth() {
    assertThat(Language.FR.write(LONG, LocalDate.of(2026, 11, 11)))
        .isEqualTo("11\u00a0novembre 2026");
    assertThat(Language.GCF.write(LONG, LocalDate.of(2026, 12, 31)))
        .isEqualTo("31\u00a0décembre 2026");
  }

  @Test
  void englishKeepsItsOwnWriting() {
    assertThat(Language.EN.write(LONG, LocalDate.of(2026, 10, 1))).isEqualTo("1 October 2026");
  }
}
