package org.foyal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.foyal.HouseTest;
import org.foyal.agreement.Signed;
import org.foyal.territory.TwoNeighbourhoods;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class ReusingTheDataTest {
  @Autowired Signed signed;
  @Autowired MockMvcTester web;
  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;

  private TwoNeighbourhoods city;

  @BeforeEach
  void settle() {
    city = new TwoNeighbourhoods(sql, events);
    city.settle();
  }

  @AfterEach
  void leave() {
    city.clear();
  }

  private MvcTestResult get(String address) {
    var result = web.get().uri(address).exchange();
    assertThat(result).hasStatusOk();
    return result;
  }

  private byte[] bytes(String address) {
    return get(address).getResponse().getContentAsByteArray();
  }

  private List<NamedCsvRecord> csv(String address) {
    var text = new String(bytes(address), StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private JsonNode geoJson(String address) {
    return JsonMapper.shared().readTree(bytes(address));
  }

  @Test
  void theCsvOfAreasReadsBackWithSourceLicenceAndDateOnEachRow() {
    var rows = csv("/data/areas.csv");
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst().getHeader())
        .startsWith("code", "kind", "name")
        .endsWith("imported_at");
    assertThat(rows)
        .anySatisfy(row -> {
          assertThat(row.getField("code")).isEqualTo(TwoNeighbourhoods.WEST);
          assertThat(row.getField("name")).isEqualTo("Bourg d’Essai");
          assertThat(row.getField("official")).isEqualTo("false");
          assertThat(row.getField("source")).isEqualTo("Essai");
          assertThat(row.getField("licence")).isEqualTo("Licence Ouverte 2.0");
          assertThat(row.getField("imported_at")).isEqualTo("2026-11-20T12:00:00Z");
        });
  }

  @Test
  void aNameWithCommasAndQuotesComesBackToTheLetterAndLinesEndAsTheStandardSays() {
    assertThat(csv("/data/streets.csv"))
        .extracting(row -> row.getField("name"))
        .contains("Rue « L’Évêque », dite \"Longue\"");
    assertThat(new String(bytes("/data/streets.csv"), StandardCharsets.UTF_8))
        .contains("\"Rue « L’Évêque », dite \"\"Longue\"\"\"")
        .endsWith("\r\n");
  }

  @Test
  void scoresAreOnePerRowWithTheirYear() {
    assertThat(csv("/data/scores.csv")).hasSize(14);
    assertThat(csv("/data/scores.csv"))
        .filteredOn(row -> row.getField("area_code").equals(TwoNeighbourhoods.WEST))
        .filteredOn(row -> row.getField("indicator").equals("acces_information"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("score")).isEqualTo("139"));
  }

  @Test
  void derivedOutlinesSayThatTheyAreNotOfficialAndOfficialOnesSayNothing() {
    var derived = geoJson("/data/areas.geojson");
    assertThat(derived.get("official").asBoolean()).isFalse();
    assertThat(derived.get("warning").asString()).contains("NON OFFICIELS");
    for (var feature : derived.get("features")) {
      var properties = feature.get("properties");
      assertThat(properties.has("warning")).isEqualTo(!properties.get("official").asBoolean());
    }
    city.moveTheBorder(true);
    assertThat(geoJson("/data/areas.geojson").has("warning")).isFalse();
  }

  @Test
  void outlinesReadBackInOtherProgramsAndTurnAsTheStandardSays() throws ParseException {
    for (var feature : geoJson("/data/areas.geojson").get("features")) {
      var shape = (Polygon) new GeoJsonReader().read(feature.get("geometry").toString());
      assertThat(shape.isValid()).isTrue();
      assertThat(Orientation.isCCW(shape.getExteriorRing().getCoordinates())).isTrue();
      assertThat(shape.getCoordinate().x).as("longitude first").isBetween(-61.2, -61.0);
    }
  }

  @Test
  void theLicenceIsNamedInTheHeadersAndInTheFile() {
    assertThat(get("/data/streets.csv").getResponse().getHeaders("Link"))
        .anySatisfy(link ->
            assertThat(link)
                .isEqualTo("<https://opendatacommons.org/licenses/odbl/1-0/>; rel=\"license\""));
    assertThat(geoJson("/data/streets.geojson").get("licence").asString()).isEqualTo("ODbL 1.0");
    assertThat(geoJson("/data/streets.geojson").get("source").asString()).contains("OpenStreetMap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "jsonld"})
  void theCatalogueReadsBackWithAllThatDcatApRequires(String extension) throws IOException {
    signed.promise(Optional.empty());
    var format = extension.equals("ttl") ? RDFFormat.TURTLE : RDFFormat.JSONLD;
    var model =
        Rio.parse(new ByteArrayInputStream(bytes("/data/catalog." + extension)), "", format);
    var catalogue = only(model, DCAT.CATALOG);
    requires(model, catalogue, DCTERMS.TITLE, DCTERMS.DESCRIPTION, DCTERMS.PUBLISHER);
    requires(model, only(model, FOAF.AGENT), FOAF.NAME);
    var datasets = model.filter(catalogue, DCAT.HAS_DATASET, null).objects();
    assertThat(datasets)
        .extracting(dataset -> dataset.stringValue().replaceFirst(".*/", ""))
        .contains("areas", "streets", "scores", "commitments", "states")
        .isSubsetOf(
            "areas", "streets", "scores", "commitments", "states", "places", "training", "fibre");
    for (var dataset : datasets) {
      requires(model, (Resource) dataset, DCTERMS.TITLE, DCTERMS.DESCRIPTION, DCTERMS.PUBLISHER);
      requires(model, (Resource) dataset, DCTERMS.ISSUED, DCTERMS.MODIFIED, DCTERMS.TEMPORAL);
      assertThat(model.filter((Resource) dataset, DCAT.HAS_DISTRIBUTION, null)).hasSize(2);
    }
    for (var distribution : model.filter(null, RDF.TYPE, DCAT.DISTRIBUTION).subjects()) {
      requires(model, distribution, DCAT.ACCESS_URL, DCAT.DOWNLOAD_URL, DCTERMS.FORMAT);
      boolean free =
          model.contains(distribution, DCTERMS.LICENSE, null)
              || model.contains(distribution, DCTERMS.RIGHTS, null);
      assertThat(free).as("%s says how it may be used", distribution).isTrue();
    }
  }

  @Test
  void theFilesThatTheCatalogueNamesAreThereAndAsLongAsItSays() throws IOException {
    var model =
        Rio.parse(new ByteArrayInputStream(bytes("/data/catalog.ttl")), "", RDFFormat.TURTLE);
    for (var told : model.filter(null, DCAT.DOWNLOAD_URL, null)) {
      var path = told.getObject().stringValue().replaceFirst("^https?://[^/]+", "");
      var size =
          (Literal)
              model.filter(told.getSubject(), DCAT.BYTE_SIZE, null).objects().iterator().next();
      if (!path.equals("/data/areas.geojson")) { // its warning is in the reader's language
        assertThat(bytes(path)).as(path).hasSize(size.intValue());
      }
      get(path);
    }
  }

  @Test
  void theCatalogueNamesTheServicesOfTheCityAndWhatTheySayOfThemselves() throws IOException {
    var model =
        Rio.parse(new ByteArrayInputStream(bytes("/data/catalog.ttl")), "", RDFFormat.TURTLE);
    var services = model.filter(only(model, DCAT.CATALOG), DCAT.HAS_SERVICE, null).objects();
    assertThat(services).hasSize(2);
    for (var service : services) {
      requires(model, (Resource) service, DCTERMS.TITLE, DCTERMS.DESCRIPTION, DCAT.ENDPOINT_URL);
      var told = model.filter((Resource) service, DCAT.ENDPOINT_DESCRIPTION, null).objects();
      var path = told.iterator().next().stringValue().replaceFirst("^https?://[^/]+", "");
      if (path.equals("/v1.1")) {
        assertThat(new Sensing(port).get("").json().has("serverSettings")).isTrue();
      } else {
        get(path);
      }
    }
  }

  private static Resource only(Model model, IRI type) {
    var found = model.filter(null, RDF.TYPE, type).subjects();
    assertThat(found).as("one %s", type).hasSize(1);
    return found.iterator().next();
  }

  private static void requires(Model model, Resource of, IRI... properties) {
    for (var property : properties) {
      assertThat(model.contains(of, property, null)).as("%s has %s", of, property).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void thePageSaysWhatThereIsInEveryLanguage(String language) {
    assertThat(get("/" + language + "/data"))
        .bodyText()
        .contains("/data/areas.csv", "/data/scores.geojson", "ODbL 1.0", "donnée publiée");
  }

  @Test
  void aFileIsNotSentAgainUntilTheTerritoryChanges() {
    var tag = Objects.requireNonNull(get("/data/areas.csv").getResponse().getHeader("ETag"));
    var again = web.get().uri("/data/areas.csv").header("If-None-Match", tag);
    assertThat(again).hasStatus(304);
    city.moveTheBorder(true);
    assertThat(web.get().uri("/data/areas.csv").header("If-None-Match", tag)).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/people.csv", "/data/areas.exe", "/data/..%2fareas.csv"})
  void whatIsNotPublishedIsNotFound(String address) {
    assertThat(web.get().uri(java.net.URI.create(address)).exchange().getResponse().getStatus())
        .isBetween(400, 499);
  }
}
