package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.people.Actor;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An operator's program delivers files with its key, and gets its operator's own back.
@HouseTest
class DeliveringByProgramTest {
  private static final String DOOR = "/api/fibre/deliveries";

  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired Partners partners;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private String key = "";

  @BeforeEach
  void anOperatorWithAProgram() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    partners.add(Actor.CONSOLE, new Operator("EXMP", "Exemple", true));
    key = program("EXMP");
  }

  private String program(String operator) {
    return partners
        .add(
            Actor.CONSOLE,
            new Partners.Program(UUID.randomUUID(), "Essai", "a@example.org", operator, true))
        .orElseThrow();
  }

  private MvcTestResult send(String query, String text) {
    return web.post()
        .uri(DOOR + query)
        .header("Authorization", "Bearer " + key)
        .contentType(MediaType.valueOf("text/csv"))
        .content(text.getBytes(StandardCharsets.UTF_8))
        .exchange();
  }

  private MvcTestResult get(String address) {
    return web.get().uri(address).header("Authorization", "Bearer " + key).exchange();
  }

  private static String name(String monthAndDay) {
    return "?name=" + Delivering.name(monthAndDay);
  }

  private long buildings() {
    return sql.sql("select count(*) from fibre.building").query(Long.class).single();
  }

  @Test
  void aFileIsTriedAppliedAndUndone() {
    var text = new Ipe().and("IMB/A").text();
    assertThat(send(name("0415") + "&trial=true", text))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.outcome")
        .isEqualTo("tried");
    assertThat(buildings()).isZero();
    assertThat(send(name("0415"), text))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.counts.added")
        .isEqualTo(1);
    assertThat(
            sql.sql("select bool_and(example) from fibre.building").query(Boolean.class).single())
        .as("an invented operator's files are marked as invented")
        .isTrue();
    assertThat(send(name("0415"), text))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.outcome")
        .isEqualTo("nothing_new");
    assertThat(get(DOOR))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.deliveries")
        .asArray()
        .hasSize(1);
    long id = files.listDeliveries(Optional.of("EXMP")).getFirst().id();
    var undone =
        web.post()
            .uri(DOOR + "/" + id + "/undo")
            .header("Authorization", "Bearer " + key)
            .exchange();
    assertThat(undone).hasStatus(200);
    assertThat(get("/api/fibre/buildings.csv").getResponse().getContentAsByteArray())
        .asString(StandardCharsets.UTF_8)
        .doesNotContain("IMB/A");
  }

  @Test
  void whatIsDeliveredComesBackAsTheSameFile() {
    var ipe =
        new Ipe()
            .and("IMB/A", "DateCablageAdresse", "20260501", "NombreLogementsPM", "4")
            .and(
                "",
                "NombreLogementsPM",
                "4",
                "BatimentImmeuble",
                "C",
                "EtatImmeuble",
                "SIGNE",
                "AccordGestionnaireImmeubleNecessaire",
                "O");
    assertThat(send(name("0415"), ipe.text())).hasStatus(201);
    var out = get("/api/fibre/buildings.csv");
    assertThat(out).hasStatus(200).hasHeader("Content-Type", "text/csv;charset=UTF-8");
    var text = new String(out.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith("IdentifiantImmeuble;")
        .endsWith(";Exemple");
    assertThat(text).contains("-61,09", ";20260501;", "EPSG:4326");
    assertThat(send("?as_of=2026-04-30", text))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.outcome")
        .isEqualTo("nothing_new");
    var points = get("/api/fibre/buildings.geojson?on=2026-04-15");
    assertThat(points).hasStatus(200).bodyJson().extractingPath("$.features").asArray().hasSize(2);
    for (var query : java.util.List.of("?on=2026-04-14", "?on=2026-04-15&known=2026-04-16")) {
      assertThat(get("/api/fibre/buildings.geojson" + query))
          .as("not so yet, or not known yet")
          .bodyJson()
          .extractingPath("$.features")
          .asArray()
          .isEmpty();
    }
  }

  @Test
  void withoutARightKeyNothingIsReadAndNothingIsTaken() {
    for (var header :
        java.util.List.of(
            "", "Bearer ", "Bearer wrong", "Basic eA==", "Bearer " + "x".repeat(5_000))) {
      var request =
          web.post()
              .uri(DOOR + name("0415"))
              .contentType(MediaType.valueOf("text/csv"))
              .content(new Ipe().and("IMB/A").text());
      if (!header.isEmpty()) {
        request.header("Authorization", header);
      }
      assertThat(request.exchange())
          .hasStatus(401)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
    assertThat(buildings()).isZero();
    assertThat(web.get().uri("/api/fibre/buildings.csv")).hasStatus(401);
  }

  @Test
  void aKeyThatWasTakenBackOpensNothing() {
    var id = sql.sql("select id from fibre.partner").query(UUID.class).single();
    sql.sql("update fibre.partner set revoked_at = made_at where id = :id")
        .param("id", id)
        .update();
    assertThat(get(DOOR)).hasStatus(401);
  }

  @Test
  void anotherOperatorsDeliveriesAndBuildingsAreNotSeenNorUndone() {
    assertThat(send(name("0415"), new Ipe().and("IMB/A").text())).hasStatus(201);
    long id = files.listDeliveries(Optional.empty()).getFirst().id();
    partners.add(Actor.CONSOLE, new Operator("OTHR", "Autre", true));
    key = program("OTHR");
    assertThat(get(DOOR)).bodyJson().extractingPath("$.deliveries").asArray().isEmpty();
    assertThat(
            new String(
                get("/api/fibre/buildings.csv").getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8))
        .doesNotContain("IMB/A");
    assertThat(
            web.post()
                .uri(DOOR + "/" + id + "/undo")
                .header("Authorization", "Bearer " + key)
                .exchange())
        .hasStatus(404);
    assertThat(send(name("0430"), new Ipe().and("IMB/A").text()))
        .hasStatus(422)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Test
  void whatTheDoorDoesNotUnderstandIsRefused() {
    var text = new Ipe().and("IMB/A").text();
    for (var query :
        java.util.List.of(
            "?x=1",
            "?as_of=hier",
            "?projection=GAUSS",
            "?complete=perhaps",
            "?trial=1",
            "?gone=-1",
            "?gone=" + "9".repeat(30))) {
      assertThat(send(query, text)).as(query).hasStatus(400);
    }
    assertThat(send("", text)).as("no day").hasStatus(422);
    assertThat(send("?as_of=0000-01-01", text)).as("the year zero").hasStatus(422);
    assertThat(send(name("0415"), "")).hasStatus(422);
    assertThat(send(name("0415"), new Ipe().text())).as("no rows").hasStatus(409);
    assertThat(get(DOOR + "?x=1")).hasStatus(400);
    assertThat(get("/api/fibre/buildings.csv?on=x")).hasStatus(400);
    assertThat(buildings()).isZero();
  }
}
