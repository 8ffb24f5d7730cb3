package org.foyal.people.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@HouseTest
@Import(TestStaff.class)
class HostileSignInTest {
  private static final String SIGN_IN = "/fr/staff/sign-in";

  @Autowired TestStaff staff;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  private Visitor.Answer password(Visitor visitor, String email, String password) {
    return visitor.fill(SIGN_IN, Map.of("email", email, "password", password));
  }

  @Test
  void thereIsNoWayInByOneClickWithoutTheDemonstration() {
    var visitor = new Visitor(port);
    assertThat(visitor.get(SIGN_IN).body()).doesNotContain("Essayer comme");
    assertThat(visitor.fill(SIGN_IN, "/fr/staff/sign-in/as", Map.of("role", "admin")).status())
        .isEqualTo(404);
  }

  @Test
  void aStrangersFileIsTurnedAwayBeforeItIsRead() {
    var visitor = new Visitor(port);
    var body =
        "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n";
    var answer =
        visitor.send(
            visitor
                .request("/fr/staff/territory/import")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\u0000b@example.org",
        "a@b.fr\r\nBcc: c@d.fr",
        "\u202Ea@b.fr",
        "' or 1=1 --",
        "<script>alert(1)</script>"
      })
  void hostileAddressesGetTheUsualAnswer(String email) {
    var answer = password(new Visitor(port), email, "wrong wrong wrong");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("<script>alert");
  }

  @Test
  void tenThousandLettersGetTheUsualAnswer() {
    assertThat(password(new Visitor(port), "a".repeat(10_000), "b".repeat(10_000)).status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not-a-cookie", "%00%00", "AAAAAAAA", "';drop table people.session;--"})
  void aHostileCookieIsNobodys(String value) {
    var visitor = new Visitor(port);
    var answer =
        visitor.send(visitor.request("/fr/staff").header("Cookie", "foyal=" + value).GET());
    assertThat(answer.status()).isEqualTo(303);
  }
}
