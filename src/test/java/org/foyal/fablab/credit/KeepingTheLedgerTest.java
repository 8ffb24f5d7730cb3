package org.foyal.fablab.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.credit.Refunded.Why;
import org.foyal.fablab.members.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever leaves one account arrives on another, nothing falls below nothing, nothing is changed:
/// tried with thousands of acts, one after the other and at once.
@HouseTest
class KeepingTheLedgerTest {
  private final Instant when = Instant.now().plus(Duration.ofDays(1));
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Autowired Lab lab;
  @Autowired Credit credit;
  @Autowired TimeCredits credits;
  @Autowired JdbcClient sql;

  private int count(String query) {
    return sql.sql(query).query(Integer.class).single();
  }

  private void nothingIsWrong() {
    assertThat(
            count(
                """
                select count(*) from (select from fablab.credit_entry group by transfer
                  having sum(minutes) <> 0) wrong
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from fablab.credit_balance b where minutes < 0 or minutes <> (
                  select sum(e.minutes) from fablab.credit_entry e
                  where e.account = b.account and e.expires_on = b.expires_on)
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from fablab.payment p where cents < (
                  select sum(cents) from fablab.refund r where r.booking = p.booking)
                """))
        .isZero();
  }

  private UUID entry(UUID transfer, UUID account, int minutes) {
    sql.sql("insert into fablab.credit_entry values (:transfer, :account, '2030-01-01', :minutes)")
        .param("transfer", transfer)
        .param("account", account)
        .param("minutes", minutes)
        .update();
    return transfer;
  }

  private UUID transfer() {
    var id = UUID.randomUUID();
    sql.sql("insert into fablab.credit_transfer values (:id, 'GIFT', null, null, now())")
        .param("id", id)
        .update();
    return id;
  }

  @Test
  void thousandsOfActsInAnyOrderKeepTheLedgerTrue() {
    var random = new Random(20261127);
    var type = lab.type("Imprimante des registres");
    credit.price(Lab.STAFF, type.code(), 500);
    var people = List.of(lab.member("Un"), lab.member("Deux"), lab.member("Trois"));
    var expected = new HashMap<UUID, Integer>();
    var bookings = new ArrayList<UUID>();
    for (int act = 0; act < 2000; act++) {
      var who = people.get(random.nextInt(3));
      var other = people.get(random.nextInt(3));
      int minutes = 1 + random.nextInt(90);
      switch (random.nextInt(4)) {
        case 0 -> {
          credits.contributed(UUID.randomUUID(), who.id(), minutes, Lab.STAFF);
          expected.merge(who.id(), minutes, Integer::sum);
        }
        case 1 -> {
          if (credits.give(UUID.randomUUID(), who.id(), other.id(), minutes) == Moved.DONE) {
            expected.merge(who.id(), -minutes, Integer::sum);
            expected.merge(other.id(), minutes, Integer::sum);
          }
        }
        case 2 -> {
          var booking = UUID.randomUUID();
          expected.merge(who.id(), -pay(booking, who, type.code(), minutes), Integer::sum);
          bookings.add(booking);
        }
        default -> refundOne(bookings, random, expected);
      }
    }
    for (var who : people) {
      assertThat(credits.balance(who.id(), today)).isEqualTo(expected.get(who.id()));
    }
    nothingIsWrong();
  }

  private int pay(UUID booking, Member who, String type, int minutes) {
    var payment = new Payment(booking, who.id(), type, minutes, when, Optional.of("R-1"));
    return credit.pay(payment, Lab.STAFF) instanceof Paid.Done(Quote quote)
        ? quote.creditMinutes()
        : 0;
  }

  private void refundOne(List<UUID> bookings, Random random, Map<UUID, Integer> expected) {
    if (bookings.isEmpty()) {
      return;
    }
    var booking = bookings.get(random.nextInt(bookings.size()));
    var why = List.of(Why.values()).get(random.nextInt(4));
    var owner =
        sql.sql("select member from fablab.payment where booking = :booking")
            .param("booking", booking)
            .query(UUID.class)
            .single();
    var refund =
        random.nextInt(3) == 0
            ? credit.refund(UUID.randomUUID(), booking, 1 + random.nextInt(900), Lab.STAFF)
            : credit.refund(UUID.randomUUID(), booking, why, Lab.STAFF);
    if (refund instanceof Refunded.Done done) {
      expected.merge(owner, done.minutes(), Integer::sum);
    }
  }

