package org.foyal.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody with a browser without JavaScript: keeps cookies, follows forms, sends their hidden
/// field.
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String site;

  public Visitor(int port) {
    site = "http://localhost:" + port;
  }

  /// What came back.
  public record Answer(int status, String location, String body, HttpResponse<String> raw) {}

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
  }

  /// Opens a page, fills its form and sends it.
  public Answer fill(String page, String path, Map<String, String> fields) {
    return post(path, fields, token(get(page)));
  }

  public Answer fill(String path, Map<String, String> fields) {
    return fill(path, path, fields);
  }

  public String token(Answer page) {
    var found = TOKEN.matcher(page.body());
    return found.find() ? found.group(1) : "";
  }

  public Answer post(String path, Map<String, String> fields, String token) {
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
    return send(
        HttpRequest.newBuilder(URI.create(site + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          answer.body(),
          answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site + path));
  }

  /// The value of a cookie, or empty.
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public void bring(String name, String value) {
    var cookie = new java.net.HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("localhost.local");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(site), cookie);
  }
}
