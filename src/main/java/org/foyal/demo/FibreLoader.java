package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.files.Delivered;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.FileOrder;
import org.foyal.fibre.rollout.PlanFiles;
import org.foyal.people.Actor;
import org.foyal.shell.StartRefused;
import org.foyal.territory.TerritorySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Brings what is really promised and published of the demonstration city's fibre in: instruments,
/// commitments, facts, and the regulator's counts of communes. A file that somebody took back is
/// not brought again.
@Component
@Order(70)
@ConditionalOnProperty("foyal.demo.city")
class FibreLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FibreLoader.class);
  private static final String PLAN = "fibre.json";
  private static final String COMMUNES = "martinique_ftth_arcep_communes_2017T3_2018T1.csv";

  /// The end of the last quarter that its columns name.
  private static final LocalDate SPEAKS_OF = LocalDate.of(2018, 3, 31);

  private final PlanFiles plan;
  private final FibreFiles files;
  private final Path city;
  private final TerritorySettings territory;

  FibreLoader(PlanFiles plan, FibreFiles files, DemoSettings demo, TerritorySettings territory) {
    this.plan = plan;
    this.files = files;
    this.city = demo.city() == null ? Path.of("") : demo.city();
    this.territory = territory;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    switch (plan.bring(there(PLAN), Actor.CONSOLE)) {
      case PlanFiles.Brought.Entered(int added, int changed, int _) -> {
        if (added + changed > 0) {
          LOG.info("Loaded {} facts of the fibre plan, {} said otherwise", added, changed);
        }
      }
      case PlanFiles.Brought.Unreadable(String where, String why) ->
          throw refused(PLAN, where + ": " + why);
    }
    if (!files.wasDelivered(COMMUNES)) {
      bringCommunes();
    }
  }

  private void bringCommunes() {
    var communes = territory.commune().isEmpty() ? Set.<String>of() : Set.of(territory.commune());
    var terms =
        new FileOrder.Terms(
            Optional.empty(), Optional.of(SPEAKS_OF), Optional.empty(), Optional.empty(), false);
    var delivered =
        files.bring(FileOrder.of(there(COMMUNES)).with(communes).with(terms), Actor.CONSOLE);
    if (!(delivered instanceof Delivered.Applied || delivered instanceof Delivered.NothingNew)) {
      throw refused(COMMUNES, "it can't be applied");
    }
  }

  private Path there(String file) {
    var path = city.resolve(file);
    if (!Files.exists(path)) {
      throw refused(file, "it is missing");
    }
    return path;
  }

  private static StartRefused refused(String file, String why) {
    return new StartRefused(
        "The demonstration's file " + file + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
