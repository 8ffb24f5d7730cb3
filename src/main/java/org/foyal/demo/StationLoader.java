package org.foyal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets invented stations at real places of the city report a year of readings, once, through the
/// entrances of whoever writes by HTTP or MQTT: all of it an example.
///
/// What was loaded is noted in the data folder, so that stations that somebody took away do not
/// come back. A start that was cut short in the middle tries again beside what is there.
@Component
@Order(75)
@ConditionalOnProperty("foyal.demo.city")
class StationLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StationLoader.class);
  private static final int AT_ONCE = 4_000;
  private static final int WEEK_h = 168;
  private static final int SILENT_h = 72;
  private static final int STUCK_h = 48;

  private final DemoStaff staff;
  private final Doors doors;
  private final ShellSettings shell;
  private final DemoSettings demo;
  private final Clock clock;
  private final Path note;

  StationLoader(
      DemoStaff staff, Doors doors, ShellSettings shell, DemoSettings demo, Clock clock) {
    this.staff = staff;
    this.doors = doors;
    this.shell = shell;
    this.demo = demo;
    this.clock = clock;
    this.note = shell.data().resolve("demo-stations");
  }

  /// Where stations are entered, report, and are watched.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  record Doors(Entities entities, Intake intake, AlertRules rules, History history) {}

  /// A series that a station reports.
  private record Series(ExampleStation station, ExampleMeasure measure, long datastream) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var writer = staff.station();
    if (demo.stationDays() == 0 || writer.isEmpty() || Files.exists(note)) {
      return;
    }
    var began = clock.instant();
    int hours = demo.stationDays() * 24;
    var last = began.truncatedTo(ChronoUnit.HOURS);
    var climate =
        new ExampleClimate(last.minus(hours - 1L, ChronoUnit.HOURS), hours, shell.timeZone());
    doors.history().prepare(climate.at(0), last);
    var all = enter(writer.get());
    int watched = Math.max(0, hours - WEEK_h);
    long taken = report(all, climate, new Stretch(0, watched), writer.get());
    watch(all); // so that alerts are of this week
    taken += report(all, climate, new Stretch(watched, hours), writer.get());
    Files.writeString(note, "loaded on " + began + "\n", StandardCharsets.UTF_8);
    LOG.info(
        "Example stations reported {} readings in {} ms",
        taken,
        Duration.between(began, clock.instant()).toMillis());
    Thread.ofVirtual().name("demo-roll-ups").start(doors.history()::workOut);
  }

  private List<Series> enter(Writer writer) {
    var things = new ExampleThing(doors.entities(), writer);
    var properties = new EnumMap<ExampleMeasure, Long>(ExampleMeasure.class);
    var all = new ArrayList<Series>();
    for (var measure : ExampleMeasure.values()) {
      properties.put(measure, things.property(measure));
    }
    for (var station : ExampleStation.all()) {
      long thing = things.station(station);
      for (var measure : station.reports().measures()) {
        all.add(
            new Series(station, measure, things.datastream(thing, station, measure, properties)));
      }
    }
    return all;
  }

  /// Some hours of a climate, the last one left out.
  private record Stretch(int from, int to) {}

  private long report(List<Series> all, ExampleClimate climate, Stretch hours, Writer writer) {
    long taken = 0;
    var waiting = new ArrayList<CompletableFuture<List<Taken>>>();
    for (var one : all) {
      var said = readings(one, climate, hours);
      for (int i = 0; i < said.size(); i += AT_ONCE) {
        var part = said.subList(i, Math.min(said.size(), i + AT_ONCE));
        waiting.add(doors.intake().take(part, writer));
      }
      taken += waiting.size() > 3 ? count(waiting) : 0;
    }
    return taken + count(waiting);
  }

  private static long count(List<CompletableFuture<List<Taken>>> waiting) {
    long stored = 0;
    for (var answer : waiting) {
      stored += answer.join().stream().filter(Taken.Recorded.class::isInstance).count();
    }
    waiting.clear();
    return stored;
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
      rule(one).ifPresent(condition -> doors
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
