package org.foyal.fibre.asking.sellers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An agent keeps the list of operators that residents are told to ask.
@HouseTest
class KeepingOperatorsToAskTest {
  private final Member ana = new Member(Role.AGENT);

  @Autowired MockMvcTester web;
  @Autowired Sellers sellers;
  @Autowired JdbcClient sql;

  @BeforeEach
  void nobodySells() {
    sql.sql("truncate fibre.seller").update();
  }

  private MvcTestResult write(Map<String, String> some) {
    var fields =
        new HashMap<>(
            Map.of(
                "id", UUID.randomUUID().toString(),
                "name", "Opérateur des Essais",
                "phone", "0800 00 00 00",
                "page", "",
                "code", "",
                "checked", "2026-04-01",
                "active", "yes",
                "version", "0"));
    fields.putAll(some);
    var request = web.post().uri("/fr/staff/fibre/operators").with(ana.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void aLineIsWrittenChangedAndHidden() {
    assertThat(write(Map.of())).hasStatusOk();
    var made = sellers.listActive().getFirst();
    assertThat(made.checkedOn()).isEqualTo("2026-04-01");
    var id = made.id().toString();
    assertThat(write(Map.of("id", id, "version", "1", "page", "https://example.org/fibre")))
        .hasStatusOk();
    assertThat(sellers.listActive().getFirst().page()).contains("https://example.org/fibre");
    assertThat(write(Map.of("id", id, "version", "2", "active", ""))).hasStatusOk();
    assertThat(sellers.listActive()).isEmpty();
    assertThat(sellers.list()).hasSize(1);
  }

  @Test
  void theSameFormTwiceWritesOneLine() {
    var id = UUID.randomUUID().toString();
    write(Map.of("id", id));
    assertThat(write(Map.of("id", id))).hasStatusOk();
    assertThat(sellers.list()).hasSize(1);
  }

  @Test
  void twoAtOnceOneIsTold() {
    write(Map.of());
    var id = sellers.list().getFirst().id().toString();
    write(Map.of("id", id, "version", "1", "phone", "0801"));
    assertThat(write(Map.of("id", id, "version", "1", "phone", "0802"))).hasStatus(409);
    assertThat(sellers.list().getFirst().phone()).contains("0801");
  }

  @ParameterizedTest
  @CsvSource({
    "name, ''",
    "phone, huit",
    "phone, ''",
    "page, http://example.org",
    "page, javascript:alert(1)",
    "code, <b>",
    "checked, 2999-01-01",
    "checked, hier"
  })
  void whatCanNotStandIsTold(String field, String typed) {
    assertThat(write(Map.of(field, typed))).hasStatus(422).bodyText().contains("class=\"error\"");
    assertThat(sellers.list()).isEmpty();
  }

  @Test
  void twoLinesHaveNotOneName() {
    write(Map.of());
    assertThat(write(Map.of("name", "opérateur des ESSAIS")))
        .hasStatus(422)
        .bodyText()
        .contains("déjà ce nom");
  }

  @Test
  void residentsDoNotEnter() {
    var path = "/fr/staff/fibre/operators";
    assertThat(web.get().uri(path).exchange().getResponse().getStatus()).isNotEqualTo(200);
    var elected = new Member(Role.ELECTED).here();
    assertThat(web.get().uri(path).with(elected).exchange().getResponse().getStatus())
        .isNotEqualTo(200);
  }
}
