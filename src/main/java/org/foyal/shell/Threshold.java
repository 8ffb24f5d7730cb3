package org.foyal.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.foyal.shell.guard.SafeHeaders;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Answers in the house's words what the server itself refuses at the threshold, before any room
/// and any language is known: an address or a header that is no HTTP at all.
@Component
class Threshold implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  private static final int LANGUAGES = 10_000;

  private final Words words;
  private final Assets assets;

  Threshold(Words words, Assets assets) {
    this.words = words;
    this.assets = assets;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    // a long list of languages is no reason to fail; the size of the headers is limited already
    server.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(LANGUAGES));
    server.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Refusal()));
  }

  /// After the frame's own valve, so that ours stands further inside and speaks first.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private final class Refusal extends ErrorReportValve {
    private Refusal() {
      super();
      asyncSupported = true;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      try {
        write(request, response);
      } catch (IOException _) {
        // whoever asked has gone; there is nobody left to tell
        response.setError();
      }
    }

    private void write(Request request, Response response) throws IOException {
      // an unknown version or transfer coding of HTTP is the sender's fault, not ours
      if (response.getStatus() == 501 || response.getStatus() == 505) {
        response.setStatus(400);
      }
      var key = Errors.key(words, response.getStatus());
      boolean data = Errors.atDataDoor(String.valueOf(request.getRequestURI()));
      SafeHeaders.set(response);
      response.setContentType(data ? "application/problem+json" : "text/html");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setLocale(Locale.FRENCH);
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(data ? problem(response.getStatus(), key) : page(response.getStatus(), key));
        response.finishResponse();
      }
    }
  }

  private String problem(int status, String key) {
    return "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}"
        .formatted(
            status,
            words.say(Language.FR, key + ".title"),
            words.say(Language.FR, Errors.cure(words, key)));
  }

  /// All languages one below the other, since none is known.
  private String page(int status, String key) {
    var page = new StringBuilder();
    page.append(
        """
        <!doctype html>
        <html lang="fr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title><link rel="stylesheet" href="%s"></head>
        <body><main id="main" class="wrap"><div class="stack narrow"><p class="eyebrow">%d</p>
        """
            .formatted(said(Language.FR, key + ".title"), assets.href("shell/foyal.css"), status));
    for (var language : Language.values()) {
      page.append(
          """
          <section class="stack" lang="%s"><%s>%s</%2$s><p>%s</p><p><a href="/%1$s/">%5$s</a></p></section>
          """
              .formatted(
                  language.code(),
                  language == Language.FR ? "h1" : "h2",
                  said(language, key + ".title"),
                  said(language, key + ".cure"),
                  said(language, "error.home")));
    }
    return page.append("</div></main></body>\n</html>\n").toString();
  }

  private String said(Language language, String key) {
    return HtmlUtils.htmlEscape(words.say(language, key), "UTF-8");
  }
}
