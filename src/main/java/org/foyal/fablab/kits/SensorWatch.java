package org.foyal.fablab.kits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.fablab.kits.Loan.Sensor;
import org.foyal.people.Actor;
import org.foyal.things.alerts.AlertRules;
import org.foyal.things.alerts.Condition;
import org.foyal.things.alerts.Rule;
import org.foyal.things.devices.Devices;
import org.foyal.things.showing.Measure;
import org.foyal.things.showing.Showing;
import org.foyal.things.showing.Shown;
import org.springframework.stereotype.Component;

/// Has `things` watch a sensor of a kit while it is lent: that it says nothing for a day, always
/// the same, or what can't be here.
@Component
class SensorWatch {
  private static final Duration SILENT = Duration.ofDays(1);
  private static final Duration STUCK = Duration.ofHours(12);
  private static final int STUCK_readings = 12;
  private static final int TWICE = 2;

  private final AlertRules rules;
  private final Devices devices;
  private final Showing showing;

  SensorWatch(AlertRules rules, Devices devices, Showing showing) {
    this.rules = rules;
    this.devices = devices;
    this.showing = showing;
  }

  /// What a measure can be on the island: what is beyond is a fault of the sensor. Generous bounds
  /// of our own, from the ranges that the makers of such sensors state.
  private record Possible(double least, double most) {
    static Optional<Possible> of(Measure measure) {
      return Optional.ofNullable(
          switch (measure) {
            case PM2_5, PM10 -> new Possible(-1, 1_000);
            case NO2 -> new Possible(-1, 1_000);
            case TEMPERATURE, WATER_TEMPERATURE -> new Possible(5, 60);
            case HUMIDITY -> new Possible(1, 100.5);
            case WATER_LEVEL, SEA_LEVEL -> new Possible(-20, 20);
            case RAIN -> new Possible(-0.1, 300);
            case NOISE -> new Possible(10, 140);
            case HYDROGEN_SULFIDE -> new Possible(-0.5, 100);
            case ENERGY -> null;
          });
    }
  }

  /// Begins to watch.
  void begin(Actor by, Loan loan, Sensor sensor) {
    for (var line : lines(sensor)) {
      conditions(line).forEach(condition -> rules.add(by, rule(loan, line, condition)));
    }
  }

  /// Ends it, and lets the key open nothing any more.
  void end(Actor by, Loan loan) {
    loan.sensor()
        .ifPresent(sensor -> {
          for (var line : lines(sensor)) {
            conditions(line).forEach(one -> rules.remove(by, rule(loan, line, one).id()));
          }
          devices.revoke(by, sensor.device());
        });
  }

  private List<Shown.Line> lines(Sensor sensor) {
    return showing.find(sensor.thing()).map(Shown::lines).orElse(List.of());
  }

  private static List<Condition> conditions(Shown.Line line) {
    var all = new ArrayList<Condition>();
    all.add(new Condition.Absence(SILENT));
    // it may not rain for months, and a meter may stand still
    if (line.measure().filter(m -> m != Measure.RAIN && m != Measure.ENERGY).isPresent()) {
      all.add(new Condition.Constant(STUCK_readings, STUCK));
    }
    line.measure()
        .flatMap(Possible::of)
        .ifPresent(possible -> {
          all.add(new Condition.Threshold(true, possible.most(), 0, TWICE, Duration.ZERO));
          all.add(new Condition.Threshold(false, possible.least(), 0, TWICE, Duration.ZERO));
        });
    return all;
  }

  /// Its name is the same each time, so that it is found again when the kit comes back.
  private static Rule rule(Loan loan, Shown.Line line, Condition condition) {
    var which =
        switch (condition) {
          case Condition.Absence _ -> "absence";
          case Condition.Constant _ -> "constant";
          case Condition.Threshold(boolean above, double _, double _, int _, var _) ->
              above ? "above" : "below";
        };
    var id = loan.id() + " " + line.datastream() + " " + which;
    return new Rule(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        line.datastream(),
        line.name(),
        condition,
        Set.of(),
        false,
        Optional.empty(),
        1);
  }
}
