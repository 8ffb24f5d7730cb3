package org.foyal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.people.Account.Status;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@Import(TestStaff.class)
class PeopleNightlyTest {
  @Autowired PeopleNightly nightly;
  @Autowired TestStaff staff;
  @Autowired Accounts accounts;
  @Autowired JdbcClient sql;

  private UUID invited() {
    return staff.invited(Role.AGENT).account().id();
  }

  private void set(String what, UUID account) {
    sql.sql("update people." + what).param("id", account).update();
  }

  private int links(UUID account) {
    return sql.sql("select count(*) from people.link where account = :id")
        .param("id", account)
        .query(Integer.class)
        .single();
  }

  @Test
  void linksAreForgottenADayAfterTheyShut() {
    var longShut = invited();
    set("link set expires_at = now() - interval '25 hours' where account = :id", longShut);
    var longUsed = invited();
    set("link set used_at = now() - interval '25 hours' where account = :id", longUsed);
    var justShut = invited();
    set("link set expires_at = now() - interval '23 hours' where account = :id", justShut);
    nightly.forgetOld();
    assertThat(links(longShut)).isZero();
    assertThat(links(longUsed)).isZero();
    assertThat(links(justShut)).isOne();
  }

  @Test
  void whoNeverTookAnInvitationIsForgottenAfterAMonth() {
    var forgotten = invited();
    var reinvited = invited();
    var recent = invited();
    var active = staff.member(Role.AGENT).id();
    for (var old : new UUID[] {forgotten, reinvited, active}) {
      set("account set created_at = now() - interval '31 days' where id = :id", old);
    }
    set("account set created_at = now() - interval '29 days' where id = :id", recent);
    set("link set expires_at = now() - interval '25 hours' where account = :id", forgotten);
    set("link set expires_at = now() - interval '25 hours' where account = :id", recent);
    nightly.forgetOld();
    assertThat(accounts.find(forgotten)).isEmpty();
    assertThat(accounts.find(reinvited)).isPresent();
    assertThat(accounts.find(recent)).isPresent();
    assertThat(accounts.find(active).orElseThrow().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void wrongTriesAreForgottenAfterADayOfCalm() {
    for (var hours : new int[] {23, 25}) {
      sql.sql(
              """
              insert into people.attempt (subject, failures, last_at, waits_until)
              values (:s, 1, now() - make_interval(hours => :h), now()) on conflict do nothing
              """)
          .param("s", "test:nightly-" + hours)
          .param("h", hours)
          .update();
    }
    nightly.forgetOld();
    assertThat(
            sql.sql("select subject from people.attempt where subject like 'test:nightly-%'")
                .query(String.class)
                .list())
        .containsExactly("test:nightly-23");
  }
}
