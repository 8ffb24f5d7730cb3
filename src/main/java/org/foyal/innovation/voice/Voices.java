package org.foyal.innovation.voice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Knows in which language a public page of this room, or a letter, is to speak.
@Component
public class Voices {
  private final Pages pages;
  private final Words words;
  private final Map<String, String> spanish;

  Voices(Pages pages, Words words) throws IOException {
    this.pages = pages;
    this.words = words;
    this.spanish = spanish();
  }

  /// The room's words in Spanish, by key.
  static Map<String, String> spanish() throws IOException {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            new ClassPathResource("org/foyal/innovation/spanish.properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    var found = new HashMap<String, String>();
    properties.forEach((key, text) -> found.put((String) key, (String) text));
    return Map.copyOf(found);
  }

  /// The voice that a request asks for: Spanish where its address or its form says so.
  public Voice of(HttpServletRequest request) {
    var page = pages.of(request);
    boolean asked = "es".equals(request.getParameter(Voice.ASKED));
    return new Voice(page, asked ? Tongue.ES : Tongue.of(page.language()), spanish);
  }

  /// The words of a letter.
  public String say(Tongue tongue, String key, Object... arguments) {
    if (tongue != Tongue.ES) {
      return words.say(tongue.house(), key, arguments);
    }
    var text = spanish.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no Spanish words for " + key);
    }
    return new MessageFormat(text, tongue.formats()).format(arguments);
  }
}
