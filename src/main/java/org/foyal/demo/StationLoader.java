package org.foyal.demo;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.things.alerts.AlertRules;
import org.foyal.things.alerts.Condition;
import org.foyal.things.alerts.Rule;
import org.foyal.things.editing.Entities;
import org.foyal.things.intake.Intake;
import org.foyal.things.intake.Taken;
import org.foyal.things.keeping.History;
import org.foyal.things.ledger.Incoming;
import org.foyal.things.ledger.Span;
import org.foyal.things.model.Writer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Lets invented stations at real places of the city report a year of readings, once, through the
/// entrances of whoever writes by HTTP or MQTT: all of it an example.
///
/// The latest month is there when the house opens; the months before come in the background. What
/// was entered is noted in the data folder: stations that somebody took away do not come back, and
/// a year that was cut short goes on at the next start, where what is there already is a duplicate.
@Component
@Order(75)
@ConditionalOnProperty("foyal.demo.city")
class StationLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StationLoader.class);
  private static final int AT_ONCE = 4_000;
  private static final int WEEK_h = 168;
  private static final int MONTH_h = 31 * 24;
  private static final int SILENT_h = 72;
  private static final int STUCK_h = 48;
  private static final String NOTE = "demo-stations.properties";
  private static final String LAST = "last-hour";
  private static final String DONE = "readings";
  private static final int TRIES = 10;

  private final DemoStaff staff;
  private final Doors doors;
  private final ShellSettings shell;
  private final DemoSettings demo;
  private final Clock clock;
  private final Path note;
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  StationLoader(DemoStaff staff, Doors doors, ShellSettings shell, DemoSettings demo, Clock clock) {
    this.staff = staff;
    this.doors = doors;
    this.shell = shell;
    this.demo = demo;
    this.clock = clock;
    this.note = shell.data().resolve(NOTE);
  }

  /// Where stations are entered, report, and are watched.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  record Doors(Entities entities, Intake intake, AlertRules rules, History history) {}

  /// A series that a station reports.
  private record Series(ExampleStation station, ExampleMeasure measure, long datastream) {
    static String key(ExampleStation station, ExampleMeasure measure) {
      return station.code() + "." + measure.name();
    }
  }

  /// Some hours of a climate, the last one left out.
  private record Stretch(int from, int to) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var writer = staff.station();
    var noted = noted();
    if (demo.stationDays() == 0 || writer.isEmpty() || noted.containsKey(DONE)) {
      return;
    }
    var began = clock.instant();
    boolean afresh = noted.isEmpty();
    if (afresh) {
      enter(writer.get(), noted);
      noted.setProperty(LAST, began.truncatedTo(ChronoUnit.HOURS).toString());
      write(noted);
    }
    int hours = demo.stationDays() * 24;
    var last = Instant.parse(noted.getProperty(LAST));
    var climate =
        new ExampleClimate(last.minus(hours - 1L, ChronoUnit.HOURS), hours, shell.timeZone());
    var all = series(noted);
    int month = Math.max(0, hours - MONTH_h);
    int week = Math.max(0, hours - WEEK_h);
    if (afresh) {
      doors.history().prepare(climate.at(month), last);
      report(all, climate, new Stretch(month, week), writer.get());
      watch(all); // so that alerts are of this week
      report(all, climate, new Stretch(week, hours), writer.get());
      LOG.info(
          "{} example stations reported their latest month within {} ms, and go on with a year",
          ExampleStation.all().size(),
          Duration.between(began, clock.instant()).toMillis());
    }
    thread =
        Thread.ofVirtual()
            .name("demo-stations")
            .start(
                () -> before(all, climate, new Stretch(0, afresh ? month : hours), writer.get()));
  }

  /// Months before the latest, in the background.
  private void before(List<Series> all, ExampleClimate climate, Stretch hours, Writer writer) {
    try {
      doors.history().prepare(climate.at(0), climate.at(climate.hours() - 1));
      if (report(all, climate, hours, writer)) {
        doors.history().workOut();
        var noted = noted();
        noted.setProperty(DONE, "all");
        write(noted);
        LOG.info("The example stations have reported {} days", demo.stationDays());
      }
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("The example stations wait for the next start: {}", away.getMessage());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// Lets what is in hand be stored; the rest waits for the next start.
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    var loading = thread;
    if (loading != null) {
      loading.join(2_000);
    }
  }

  /// Waits until all is reported.
  void await() throws InterruptedException {
    var loading = thread;
    if (loading != null) {
      loading.join();
    }
  }

  private Properties noted() throws IOException {
    var noted = new Properties();
    if (Files.exists(note)) {
      try (var reader = Files.newBufferedReader(note)) {
        noted.load(reader);
      }
    }
    return noted;
  }

  private void write(Properties noted) throws IOException {
    try (var writer = Files.newBufferedWriter(note)) {
      noted.store(writer, "Series of the demonstration's stations, by their numbers");
    }
  }

  private void enter(Writer writer, Properties noted) {
    var things = new ExampleThing(doors.entities(), writer);
    var properties = new EnumMap<ExampleMeasure, Long>(ExampleMeasure.class);
    for (var measure : ExampleMeasure.values()) {
      properties.put(measure, things.property(measure));
    }
    for (var station : ExampleStation.all()) {
      long thing = things.station(station);
      for (var measure : station.reports().measures()) {
        long datastream = things.datastream(thing, station, measure, properties);
        noted.setProperty(Series.key(station, measure), String.valueOf(datastream));
      }
    }
  }

  private static List<Series> series(Properties noted) {
    var all = new ArrayList<Series>();
    for (var station : ExampleStation.all()) {
      for (var measure : station.reports().measures()) {
        var datastream = noted.getProperty(Series.key(station, measure));
        if (datastream != null) {
          all.add(new Series(station, measure, Long.parseLong(datastream)));
        }
      }
    }
    return all;
  }

  /// Part after part, so that others who write have their turn.
  ///
  /// @return whether all of it was heard; else the house is closing, or its disk is full
  private boolean report(List<Series> all, ExampleClimate climate, Stretch hours, Writer writer) {
    for (var one : all) {
      var said = readings(one, climate, hours);
      for (int i = 0; i < said.size(); i += AT_ONCE) {
        var part = said.subList(i, Math.min(said.size(), i + AT_ONCE));
        if (!taken(part, writer)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Sends some readings, again a little later where the house is asked for patience.
  private boolean taken(List<Incoming> part, Writer writer) {
    for (int nth = 0; nth < TRIES && !stopping; nth++) {
      if (doors.intake().take(part, writer).join().stream().noneMatch(StationLoader::isLater)) {
        return true;
      }
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean isLater(Taken answer) {
    return answer instanceof Taken.Full || answer instanceof Taken.Unavailable;
  }

  private static List<Incoming> readings(Series one, ExampleClimate climate, Stretch hours) {
    var values = climate.of(one.station(), one.measure());
    boolean last = one.measure() == one.station().reports().measures().getLast();
    var told = new ArrayList<Incoming>(hours.to() - hours.from());
    for (int hour = hours.from(); hour < hours.to(); hour++) {
      int ago = climate.hours() - 1 - hour;
      int of =
          switch (one.station().reports().fault()) {
            case NONE -> hour;
            case GAPS -> ago % 1100 < 40 && ago > 60 ? -1 : hour;
            case STUCK -> last && ago < STUCK_h ? Math.max(0, climate.hours() - STUCK_h) : hour;
            case SILENT -> ago < SILENT_h ? -1 : hour;
          };
      if (of >= 0) {
        told.add(
            new Incoming(
                one.datastream(),
                new Span(climate.at(hour), null),
                new Incoming.Result.Numeric(values[of]),
                null,
                null,
                Incoming.Extras.NONE));
      }
    }
    return told;
  }

  private void watch(List<Series> all) {
    for (var one : all) {
      rule(one)
          .ifPresent(condition ->
              doors
                  .rules()
                  .add(
                      Actor.CONSOLE,
                      new Rule(
                          name(one),
                          one.datastream(),
                          "Exemple : " + one.measure().words(),
                          condition,
                          Set.of(),
                          false,
                          Optional.empty(),
                          1)));
    }
  }

  private static UUID name(Series one) {
    var text = "foyal rule " + one.datastream() + " " + one.station().code();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Condition> rule(Series one) {
    var hour = Duration.ofHours(1);
    return Optional.ofNullable(RULES.get(one.measure()))
        .or(() ->
            one.station().reports().fault() == ExampleStation.Fault.SILENT
                ? Optional.of(new Condition.Absence(hour.multipliedBy(24)))
                : Optional.empty());
  }

  private static final Map<ExampleMeasure, Condition> RULES =
      Map.of(
          ExampleMeasure.RIVER_LEVEL,
          new Condition.Threshold(true, 0.8, 0.1, 1, Duration.ZERO),
          ExampleMeasure.PM10,
          new Condition.Threshold(true, 80, 10, 6, Duration.ofHours(6)),
          ExampleMeasure.HYDROGEN_SULFIDE,
          new Condition.Threshold(true, 1, 0.2, 2, Duration.ofHours(2)),
          ExampleMeasure.QUIET,
          new Condition.Constant(12, Duration.ofHours(12)));
}
