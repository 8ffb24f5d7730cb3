package org.foyal.innovation.voice;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A text that people of the city write about a call: always in French, in other languages once
/// somebody has translated it.
///
/// @param texts by language, none of them blank
public record Said(Map<Tongue, String> texts) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> BY_CODE = new TypeReference<>() {};

  /// Keeps what is written; blanks are nothing.
  ///
  /// @throws IllegalArgumentException without a French text
  public Said {
    var written = new EnumMap<Tongue, String>(Tongue.class);
    texts.forEach((tongue, text) -> {
      if (!text.isBlank()) {
        written.put(tongue, text.strip());
      }
    });
    if (!written.containsKey(Tongue.FR)) {
      throw new IllegalArgumentException("a text needs its French");
    }
    texts = Map.copyOf(written);
  }

  /// A text in French alone.
  public static Said inFrench(String text) {
    return new Said(Map.of(Tongue.FR, text));
  }

  /// A text by language code; other languages are passed over.
  ///
  /// @throws IllegalArgumentException without a French text
  public static Said of(Map<String, String> byCode) {
    var texts = new EnumMap<Tongue, String>(Tongue.class);
    byCode.forEach((code, text) -> Tongue.find(code).ifPresent(one -> texts.put(one, text)));
    return new Said(texts);
  }

  /// What a reader is given: their language where it is written, else the French.
  public String in(Tongue tongue) {
    return Optional.ofNullable(texts.get(tongue)).orElseGet(this::french);
  }

  /// The French text.
  public String french() {
    return only(Tongue.FR);
  }

  /// What is written in a language itself; empty where nobody has translated it.
  public String only(Tongue tongue) {
    return texts.getOrDefault(tongue, "");
  }

  /// The code for a `lang` attribute when what a reader is given is not in their own language.
  public Optional<String> foreignTo(Tongue tongue) {
    return texts.containsKey(tongue) ? Optional.empty() : Optional.of(Tongue.FR.code());
  }

  /// As JSON by language code, the way it is kept.
  public String json() {
    var byCode = new TreeMap<String, String>();
    texts.forEach((tongue, text) -> byCode.put(tongue.code(), text));
    return JSON.writeValueAsString(byCode);
  }

  /// Reads what [#json] wrote.
  public static Said ofJson(String json) {
    return of(JSON.readValue(json, BY_CODE));
  }
}
