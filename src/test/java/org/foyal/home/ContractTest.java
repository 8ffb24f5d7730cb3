package org.foyal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class ContractTest {
  @Autowired MockMvcTester web;
  @Autowired JsonMapper json;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyJsonDoorIsInTheContractAndNothingElseIs() throws Exception {
    assertThat(contract().get("paths").propertyNames().stream().collect(Collectors.toSet()))
        .isEqualTo(doors());
  }

  @Test
  void everyReferenceInTheContractLeadsSomewhere() throws Exception {
    var contract = contract();
    assertThat(contract.get("openapi").asString()).startsWith("3.1");
    assertThat(contract.findValues("$ref"))
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(contract.at(reference.asString().substring(1)).isMissingNode())
                .as(reference.asString())
                .isFalse());
  }

  @Test
  void everyAnswerInTheContractIsDescribed() throws Exception {
    for (var door : contract().get("paths")) {
      for (var action : door) {
        assertThat(action.get("summary").asString()).isNotBlank();
        assertThat(action.get("operationId").asString()).isNotBlank();
        assertThat(action.get("responses")).isNotEmpty();
      }
    }
  }

  /// The program's doors; those that tests plant among them belong to no contract.
  private Set<String> doors() {
    var doors = new TreeSet<String>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/planted"))
                .forEach(doors::add));
    return doors;
  }

  private JsonNode contract() throws Exception {
    return json.readTree(
        web.get().uri("/api/openapi.json").exchange().getResponse().getContentAsString());
  }
}
