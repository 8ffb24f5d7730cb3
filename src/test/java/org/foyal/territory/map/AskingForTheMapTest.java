package org.foyal.territory.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.territory.TerritoryChanged;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;

@HouseTest
class AskingForTheMapTest {
  private static final String TILE = "/tiles/light/15/10824/15039.png";

  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Maps maps;
  @LocalServerPort int port;

  private final HttpClient browser = HttpClient.newHttpClient();
  private TwoNeighbourhoods city;

  @BeforeEach
  void settle() {
    city = new TwoNeighbourhoods(sql, events);
    city.settle();
    roads();
    events.publishEvent(new TerritoryChanged(0));
    maps.prepare();
  }

  /// Forty pieces of one road from west to east, each 55 m long.
  private void roads() {
    sql.sql(
            """
            insert into territory.import
              (kind, file_name, sha256, source, licence, imported_at, imported_by)
            select 'ROADS', file_name, sha256, source, licence, imported_at, imported_by
            from territory.import order by id desc limit 1
            """)
        .update();
    sql.sql(
            """
            insert into territory.road
              (ref, class, structure, name, length_m, line, south, west, north, east, imported)
            select 'r' || n, 'major', 'normal', 'Route d’Essai', 55,
              decode('000000000200000002', 'hex')
                || float8send(-61.1 + n * 0.0005) || float8send(14.61)
                || float8send(-61.1 + (n + 1) * 0.0005) || float8send(14.61),
              14.61, -61.1 + n * 0.0005, 14.61, -61.1 + (n + 1) * 0.0005,
              (select max(id) from territory.import)
            from generate_series(0, 39) n
            """)
        .update();
  }

