package org.foyal.innovation.voice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.shell.language.Language;

/// A language of this room's public pages: those of the house, and Spanish for neighbours in the
/// Caribbean.
public enum Tongue {
  /// French, the default.
  FR("fr", "Français", Language.FR),
  /// English.
  EN("en", "English", Language.EN),
  /// Martinican Creole.
  GCF("gcf", "Kréyol", Language.GCF),
  /// Spanish; the frame around it stays in a language of the house.
  ES("es", "Español", Language.FR);

  private final String code;
  private final String ownName;
  private final Language house;

  Tongue(String code, String ownName, Language house) {
    this.code = code;
    this.ownName = ownName;
    this.house = house;
  }

  /// The BCP 47 code.
  public String code() {
    return code;
  }

  /// The language's name in itself.
  public String ownName() {
    return ownName;
  }

  /// The language of the house that stands in where the house has no words in this one.
  public Language house() {
    return house;
  }

  /// How dates and numbers are written.
  Locale formats() {
    return this == ES ? Locale.of("es") : house.formats();
  }

  /// The language of that code, if it is one of these.
  public static Optional<Tongue> find(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /// The same as a language of the house.
  public static Tongue of(Language language) {
    return find(language.code()).orElseThrow();
  }
}
