package org.foyal.equality.known;

import org.foyal.equality.index.EqualityIndex;
import org.foyal.equality.registry.Indicator;
import org.foyal.kernel.Interval;
import org.foyal.shell.Page;

/// What the pages say of values, in the reader’s language.
final class KnownWords {
  private KnownWords() {}

  /// A value with its unit.
  static String amount(Page page, Indicator indicator, double value) {
    return switch (indicator.unit()) {
      case SHARE -> page.say("equality.unit.share", page.number(100 * value));
      case COUNT -> page.number(value);
      case PER_THOUSAND -> page.say("equality.unit.per-thousand", page.number(value));
      case METRES -> page.say("equality.unit.metres", page.number(Math.rint(value)));
      case DAYS -> page.say("equality.unit.days", page.number(value));
      case POINTS -> page.say("equality.unit.points", page.number(value));
    };
  }

  /// A value in the table of the city.
  static String amount(Page page, Sheet sheet, String key) {
    return sheet
        .find(key)
        .map(line -> amount(page, line.indicator(), line.value().value()))
        .orElseGet(() -> page.say("equality.unknown"));
  }

  /// The interval of a value, or nothing.
  static String interval(Page page, Sheet.Line line) {
    return line.value()
        .interval()
        .map((Interval one) ->
            page.say(
                "equality.interval",
                amount(page, line.indicator(), one.from()),
                amount(page, line.indicator(), one.to())))
        .orElse("");
  }

  /// A value in a sentence, beside the city.
  static String sentence(Page page, Sheet.Line line) {
    var name = page.say(line.indicator().words());
    var own = amount(page, line.indicator(), line.value().value());
    if (line.city().isEmpty()) {
      return page.say("equality.says.alone", name, own);
    }
    var city = amount(page, line.indicator(), line.city().getAsDouble());
    var said =
        page.say(
            line.indicator().unit() == Indicator.Unit.COUNT
                ? "equality.says.of"
                : "equality.says.beside",
            name,
            own,
            city);
    return said
        + line.beside().map(one -> " " + chance(page, one)).orElse("")
        + line.change().map(one -> " " + change(page, one)).orElse("");
  }

  /// The index, in sentences.
  static String overall(Page page, Sheet.Overall overall) {
    var score = page.say("equality.overall", page.number(overall.score()));
    var city = overall.city().map(one -> " " + page.say("equality.overall.city", page.number(one)));
    var weighs =
        EqualityIndex.most(overall.parts())
            .map(one ->
                " "
                    + page.say(
                        "equality.overall.weighs",
                        page.say("equality.part." + one.key()),
                        points(page, 100 * Math.expm1(one.amount()))));
    return score + city.orElse("") + weighs.orElse("");
  }

  /// Where it may stand among those that have an index, in a sentence.
  static String place(Page page, Sheet.Overall overall) {
    return overall
        .place()
        .map(place ->
            page.say("equality.place." + place.group(), place.from(), place.to(), overall.among()))
        .orElse("");
  }

  /// How it changed since the period before, in a sentence.
  private static String change(Page page, Change change) {
    return page.say(
        change.by() > 0 ? "equality.says.rose" : "equality.says.fell",
        page.number(Math.abs(100 * change.by())),
        points(page, 100 * change.interval().from()),
        points(page, 100 * change.interval().to()),
        change.since());
  }

  /// Whether a gap with the rest of the city is more than chance, in a sentence.
  private static String chance(Page page, Beside beside) {
    return page.say(
        beside.sure() ? "equality.says.sure" : "equality.says.chance",
        points(page, 100 * beside.gap()),
        points(page, 100 * beside.interval().from()),
        points(page, 100 * beside.interval().to()));
  }

  /// A share drawn towards that of all, or nothing.
  static String shrunk(Page page, Sheet.Line line) {
    return line.beside()
        .map(one -> page.say("equality.shrunk", amount(page, line.indicator(), one.shrunk())))
        .orElse("");
  }

  /// How fragile it is beside the city, in a sentence.
  static String fragile(Page page, Fragility fragility) {
    double gap = fragility.gap();
    if (Math.abs(gap) < 0.5) {
      return page.say("equality.fragile.same", page.number(fragility.own()));
    }
    return page.say(
        gap > 0 ? "equality.fragile.more" : "equality.fragile.less",
        page.number(fragility.own()),
        page.number(Math.abs(gap)),
        page.number(fragility.city()));
  }

  /// What weighs most in that gap, in a sentence.
  static String weighs(Page page, Fragility fragility) {
    var most = fragility.parts().getFirst();
    return page.say(
        most.points() > 0 ? "equality.fragile.weighs" : "equality.fragile.lightens",
        page.say("equality.indicator." + most.axis()),
        page.number(Math.abs(most.points())));
  }

  /// Points with their sign.
  static String points(Page page, double points) {
    return (points > 0.05 ? "+" : points < -0.05 ? "−" : "") + page.number(Math.abs(points));
  }
}
