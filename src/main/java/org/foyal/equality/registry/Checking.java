package org.foyal.equality.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.foyal.equality.registry.Indicator.Unit;
import org.foyal.equality.registry.Refused.Reason;
import org.foyal.equality.registry.Value.Amount;
import org.foyal.kernel.Interval;
import org.foyal.territory.Area;
import org.jspecify.annotations.Nullable;

/// Looks at what was told, row by row: what can’t stand is refused with its reason, the rest
/// stands.
final class Checking {
  private static final Pattern PERIOD = Pattern.compile("(19|20)\\d\\d(-T[1-4])?");
  private static final int LONGEST = 120;

  private final Function<String, Optional<Area>> areas;
  private final List<Sound> sound = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final Map<List<String>, Set<String>> told = new HashMap<>();

  /// A row that stands.
  record Sound(Reading reading, Area area, Amount amount, Optional<Interval> interval) {}

  private Checking(Function<String, Optional<Area>> areas) {
    this.areas = areas;
  }

  /// What came of it.
  record Checked(List<Sound> sound, List<Refused> refused) {}

  static Checked of(List<Reading> readings, Function<String, Optional<Area>> areas) {
    var checking = new Checking(areas);
    readings.forEach(checking::look);
    return new Checked(List.copyOf(checking.sound), List.copyOf(checking.refused));
  }

  private void look(Reading reading) {
    var indicator = Indicators.find(reading.indicator());
    if (indicator.isEmpty()) {
      refuse(reading, Reason.UNKNOWN_INDICATOR, reading.indicator());
      return;
    }
    var area = areas.apply(reading.area());
    if (area.isEmpty()) {
      refuse(reading, Reason.UNKNOWN_AREA, reading.area());
    } else if (!PERIOD.matcher(reading.period()).matches()) {
      refuse(reading, Reason.BAD_PERIOD, reading.period());
    } else {
      weigh(reading, indicator.get(), area.get());
    }
  }

  private void weigh(Reading reading, Indicator indicator, Area area) {
    var told = reading.told();
    var numerator = told.numerator();
    var denominator = told.denominator();
    var value = told.value();
    if ((numerator != null && numerator < 0)
        || (denominator != null && denominator < 0)
        || (value != null && value < 0)) {
      refuse(reading, Reason.NEGATIVE, told.toString());
      return;
    }
    if (indicator.unit() == Unit.SHARE) {
      share(reading, area);
    } else if (indicator.unit() == Unit.PER_THOUSAND && numerator != null) {
      perThousand(reading, area, numerator, denominator);
    } else if (numerator != null) {
      var interval =
          indicator.unit() == Unit.COUNT
              ? Optional.of(Interval.poisson(numerator))
              : Optional.<Interval>empty();
      stand(
          reading,
          area,
          new Amount((double) numerator, OptionalLong.of(numerator), OptionalLong.empty()),
          interval);
    } else if (value != null && Double.isFinite(value)) {
      stand(reading, area, plain(value), Optional.empty());
    } else {
      refuse(reading, Reason.NO_NUMBER, told.toString());
    }
  }

  private void share(Reading reading, Area area) {
    var told = reading.told();
    var numerator = told.numerator();
    var denominator = told.denominator();
    var value = told.value();
    if (numerator != null && denominator != null && numerator > denominator) {
      refuse(reading, Reason.OVER, numerator + " > " + denominator);
    } else if (numerator != null && denominator != null && denominator > 0) {
      stand(
          reading,
          area,
          new Amount(
              (double) numerator / denominator,
              OptionalLong.of(numerator),
              OptionalLong.of(denominator)),
          Optional.of(Interval.wilson(numerator, denominator)));
    } else if (value == null || numerator != null || !Double.isFinite(value)) {
      refuse(reading, Reason.NO_NUMBER, told.toString());
    } else if (value > 1) {
      refuse(reading, Reason.OVER, value.toString());
    } else {
      stand(reading, area, plain(value), Optional.empty());
    }
  }

  private void perThousand(Reading reading, Area area, long count, @Nullable Long people) {
    if (people == null || people == 0) {
      refuse(reading, Reason.NO_NUMBER, reading.told().toString());
      return;
    }
    if (count > people) {
      refuse(reading, Reason.OVER, count + " > " + people);
      return;
    }
    stand(
        reading,
        area,
        new Amount(1000.0 * count / people, OptionalLong.of(count), OptionalLong.of(people)),
        Optional.empty());
  }

  private static Amount plain(double value) {
    return new Amount(value, OptionalLong.empty(), OptionalLong.empty());
  }

  private void stand(Reading reading, Area area, Amount amount, Optional<Interval> interval) {
    var time = List.of(reading.indicator(), reading.period());
    if (!seen.add(List.of(reading.indicator(), reading.period(), area.code()))) {
      refuse(reading, Reason.TWICE, area.code() + " " + reading.period());
    } else if (overlaps(area, told.computeIfAbsent(time, _ -> new HashSet<>()))) {
      refuse(reading, Reason.OVERLAPPING, area.code());
    } else {
      sound.add(new Sound(reading, area, amount, interval));
    }
  }

  /// Whether it lies in one of the others, or one of them in it; a room that tells both a whole and
  /// its parts says so by telling them apart.
  private boolean overlaps(Area area, Set<String> others) {
    boolean inOne = area.parentCode() != null && others.contains("in " + area.parentCode());
    boolean holdsOne = others.contains("part of " + area.code());
    others.add("in " + area.code());
    if (area.parentCode() != null) {
      others.add("part of " + area.parentCode());
    }
    return inOne || holdsOne;
  }

  private void refuse(Reading reading, Reason reason, String detail) {
    refused.add(
        new Refused(
            reading.line(),
            reason,
            detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail));
  }
}
