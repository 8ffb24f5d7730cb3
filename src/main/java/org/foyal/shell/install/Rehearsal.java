package org.foyal.shell.install;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Opens the house for nobody, walks through what the front pages lead to, and closes it. Java
/// watches meanwhile, and keeps what it saw in a cache that makes later starts quick: `ops/unpack`
/// asks for it when the program is installed.
final class Rehearsal {
  private static final int ROUNDS = 10;
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
  private static final List<String> FRONT = List.of("/fr/", "/en/", "/gcf/", "/fr/nowhere");

  private final HttpClient browser;
  private final int port;
  private int answers;

  private Rehearsal(HttpClient browser, int port) {
    this.browser = browser;
    this.port = port;
  }

  /// Rehearses on a data folder and counts the answers. No setting of the city counts but these:
  /// its own database is not touched.
  ///
  /// @param house the program's class
  static int open(Class<?> house, Path data) throws IOException, InterruptedException {
    var settings =
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.level.org.foyal=warn",
            "--foyal.shell.data=" + data,
            "--foyal.shell.database-url=",
            "--foyal.shell.pages-per-minute=1000000");
    try (var context = new SpringApplicationBuilder(house).run(settings.toArray(String[]::new));
        var browser = HttpClient.newHttpClient()) {
      int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      var rehearsal = new Rehearsal(browser, port);
      rehearsal.walk();
      return rehearsal.answers;
    }
  }

  private void walk() throws IOException, InterruptedException {
    var links = new LinkedHashSet<String>();
    for (var page : FRONT) {
      links.addAll(linksOf(ask(page)));
    }
    for (int i = 0; i < ROUNDS; i++) {
      for (var link : links) {
        ask(link);
      }
    }
  }

  private static Set<String> linksOf(String page) {
    var links = new LinkedHashSet<String>();
    var found = LINK.matcher(page);
    while (found.find()) {
      links.add(found.group(1).replace("&amp;", "&"));
    }
    return links;
  }

  private String ask(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).build();
    answers++;
    return browser.send(request, BodyHandlers.ofString()).body();
  }
}
