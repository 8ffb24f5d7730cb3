package org.foyal.people.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.people.TestStaff.Member;
import org.foyal.people.Visitor;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@Import(TestStaff.class)
class SignInTest {
  private static final String SIGN_IN = "/fr/staff/sign-in";
  private static final String CODE = "/fr/staff/sign-in/code";

  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  private Visitor.Answer password(Visitor visitor, String email, String password) {
    return visitor.fill(SIGN_IN, Map.of("email", email, "password", password));
  }

  /// Sessions that began since a moment: those of other tests may be written after their answers.
  private int sessionsSince(long start_ms) {
    return sql.sql("select count(*) from people.session where creation_time >= :start")
        .param("start", start_ms)
        .query(Integer.class)
        .single();
  }

  @Test
  void bothStepsLeadToTheDeskAndTheTrailSaysSo() {
    var member = staff.member(Role.AGENT);
    var visitor = new Visitor(port);
    assertThat(password(visitor, member.email(), TestStaff.PASSWORD).location()).isEqualTo(CODE);
    assertThat(visitor.get("/fr/staff").location()).startsWith(SIGN_IN);
    assertThat(visitor.fill(CODE, Map.of("code", staff.code(member))).location())
        .isEqualTo("/fr/staff");
    assertThat(visitor.get("/fr/staff").body()).contains("Bonjour Ana Test");
    assertThat(acts(member, "people.act.signed-in")).isEqualTo(1);
  }

  private int acts(Member member, String what) {
    return sql.sql("select count(*) from people.act where who = :who and what = :what")
        .param("who", member.id())
        .param("what", what)
        .query(Integer.class)
        .single();
  }

