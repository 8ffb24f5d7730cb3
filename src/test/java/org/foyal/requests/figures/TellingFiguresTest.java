package org.foyal.requests.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Cases;
import org.foyal.cases.figures.CaseFigures;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What reports add up to, on a page for everybody and for the rooms that ask.
@HouseTest
class TellingFiguresTest {
  @Autowired MockMvcTester web;
  @Autowired RequestFigures figures;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired Cases cases;
  @Autowired CaseFigures counted;
  @Autowired Territory territory;
  @Autowired JdbcClient sql;

  private MvcTestResult get(String query) {
    return web.get().uri("/fr/reports/figures" + query).exchange();
  }

  @Test
  void whatWasFiledIsOnThePageOfItsCategory() {
    var filed = Filed.in(requests, categories);
    filed.report("Un trou.", Optional.empty());
    filed.report("Un autre.", Optional.empty());
    assertThat(get("?category=" + filed.category()))
        .hasStatusOk()
        .bodyText()
        .contains("Trou " + filed.category(), "pas encore", "Endroit dit avec des mots");
  }

  @Test
  void whereNothingWasFiledThePageSaysSo() {
    var filed = Filed.in(requests, categories);
    assertThat(get("?category=" + filed.category())).bodyText().contains("Rien n’a été signalé");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?month=2026-13",
        "?month=9999-12",
        "?month=0001-01",
        "?month=%00",
        "?month=-999999999-01",
        "?category='%20or%201=1--",
        "?area=%F0%9F%92%A9",
        "?category=a&category=b"
      })
  void whatCantBeChosenIsAllOfThem(String query) {
    assertThat(get(query)).hasStatusOk();
  }

  @Test
  void roomsAreToldWhatWasFiledInANeighbourhoodAndNothingOfExamples() {
    var area = "a" + UUID.randomUUID().toString().substring(0, 8);
    var filed = Filed.in(requests, categories);
    put(filed.report("Un trou."), area);
    assertThat(filed(area)).containsExactly(1L);
    put(filed.example("Un trou d’exemple."), area);
    assertThat(filed(area)).as("an example").containsExactly(1L);
    put(filed.report("Un autre."), area);
    assertThat(filed(area)).containsExactly(2L);
  }

  @Test
  void aReportWithoutAPlaceIsInNoNeighbourhood() {
    var city = territory.city().map(Area::code).orElse("");
    var before = told();
    Filed.in(requests, categories).report("Un trou, dit avec des mots.", Optional.empty());
    assertThat(told())
        .filteredOn(one -> !one.areaCode().equals(city))
        .containsExactlyElementsOf(
            before.stream().filter(one -> !one.areaCode().equals(city)).toList());
  }

  /// Lets a report lie in a neighbourhood.
  private void put(Filed.Keys keys, String area) {
    sql.sql("update cases.case_file set area = :area where reference = :reference")
        .param("area", area)
        .param("reference", keys.reference().signs())
        .update();
  }

  private List<Long> filed(String area) {
    return told().stream()
        .filter(one -> one.areaCode().equals(area) && one.key().equals("requests.filed"))
        .map(Figure::count)
        .toList();
  }

  private List<Figure> told() {
    counted.refresh();
    var today = cases.today();
    return figures.figures(new Period(today.minusDays(1), today));
  }

  private static Area area(String code, @Nullable Integer residents) {
    return new Area(code, Area.Kind.IRIS, "Q" + code, null, residents, null, true, null);
  }

  @Test
  void aNeighbourhoodIsSilentWhenChanceDoesNotExplainIt() {
    var areas = List.of(area("1", 1000), area("2", 1000), area("3", 1000), area("4", null));
    var quiet = Quiet.among(areas, Map.of("1", 30L, "2", 28L, "3", 2L, "4", 0L));
    assertThat(quiet).extracting(one -> one.area().code()).containsExactly("3");
    assertThat(quiet.getFirst().expected()).isEqualTo(20);
    assertThat(Quiet.among(areas, Map.of("1", 3L)))
        .as("one was expected, and none may well come")
        .isEmpty();
    assertThat(Quiet.among(List.of(), Map.of())).isEmpty();
  }
}
