package org.foyal.post.subscriptions;

import java.util.Map;
import org.foyal.shell.language.Language;

/// What there is to tell on a topic.
///
/// @param key names the event, for example `milestone.7.done`; nobody is told twice of the same
/// @param letters what is written in each language
public record News(String key, Map<Language, Words> letters) {
  /// The words of one language.
  ///
  /// @param subject one line
  /// @param text plain text; how to leave is added below it
  public record Words(String subject, String text) {}

  /// Checks that there are words in each language.
  public News {
    if (key.isBlank() || !letters.keySet().containsAll(java.util.List.of(Language.values()))) {
      throw new IllegalArgumentException("news need a key and words in each language: " + key);
    }
    letters = Map.copyOf(letters);
  }

  Words in(Language language) {
    return java.util.Objects.requireNonNull(letters.get(language));
  }
}
