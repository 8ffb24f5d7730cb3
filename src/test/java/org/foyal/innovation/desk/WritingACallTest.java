package org.foyal.innovation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.CallFixture.Member;
import org.foyal.innovation.Calls;
import org.foyal.innovation.voice.Tongue;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// An administrator writes a call, is told what can't stand, and publishes it.
@HouseTest
class WritingACallTest {
  private final Member admin = new Member(Role.ADMIN);

  @Autowired MockMvcTester web;
  @Autowired Calls calls;

  private MvcTestResult send(String path, Map<String, String> fields) {
    var request = web.post().uri("/fr/staff/calls" + path).with(admin.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> call(String code) {
    var fields = new HashMap<String, String>();
    fields.put("code", code);
    fields.put("titleFr", "Un appel");
    fields.put("titleEs", "Una convocatoria");
    fields.put("aboutFr", "De quoi il s’agit.");
    fields.put("contact", "le guichet");
    fields.put("holder", "PERSON");
    fields.put("origin", "CITY");
    fields.put("opens", "2026-01-01T08:00");
    fields.put("closes", "2099-01-01T17:00");
    fields.put("criterion1Fr", "Utilité");
    fields.put("look1Fr", "À qui ?");
    fields.put("weight1", "3");
    return fields;
  }

  @Test
  void itIsWrittenThenPublished() {
    var code = CallFixture.someCode();
    assertThat(send("/new", call(code))).hasStatus3xxRedirection();
    var written = calls.find(code).orElseThrow();
    assertThat(written.title().only(Tongue.ES)).isEqualTo("Una convocatoria");
    assertThat(written.publishedAt()).isEmpty();
    assertThat(send("/" + code + "/publish", Map.of())).hasStatus3xxRedirection();
    assertThat(calls.findPublished(code)).isPresent();
    assertThat(web.get().uri("/fr/staff/calls/" + code).with(admin.here()).exchange())
        .hasStatusOk();
  }

  @Test
  void whatCantStandIsToldFieldByField() {
    var odd = call("Un Code");
    odd.put("titleFr", "");
    odd.put("closes", "demain");
    odd.put("youngest", "40");
    odd.put("oldest", "18");
    odd.put("weight1", "0");
    odd.put("holder", "MARTIAN");
    assertThat(send("/new", odd))
        .hasStatus(422)
        .bodyText()
        .contains(
            "code-error",
            "title-error",
            "closes-error",
            "oldest-error",
            "weight1-error",
            "holder-error");
  }

  @Test
  void aCodeThatIsTakenIsTold() {
    var code = CallFixture.someCode();
    send("/new", call(code));
    assertThat(send("/new", call(code))).hasStatus(422).bodyText().contains("Ce nom est pris");
    assertThat(send("/new", call("counter"))).hasStatus(422);
    assertThat(send("/new", call("new"))).hasStatus(422);
  }

  @Test
  void ofTwoWhoSaveTheSecondIsToldSo() {
    var code = CallFixture.someCode();
    send("/new", call(code));
    var changed = call(code);
    changed.put("version", "1");
    assertThat(send("/" + code, changed)).hasStatus3xxRedirection();
    assertThat(send("/" + code, changed))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un d’autre a écrit entre-temps");
  }

  @Test
  void aReviewerIsSomebodyOfTheStaff() {
    var code = CallFixture.someCode();
    send("/new", call(code));
    assertThat(send("/" + code + "/reviewers", Map.of("account", "nobody")))
        .hasStatus(422)
        .bodyText()
        .contains("account-error");
  }
}
