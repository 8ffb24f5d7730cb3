package org.foyal.innovation.voice;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.shell.Page;

/// What a template of this room says its words with: those of the page, or the room's Spanish ones
/// inside a frame that stays in the house's language.
///
/// @param spanish the room's words in Spanish, by key
public record Voice(Page page, Tongue tongue, Map<String, String> spanish) {
  /// The parameter of an address that asks for Spanish.
  public static final String ASKED = "in";

  /// The room's words for a key, with its arguments as the reader writes them.
  ///
  /// @throws IllegalArgumentException for a key that the room does not have
  public String say(String key, Object... arguments) {
    if (tongue != Tongue.ES) {
      return page.say(key, arguments);
    }
    var text = spanish.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no Spanish words for " + key);
    }
    return arguments.length == 0
        ? text
        : new MessageFormat(text, tongue.formats()).format(arguments);
  }

  /// The code for the `lang` attribute of what is said, where it is not the page's own.
  public Optional<String> lang() {
    return tongue == Tongue.ES ? Optional.of(tongue.code()) : Optional.empty();
  }

  /// What the city wrote, in the reader's language.
  public String told(Said text) {
    return text.in(tongue);
  }

  /// The code for the `lang` attribute of what the city wrote.
  public Optional<String> lang(Said text) {
    return text.foreignTo(tongue);
  }

  /// The address of a page of this room that goes on in the same language.
  public String href(String pathBelowLanguage) {
    return page.href(pathBelowLanguage) + (tongue == Tongue.ES ? "?" + ASKED + "=es" : "");
  }

  /// The address of this room's page in another language.
  public String hrefIn(Tongue other, String pathBelowLanguage) {
    return other == Tongue.ES
        ? page.href(pathBelowLanguage) + "?" + ASKED + "=es"
        : "/" + other.code() + pathBelowLanguage;
  }

  /// The languages that the page can be read in, besides this one.
  public Stream<Tongue> others() {
    return Stream.of(Tongue.values()).filter(one -> one != tongue);
  }

  /// A day in the reader's writing.
  public String date(LocalDate day) {
    return tongue == Tongue.ES
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(tongue.formats())
            .format(day)
        : page.date(day);
  }

  /// A moment in the city's zone, in the reader's writing.
  public String time(Instant at) {
    return tongue == Tongue.ES
        ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(tongue.formats())
            .withZone(page.settings().timeZone())
            .format(at)
        : page.time(at);
  }

  /// Whole euros in the reader's writing.
  public String euros(int euros) {
    return NumberFormat.getIntegerInstance(tongue.formats()).format(euros) + "\u00a0€";
  }
}
