package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.rollout.PlanFiles;
import org.foyal.territory.TerritorySettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The demonstration's fibre is brought in once, however often the house starts and whatever came
/// since.
@HouseTest
class LoadingTheFibreTest {
  @Autowired PlanFiles plan;
  @Autowired FibreFiles files;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nothingIsKnown() {
    Delivering.clear(sql);
  }

  private void start() throws IOException {
    var demo = new DemoSettings(Path.of("cities/fort-de-france"), 0, 0, 0);
    new FibreLoader(plan, files, demo, new TerritorySettings("97209"))
        .run(new DefaultApplicationArguments());
  }

  private void othersDeliver(int howMany) {
    sql.sql(
            """
            insert into fibre.delivery (kind, file_name, sha256, as_of, learned_at, brought_by,
              rows_read, rows_added, rows_changed, rows_gone, rows_same, rows_aside,
              rows_questioned, rows_refused)
            select 'ARCEP_BUILDINGS', 'essai-' || n, repeat('0', 64), date '2026-04-15', now(),
              'essai', 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(1, :howMany) n
            """)
        .param("howMany", howMany)
        .update();
  }

  private long deliveries() {
    return sql.sql("select count(*) from fibre.delivery").query(Long.class).single();
  }

  @Test
  void theCountsOfCommunesSpeakOfTheirOwnLastDay() throws IOException {
    start();
    assertThat(sql.sql("select as_of from fibre.delivery").query(LocalDate.class).list())
        .containsExactly(LocalDate.of(2018, 3, 31));
  }

  @Test
  void aStartAfterTwoHundredOtherFilesBringsNothingTwice() throws IOException {
    start();
    othersDeliver(201);
    start();
    assertThat(deliveries()).isEqualTo(202);
  }

  @Test
  void aStartWhereTheSameStandsUnderAnotherNameGoesOn() throws IOException {
    start();
    sql.sql("update fibre.delivery set file_name = 'communes.csv'").update();
    start();
    assertThat(deliveries()).isOne();
  }
}
