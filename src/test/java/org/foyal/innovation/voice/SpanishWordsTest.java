package org.foyal.innovation.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// The room's public words are said in Spanish too: all of them, with the same arguments.
class SpanishWordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+(,[^}]*)?\\}");

  private static Map<String, String> french() throws IOException {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            new ClassPathResource("org/foyal/innovation/messages_fr.properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    var found = new TreeMap<String, String>();
    properties.forEach((key, text) -> found.put((String) key, (String) text));
    return found;
  }

  private static java.util.Set<String> arguments(String text) {
    var found = new TreeSet<String>();
    ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }

  @Test
  void everyPublicWordIsThereInSpanish() throws IOException {
    assertThat(new TreeSet<>(Voices.spanish().keySet())).isEqualTo(french().keySet());
  }

  @Test
  void theyTakeTheSameArgumentsAndNoTypewritersApostrophe() throws IOException {
    var spanish = Voices.spanish();
    assertThat(french())
        .allSatisfy((key, text) -> {
          var other = spanish.getOrDefault(key, "");
          assertThat(arguments(other)).as(key).isEqualTo(arguments(text));
          assertThat(other).as(key).isNotBlank().doesNotContain("'");
        });
  }
}
