package org.foyal.things.showing;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.foyal.shell.Page;
import org.foyal.things.showing.Shown.Line;
import org.springframework.stereotype.Component;

/// Says what objects report in plain words.
@Component
public class ShownWords {
  private static final double LARGE = 100;

  private final Clock clock;

  ShownWords(Clock clock) {
    this.clock = clock;
  }

  /// What a line measures: our words where they tell it apart, else as it was entered.
  public String title(Page page, Shown thing, Line line) {
    return line.measure()
        .filter(_ -> thing.alone(line))
        .map(measure -> page.say(measure.words()))
        .orElseGet(line::name);
  }

  /// The last value with its unit; words where there is none.
  public String value(Page page, Line line) {
    return line.number()
        .map(number -> number(page, number, line.unit()))
        .or(line::other)
        .orElseGet(() -> page.say("things.showing.nothing"));
  }

  /// A number with its unit, as people write it.
  public String number(Page page, double number, String unit) {
    var sign = Unit.find(unit).map(Unit::sign).orElse(unit);
    var written = number(page, number);
    return sign.isEmpty() ? written : written + "\u00a0" + sign;
  }

  /// A number as people write it, with as many decimals as say something.
  public String number(Page page, double number) {
    if (!Double.isFinite(number) || Math.abs(number) >= 1e12) {
      return Double.toString(number);
    }
    var format = NumberFormat.getNumberInstance(page.language().formats());
    format.setMaximumFractionDigits(Math.abs(number) >= LARGE ? 1 : Math.abs(number) < .1 ? 4 : 2);
    return format.format(number == 0 ? 0 : number);
  }

  /// A unit in words, « en mètres »; as it was entered where we don't know it.
  public String unit(Page page, Line line) {
    return Unit.find(line.unit())
        .map(unit -> page.say(unit.words()))
        .orElseGet(() -> line.unit().isEmpty() ? "" : page.say("things.showing.unit", line.unit()));
  }

  /// How long ago, « il y a 4 minutes »; what is older than two days, by its date.
  public String ago(Page page, Instant at) {
    var since = Duration.between(at, clock.instant());
    if (since.toMinutes() < 1) {
      return page.say("things.showing.ago.now");
    }
    if (since.toMinutes() < 60) {
      return page.say("things.showing.ago.minutes", since.toMinutes());
    }
    return since.toHours() < 48
        ? page.say("things.showing.ago.hours", since.toHours())
        : page.say("things.showing.ago.date", page.time(at));
  }

  /// Whether it reports, or since when it doesn't.
  public String state(Page page, Shown thing) {
    if (thing.reports(clock.instant())) {
      return page.say("things.showing.reports");
    }
    return thing
        .heard()
        .map(at -> page.say("things.showing.silent", page.time(at)))
        .orElseGet(() -> page.say("things.showing.never"));
  }

  /// Whether it reports.
  public boolean reports(Shown thing) {
    return thing.reports(clock.instant());
  }
}
