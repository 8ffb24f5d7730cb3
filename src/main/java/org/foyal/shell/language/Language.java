package org.foyal.shell.language;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A language in which every page can be read; its code is the first part of a page's address.
public enum Language {
  /// French, the default.
  FR("fr", Locale.FRANCE, "Français"),
  /// English.
  EN("en", Locale.UK, "English"),
  /// Martinican Creole (ISO 639-3 `gcf`); dates and numbers as in France, for want of locale data.
  GCF("gcf", Locale.FRANCE, "Kréyol");

  /// The space between a word and a sign that French sets off.
  private static final Pattern SET_OFF = Pattern.compile(" (?=[:;!?»%€])|(?<=«) ");

  private static final Pattern SET_OFF_IN_ENGLISH = Pattern.compile(" (?=[%€])");

  private final String code;
  private final Locale formats;
  private final String ownName;

  Language(String code, Locale formats, String ownName) {
    this.code = code;
    this.formats = formats;
    this.ownName = ownName;
  }

  /// The BCP 47 code, as in `lang` attributes and addresses.
  public String code() {
    return code;
  }

  /// How dates and numbers are written for readers of this language.
  public Locale formats() {
    return formats;
  }

  /// The language's name in itself.
  public String ownName() {
    return ownName;
  }

  /// The same words, where the signs that are set off by a space take one that no line breaks at:
  /// neither « : » nor « » », nor a per cent sign, ever begins a line.
  String unbroken(String text) {
    return (this == EN ? SET_OFF_IN_ENGLISH : SET_OFF).matcher(text).replaceAll("\u00a0");
  }

  /// A date or a time as its readers write it: in French the first of a month is « 1er », and no
  /// line ends between a day and its month.
  public String write(DateTimeFormatter format, TemporalAccessor when) {
    var text = format.withLocale(formats).format(when);
    return this == EN
        ? text
        : text.replaceFirst("\\b1 (?=\\p{L})", "1er ")
            .replaceFirst("(\\d|1er) (?=\\p{L})", "$1\u00a0");
  }

  /// The language of that code, if it is one of ours.
  public static Optional<Language> find(String code) {
    return Stream.of(values()).filter(l -> l.code.equals(code)).findFirst();
  }

  /// The first language of ours that an `Accept-Language` header asks for, else French. A header
  /// that can't be read asks for nothing.
  public static Language wanted(String acceptLanguage) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
      return FR;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .flatMap(range -> find(range.getRange().split("-", 2)[0]).stream())
          .findFirst()
          .orElse(FR);
    } catch (IllegalArgumentException unreadable) {
      return FR;
    }
  }
}
