package org.foyal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.shell.Wire.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whatever is thrown at the house, it answers 4xx with help in its own design: never a 5xx, never
/// the server's own page, never a stack trace. Spoken through a bare socket, as an attacker would.
@HouseTest
class HostileRequestsTest {
  @LocalServerPort int port;

  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";

  static Stream<String> addresses() {
    return Stream.of(
        "/fr/%00",
        "/fr/a%00b",
        "//",
        "//fr//",
        "/fr/..;/staff",
        "/fr/;x=1",
        "/fr/%2e%2e/",
        "/fr/..%2f..%2fetc/passwd",
        "/fr/%2F",
        "/fr/%5c",
        "/fr/%zz",
        "/fr/%",
        "/fr/%c3%28",
        "/fr/<script>",
        "/fr/a b",
        "/fr/\\",
        "/fr/{x}",
        "/fr/\u0001",
        "/de/",
        "/FR/",
        "/fr/nowhere",
        "/assets/../fr/",
        "/assets/x/shell/..%2f..%2fapplication.properties",
        "/error",
        "/" + "a".repeat(100_000),
        "/fr/?" + "q=".repeat(10_000),
        "*",
        "http://[::bad/",
        "fr");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void oddAddressesGetHelp(String address) throws IOException {
    var answer = send("GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(faults(answer, true)).as(answer).isEmpty();
  }

  static Stream<String> refusedHeads() {
    return Stream.of(
        "GET /fr/ HTTP/1.1\r\n\r\n",
        "GET /fr/ HTTP/9.9\r\n" + HOST + "\r\n",
        "GET\r\n\r\n",
        "\u0016\u0003\u0001 not http\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\n" + HOST + "Host: twice\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\n" + HOST + "X-Big: " + "a".repeat(100_000) + "\r\n\r\n",
        "GET /fr/ HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(3_000) + "\r\n",
        "POST /fr/ HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n",
        "POST /fr/ HTTP/1.1\r\n" + HOST + "Content-Length: -5\r\n\r\n",
        "POST /fr/ HTTP/1.1\r\n" + HOST + "Transfer-Encoding: nonsense\r\n\r\n",
        "POST /fr/ HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n\r\n",
        "DELETE /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "TRACE /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "CONNECT /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "PROPFIND /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "NONSENSE /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "get /fr/ HTTP/1.1\r\n" + HOST + "\r\n",
        "POST /fr/ HTTP/1.1\r\n"
            + HOST
            + "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
        "POST /fr/ HTTP/1.1\r\n" + HOST + "Content-Type: nonsense\r\nContent-Length: 3\r\n\r\nabc");
  }

  @ParameterizedTest
  @MethodSource("refusedHeads")
  void oddRequestsGetHelp(String request) throws IOException {
    var answer = send(request);
    assertThat(faults(answer, true)).as(answer).isEmpty();
  }

  /// What can be overlooked may be answered as if it were not there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie: foyal=%%%; =; ;;; \u00e9=\u00e9",
        "Cookie: foyal=AA==",
        "Cookie: SESSION=../../etc/passwd",
        "Accept: nonsense",
        "Accept: ;;;/,,,",
        "Accept: image/png",
        "Accept-Language: \u00e9\u00e9, ;q=x, *-*-*",
        "Accept-Encoding: nonsense;q=9",
        "Accept-Charset: klingon",
        "If-Modified-Since: yesterday",
        "If-None-Match: *,,\"",
        "Range: bytes=abc",
        "X-Forwarded-For: 999.999.999.999, <script>",
        "X-Forwarded-Proto: gopher",
        "X-HTTP-Method-Override: DELETE",
        "Referer: javascript:alert(1)",
        "Expect: nonsense",
        "Content-Length: 0"
      })
  void oddHeadersDoNoHarm(String header) throws IOException {
    for (var address : List.of("/fr/", "/fr/nowhere", "/", "/api/planted?street=a&number=1")) {
      var answer = send("GET " + address + " HTTP/1.1\r\n" + HOST + header + "\r\n\r\n");
      assertThat(faults(answer, address.contains("nowhere"))).as(address + answer).isEmpty();
    }
  }

