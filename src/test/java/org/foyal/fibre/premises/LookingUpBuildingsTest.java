package org.foyal.fibre.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.foyal.HouseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever asks what stands at an address does not read the whole city, whatever moment is asked
/// about.
@HouseTest
class LookingUpBuildingsTest {
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transactions;

  /// How the database would look it up if reading the whole table were the last resort.
  private String plan(String table, String condition) {
    return transactions.execute(_ -> {
      sql.sql("set local enable_seqscan = off").update();
      return String.join(
          "\n",
          sql.sql(
                  "explain select * from fibre.%s where %s and %s"
                      .formatted(table, PremisesStore.HELD, condition))
              .param("known", OffsetDateTime.of(2026, 4, 15, 0, 0, 0, 0, ZoneOffset.UTC))
              .param("day", LocalDate.of(2026, 4, 15))
              .query(String.class)
              .list());
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "building | ref = 'IMB/A'                                  | building_ref",
        "building | cabinet = 'FI-97299-0001'                      | building_of_cabinet",
        "building | street_id = '97299-rue-des-essais'             | building_of_street",
        "building | lat between 14.6 and 14.7 and lon between -61.1 and -61.0 | building_near",
        "offer    | ref = '7'                                      | offer_ref",
        "offer    | building = 'IMB/A'                             | offer_building"
      })
  void eachLookupOfTwoTimesHasItsIndex(String table, String condition, String index) {
    assertThat(plan(table, condition)).contains(index + " ").containsPattern("Index Cond");
  }
}