  @Test
  void whatIsSpentAtOnceIsSpentOnce() throws Exception {
    var type = lab.type("Fraiseuse des registres").code();
    credit.price(Lab.STAFF, type, 500);
    var who = lab.member("Ensemble");
    var other = lab.member("Ensemble aussi");
    credits.contributed(UUID.randomUUID(), who.id(), 200, Lab.STAFF);
    var tasks = new ArrayList<Callable<Integer>>();
    for (int at = 0; at < 40; at++) {
      tasks.add(() -> pay(UUID.randomUUID(), who, type, 7));
      tasks.add(() -> given(who, other));
      tasks.add(() -> -given(other, who));
    }
    int spent = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(tasks)) {
        spent += done.get();
      }
    }
    assertThat(credits.balance(who.id(), today)).isEqualTo(200 - spent);
    nothingIsWrong();
  }

  private int given(Member from, Member to) {
    return credits.give(UUID.randomUUID(), from.id(), to.id(), 5) == Moved.DONE ? 5 : 0;
  }

  @Test
  void theSameFormIsDoneOnceAndMoreThanThereIsIsNotGiven() {
    var who = lab.member("Unefois");
    var other = lab.member("Autre");
    var form = UUID.randomUUID();
    assertThat(credits.contributed(form, who.id(), 60, null)).isEqualTo(Moved.DONE);
    assertThat(credits.contributed(form, who.id(), 60, null)).isEqualTo(Moved.SENT_BEFORE);
    assertThat(credits.give(UUID.randomUUID(), who.id(), other.id(), 61)).isEqualTo(Moved.TOO_FEW);
    assertThat(credits.balance(who.id(), today)).isEqualTo(60);
  }

  @Test
  void hoursThatCompaniesPayFillTheCommonPot() {
    int before = credits.pot();
    credits.fund(UUID.randomUUID(), 4, Lab.STAFF);
    assertThat(credits.pot()).isEqualTo(before + 60);
    var who = lab.member("Dupot");
    assertThat(credits.fromPot(UUID.randomUUID(), who.id(), 60, Lab.STAFF)).isEqualTo(Moved.DONE);
    assertThat(credits.pot()).isEqualTo(before);
  }

  @Test
  void thoseThatRunOutFirstAreTakenFirstAndTheRestAtItsEnd() {
    var soon = new Lot(today, 10);
    var later = new Lot(today.plusDays(9), 10);
    assertThat(Lot.take(List.of(soon, later), 12))
        .contains(List.of(soon, new Lot(today.plusDays(9), 2)));
    assertThat(Lot.take(List.of(soon, later), 21)).isEmpty();
  }

  @Test
  void whatHasRunOutGoesBackToTheLab() {
    var who = lab.member("Périmé");
    credits.contributed(UUID.randomUUID(), who.id(), 5, null);
    var account =
        sql.sql("select id from fablab.credit_account where member = :member")
            .param("member", who.id())
            .query(UUID.class)
            .single();
    sql.sql(
            """
            with t as (insert into fablab.credit_transfer
              values (gen_random_uuid(), 'GRANT', null, null, now()) returning id)
            insert into fablab.credit_entry
            select t.id, e.account, '2020-01-01', e.minutes from t, (values
              (:account::uuid, 9), ('00000000-0000-0000-0000-000000000002'::uuid, -9)) e(account, minutes)
            """)
        .param("account", account)
        .update();
    assertThat(credits.expired()).contains(account);
    assertThat(credits.expire(account)).isEqualTo(9);
    assertThat(credits.expire(account)).isZero();
    assertThat(credits.balance(who.id(), today)).isEqualTo(5);
    nothingIsWrong();
  }

  @Test
  void theDatabaseRefusesWhatDoesNotBalanceWhatIsMissingAndWhatIsChanged() {
    var who = lab.member("Faussaire");
    credits.contributed(UUID.randomUUID(), who.id(), 5, null);
    var account =
        sql.sql("select id from fablab.credit_account where member = :member")
            .param("member", who.id())
            .query(UUID.class)
            .single();
    assertThatThrownBy(() -> entry(transfer(), account, 10))
        .hasMessageContaining("a transfer takes what it gives");
    assertThatThrownBy(() -> entry(transfer(), account, -10))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never_below_nothing");
    for (var change :
        List.of(
            "update fablab.credit_entry set minutes = 9 where account = :account",
            "delete from fablab.credit_entry where account = :account",
            "update fablab.credit_balance set minutes = 900 where account = :account")) {
      assertThatThrownBy(() -> sql.sql(change).param("account", account).update())
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }
}
