package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.extracts.Extracts;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a demonstration invented never becomes real, whichever way it comes in.
@HouseTest
class InventedStaysInventedTest {
  @Autowired FibreFiles files;
  @Autowired Extracts extracts;
  @Autowired Partners partners;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  /// Whether all of a table is marked as invented.
  private boolean invented(String table) {
    return sql.sql("select bool_and(example) from fibre.%s".formatted(table))
        .query(Boolean.class)
        .single();
  }

  @Test
  void ourOwnFileBroughtInAgainWhereTheOperatorIsNotKnownIsStillInvented() throws IOException {
    partners.add(Actor.CONSOLE, new Operator("EXMP", "Exemple", true));
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B"));
    var out = new ByteArrayOutputStream();
    extracts.writeTable(
        Optional.empty(), AsOf.known(clock.instant(), LocalDate.of(2026, 5, 1)), out);
    Delivering.clear(sql);
    Delivering.applied(
        delivering.bring(delivering.order(Delivering.name("0501"), out.toByteArray())));
    assertThat(invented("building")).isTrue();
    assertThat(invented("cabinet")).isTrue();
  }

  @Test
  void aRowOfAnInventedOperatorInSomebodyElsesFileIsInvented() {
    partners.add(Actor.CONSOLE, new Operator("INVT", "Exemple", true));
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B", "CodeOI", "INVT"));
    assertThat(sql.sql("select ref from fibre.building where example").query(String.class).list())
        .containsExactly("IMB/B");
  }

  @Test
  void aRowThatSaysSoItselfIsInventedAndTheOthersAreReal() {
    delivering.apply("0415", new Ipe().and("IMB/A", "Exemple", "N").and("IMB/B", "Exemple", "O"));
    assertThat(sql.sql("select ref from fibre.building where example").query(String.class).list())
        .containsExactly("IMB/B");
  }
}
