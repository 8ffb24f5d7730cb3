package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.requests.Attribute;
import org.foyal.requests.Attribute.Condition;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Attribute.Option;
import org.foyal.requests.Attributes;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GeoReport v2: service discovery, « GET Service List », « GET Service Definition », the formats
/// and the errors.
@HouseTest
class DiscoveringServicesTest {
  @Autowired MockMvcTester web;
  @Autowired Clients clients;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired Attributes attributes;
  @Autowired JsonMapper json;

  private Program program;
  private String category;

  @BeforeEach
  void aCategory() {
    program = Program.with(web, clients);
    category = Filed.in(requests, categories).category();
  }

  private void asks(
      String code, Kind kind, List<Option> options, Optional<Condition> when, int at) {
    assertThat(
            attributes.add(
                Actor.CONSOLE,
                new Attribute(
                    0,
                    category,
                    code,
                    Told.inFrench("Question " + code),
                    kind,
                    kind != Kind.NOTE,
                    false,
                    options,
                    when,
                    at,
                    true,
                    1)))
        .isEqualTo(Attributes.Written.KEPT);
  }

  private void asksEverything() {
    asks("help", Kind.NOTE, List.of(), Optional.empty(), 1);
    asks(
        "size",
        Kind.SINGLEVALUELIST,
        List.of(
            new Option("small", Told.inFrench("Petit")), new Option("big", Told.inFrench("Grand"))),
        Optional.empty(),
        2);
    asks("since", Kind.DATETIME, List.of(), Optional.of(new Condition("size", "big")), 3);
  }

  @Test
  void discoveryNamesTheEndpointItsFormatsAndWhereToGetAKey() throws Exception {
    var answer = program.get("discovery.xml");
    assertThat(answer).hasStatusOk().hasHeader("Content-Type", "text/xml;charset=UTF-8");
    assertThat(Program.body(answer)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    assertThat(Program.at(answer, "/discovery/endpoints/endpoint/url")).endsWith("/open311/v2");
    assertThat(Program.at(answer, "/discovery/endpoints/endpoint/specification"))
        .isEqualTo("http://wiki.open311.org/GeoReport_v2");
    assertThat(Program.at(answer, "/discovery/endpoints/endpoint/type")).isEqualTo("production");
    assertThat(Program.at(answer, "/discovery/endpoints/endpoint/formats/format[2]"))
        .isEqualTo("application/json");
    assertThat(Program.at(answer, "/discovery/changeset")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    var reach = Program.at(answer, "/discovery/key_service").replaceFirst("(?s).*(?=/fr/)", "");
    assertThat(web.get().uri(reach).exchange()).as(reach).hasStatusOk();
    var object = json.readTree(Program.body(program.get("discovery.json")));
    assertThat(object.at("/endpoints/0/formats/0").asString()).isEqualTo("text/xml");
  }

  @Test
  void theListOfServicesIsABareArrayInJsonWithTruthsAsTruths() throws Exception {
    asksEverything();
    var answer = program.get("v2/services.json?jurisdiction_id=");
    assertThat(answer).hasStatusOk().hasHeader("Content-Type", "application/json;charset=UTF-8");
    var service = one(json.readTree(Program.body(answer)), "service_code", category);
    assertThat(service.get("service_name").asString()).isEqualTo("Trou " + category);
    assertThat(service.get("metadata").isBoolean()).isTrue();
    assertThat(service.get("metadata").booleanValue()).isTrue();
    assertThat(service.get("type").asString()).isEqualTo("realtime");
    assertThat(service.get("group").asString()).isEqualTo("Rues");
    assertThat(service.get("description").asString()).contains("Objectif", "5");
    var path = "/services/service[service_code='" + category + "']";
    var xml = program.get("v2/services.xml");
    assertThat(Program.at(xml, path + "/metadata")).isEqualTo("true");
    assertThat(Program.at(xml, path + "/type")).isEqualTo("realtime");
  }

  @Test
  void aServiceIsNamedInTheLanguageOfTheClient() {
    var answer =
        web.get().uri("/open311/v2/services.xml").header("Accept-Language", "en").exchange();
    assertThat(answer).hasHeader("Content-Language", "en").bodyText().contains("working days");
  }

  @Test
  void theDefinitionTellsEachAttributeInItsOrderWithItsValues() throws Exception {
    asksEverything();
    var answer = program.get("v2/services/" + category + ".xml");
    var attribute = "/service_definition/attributes/attribute";
    assertThat(Program.at(answer, "/service_definition/service_code")).isEqualTo(category);
    assertThat(Program.at(answer, attribute + "[1]/variable")).isEqualTo("false");
    assertThat(Program.at(answer, attribute + "[2]/datatype")).isEqualTo("singlevaluelist");
    assertThat(Program.at(answer, attribute + "[2]/required")).isEqualTo("true");
    assertThat(Program.at(answer, attribute + "[2]/order")).isEqualTo("2");
    assertThat(Program.at(answer, attribute + "[2]/values/value[2]/key")).isEqualTo("big");
    assertThat(Program.at(answer, attribute + "[2]/values/value[2]/name")).isEqualTo("Grand");
    var object = json.readTree(Program.body(program.get("v2/services/" + category + ".json")));
    assertThat(object.isObject()).isTrue();
    assertThat(object.at("/attributes/1/order").isNumber()).isTrue();
    assertThat(object.at("/attributes/1/values/0/key").asString()).isEqualTo("small");
  }

  @Test
  void whatIsAskedOnlySometimesIsNotRequiredAndSaysWhenItIsAsked() throws Exception {
    asksEverything();
    var answer = program.get("v2/services/" + category + ".xml");
    var attribute = "/service_definition/attributes/attribute[code='since']";
    assertThat(Program.at(answer, attribute + "/required")).isEqualTo("false");
    assertThat(Program.at(answer, attribute + "/datatype_description"))
        .contains("Question size", "Grand");
  }

  @Test
  void whatIsNotThereIsToldInTheStandardsOwnForm() throws Exception {
    var xml = program.get("v2/services/nothing.xml");
    assertThat(xml).hasStatus(404).hasHeader("Content-Type", "text/xml;charset=UTF-8");
    assertThat(Program.at(xml, "/errors/error/code")).isEqualTo("404");
    assertThat(Program.at(xml, "/errors/error/description")).contains("services.xml");
    var errors = json.readTree(Program.body(program.get("v2/services/NOTHING.json")));
    assertThat(errors.isArray()).isTrue();
    assertThat(errors.at("/0/code").intValue()).isEqualTo(404);
  }

  private static JsonNode one(JsonNode array, String field, String value) {
    assertThat(array.isArray()).isTrue();
    for (var item : array) {
      if (item.get(field).asString().equals(value)) {
        return item;
      }
    }
    throw new AssertionError("none with " + field + " " + value);
  }
}
