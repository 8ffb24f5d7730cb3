package org.foyal.things.alerts;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says in words when a rule finds something wrong, and what an alert is.
@Component
public class AlertWords {
  private static final int DECIMALS = 6;

  private final Words words;
  private final ShellSettings city;

  AlertWords(Words words, ShellSettings city) {
    this.words = words;
    this.city = city;
  }

  /// When something is wrong.
  String condition(Language language, Condition condition, Optional<String> unit) {
    return switch (condition) {
      case Condition.Threshold one ->
          words.say(
              language,
              one.above() ? "things.alerts.when.above" : "things.alerts.when.below",
              number(language, one.bound(), unit),
              one.readings(),
              lasting(language, one.lasting()),
              number(
                  language,
                  one.above() ? one.bound() - one.hysteresis() : one.bound() + one.hysteresis(),
                  unit));
      case Condition.Absence one ->
          words.say(language, "things.alerts.when.absence", lasting(language, one.lasting()));
      case Condition.Constant one ->
          words.say(
              language,
              "things.alerts.when.constant",
              one.readings(),
              lasting(language, one.lasting()));
    };
  }

  private String lasting(Language language, Duration lasting) {
    return words.say(language, "things.alerts.minutes", lasting.toMinutes());
  }

  /// What an alert is, in one line.
  public String headline(Language language, Alert alert) {
    var about = alert.source().thingName() + " – " + alert.source().datastreamName();
    return words.say(language, "things.alerts.headline", alert.rule(), about);
  }

  /// What was reported, and since when.
  public String fact(Language language, Alert alert) {
    var since = time(language, alert.since());
    return alert
        .value()
        .map(value ->
            words.say(
                language,
                "things.alerts.fact",
                number(language, value, alert.source().unit()),
                since))
        .orElseGet(() -> words.say(language, "things.alerts.fact.nothing", since));
  }

  /// What a letter or a case says of it.
  public String whole(Language language, Alert alert) {
    var text =
        headline(language, alert)
            + "\n"
            + fact(language, alert)
            + "\n"
            + words.say(
                language,
                "things.alerts.rule.is",
                condition(language, alert.condition(), alert.source().unit()));
    return alert.source().example()
        ? text + "\n" + words.say(language, "things.alerts.example")
        : text;
  }

  /// That it is closed, and when.
  public String closed(Language language, Alert alert) {
    var at = time(language, alert.closedAt().orElseThrow());
    return words.say(
        language, alert.closedByHand() ? "things.alerts.closed.hand" : "things.alerts.closed", at);
  }

  private String time(Language language, Instant at) {
    return language.write(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(city.timeZone()),
        at);
  }

  private static String number(Language language, double value, Optional<String> unit) {
    var format = NumberFormat.getNumberInstance(language.formats());
    format.setMaximumFractionDigits(DECIMALS);
    var number = Math.abs(value) >= 1e12 ? Double.toString(value) : format.format(value);
    return unit.map(sign -> number + " " + sign).orElse(number);
  }
}