  @Test
  void aVisitorWhoOnlyLooksCostsNoSessionAndAPublicPageNoCookie() {
    long start_ms = System.currentTimeMillis();
    var visitor = new Visitor(port);
    assertThat(visitor.get(SIGN_IN).status()).isEqualTo(200);
    password(visitor, "nobody@example.org", "wrong wrong wrong");
    assertThat(visitor.cookie("foyal")).isEmpty();
    assertThat(sessionsSince(start_ms)).isZero();
    assertThat(new Visitor(port).get("/fr/").raw().headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void staffPagesAreKeptByNoCache() {
    assertThat(new Visitor(port).get(SIGN_IN).raw().headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
    var member = staff.member(Role.AGENT);
    var wrong = password(new Visitor(port), member.email(), "wrong wrong wrong");
    var unknown = password(new Visitor(port), "nobody@example.org", "wrong wrong wrong");
    assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
    assertThat(plain(wrong, member.email())).isEqualTo(plain(unknown, "nobody@example.org"));
  }

  private static String plain(Visitor.Answer answer, String email) {
    return answer
        .body()
        .replace(email, "ADDRESS")
        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "CSRF");
  }

  @Test
  void theSessionsNumberChangesAtEachStepSoThatAPreparedOneIsWorthNothing() {
    var member = staff.member(Role.AGENT);
    var visitor = new Visitor(port);
    visitor.bring("foyal", "cHJlcGFyZWQ");
    password(visitor, member.email(), TestStaff.PASSWORD);
    var halfway = visitor.cookie("foyal");
    assertThat(halfway).isNotEmpty().isNotEqualTo("cHJlcGFyZWQ");
    visitor.fill(CODE, Map.of("code", staff.code(member)));
    assertThat(visitor.cookie("foyal")).isNotEqualTo(halfway);
    var thief = new Visitor(port);
    thief.bring("foyal", halfway);
    assertThat(thief.get("/fr/staff").location()).startsWith(SIGN_IN);
  }

  @Test
  void aCodeThatWasUsedOnceIsWorthNothing() {
    var member = staff.member(Role.AGENT);
    var code = staff.code(member);
    var first = new Visitor(port);
    password(first, member.email(), TestStaff.PASSWORD);
    assertThat(first.fill(CODE, Map.of("code", code)).status()).isEqualTo(302);
    var second = new Visitor(port);
    password(second, member.email(), TestStaff.PASSWORD);
    assertThat(second.fill(CODE, Map.of("code", code)).status()).isEqualTo(422);
  }

  @Test
  void aCodeOfTheSheetWorksOnceHoweverItIsTyped() {
    var member = staff.withSheet(Role.AGENT);
    assertThat(member.sheet()).hasSize(10).doesNotHaveDuplicates();
    var typed = member.sheet().get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    var first = new Visitor(port);
    password(first, member.email(), TestStaff.PASSWORD);
    assertThat(first.fill(CODE, Map.of("code", typed)).location()).isEqualTo("/fr/staff");
    var second = new Visitor(port);
    password(second, member.email(), TestStaff.PASSWORD);
    assertThat(second.fill(CODE, Map.of("code", typed)).status()).isEqualTo(422);
  }

  @Test
  void ofTwoWithTheSameOneTimeCodeAtTheSameMomentOneEnters() throws Exception {
    var member = staff.withSheet(Role.AGENT);
    var start = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(2)) {
      var tries =
          java.util.stream.Stream.generate(
                  () -> {
                    var visitor = new Visitor(port);
                    password(visitor, member.email(), TestStaff.PASSWORD);
                    var token = visitor.token(visitor.get(CODE));
                    return pool.submit(() -> {
                      start.await();
                      return visitor
                          .post(CODE, Map.of("code", member.sheet().get(0)), token)
                          .status();
                    });
                  })
              .limit(2)
              .toList();
      start.countDown();
      var answers = java.util.List.of(tries.get(0).get(), tries.get(1).get());
      assertThat(answers).containsOnlyOnce(302);
      assertThat(answers).as("the other is refused, or asked to wait").containsAnyOf(422, 429);
    }
  }

  @Test
  void afterFiveWrongPasswordsTheRightOneWaitsToo() {
    var member = staff.member(Role.AGENT);
    var visitor = new Visitor(port);
    for (int i = 0; i < 5; i++) {
      assertThat(password(visitor, member.email(), "wrong wrong wrong").status()).isEqualTo(422);
    }
    var waits = password(visitor, member.email(), TestStaff.PASSWORD);
    assertThat(waits.status()).isEqualTo(429);
    assertThat(waits.raw().headers().firstValue("Retry-After")).isPresent();
    assertThat(waits.body()).contains("Trop d’essais");
  }

  @Test
  void anUnknownAccountWaitsJustTheSame() {
    var visitor = new Visitor(port);
    for (int i = 0; i < 5; i++) {
      password(visitor, "nobody-else@example.org", "wrong wrong wrong");
    }
    assertThat(password(visitor, "nobody-else@example.org", "x").status()).isEqualTo(429);
  }

  @Test
  void aSenderWhoTriesManyAccountsIsSlowedDown() {
    var visitor = new Visitor(port);
    int waited = 0;
    for (int i = 0; i < 40; i++) {
      waited += password(visitor, "a" + i + "@example.org", "wrong").status() == 429 ? 1 : 0;
    }
    assertThat(waited).isPositive();
  }

  @Test
  void theSecondStepHasItsOwnBrake() {
    var member = staff.member(Role.AGENT);
    var visitor = new Visitor(port);
    password(visitor, member.email(), TestStaff.PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(visitor.fill(CODE, Map.of("code", "000000")).status()).isEqualTo(422);
    }
    assertThat(visitor.fill(CODE, Map.of("code", staff.code(member))).status()).isEqualTo(429);
  }

  @Test
  void aFormWithoutItsProofIsRefusedWithHelp() {
    var visitor = new Visitor(port);
    visitor.get(SIGN_IN);
    var refused = visitor.post(SIGN_IN, Map.of("email", "a@b.fr", "password", "x"), "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).contains("rechargez la page");
  }

  @Test
  void theProofOfAnotherVisitorIsNone() {
    var other = new Visitor(port);
    var token = other.token(other.get(SIGN_IN));
    var visitor = new Visitor(port);
    visitor.get(SIGN_IN);
    assertThat(visitor.post(SIGN_IN, Map.of("email", "a@b.fr"), token).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/fr/staff",
        "https://evil.example/",
        "/fr/staff/..//evil.example",
        "/fr/staff\\@evil",
        "javascript:alert(1)",
        "/fr/staffage",
        "/fr/staff%0d%0aSet-Cookie:a=b"
      })
  void signInLeadsToOurPagesAndNowhereElse(String to) {
    var page =
        new Visitor(port)
            .get(
                SIGN_IN
                    + "?to="
                    + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(page.body()).contains("name=\"to\" value=\"\"");
  }

  @Test
  void signInLeadsBackToThePageThatWasAskedFor() {
    var member = staff.member(Role.AGENT);
    var visitor = new Visitor(port);
    var asked = visitor.get("/en/staff/me?done=x").location();
    assertThat(asked).isEqualTo("/en/staff/sign-in?to=%2Fen%2Fstaff%2Fme%3Fdone%3Dx");
    visitor.fill(
        asked,
        "/en/staff/sign-in",
        Map.of(
            "email", member.email(), "password", TestStaff.PASSWORD, "to", "/en/staff/me?done=x"));
    assertThat(visitor.fill(CODE, Map.of("code", staff.code(member))).location())
        .isEqualTo("/en/staff/me?done=x");
  }

  @Test
  void signingOutEndsTheSession() {
    var visitor = staff.signedIn(port, staff.member(Role.AGENT));
    var stolen = new Visitor(port);
    stolen.bring("foyal", visitor.cookie("foyal"));
    assertThat(stolen.get("/fr/staff").status()).isEqualTo(200);
    assertThat(visitor.fill("/fr/staff", "/fr/staff/sign-out", Map.of()).location())
        .isEqualTo("/fr/staff/sign-in?done=out");
    assertThat(stolen.get("/fr/staff").location()).startsWith(SIGN_IN);
  }

  @Test
  void signingOutEverywhereEndsTheOtherSessionToo() {
    var member = staff.member(Role.AGENT);
    var here = staff.signedIn(port, member);
    var there = staff.signedIn(port, member);
    assertThat(there.get("/fr/staff").status()).isEqualTo(200);
    here.fill("/fr/staff/me", "/fr/staff/me/sessions", Map.of());
    assertThat(there.get("/fr/staff").location()).startsWith(SIGN_IN);
    assertThat(here.get("/fr/staff").location()).startsWith(SIGN_IN);
    assertThat(
            sql.sql("select count(*) from people.session where principal_name = :id")
                .param("id", member.id().toString())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aNewPasswordSignsTheOthersOutAndNotThisOne() {
    var member = staff.member(Role.AGENT);
    var here = staff.signedIn(port, member);
    var there = staff.signedIn(port, member);
    var number = here.cookie("foyal");
    var changed =
        here.fill(
            "/fr/staff/me/password",
            Map.of(
                "current",
                TestStaff.PASSWORD,
                "password",
                "girofle caillou tambour nuage",
                "again",
                "girofle caillou tambour nuage"));
    assertThat(changed.location()).isEqualTo("/fr/staff/me?done=password");
    assertThat(here.get("/fr/staff").status()).isEqualTo(200);
    assertThat(here.cookie("foyal")).isNotEqualTo(number);
    assertThat(there.get("/fr/staff").location()).startsWith(SIGN_IN);
  }

  @Test
  void aNewPasswordNeedsTheOldOne() {
    var here = staff.signedIn(port, staff.member(Role.AGENT));
    var refused =
        here.fill(
            "/fr/staff/me/password",
            Map.of(
                "current",
                "not mine at all",
                "password",
                "girofle caillou tambour nuage",
                "again",
                "girofle caillou tambour nuage"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Ce n’est pas votre mot de passe actuel");
  }

  @Test
  void aSheetCanReplaceTheApplication() {
    var member = staff.member(Role.AGENT);
    var here = staff.signedIn(port, member);
    var sheet =
        here.fill(
            "/fr/staff/me/second-factor", Map.of("current", TestStaff.PASSWORD, "factor", "sheet"));
    assertThat(sheet.status()).isEqualTo(200);
    assertThat(sheet.body().split("<li><code>", -1)).hasSize(11);
    assertThat(here.get("/fr/staff/me").body()).contains("Encore 10 codes");
  }

  @Test
  void whoseSecondFactorWasTakenAwayChoosesAnotherBeforeEntering() {
    var member = staff.member(Role.AGENT);
    sql.sql("update people.account set second_factor = null, totp_sealed = null where id = :id")
        .param("id", member.id())
        .update();
    var visitor = new Visitor(port);
    assertThat(password(visitor, member.email(), TestStaff.PASSWORD).location())
        .isEqualTo("/fr/staff/sign-in/second-factor");
    assertThat(visitor.get("/fr/staff").location()).startsWith(SIGN_IN);
    assertThat(
            visitor
                .fill("/fr/staff/sign-in/second-factor", Map.of("factor", "app", "code", "000000"))
                .status())
        .isEqualTo(422);
    assertThat(visitor.fill("/fr/staff/sign-in/second-factor", Map.of("factor", "sheet")).status())
        .isEqualTo(200);
    assertThat(visitor.get("/fr/staff").status()).isEqualTo(200);
  }
}
