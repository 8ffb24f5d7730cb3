package org.foyal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door where programs call, and what is thrown at it: the answer is what was asked for, or
/// 4xx with problem details (RFC 9457); never a 5xx, never a page where JSON is spoken.
@HouseTest
class HostileDataDoorsTest {
  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
  private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (\\d{3}) ");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void noDataDoorIsLeftOut() {
    var doors = new ArrayList<String>(List.of("/tiles/*", "/v1.1/*"));
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping.getPatternValues().stream()
                .filter(path -> Errors.atDataDoor(path) && !path.startsWith("/api/planted"))
                .filter(path -> !doors.contains(path))
                .forEach(doors::add));
    assertThat(DataDoors.ALL.keySet()).containsExactlyInAnyOrderElementsOf(doors);
  }

  static Stream<String> refusedAddresses() {
    return Stream.of(
            points(),
            searches(),
            codes(),
            frames(),
            files(),
            pieces(),
            reports(),
            places(),
            DataDoors.figures(),
            DataDoors.fibre(),
            DataDoors.innovation(),
            DataDoors.things(),
            DataDoors.oddHomes(),
            DataDoors.series(),
            services())
        .flatMap(addresses -> addresses);
  }

  private static Stream<String> points() {
    return Stream.of(
            "",
            "?lat=",
            "?lat=14.6",
            "?lat=14.6&lon=",
            "?lat=NaN&lon=NaN",
            "?lat=Infinity&lon=-Infinity",
            "?lat=1e400&lon=0",
            "?lat=91&lon=0",
            "?lat=0&lon=-180.0000001",
            "?lat=14,6&lon=-61",
            "?lat=0x1p3&lon=0",
            "?lat=1d&lon=1f",
            "?lat=%00&lon=%00",
            "?lat=14.6&lat=14.7&lon=-61",
            "?lat[]=14.6&lon[]=-61",
            "?lat={}&lon=[]",
            "?lat=%D9%A1%D9%A4&lon=0",
            "?lat=%F0%9F%92%A9&lon=%ED%A0%80",
            "?lat='%20or%201=1--&lon=0",
            "?lat=" + "9".repeat(10_000) + "&lon=0",
            "?lat=0." + "0".repeat(10_000) + "1&lon=NaN")
        .map("/api/areas/at"::concat);
  }

  private static Stream<String> searches() {
    return Stream.of(
            "",
            "?q=",
            "?q=%20%20",
            "?q=" + "a".repeat(201),
            "?q=" + "a".repeat(9_000),
            "?q=rue&limit=",
            "?q=rue&limit=0",
            "?q=rue&limit=-1",
            "?q=rue&limit=51",
            "?q=rue&limit=1.5",
            "?q=rue&limit=NaN",
            "?q=rue&limit=1e1",
            "?q=rue&limit=%D9%A1",
            "?q=rue&limit=99999999999999999999",
            "?q=rue&limit=1&limit=2",
            "?q=%zz")
        .map("/api/search"::concat);
  }

  private static Stream<String> codes() {
    return Stream.of(
            "%00",
            "a%2Fb",
            "..%2f..%2fetc",
            "%0d%0aSet-Cookie:x",
            "'",
            "a".repeat(3_000),
            "..;",
            "-1",
            "NaN")
        .map("/api/areas/"::concat);
  }

  private static Stream<String> frames() {
    return Stream.of(
            "areas.geojson?kind=iris",
            "areas.geojson?kind=IRIS&kind=COMMUNE",
            "areas.geojson?kind=%00",
            "roads.geojson?bbox=",
            "roads.geojson?bbox=1,2,3",
            "roads.geojson?bbox=1,2,3,4,5",
            "roads.geojson?bbox=NaN,NaN,NaN,NaN",
            "roads.geojson?bbox=1e9,0,1e9,0",
            "roads.geojson?bbox=2,2,1,1",
            "roads.geojson?bbox=-181,0,0,0",
            "roads.geojson?bbox=0,0,0,91",
            "roads.geojson?bbox=0;0;1;1",
            "roads.geojson?bbox=" + "1,".repeat(5_000),
            "nothing.geojson")
        .map("/api/map/"::concat);
  }

  private static Stream<String> files() {
    return Stream.of(
            "nothing.csv",
            "areas.exe",
            "AREAS.csv",
            "areas.csv.csv",
            "%00.csv",
            "..%2fareas.csv",
            "catalog",
            "catalog.xml",
            "a".repeat(3_000) + ".csv")
        .map("/data/"::concat);
  }

  private static Stream<String> reports() {
    return Stream.of(
            "?category=nothing",
            "?category=",
            "?category=%00",
            "?category='%20or%201=1--",
            "?area=nothing",
            "?area=" + "9".repeat(3_000),
            "?language=klingon",
            "?language=FR&language=EN",
            "?category=a&category=b")
        .flatMap(query -> Stream.of("geojson", "rss").map(type -> "/api/reports." + type + query));
  }

  private static Stream<String> places() {
    return Stream.of(
            "csv?rows=",
            "csv?rows=ALL",
            "csv?rows=%00",
            "csv?rows=all&rows=complete",
            "csv?rows=" + "a".repeat(3_000),
            "csv?limit=1",
            "geojson?rows=all",
            "geojson?%00=1",
            "xml")
        .map("/api/places."::concat);
  }

  private static Stream<String> services() {
    return Stream.of(
            "nothing.xml",
            "services.csv",
            "services",
            "services/%00.json",
            "services/..%2f..%2fetc.xml",
            "services/" + "a".repeat(3_000) + ".json",
            "requests.json?status=%F0%9F%92%A9",
            "requests.json?start_date=%F0%9F%92%A9",
            "requests.xml?page=" + "9".repeat(5_000),
            "requests.xml?service_code=" + "a,".repeat(2_000),
            "requests.xml?lat=%zz",
            "requests/%00.xml",
            "requests/" + "K".repeat(3_000) + ".json",
            "servicerequestupdates.xml?api_key=%00")
        .map("/open311/v2/"::concat);
  }

  private static Stream<String> pieces() {
    return Stream.of(
            "",
            "light",
            "light/13/2706/3764",
            "light/13/2706/3764.jpg",
            "light/13/2706/3764@9x.png",
            "light/-1/0/0.png",
            "light/0/0/0.png",
            "light/99/0/0.png",
            "light/999999999999/0/0.png",
            "light/13/99999/0.png",
            "light/13/999999999/999999999.png",
            "light/13/99999999999999999999/0.png",
            "light/NaN/0/0.png",
            "light/13.5/0/0.png",
            "light/13/0x1/0.png",
            "light/view/13/999999/999999.png",
            "nothing/13/2706/3764.png",
            "light/13/%00/0.png",
            "a".repeat(3_000))
        .map("/tiles/"::concat);
  }

  @ParameterizedTest
  @MethodSource("refusedAddresses")
  void whatNoDoorUnderstandsIsRefusedWithProblemDetails(String address) throws IOException {
    var answer = Wire.send(port, "GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(faults(answer)).as(answer).isEmpty();
  }

  static Stream<String> requests() {
    return Stream.of(
        "POST %s HTTP/1.1\r\n%sContent-Length: 0\r\n\r\n",
        "POST %s HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{",
        "POST %s HTTP/1.1\r\n%sContent-Type: multipart/form-data\r\nContent-Length: 1\r\n\r\nx",
        "PUT %s HTTP/1.1\r\n%sContent-Type: nonsense\r\nContent-Length: 2\r\n\r\n{}",
        "PATCH %s HTTP/1.1\r\n%sTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "DELETE %s HTTP/1.1\r\n%s\r\n",
        "TRACE %s HTTP/1.1\r\n%s\r\n",
        "CONNECT %s HTTP/1.1\r\n%s\r\n",
        "PROPFIND %s HTTP/1.1\r\n%s\r\n",
        "NONSENSE %s HTTP/1.1\r\n%s\r\n",
        "get %s HTTP/1.1\r\n%s\r\n",
        "GET %s HTTP/9.9\r\n%s\r\n");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whatNoDoorDoesIsRefusedAtEachOfThem(String request) throws IOException {
    for (var address : DataDoors.ALL.values()) {
      var answer = Wire.send(port, request.formatted(address, HOST));
      assertThat(answer).as(address).startsWith("HTTP/1.1 4");
      assertThat(faults(answer)).as(address + answer).isEmpty();
    }
  }

  static Stream<String> headers() {
    return Stream.of(
        "Accept: nonsense",
        "Accept: ;;;/,,,",
        "Accept: image/klingon",
        "Accept: text/html;q=9",
        "Accept: */*;q=NaN",
        "Accept: application/json;q=0",
        "Accept-Language: \u00e9\u00e9, ;q=x, *-*-*",
        "Accept-Language: " + "fr,".repeat(2_000),
        "Accept-Encoding: gzip;q=NaN",
        "Accept-Charset: klingon",
        "If-None-Match: *,,\"",
        "If-None-Match: \"",
        "If-None-Match: W/W/W/",
        "If-None-Match: " + "\"a\",".repeat(2_000),
        "If-Match: \"nothing\"",
        "If-Modified-Since: yesterday",
        "If-Modified-Since: Thu, 01 Jan 2999999 00:00:00 GMT",
        "If-Modified-Since: -1",
        "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
        "Range: bytes=abc",
        "Range: bytes=5-1",
        "Range: bytes=0-0,1-1,2-2",
        "Range: bytes=99999999999999999999-",
        "Range: bytes=" + "0-,".repeat(2_000),
        "Range: lines=1-2",
        "If-Range: \"nothing\"\r\nRange: bytes=0-0",
        "Origin: null",
        "Origin: http://[::bad/",
        "Content-Type: nonsense",
        "Content-Type: multipart/form-data",
        "Content-Type: application/json;charset=klingon",
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\nlat=%",
        "Expect: nonsense",
        "X-HTTP-Method-Override: DELETE",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Prefix: /\u00e9%00",
        "Upgrade: h2c\r\nHTTP2-Settings: %%%");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void oddHeadersDoNoHarmAtAnyDoor(String header) throws IOException {
    for (var address : DataDoors.ALL.values()) {
      for (var method : List.of("GET", "HEAD")) {
        var request = method + " " + address + " HTTP/1.1\r\n" + HOST + header + "\r\n\r\n";
        var answer = Wire.send(port, request);
        assertThat(method.equals("HEAD") ? faultsOfHead(answer) : faults(answer))
            .as(method + " " + address + "\n" + answer)
            .isEmpty();
      }
    }
  }

  @Test
  void askingForTheHeadAloneIsAnsweredAsAskingForTheWhole() throws IOException {
    for (var address : DataDoors.ALL.values()) {
      var whole = Wire.send(port, "GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
      var head = Wire.send(port, "HEAD " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
      assertThat(status(head)).as(address).isEqualTo(status(whole));
      assertThat(faultsOfHead(head)).as(address + head).isEmpty();
    }
  }

  @Test
  void askingWhatADoorDoesNamesItsMethodsOrIsRefused() throws IOException {
    for (var address : DataDoors.ALL.values()) {
      var answer =
          Wire.send(
              port,
              "OPTIONS "
                  + address
                  + " HTTP/1.1\r\n"
                  + HOST
                  + "Origin: https://example.org\r\nAccess-Control-Request-Method: DELETE\r\n\r\n");
      assertThat(faults(answer)).as(address + answer).isEmpty();
      assertThat(answer).as(address).contains("Allow: ").contains("GET");
    }
  }

  @Test
  void plantedBadAnswersAreCaught() {
    var head = "HTTP/1.1 404 \r\nContent-Security-Policy: x\r\n";
    var problem = "Content-Type: application/problem+json\r\n\r\n";
    var body = "{\"title\":\"x\",\"status\":404,\"detail\":\"y\"}";
    assertThat(faults(head + problem + body)).isEmpty();
    assertThat(faults(head + "Content-Type: text/html\r\n\r\n" + body)).isNotEmpty();
    assertThat(faults(head + problem + body.replace("404", "400"))).isNotEmpty();
    assertThat(faults(head + problem + "{}")).isNotEmpty();
    assertThat(faults(head.replace("404", "500") + problem + body.replace("404", "500")))
        .isNotEmpty();
    assertThat(faults("")).isNotEmpty();
    assertThat(faultsOfHead(head + "\r\n")).isEmpty();
    assertThat(faultsOfHead(head + "\r\nbody")).isNotEmpty();
    assertThat(faultsOfHead("HTTP/1.1 503 \r\n\r\n")).isNotEmpty();
  }

  private static int status(String answer) {
    var status = STATUS.matcher(answer);
    return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
  }

  private static List<String> faults(String answer) {
    int status = status(answer);
    var faults = new ArrayList<String>();
    if (status < 200 || status >= 500) {
      faults.add("status");
    }
    if (status >= 400) {
      faults.addAll(Wire.faults(answer, true));
      if (!DataDoors.isProblem(answer, status)
          && !DataDoors.isOpen311(answer, status)
          && !DataDoors.isSensorThings(answer, status)) {
        faults.add("no problem details");
      }
    }
    return faults;
  }

  private static List<String> faultsOfHead(String answer) {
    int status = status(answer);
    var faults = new ArrayList<String>();
    if (status < 200 || status >= 500) {
      faults.add("status");
    }
    if (!answer.endsWith("\r\n\r\n")) {
      faults.add("a body");
    }
    return faults;
  }
}
