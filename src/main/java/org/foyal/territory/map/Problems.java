package org.foyal.territory.map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what is wrong with a request to the map's data doors, and what to do (RFC 9457).
@Component
class Problems {
  private final Words words;
  private final JsonMapper json;

  Problems(Words words, JsonMapper json) {
    this.words = words;
    this.json = json;
  }

  /// @param key the words: the key itself says what is wrong, `.cure` what to do
  void answer(HttpServletRequest request, HttpServletResponse response, int status, String key)
      throws IOException {
    var header = request.getHeader("Accept-Language");
    var language = Language.wanted(header == null ? "" : header);
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", words.say(language, key));
    problem.put("status", status);
    problem.put("detail", words.say(language, key + ".cure"));
    var body = json.writeValueAsBytes(problem);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", language.code());
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
