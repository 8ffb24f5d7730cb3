package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyal.demo.ExampleNetwork.Stage;
import org.foyal.kernel.Position;
import org.foyal.territory.Street;
import org.junit.jupiter.api.Test;

/// The invented network follows the totals that it is given, to the home, and is the same each
/// time.
class ExampleNetworkTest {
  private static final List<Stage> STAGES =
      List.of(
          new Stage(LocalDate.of(2016, 1, 21), 400),
          new Stage(LocalDate.of(2017, 9, 30), 10_501),
          new Stage(LocalDate.of(2017, 12, 31), 13_386),
          new Stage(LocalDate.of(2018, 3, 31), 16_884),
          new Stage(LocalDate.of(2020, 10, 8), 33_025),
          new Stage(LocalDate.of(2026, 1, 1), 46_832));

  private static ExampleNetwork network() {
    var quarters = new ArrayList<List<Street>>();
    for (int quarter = 0; quarter < 20; quarter++) {
      var streets = new ArrayList<Street>();
      for (int i = 0; i < 10; i++) {
        var name = "Rue " + quarter + " " + i;
        var at = new Position(14.6 + quarter / 1000.0, -61.08 + i / 1000.0);
        streets.add(new Street("x-" + name, name, "99999", "q" + quarter, 100, at));
      }
      quarters.add(streets);
    }
    return new ExampleNetwork(quarters, 150, 57_113, 400, STAGES);
  }

  private static List<String> rows(int file) throws IOException {
    var out = new StringWriter();
    new ExampleIpe(network(), "99999", "EXMP").write(file, out);
    return out.toString().lines().skip(1).toList();
  }

  private static int homes(List<String> rows, String state) {
    return rows.stream()
        .map(row -> row.split(";", -1))
        .filter(cells -> state.isEmpty() || cells[5].equals(state))
        .mapToInt(cells -> Integer.parseInt(cells[4]))
        .sum();
  }

  @Test
  void everyFileConnectsAsManyHomesAsWerePublished() throws IOException {
    for (int file = 0; file < STAGES.size(); file++) {
      assertThat(homes(rows(file), "DEPLOYE")).isEqualTo(STAGES.get(file).connectable());
    }
    assertThat(homes(rows(STAGES.size() - 1), "")).isEqualTo(57_113);
  }

  @Test
  void everyRowSaysThatItIsAnExampleAndTheSameSeedWritesTheSameFile() throws IOException {
    assertThat(rows(3)).allMatch(row -> row.endsWith(";O") && row.startsWith("EXEMPLE-"));
    assertThat(rows(3)).isEqualTo(rows(3));
    assertThat(network().boxes()).hasSize(150);
  }
}
