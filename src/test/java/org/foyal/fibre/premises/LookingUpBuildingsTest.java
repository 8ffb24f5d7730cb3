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

  /// Rows enough, and counted, for the database to have a choice; they go with the transaction.
  private void someRows() {
    sql.sql(
            """
            with d as (insert into fibre.delivery (kind, file_name, sha256, as_of, learned_at, brought_by,
                rows_read, rows_added, rows_changed, rows_gone, rows_same, rows_aside,
                rows_questioned, rows_refused)
              values ('ARCEP_BUILDINGS', 'essai', repeat('0', 64), date '2026-04-15', now(), 'essai',
                0, 0, 0, 0, 0, 0, 0, 0) returning id),
            b as (insert into fibre.building (source, ref, cabinet, state, premises_least, number,
                number_suffix, street_kind, street_name, street_id, block, postcode, commune_code,
                commune_name, address_code, rivoli, rnb, other_ref, lat, lon, example, true_from,
                learned_at, delivery)
              select 'ARCEP', 'planned-' || n, 'C' || n, 'DEPLOYED', 1, n, '', '', '', 'street-' || n, '', '',
                '', '', '', '', '', '', n / 10.0, n / 10.0, true, date '2020-01-01',
                timestamptz '2020-01-01 00:00Z', d.id
              from d, generate_series(1, 500) n)
            insert into fibre.offer (source, ref, operator, technology, building, up_class, down_class,
              example, true_from, learned_at, delivery)
            select 'ARCEP', 'planned-' || n, 'EXMP', 'FO', 'b' || n, '', '', true, date '2020-01-01',
              timestamptz '2020-01-01 00:00Z', d.id
            from d, generate_series(1, 500) n
            """)
        .update();
    sql.sql("analyze fibre.building").update();
    sql.sql("analyze fibre.offer").update();
  }

  /// How the database would look it up if reading the whole table were the last resort.
  private String plan(String table, String condition) {
    return transactions.execute(status -> {
      status.setRollbackOnly();
      someRows();
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
