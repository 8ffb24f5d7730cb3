package org.foyal.shell.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A text that people of the city write: always in French, in other languages once somebody has
/// translated it. Who reads another language is given the French, marked as such.
///
/// @param texts by language, none of them blank
public record Told(Map<Language, String> texts) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> BY_CODE = new TypeReference<>() {};

  /// Keeps what is written; blanks are nothing.
  ///
  /// @throws IllegalArgumentException without a French text
  public Told {
    var written = new EnumMap<Language, String>(Language.class);
    texts.forEach((language, text) -> {
      if (!text.isBlank()) {
        written.put(language, text.strip());
      }
    });
    if (!written.containsKey(Language.FR)) {
      throw new IllegalArgumentException("a text needs its French");
    }
    texts = Map.copyOf(written);
  }

  /// A text in French alone.
  public static Told inFrench(String text) {
    return new Told(Map.of(Language.FR, text));
  }

  /// A text as typed, field by field; empty where the French is missing.
  public static Optional<Told> of(String french, String english, String creole) {
    return french.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Told(Map.of(Language.FR, french, Language.EN, english, Language.GCF, creole)));
  }

  /// What a reader is given: their language where it is written, else the French; no line begins
  /// with a sign that French sets off by a space.
  public String in(Language language) {
    var own = texts.containsKey(language) ? language : Language.FR;
    return own.unbroken(only(own));
  }

  /// The French text.
  public String french() {
    return texts.getOrDefault(Language.FR, "");
  }

  /// What is written in a language itself; empty where nobody has translated it.
  public String only(Language language) {
    return texts.getOrDefault(language, "");
  }

  /// The code for a `lang` attribute when what a reader is given is not in their own language.
  public Optional<String> foreignTo(Language language) {
    return texts.containsKey(language) ? Optional.empty() : Optional.of(Language.FR.code());
  }

  /// As JSON, by language code, the way it is kept in the database and published.
  public String json() {
    var byCode = new java.util.TreeMap<String, String>();
    texts.forEach((language, text) -> byCode.put(language.code(), text));
    return JSON.writeValueAsString(byCode);
  }

  /// Reads what [#json] wrote; languages that we don't speak are passed over.
  ///
  /// @throws IllegalArgumentException without a French text
  public static Told ofJson(String json) {
    return of(JSON.readValue(json, BY_CODE));
  }

  /// A text by language code.
  ///
  /// @throws IllegalArgumentException without a French text
  public static Told of(Map<String, String> byCode) {
    var texts = new HashMap<Language, String>();
    byCode.forEach((code, text) -> Language.find(code).ifPresent(l -> texts.put(l, text)));
    return new Told(texts);
  }
}
