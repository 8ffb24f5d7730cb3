package org.foyal.shell.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every word that the house says, in every language, found beside the rooms that say it.
///
/// A room's words are `messages_<language>.properties` in UTF-8; a key starts with the room's name
/// or with a word that only that room uses. Patterns are those of [MessageFormat], so that an
/// apostrophe is written twice wherever there are arguments; to spare writers that trap, the
/// typographic ’ is used.
@Component
public class Words {
  private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

  Words() throws IOException {
    for (var language : Language.values()) {
      var ofLanguage = new HashMap<String, String>();
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:org/foyal/**/messages_" + language.code() + ".properties");
      for (var resource : found) {
        var properties = new Properties();
        try (var in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(in);
        }
        properties.forEach(
            (key, text) -> ofLanguage.put((String) key, language.unbroken((String) text)));
      }
      words.put(language, Map.copyOf(ofLanguage));
    }
  }

  /// The text of a key, with its arguments in the reader's formats.
  ///
  /// @throws IllegalArgumentException for a key that no room has, which a test of all pages would
  ///   meet
  public String say(Language language, String key, Object... arguments) {
    var text = words.getOrDefault(language, Map.of()).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language.code());
    }
    return arguments.length == 0
        ? text
        : new MessageFormat(text, language.formats()).format(arguments);
  }

  /// The text of a key in every language, to be kept.
  public Told everywhere(String key, Object... arguments) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      texts.put(language, say(language, key, arguments));
    }
    return new Told(texts);
  }

  /// Whether the house has words for a key.
  public boolean has(Language language, String key) {
    return words.getOrDefault(language, Map.of()).containsKey(key);
  }
}