  static Stream<String> dataRequests() {
    var head = " HTTP/1.1\r\n" + HOST;
    return Stream.of(
        "GET /api/nowhere" + head + "\r\n",
        "GET /api/planted" + head + "\r\n",
        "GET /api/planted?street=%zz&number=1" + head + "\r\n",
        "GET /api/planted?street=a&number=%00" + head + "\r\n",
        "GET /api/planted?street=a&number=99999999999" + head + "\r\n",
        "GET /api/planted?street=a&number=1" + head + "Accept: image/png\r\n\r\n",
        "GET /api/planted?street=a&number=1" + head + "Accept: ;;;\r\n\r\n",
        "GET /api/%00" + head + "\r\n",
        "GET /api//planted" + head + "\r\n",
        "GET /api/<" + head + "\r\n",
        "DELETE /api/planted" + head + "\r\n",
        post("application/json", "{"),
        post("application/json", ""),
        post("application/json", "[]"),
        post("application/json", "{\"street\":{},\"number\":\"x\"}"),
        post("application/json", "\u0000\u0001"),
        post("application/json", "[".repeat(100_000)),
        post("application/json", "{\"number\":" + "9".repeat(5_000) + "}"),
        post("application/json;charset=klingon", "{}"),
        post("application/xml", "<x/>"),
        post("nonsense", "{}"),
        post("multipart/form-data", "--x"),
        post("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: \r\n"),
        post("application/x-www-form-urlencoded", "a=%zz&%"));
  }

  private static String post(String type, String body) {
    return "POST /api/planted HTTP/1.1\r\n"
        + HOST
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.ISO_8859_1).length
        + "\r\n\r\n"
        + body;
  }

  @ParameterizedTest
  @MethodSource("dataRequests")
  void dataDoorsAnswerWithProblemDetails(String request) throws IOException {
    var answer = send(request);
    assertThat(faults(answer, true)).as(answer).isEmpty();
    assertThat(answer).contains("application/problem+json").contains("\"status\":4");
  }

  @Test
  void theFaultySenderIsToldWhatWouldWork() throws IOException {
    var head = " HTTP/1.1\r\n" + HOST;
    assertThat(send("DELETE /api/planted" + head + "Accept-Language: en\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .contains("Allow: ", "header Allow", "Content-Language: en");
    assertThat(send(post("text/plain", "x")))
        .startsWith("HTTP/1.1 415")
        .contains("application/json");
    assertThat(send("GET /api/planted?street=a&number=1" + head + "Accept: image/png\r\n\r\n"))
        .startsWith("HTTP/1.1 406")
        .contains("Accept");
  }

  @Test
  void whoSendsTooMuchIsToldSo() throws IOException {
    var form = "street=" + "a".repeat(300_000);
    var request = post("application/x-www-form-urlencoded", form);
    assertThat(send(request.replace("/api/planted", "/api/planted/form")))
        .startsWith("HTTP/1.1 413")
        .contains("application/problem+json");
  }

  @Test
  void theHastyAreToldToWaitAndHowLong() throws IOException {
    var head = " HTTP/1.1\r\n" + HOST + "Accept-Language: en\r\n\r\n";
    assertThat(send("GET /planted/hasty" + head))
        .startsWith("HTTP/1.1 429")
        .contains("Retry-After: 7", "Wait a minute", "/shell/foyal.css");
    assertThat(send("GET /api/planted/hasty" + head))
        .startsWith("HTTP/1.1 429")
        .contains("Retry-After: 7", "\"status\":429", "header Retry-After");
  }

  @Test
  void errorPagesSayTheirLanguage() throws IOException {
    for (var language : List.of("fr", "en", "gcf")) {
      var answer = send("GET /" + language + "/nowhere HTTP/1.1\r\n" + HOST + "\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 404")
          .contains("Content-Language: " + language + "\r\n", "<html lang=\"" + language + "\"");
    }
  }

  @Test
  void plantedBadAnswersAreCaught() {
    var head = "HTTP/1.1 404 \r\nContent-Security-Policy: x\r\n\r\n";
    var page = "<link rel=\"stylesheet\" href=\"/assets/1/shell/foyal.css\"><h1>x</h1>";
    assertThat(faults(head + page, true)).isEmpty();
    assertThat(faults(head.replace("404", "500") + page, true)).isNotEmpty();
    assertThat(faults(head.replace("404", "200") + page, true)).isNotEmpty();
    assertThat(faults(head + page + "<h3>Apache Tomcat/11.0</h3>", true)).isNotEmpty();
    assertThat(faults(head + page + "\tat java.base/java.lang.Thread.run", true)).isNotEmpty();
    assertThat(faults(head + "Bad Request", true)).isNotEmpty();
    assertThat(faults("HTTP/1.1 404 \r\n\r\n" + page, true)).isNotEmpty();
    assertThat(faults("", true)).isNotEmpty();
  }

  private String send(String request) throws IOException {
    return Wire.send(port, request);
  }
}
