package org.foyal.things.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.foyal.HouseTest;
import org.foyal.things.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Everybody sees what the city's objects report, in plain words, and no home exactly.
@HouseTest
class ShowingObjectsTest {
  private final Instant lately = Instant.now().minus(4, ChronoUnit.MINUTES);

  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String address) {
    return web.get().uri(address).exchange();
  }

  private String read(String address) {
    var answer = get(address);
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
        .replace('\u00a0', ' ');
  }

  private String listed(Station station) {
    return read("/fr/things?after=" + (station.thing() - 1));
  }

  /// A station that measures the level of a river.
  private Station river(String name) {
    var station = Station.of(sql, name, false);
    sql.sql(
            """
            update things.observed_property p set definition = :definition
            from things.datastream d where d.id = :id and p.id = d.observed_property
            """)
        .param("definition", Measure.WATER_LEVEL.definition())
        .param("id", station.datastream())
        .update();
    sql.sql("update things.datastream set unit_symbol = 'm' where id = :id")
        .param("id", station.datastream())
        .update();
    return station;
  }

  private static void say(Station station, String properties) {
    station
        .sql()
        .sql("update things.thing set properties = :properties::jsonb where id = :id")
        .param("properties", properties)
        .param("id", station.thing())
        .update();
  }

  private static void place(Station station) {
    station
        .sql()
        .sql(
            """
            update things.location l set around = box(point(-61.08765, 14.61543), point(-61.08765, 14.61543))
            from things.thing_location tl where tl.location = l.id and tl.thing = :id
            """)
        .param("id", station.thing())
        .update();
  }

  @Test
  void theLatestValueIsToldInPlainWords() {
    var river = river("Pont de la Madame");
    river.reads(lately.minusSeconds(600), 7.0);
    river.reads(lately, 0.42);
    assertThat(listed(river))
        .contains("Niveau d’eau : <strong>0,42 m</strong>, il y a 4 minutes")
        .contains("Il donne de ses nouvelles.");
    assertThat(read("/en/things/" + river.thing()))
        .contains("0.42 m")
        .contains("in metres")
        .contains("4 minutes ago");
  }

  @Test
  void anObjectThatSaidNothingForADayIsSilent() {
    var river = river("Pont muet");
    assertThat(listed(river)).contains("Il n’a encore rien mesuré.", "pas encore de mesure");
    river.reads(Instant.now().minus(3, ChronoUnit.DAYS), 1.0);
    assertThat(listed(river)).contains("Silencieux depuis le ");
  }

  @Test
  void anUnknownUnitAndAnUnknownPropertyAreShownAsTheyAre() {
    var box = Station.of(sql, "Boîte à <b>", false);
    sql.sql("update things.datastream set unit_symbol = '[furlong]', name = 'x & y' where id = :id")
        .param("id", box.datastream())
        .update();
    box.reads(lately, 3.5);
    assertThat(read("/fr/things/" + box.thing()))
        .contains("3,5 [furlong]", "x &amp; y", "Boîte à &lt;b&gt;")
        .doesNotContain("Boîte à <b>");
  }

  @Test
  void whatIsNoNumberIsShownAndNotDrawn() {
    var box = Station.of(sql, "Sec ou mouillé", false);
    box.reads(lately, null);
    assertThat(read("/fr/things/" + box.thing())).contains("dry").doesNotContain("thing-chart");
  }

  @Test
  void whatADemonstrationInventedSaysSoEverywhere() {
    var station = Station.of(sql, "Exemple : pont", true);
    station.reads(lately, 1.0);
    assertThat(listed(station)).contains("<span class=\"tag\">exemple</span>");
    assertThat(read("/fr/things/" + station.thing()))
        .contains("class=\"watermark\"", "C’est un exemple inventé");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "week", "month", "year"})
  void theCourseIsADrawingATableAndAFile(String span) {
    var river = river("Pont dessiné");
    for (int i = 0; i < 12; i++) {
      river.reads(lately.minus(i, ChronoUnit.HOURS), 1.0 + i);
    }
    var page = read("/fr/things/" + river.thing() + "?span=" + span);
    assertThat(page)
        .contains("class=\"thing-chart\"", "<table", "/series.csv?from=")
        .doesNotContain("NaN", "Infinity");
    var csv = page.replaceAll("(?s).*href=\"(/api/[^\"]*series.csv[^\"]*)\".*", "$1");
    assertThat(read(csv.replace("&amp;", "&"))).startsWith("from,until,count,min,mean,max\r\n20");
  }

  @Test
  void aHomeIsNeverPlacedExactly() {
    var home = river("Chez une voisine");
    say(home, "{\"foyal.blurred\": true, \"foyal.kind\": \"air\"}");
    place(home);
    assertThat(read("/fr/things/" + home.thing()))
        .contains("14.62000", "-61.09000", "un kilomètre près", ">Air<")
        .doesNotContain("61543", "08765");
    assertThat(read("/api/things/objects.geojson?kind=air"))
        .contains("Chez une voisine", "\"rounded\":true")
        .doesNotContain("61543", "08765");
    assertThat(read("/fr/things/map?lat=14.61543&lon=-61.08765&z=17"))
        .doesNotContain("61543,", "Chez une voisine à 14.61543");
  }

  @Test
  void aKindChoosesByTheWordOrByWhatIsMeasured() {
    var river = river("Pont choisi");
    var after = "&after=" + (river.thing() - 1);
    assertThat(read("/fr/things?kind=water-level" + after)).contains("Pont choisi");
    assertThat(read("/fr/things?kind=rain" + after)).doesNotContain("Pont choisi");
    say(river, "{\"foyal.kind\": \"rain\"}");
    assertThat(read("/fr/things?kind=rain" + after)).contains("Pont choisi");
  }

  @Test
  void thereIsANextPageAndNothingTwice() {
    var first = river("Premier");
    for (int i = 0; i < Showing.PAGE; i++) {
      river("Suivant " + i);
    }
    var page = listed(first);
    assertThat(page).contains("Premier", "La suite").doesNotContain("Suivant 49");
    var next = page.replaceAll("(?s).*href=\"(/fr/things\\?after=\\d+)\".*", "$1");
    assertThat(read(next)).contains("Suivant 49").doesNotContain("Suivant 48<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?kind=%00",
        "?kind=klingon",
        "?area=%00",
        "?area=%E2%80%AE",
        "?after=-1",
        "?after=99999999999999999999",
        "?after=999999999999999999",
        "/map?lat=NaN&lon=1&z=x",
        "/map?lat=1e400&lon=%00&z=99999",
        "/map?kind=%3Cb%3E"
      })
  void hostileChoicesAreNoMistakeOfTheHouse(String query) {
    assertThat(get("/fr/things" + query)).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999999", "0", "x", "-1", "1e3", "99999999999999999999"})
  void anUnknownObjectIsOurPageNotFound(String id) {
    assertThat(get("/fr/things/" + id)).hasStatus(404);
  }

  @Test
  void aHostileSpanIsADay() {
    var river = river("Pont têtu");
    river.reads(lately, 1.0);
    assertThat(read("/fr/things/" + river.thing() + "?span=%00&span=x")).contains("dernier jour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?kind=klingon", "?kind=air&kind=rain", "?x=1", "?kind="})
  void pointsAreRefusedWhereTheyCantBeAskedForSo(String query) {
    assertThat(get("/api/things/objects.geojson" + query)).hasStatus(400);
  }
}
