package org.foyal.things;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as a client sees it.
public final class Sensing {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /// Of the house that listens there.
  public Sensing(int port) {
    this.base = "http://localhost:" + port + "/v1.1";
  }

  /// The root of the service.
  public String base() {
    return base;
  }

  /// An answer.
  public record Told(int status, String body, HttpResponse<String> whole) {
    /// It as JSON.
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /// The numbers of its entities.
    public List<Long> ids() {
      return each("@iot.id").stream().map(JsonNode::longValue).toList();
    }

    /// One property of each of its entities.
    public List<JsonNode> each(String name) {
      return StreamSupport.stream(json().path("value").spliterator(), false)
          .map(one -> one.path(name))
          .toList();
    }
  }

  /// Asks with options as they are read, which are encoded here: `$filter`, `id eq 1` and so on.
  public Told get(String path, String... options) {
    var query = new StringBuilder();
    for (int i = 0; i < options.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(options[i])
          .append('=')
          .append(URLEncoder.encode(options[i + 1], StandardCharsets.UTF_8));
    }
    return at(base + path + query);
  }

  /// Asks at a whole address.
  public Told at(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  /// Sends a body of JSON.
  public Told send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /// Sends a request.
  public Told send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return new Told(answer.statusCode(), answer.body(), answer);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