  @AfterEach
  void leave() {
    city.clear();
    browser.close();
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), BodyHandlers.ofByteArray());
  }

  private String text(String path, String... headers) throws IOException, InterruptedException {
    var answer = get(path, headers);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aTileIsAPictureThatMayBeKept() throws IOException, InterruptedException {
    var fresh = get(TILE + "?v=" + maps.version());
    assertThat(fresh.statusCode()).isEqualTo(200);
    assertThat(header(fresh, "Content-Type")).isEqualTo("image/png");
    assertThat(header(fresh, "Cache-Control")).contains("immutable");
    assertThat(header(fresh, "ETag")).startsWith("\"");
    assertThat(header(get(TILE), "Cache-Control")).isEqualTo("public, max-age=300");
  }

  @Test
  void whoHasTheTileIsToldSo() throws IOException, InterruptedException {
    var mark = header(get(TILE), "ETag");
    var again = get(TILE, "If-None-Match", mark);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get(TILE, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedTerritoryChangesTheTile() throws IOException, InterruptedException {
    var before = header(get(TILE), "ETag");
    city.clear();
    maps.prepare();
    assertThat(header(get(TILE), "ETag")).isNotEqualTo(before);
  }

  @Test
  void whileANewVersionIsPreparedReadersHaveTheOneBefore() throws Exception {
    long before = maps.version();
    Maps behindItsProxy = AopTestUtils.getTargetObject(maps);
    synchronized (behindItsProxy) { // nobody can prepare
      city.moveTheBorder(true);
      var reader = CompletableFuture.supplyAsync(maps::version).orTimeout(60, TimeUnit.SECONDS);
      assertThat(reader.get()).isEqualTo(before);
      var tile =
          CompletableFuture.supplyAsync(
              () -> maps.draw(Region.tile(Look.LIGHT, 15, 10824, 15039, 1)));
      assertThat(tile.orTimeout(60, TimeUnit.SECONDS).get())
          .isInstanceOf(Tiles.Drawn.Picture.class);
    }
    maps.prepare();
    assertThat(maps.version()).isNotEqualTo(before);
  }

  @Test
  void manyChangesAtOncePrepareNoMoreThanOneAtATimeAndKeepNobodyWaiting() {
    Maps behindItsProxy = AopTestUtils.getTargetObject(maps);
    synchronized (behindItsProxy) {
      var ofOtherHouses = preparing();
      for (int n = 0; n < 100; n++) {
        events.publishEvent(new TerritoryChanged(n));
      }
      var ours = preparing();
      ours.removeAll(ofOtherHouses);
      assertThat(ours).hasSizeLessThanOrEqualTo(1);
    }
  }

  private static Set<Thread> preparing() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("map-layers"))
        .collect(Collectors.toSet());
  }

  @Test
  void whatTheFirstReaderSeesIsAmongThePicturesDrawnAhead() throws Exception {
    var opening = Region.opening(maps.layers());
    var page = text("/fr/map");
    var shown =
        Pattern.compile("/tiles/(light|dark)/(?:narrow|view)/\\d+/\\d+/\\d+\\.png")
            .matcher(page)
            .results()
            .map(found -> found.group().substring("/tiles".length()))
            .map(path -> ((TilesApi.Asked.Piece) TilesApi.read(path)).region())
            .toList();
    assertThat(shown).isNotEmpty().isSubsetOf(opening);
  }

  @Test
  void manyWhoAskAtOnceGetTheSamePicture() throws Exception {
    var region = Region.tile(Look.DARK, 14, 5412, 7519, 2);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          crowd.invokeAll(
              IntStream.range(0, 40)
                  .<Callable<Tiles.Drawn>>mapToObj(_ -> () -> maps.draw(region))
                  .toList());
      var first = asked.getFirst().get();
      for (var picture : asked) {
        assertThat(picture.get()).isSameAs(first);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles/, 400",
    "/tiles/light, 400",
    "/tiles/light/15/10826/15043, 400",
    "/tiles/light/15/10826/15043.jpg, 400",
    "/tiles/light/-1/0/0.png, 400",
    "/tiles/light/15/1e3/0.png, 400",
    "/tiles/light/15/99999999999999999999/0.png, 400",
    "/tiles/light/15/10826/15043@3x.png, 400",
    "/tiles/light/15/10826/%27%20or%201=1.png, 400",
    "/tiles/pink/15/10826/15043.png, 404",
    "/tiles/light/8/0/0.png, 404",
    "/tiles/light/19/0/0.png, 404",
    "/tiles/light/999/0/0.png, 404",
    "/tiles/light/9/512/0.png, 404",
    "/tiles/light/9/0/512.png, 404",
    "/tiles/light/view/9/2048/0.png, 404"
  })
  void aBadAddressIsToldWhatToDo(String path, int status) throws IOException, InterruptedException {
    var answer = get(path, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .containsPattern("\"detail\":\"(Write|Ask|At level)");
  }

  @Test
  void theWholeOceanIsOnePicture() {
    var far = maps.draw(Region.tile(Look.LIGHT, 18, 3, 4, 1));
    assertThat(maps.draw(Region.tile(Look.LIGHT, 12, 4000, 4000, 1))).isSameAs(far);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/map/areas.geojson, 2",
    "/api/map/areas.geojson?kind=COMMUNE, 1",
    "/api/map/streets.geojson, 3",
    "/api/map/roads.geojson, 40",
    "'/api/map/roads.geojson?bbox=-61.1,14.6,-61.0951,14.62', 10",
    "/api/map/places.geojson, 0"
  })
  void eachLayerIsGeoJsonThatOthersRead(String path, int features) throws Exception {
    var answer = get(path);
    assertThat(header(answer, "Content-Type")).startsWith("application/geo+json");
    var text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    if (features > 0) { // the reader refuses a collection without features
      var read = (GeometryCollection) new GeoJsonReader().read(text);
      assertThat(read.getNumGeometries()).isEqualTo(features);
    } else {
      assertThat(text).contains("\"features\":[]");
    }
  }

  @Test
  void outlinesThatAreDerivedSayThatTheyAre()
      throws IOException, InterruptedException, ParseException {
    var text = text("/api/map/areas.geojson");
    assertThat(text)
        .contains(
            "\"official\":false", "Contours non officiels", "\"licence\":\"Licence Ouverte 2.0\"");
    assertThat(text("/api/map/areas.geojson?kind=COMMUNE")).doesNotContain("non officiels");
  }

  @Test
  void aLayerLeavesCompressedWhenAsked() throws IOException, InterruptedException {
    assertThat(header(get("/api/map/roads.geojson", "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/map/areas.geojson?kind=QPV",
        "/api/map/roads.geojson?bbox=",
        "/api/map/roads.geojson?bbox=1,2,3",
        "/api/map/roads.geojson?bbox=5,0,1,1",
        "/api/map/roads.geojson?bbox=0,0,0,91",
        "/api/map/roads.geojson?bbox=NaN,0,1,1"
      })
  void aWishThatCannotBeReadIsToldTheCure(String path) throws IOException, InterruptedException {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void thePageShowsThePictureAndTheListWithoutScripts() throws IOException, InterruptedException {
    for (var language : List.of("fr", "en", "gcf")) {
      var page = text("/" + language + "/map");
      assertThat(page)
          .contains(
              "<img src=\"/tiles/light/view/",
              "href=\"/" + language + "/areas/" + TwoNeighbourhoods.WEST + "\"",
              "Bourg d’Essai")
          .doesNotContain(" style=\"", "<script>");
      var picture = page.replaceAll("(?s).*<img src=\"([^\"]+)\".*", "$1");
      assertThat(header(get(picture), "Content-Type")).isEqualTo("image/png");
    }
    assertThat(text("/fr/map")).contains("non officiels");
  }

  @Test
  void linksMoveThePicture() throws IOException, InterruptedException {
    var page = text("/en/map?lat=14.61&lon=-61.08&z=14");
    var east = page.replaceAll("(?s).*href=\"([^\"]+)\">→ East.*", "$1").replace("&amp;", "&");
    var moved = text(east);
    assertThat(longitude(moved)).isGreaterThan(longitude(page));
    assertThat(page).contains("z=15", "z=13");
  }

  private static double longitude(String page) {
    return Double.parseDouble(page.replaceAll("(?s).*data-lon=\"([^\"]+)\".*", "$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?lat=abc&lon=&z=x",
        "?lat=999&lon=-999&z=99",
        "?lat=NaN&lon=Infinity&z=-5",
        "?z=99999999999999",
        "?lat=%3Cscript%3Ealert(1)%3C/script%3E"
      })
  void aWishThatMakesNoSenseShowsTheCity(String query) throws IOException, InterruptedException {
    assertThat(text("/fr/map" + query))
        .contains("<img src=\"/tiles/")
        .doesNotContain("<script>alert");
  }

  @Test
  void anEmptyCitySaysSo() throws IOException, InterruptedException {
    city.clear();
    maps.prepare();
    assertThat(text("/fr/map")).contains("La carte est vide");
    assertThat(get("/tiles/dark/12/1353/1880.png").statusCode()).isEqualTo(200);
  }
}
