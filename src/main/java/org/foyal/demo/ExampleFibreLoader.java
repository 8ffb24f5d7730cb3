package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.foyal.demo.ExampleNetwork.Stage;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.Delivered;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.FileOrder;
import org.foyal.fibre.rollout.Fact;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.StartRefused;
import org.foyal.territory.Area;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Delivers an invented network on the city's real streets, file after file, through the import
/// that operators use, once: all of it an example. Its totals follow what was published of the real
/// one; after the last count that is known they are invented like the rest.
@Component
@Order(80)
@ConditionalOnProperty("foyal.demo.city")
class ExampleFibreLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ExampleFibreLoader.class);
  private static final String OPERATOR = "EXMP";
  private static final int OF_A_CABINET = 381;

  /// How long before the start the last file was written.
  private static final int OLD_days = 14;

  /// What is connectable in the last file, of all.
  private static final double IN_THE_END = 0.82;

  /// Half-yearly files between two counts that were published, yearly ones where they lie far
  /// apart, one in three years after the last: each costs a start some tenths of a second.
  private static final int BETWEEN_days = 183;

  private static final int FAR_days = 4 * BETWEEN_days;

  private final FibreFiles files;
  private final Rollout rollout;
  private final Territory territory;
  private final ShellSettings shell;
  private final DemoSettings demo;
  private final Clock clock;

  ExampleFibreLoader(
      FibreFiles files,
      Rollout rollout,
      Territory territory,
      ShellSettings shell,
      DemoSettings demo,
      Clock clock) {
    this.files = files;
    this.rollout = rollout;
    this.territory = territory;
    this.shell = shell;
    this.demo = demo;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var city = territory.city().map(Area::code);
    var facts = rollout.listFacts(AsOf.today(clock.instant(), shell.timeZone()));
    var quarters = quarters(city.orElse(""), facts);
    var stages = stages(facts);
    if (demo.cabinets() == 0 || city.isEmpty() || quarters.isEmpty() || stages.isEmpty()) {
      return;
    }
    int whole = demo.cabinets() * OF_A_CABINET;
    double scale = (double) whole / stages.getLast().of();
    var network =
        new ExampleNetwork(
            quarters,
            demo.cabinets(),
            scale > 0.9 ? stages.getLast().of() : whole,
            stages.getFirst().connectable(),
            stages.stream().map(one -> one.scaled(scale)).toList());
    var ipe = new ExampleIpe(network, city.get(), OPERATOR);
    if (!files.wasDelivered(ipe.name(0))) {
      for (int file = 0; file < stages.size(); file++) {
        bring(ipe, file, city.get());
      }
      LOG.info(
          "Delivered an invented network of {} cabinets in {} files, as examples",
          demo.cabinets(),
          stages.size());
    }
  }

  private void bring(ExampleIpe ipe, int file, String commune) throws IOException {
    var folder = Files.createTempDirectory("foyal-example");
    var path = folder.resolve(ipe.name(file));
    try {
      try (var out = Files.newBufferedWriter(path)) {
        ipe.write(file, out);
      }
      var order = FileOrder.of(path).with(FileOrder.Terms.NONE.asExample()).with(Set.of(commune));
      var delivered = files.bring(order, Actor.CONSOLE);
      if (!(delivered instanceof Delivered.Applied || delivered instanceof Delivered.NothingNew)) {
        throw new StartRefused(
            "The demonstration's example of a network could not be delivered: " + delivered + ".",
            "Start with foyal.demo.cabinets=0, or with --empty.");
      }
    } finally {
      Files.deleteIfExists(path);
      Files.deleteIfExists(folder);
    }
  }

  /// Streets by neighbourhood of the city: first those of which an opening or an announcement was
  /// published, in the order of their days.
  private List<List<Street>> quarters(String city, List<Fact> facts) {
    var first =
        facts.stream()
            .filter(fact -> !fact.place().isEmpty())
            .map(fact -> fact.place())
            .distinct()
            .toList();
    return territory.listAreas(Area.Kind.IRIS).stream()
        .filter(area -> city.equals(area.parentCode()))
        .sorted(
            Comparator.comparingInt((Area area) -> rank(area.name(), first))
                .thenComparing(Area::code))
        .map(area -> territory.listStreets(area.code()))
        .filter(streets -> !streets.isEmpty())
        .toList();
  }

  private static int rank(String name, List<String> first) {
    for (int i = 0; i < first.size(); i++) {
      if (name.contains(first.get(i)) || first.get(i).contains(name)) {
        return i;
      }
    }
    return first.size();
  }

  /// A file: its day, how many homes are connectable, and of how many.
  private record Planned(LocalDate day, int connectable, int of) {
    Stage scaled(double scale) {
      return new Stage(day, scale > 0.9 ? connectable : (int) Math.round(connectable * scale));
    }
  }

  /// A file at each count that was published, half-yearly files between, and some after.
  private List<Planned> stages(List<Fact> facts) {
    var known = new ArrayList<Planned>();
    facts.stream()
        .filter(fact -> fact.kind() == Fact.Kind.OPENING || fact.kind() == Fact.Kind.COUNT)
        .filter(fact -> fact.area().isEmpty() && fact.amount().number().isPresent())
        .forEach(fact -> {
          int count = fact.amount().number().get().intValue();
          int of = fact.amount().of().orElse(count);
          boolean grows =
              known.isEmpty()
                  || (known.getLast().day().isBefore(fact.on().first())
                      && known.getLast().connectable() < count);
          if (grows) {
            known.add(new Planned(fact.on().first(), count, of));
          }
        });
    if (known.isEmpty()) {
      return known;
    }
    var last = known.getLast();
    var end = LocalDate.ofInstant(clock.instant(), shell.timeZone()).minusDays(OLD_days);
    if (last.day().isBefore(end)) {
      int more = Math.max(last.connectable() + 1, (int) (last.of() * IN_THE_END));
      known.add(new Planned(end, more, last.of()));
    }
    return between(known);
  }

  private static List<Planned> between(List<Planned> known) {
    var all = new ArrayList<Planned>();
    all.add(known.getFirst());
    for (var next : known.subList(1, known.size())) {
      var before = all.getLast();
      long days = next.day().toEpochDay() - before.day().toEpochDay();
      int each = each(days, next.equals(known.getLast()));
      for (long day = each; day + each / 2 < days; day += each) {
        long more = (next.connectable() - before.connectable()) * day / days;
        all.add(
            new Planned(before.day().plusDays(day), before.connectable() + (int) more, next.of()));
      }
      all.add(next);
    }
    return all;
  }

  private static int each(long days, boolean last) {
    if (last) {
      return 6 * BETWEEN_days;
    }
    return days > FAR_days ? 2 * BETWEEN_days : BETWEEN_days;
  }
}
