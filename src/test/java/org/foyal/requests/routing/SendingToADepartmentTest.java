package org.foyal.requests.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.territory.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An administrator says who answers a category in which neighbourhood; each report goes there, and
/// the agent reads why.
@HouseTest
class SendingToADepartmentTest {
  private static final Area QUARTER =
      new Area("Q1", Area.Kind.IRIS, "Quartier d’essai", null, null, null, false, null);

  private final Member ada = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired Categories categories;
  @Autowired Departments departments;
  @Autowired Requests requests;
  @Autowired Routing routing;
  @Autowired CaseWork work;
  @Autowired Asked asked;

  private Category category;
  private Department roads;
  private Department north;

  @BeforeEach
  void aCategoryAndTwoDepartments() {
    roads = asked.department();
    north = asked.department();
    var code = Filed.in(requests, categories).category();
    category = at(code, roads);
  }

  private Category at(String code, Department department) {
    var one = categories.find(code).orElseThrow();
    categories.update(
        Actor.CONSOLE,
        new Category(
            one.code(),
            one.group(),
            one.title(),
            one.keywords(),
            Optional.of(department.code()),
            new Delay(5, false, Silence.NOTHING),
            one.place(),
            true,
            false,
            one.version()));
    return categories.find(code).orElseThrow();
  }

  private boolean route(Map<String, String> wanted) {
    var now = categories.find(category.code()).orElseThrow();
    return routing.save(Actor.CONSOLE, now, now.version(), List.of("Q1", "Q2"), wanted);
  }

  private String chosen(Optional<Area> area) {
    return routing.choose(category, area).department().orElse("");
  }

  private void close(Department one) {
    departments.update(
        Actor.CONSOLE,
        new Department(
            one.code(), one.name(), one.email(), one.phone(), one.address(), false, false, 1));
  }

  @Test
  void aReportGoesToTheDepartmentOfItsCategoryAndTheAgentReadsWhy() {
    var keys = new Filed(requests, categories, category.code()).report("Un trou.");
    var whole = whole(keys.reference());
    assertThat(whole.asked().department().map(Department::code)).contains(roads.code());
    assertThat(whole.thread().getFirst().rule()).contains(category.title().french());
    assertThat(web.get().uri("/fr/staff/cases/" + keys.reference()).with(ada.here()))
        .bodyText()
        .contains("Service choisi par la règle", category.title().french());
    assertThat(web.get().uri("/fr/follow/" + keys.reference() + "/" + keys.code()))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("Service choisi par la règle");
  }

  private CaseWork.Whole whole(Reference reference) {
    return work.find(reference.toString(), new Actor(ada.id(), "Ada", "x")).orElseThrow();
  }

  @Test
  void aNeighbourhoodMayHaveADepartmentOfItsOwn() {
    assertThat(route(Map.of("Q1", north.code()))).isTrue();
    assertThat(chosen(Optional.of(QUARTER))).isEqualTo(north.code());
    assertThat(routing.choose(category, Optional.of(QUARTER)).rule())
        .contains(category.title().french() + " · Quartier d’essai");
    assertThat(chosen(Optional.empty())).isEqualTo(roads.code());
  }

  @Test
  void aDepartmentThatTakesNoNewCasesIsPassedOver() {
    route(Map.of("Q1", north.code()));
    close(north);
    assertThat(chosen(Optional.of(QUARTER))).isEqualTo(roads.code());
    close(roads);
    assertThat(chosen(Optional.of(QUARTER))).isEmpty();
    var keys = new Filed(requests, categories, category.code()).report("Un trou.");
    assertThat(whole(keys.reference()).asked().department()).isEmpty();
  }

  @Test
  void whatWouldHaveGoneElsewhereIsToldBeforeItIsSaved() {
    assertThat(routing.preview(category, List.of("Q1", "Q2"), Map.of("Q1", north.code())))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.area()).isEqualTo("Q1");
          assertThat(change.before()).map(Department::code).contains(roads.code());
          assertThat(change.after()).map(Department::code).contains(north.code());
        });
    assertThat(routing.preview(category, List.of("Q1"), Map.of("Q1", roads.code()))).isEmpty();
    assertThat(routing.list(category)).isEmpty();
  }

  @Test
  void whatIsSaidOfOtherNeighbourhoodsStays() {
    route(Map.of("Q1", north.code()));
    var now = categories.find(category.code()).orElseThrow();
    routing.save(Actor.CONSOLE, now, now.version(), List.of("Q2"), Map.of("Q2", north.code()));
    assertThat(routing.list(category)).containsOnlyKeys("Q1", "Q2");
    route(Map.of());
    assertThat(routing.list(category)).isEmpty();
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherIsTold() {
    var now = categories.find(category.code()).orElseThrow();
    assertThat(post(Map.of("version", "" + now.version()))).hasStatus(302);
    assertThat(post(Map.of("version", "" + now.version())))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un a changé ce sujet");
    assertThat(post(Map.of("version", "" + now.version(), "act", "preview"))).hasStatus(409);
    assertThat(post(Map.of())).hasStatus(409);
  }

  private MvcTestResult post(Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/categories/" + category.code() + "/routes")
            .with(ada.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void administratorsSayIt(Role role) {
    assertThat(
            web.get()
                .uri("/fr/staff/categories/" + category.code() + "/routes")
                .with(new Member(role).here()))
        .hasStatus(role == Role.ADMIN ? 200 : 403);
    assertThat(web.get().uri("/fr/staff/categories/none/routes").with(ada.here())).hasStatus(404);
  }
}
