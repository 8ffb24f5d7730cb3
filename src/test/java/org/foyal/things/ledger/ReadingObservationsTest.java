package org.foyal.things.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.foyal.things.editing.Made;
import org.foyal.things.ledger.Incoming.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a sender writes of an observation is read for what it says, or told what is wrong.
class ReadingObservationsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Incoming read(String written) throws NotTaken {
    return IncomingJson.read(Made.json(written), 1, NOW);
  }

  @Test
  void whoTellsNoTimeMeansNow() throws NotTaken {
    assertThat(read("{'result': 1}").phenomenon()).isEqualTo(new Span(NOW, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T08:00:00-04:00",
    "2026-03-01T08:00:00-0400",
    "2026-03-01T08:00:00-04",
    "2026-03-01T12:00Z",
    "2026-03-01T12:00:00.000000Z",
    "2026-03-01 12:00:00Z"
  })
  void everyOffsetIsRead(String written) throws NotTaken {
    assertThat(read("{'result': 1, 'phenomenonTime': '%s'}".formatted(written)).phenomenon())
        .isEqualTo(new Span(NOW, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'yesterday'", "'2026-02-30T00:00:00Z'", "12", "['2026-03-01T00:00:00Z']", "''",
        "'2026-03-02T00:00:00Z/2026-03-01T00:00:00Z'", "'+99999-01-01T00:00:00Z'", "'/'"
      })
  void anOddTimeIsTold(String written) {
    assertThatThrownBy(() -> read("{'result': 1, 'phenomenonTime': %s}".formatted(written)))
        .isInstanceOf(NotTaken.class)
        .extracting(no -> ((NotTaken) no).where())
        .isEqualTo("phenomenonTime");
  }

  @Test
  void aTimeWithoutAZoneIsRefusedWithTheSentenceThatHelps() {
    assertThatThrownBy(() -> read("{'result': 1, 'phenomenonTime': '2026-03-01T12:00:00'}"))
        .hasMessageContaining("zone");
  }

  @Test
  void anObservationWithoutAResultIsNone() {
    assertThatThrownBy(() -> read("{}")).isInstanceOf(NotTaken.class);
  }

  @Test
  void aNumberBeyondDoublesIsRefusedAndAWholeOneThatADoubleWouldChangeIsKept() throws NotTaken {
    assertThatThrownBy(() -> read("{'result': 1e999}")).isInstanceOf(NotTaken.class);
    assertThat(read("{'result': 9007199254740993}").result()).isInstanceOf(Result.Other.class);
    assertThat(read("{'result': 12.5}").result()).isEqualTo(new Result.Numeric(12.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a\\u0000b'", "{'a': ['\\u0000']}", "{'\\u0000': 1}", "[1e999]", "DEEP"})
  void whatTheDatabaseCouldNotKeepIsToldBefore(String written) {
    var result = written.equals("DEEP") ? "[".repeat(100) + "]".repeat(100) : written;
    for (var name : new String[] {"result", "resultQuality"}) {
      assertThatThrownBy(() -> read("{'result': 1, '%s': %s}".formatted(name, result)))
          .isInstanceOf(NotTaken.class)
          .extracting(no -> ((NotTaken) no).where())
          .isEqualTo(name);
    }
  }
}
