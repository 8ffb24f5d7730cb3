package org.foyal.learning.places.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we publish, held against the schema that the standard's authors publish.
@HouseTest
class PublishingPlacesTest {
  @Autowired MockMvcTester web;
  @Autowired Places places;
  @Autowired JsonMapper json;

  private Known known;

  @BeforeEach
  void places() {
    known = new Known(places);
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private List<NamedCsvRecord> rows(String address) throws IOException {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(text(get(address)))) {
      return csv.stream().toList();
    }
  }

  private JsonNode schema() throws IOException {
    try (var in = getClass().getResourceAsStream("schema_lieux_mediation_numerique_v1.0.2.json")) {
      return json.readTree(in);
    }
  }

  @Test
  void theFileHasTheThirtyTwoColumnsOfTheStandardInItsOrder() throws IOException {
    var names = new ArrayList<String>();
    schema().get("fields").forEach(field -> names.add(field.get("name").asString()));
    assertThat(Columns.ALL).hasSize(32).isEqualTo(names);
    assertThat(text(get("/api/places.csv"))).startsWith(String.join(",", names) + "\r\n");
  }

  @Test
  void everyRowKeepsWhatTheSchemaAsksFor() throws IOException {
    for (var listing : Listing.values()) {
      var words = Term.of(listing).stream().map(Term::written).toList();
      known.add(Known.name(), listing.column(), String.join("|", words), "telephone", "0596600000");
    }
    var faults = new ArrayList<String>();
    var fields = schema().get("fields");
    for (var row : rows("/api/places.csv")) {
      fields.forEach(field -> faults.addAll(faults(field, row)));
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> faults(JsonNode field, NamedCsvRecord row) {
    var name = field.get("name").asString();
    // the schema's own slip: it has no space here, and we accept both and write it
    var value = row.getField(name).replace("numériques (La Poste)", "numériques(La Poste)");
    var constraints = field.path("constraints");
    var faults = new ArrayList<String>();
    if (value.isEmpty()) {
      return constraints.path("required").asBoolean(false)
          ? List.of(name + " is empty")
          : List.of();
    }
    var pattern = constraints.path("pattern");
    if (!pattern.isMissingNode() && !Pattern.matches(pattern.asString(), value)) {
      faults.add(name + ": " + value);
    }
    if (value.length() > constraints.path("maxLength").asInt(Integer.MAX_VALUE)) {
      faults.add(name + " is long");
    }
    return faults;
  }

  @Test
  void aPlaceThatLacksARequiredFieldIsLeftOutAndCounted() throws IOException {
    var place = known.add(Known.name(), "pivot", "");
    assertThat(rows("/api/places.csv")).noneMatch(row -> row.getField("nom").equals(place.name()));
    assertThat(rows("/api/places.csv?rows=all"))
        .anyMatch(row -> row.getField("nom").equals(place.name()));
    assertThat(get("/api/places.csv").getResponse().getHeader("X-Left-Out")).matches("[1-9]\\d*");
    assertThat(get("/api/places.csv?rows=all").getResponse().getHeader("X-Left-Out"))
        .isEqualTo("0");
  }

  @Test
  void neitherHiddenNorInventedPlacesAreInTheFile() throws IOException {
    var hidden = known.add(Known.standing(Known.place(Known.name()), true, true, false));
    var invented = known.add(Known.standing(Known.place(Known.name()), true, false, true));
    assertThat(rows("/api/places.csv?rows=all"))
        .noneMatch(row -> row.getField("nom").equals(hidden.name()))
        .noneMatch(row -> row.getField("nom").equals(invented.name()));
  }

  @Test
  void pointsAreThoseWhosePositionIsKnown() {
    var there = known.add(Known.name(), "latitude", "14.6", "longitude", "-61.07");
    var lost = known.add(Known.name());
    assertThat(text(get("/api/places.geojson")))
        .contains(there.name(), "[-61.07,14.6]")
        .doesNotContain(lost.name());
  }
}
