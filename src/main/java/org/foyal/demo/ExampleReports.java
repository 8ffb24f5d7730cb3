package org.foyal.demo;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Area;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Files a few hundred invented reports, marked as examples, in the background after the first
/// start: spread over neighbourhoods, channels and what became of them. Nobody is invented with
/// them, and no figure about a real neighbourhood counts them. A later start adds nothing.
@Component
@ConditionalOnProperty("foyal.demo.city")
class ExampleReports {
  private static final Logger LOG = LoggerFactory.getLogger(ExampleReports.class);
  private static final String AGENT = "agent@exemple.invalid";
  private static final String NOTE = "demo-reports.properties";
  private static final int SEED = 1848;

  private final ExampleFiling filing;
  private final Territory territory;
  private final Accounts accounts;
  private final DemoSettings demo;
  private final Path note;
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  ExampleReports(
      ExampleFiling filing,
      Territory territory,
      Accounts accounts,
      DemoSettings demo,
      ShellSettings shell) {
    this.filing = filing;
    this.territory = territory;
    this.accounts = accounts;
    this.demo = demo;
    this.note = shell.data().resolve(NOTE);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (demo.reports() > 0 && !Files.exists(note)) {
      thread = Thread.ofVirtual().name("demo-reports").start(this::load);
    }
  }

  /// Lets the report in hand be filed; the others wait for the next start.
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    var loading = thread;
    if (loading != null) {
      loading.join(2_000);
    }
  }

  /// Waits until all are filed.
  void await() throws InterruptedException {
    var loading = thread;
    if (loading != null) {
      loading.join();
    }
  }

  private void load() {
    var agent = accounts.findByEmail(AGENT).map(account -> Actor.of(account, "exemple"));
    var streets = streets();
    if (agent.isEmpty() || streets.isEmpty()) {
      return;
    }
    try {
      int filed = load(Catalogue.read(city()), streets, agent.get());
      if (!stopping) {
        Files.writeString(note, "# Example reports of the demonstration\nfiled=" + filed + "\n");
        LOG.info("Filed {} example reports", filed);
      }
    } catch (DataAccessException away) {
      LOG.warn("The example reports wait for the next start: {}", away.getMessage());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// Files those that are missing; how many there were.
  int load(Catalogue catalogue, List<List<Street>> streets, Actor agent) {
    int filed = 0;
    for (int number = 0; number < demo.reports() && !stopping; number++) {
      var lot = new Random(SEED + number);
      var about = catalogue.categories().get(lot.nextInt(catalogue.categories().size()));
      var quarter = streets.get(number % streets.size());
      var street = quarter.get(lot.nextInt(quarter.size()));
      filed += filing.file(number, about, street, agent) ? 1 : 0;
    }
    return filed;
  }

  /// The streets of the city's neighbourhoods that have some.
  List<List<Street>> streets() {
    var city = territory.city().map(Area::code).orElse("");
    return territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> city.equals(area.parentCode()))
        .map(area -> territory.listStreets(area.code()))
        .filter(streets -> !streets.isEmpty())
        .toList();
  }

  private Path city() {
    return demo.city() == null ? Path.of("") : demo.city();
  }
}
