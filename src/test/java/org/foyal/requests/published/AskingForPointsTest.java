package org.foyal.requests.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs ask for points in pages, and a quiet neighbourhood is not lost behind a busy city.
@HouseTest
class AskingForPointsTest {
  private static final Optional<Position> HERE = Optional.of(new Position(14.6, -61.07));

  @Autowired MockMvcTester web;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;

  private MvcTestResult get(String more) {
    return web.get().uri("/api/reports.geojson" + more).exchange();
  }

  private JsonNode points(String more) throws Exception {
    return json.readTree(get(more).getResponse().getContentAsByteArray());
  }

  @Test
  void aNeighbourhoodIsToldWholeHoweverManyNewerReportsLieElsewhere() throws Exception {
    var area = "a" + UUID.randomUUID().toString().substring(0, 8);
    var quiet = Filed.in(requests, categories).report("Un trou.", HERE);
    sql.sql("update requests.report set area = :area where reference = :reference")
        .param("area", area)
        .param("reference", quiet.reference().signs())
        .update();
    var busy = Filed.in(requests, categories);
    for (int i = 0; i <= Requests.ON_A_MAP; i++) {
      busy.report("Un trou.", HERE);
    }
    assertThat(requests.placed(Optional.empty(), Optional.of(area), Optional.empty()))
        .extracting(Report::reference)
        .containsExactly(quiet.reference());
    var first = points("?category=" + busy.category());
    assertThat(first.at("/features").size()).isEqualTo(Requests.ON_A_MAP);
    assertThat(first.at("/more").asBoolean()).isTrue();
    var rest = points("?category=" + busy.category() + "&below=" + first.at("/below").asString());
    assertThat(rest.at("/features").size()).isOne();
    assertThat(rest.at("/more").asBoolean()).isFalse();
    assertThat(rest.has("below")).isFalse();
  }

  @Test
  void fromWhereNobodyKnowsIsRefused() {
    assertThat(get("?below=nowhere")).hasStatus(400).bodyText().contains("below");
    assertThat(get("?below=%00")).hasStatus(400);
  }
}
