package org.foyal.post.subscriptions;

import java.util.Map;
import java.util.regex.Pattern;
import org.foyal.shell.language.Language;

/// What somebody can ask to be told of.
///
/// @param key starts with the room that tells, for example `agreement.commitment.12`
/// @param titles what people call it, in each language, as in « Nouvelles de … »
public record Topic(String key, Map<Language, String> titles) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_TITLE = 150;

  /// Checks that it has a key and a title in each language; a title that is too long is shortened.
  public Topic {
    if (!isKey(key)) {
      throw new IllegalArgumentException("no key of a topic: " + key);
    }
    for (var language : Language.values()) {
      var title = titles.get(language);
      if (title == null || title.isBlank()) {
        throw new IllegalArgumentException("no title in " + language.code() + " of " + key);
      }
    }
    titles =
        titles.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, title -> shortened(title.getValue().strip())));
  }

  static boolean isKey(String key) {
    return key.length() <= LONGEST_KEY && KEY.matcher(key).matches();
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, LONGEST_TITLE - 1).stripTrailing() + "…";
  }

  /// The title in a language.
  public String title(Language language) {
    return java.util.Objects.requireNonNull(titles.get(language));
  }
}
