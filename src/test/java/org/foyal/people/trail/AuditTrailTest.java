package org.foyal.people.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.people.trail.AuditTrail.Search;
import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(TestStaff.class)
class AuditTrailTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Autowired AuditTrail trail;
  @Autowired TrailStore store;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient sql;
  @Autowired TestStaff staff;
  @LocalServerPort int port;

  private void append(String about) {
    transactions.executeWithoutResult(
        _ -> trail.append(new Act(null, "Ana", "192.0.2.1", "people.act.unlocked", about)));
  }

  private static Search text(String text) {
    return new Search(text, "", null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update people.act set about = 'x'",
        "delete from people.act",
        "truncate people.act",
        "truncate people.act cascade",
        "set session_replication_role = replica; delete from people.act"
      })
  void nobodyEditsTheTrailNotEvenTheProgramsOwnUser(String statement) {
    append("kept");
    assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> sql.sql(statement).update()))
        .hasMessageContaining("the audit trail is not edited");
  }

  @Test
  void anActThatIsRolledBackLeavesNoTrace() {
    var mark = UUID.randomUUID().toString();
    transactions.executeWithoutResult(status -> {
      trail.append(new Act(null, "Ana", "192.0.2.1", "people.act.unlocked", mark));
      status.setRollbackOnly();
    });
    assertThat(trail.find(text(mark), Long.MAX_VALUE, UTC)).isEmpty();
  }

  @Test
  void outsideATransactionNothingIsTraced() {
    assertThatThrownBy(
            () -> trail.append(new Act(null, "Ana", "192.0.2.1", "people.act.unlocked", "x")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void onlyWhatIsOlderThanItsRetentionGoes() {
    var mark = UUID.randomUUID().toString();
    store.append(
        java.time.Instant.now().minus(java.time.Duration.ofDays(400)),
        new Act(null, "Ana", "192.0.2.1", "people.act.unlocked", mark + " old"));
    append(mark + " new");
    trail.forgetOld();
    assertThat(trail.find(text(mark), Long.MAX_VALUE, UTC))
        .extracting(recorded -> recorded.act().about())
        .containsExactly(mark + " new");
  }

  @Test
  void signsThatTurnALineRoundOrBreakItAreNotKept() {
    var mark = UUID.randomUUID().toString();
    append(mark + "\r\n\u202Eevil\u0000" + "x".repeat(1000));
    var about = trail.find(text(mark), Long.MAX_VALUE, UTC).getFirst().act().about();
    assertThat(about).hasSize(500).doesNotContain("\n", "\u202E", "\u0000").endsWith("…");
  }

  @Test
  void aPercentSignIsLookedForAsItself() {
    var mark = UUID.randomUUID().toString();
    append(mark + " 100% done_");
    assertThat(trail.find(text(mark + " 100%"), Long.MAX_VALUE, UTC)).hasSize(1);
    assertThat(trail.find(text(mark.substring(0, 8) + "%done"), Long.MAX_VALUE, UTC)).isEmpty();
  }

  @Test
  void theAdministratorReadsItPageByPageWithoutGap() {
    var mark = UUID.randomUUID().toString();
    for (int i = 0; i < AuditTrail.PAGE + 3; i++) {
      append(mark + " " + i);
    }
    var admin = staff.signedIn(port, staff.member(Role.ADMIN));
    var first = admin.get("/fr/staff/audit?text=" + mark).body();
    assertThat(first).contains(mark + " 52", mark + " 3<").doesNotContain(mark + " 2<");
    var older =
        first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
    assertThat(admin.get(older).body())
        .contains(mark + " 2<", mark + " 0<")
        .doesNotContain(mark + " 3<");
  }

  @Test
  void theCsvHoldsAllThatWasFoundAndNoFormula() {
    var mark = UUID.randomUUID().toString();
    append("=cmd|' /C calc'!A1 " + mark);
    var csv =
        staff
            .signedIn(port, staff.member(Role.ADMIN))
            .get("/fr/staff/audit/acts.csv?text=" + mark)
            .body();
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("'=cmd").contains("Compte\u00a0: débloqué");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-13-45",
        "from=%00",
        "to=9999999-01-01",
        "before=abc",
        "what='--",
        "text=%00%5C%25",
        "before=-1"
      })
  void hostileSearchesAreAnswered(String query) {
    var admin = staff.signedIn(port, staff.member(Role.ADMIN));
    assertThat(admin.get("/fr/staff/audit?" + query).status()).isEqualTo(200);
    assertThat(admin.get("/fr/staff/audit/acts.csv?" + query).status()).isEqualTo(200);
  }
}
