package org.foyal.fablab.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.credit.Refunded.Why;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.members.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Free minutes come first, then time credits, then the tariff; never more is given back than was
/// paid.
@HouseTest
class PayingForMachinesTest {
  private final Instant when = Instant.now().plus(Duration.ofDays(1));

  @Autowired Lab lab;
  @Autowired Credit credit;
  @Autowired TimeCredits credits;
  @Autowired JdbcClient sql;

  private MachineType laser() {
    var type = lab.type("Découpe laser");
    credit.price(Lab.STAFF, type.code(), 1200);
    return type;
  }

  private Member solidary(int quotient) {
    var member = lab.member("Ana des Tarifs");
    var until = LocalDate.now(ZoneOffset.UTC).plusDays(200);
    credit.seen(UUID.randomUUID(), member.id(), quotient, until, Lab.STAFF);
    return member;
  }

  private Payment of(UUID booking, Member member, MachineType type, int minutes) {
    return new Payment(booking, member.id(), type.code(), minutes, when, Optional.of("R-12"));
  }

  private UUID paid(Member member, MachineType type, int minutes) {
    var booking = UUID.randomUUID();
    assertThat(credit.pay(of(booking, member, type, minutes), Lab.STAFF))
        .isInstanceOf(Paid.Done.class);
    return booking;
  }

  private Refunded refund(UUID booking, Why why) {
    return credit.refund(UUID.randomUUID(), booking, why, Lab.STAFF);
  }

  @Test
  void thePriceNeverFallsWhenTheQuotientRisesAndNeverLeaps() {
    var tariff = new Tariff(10, 1500);
    for (int quotient = 0; quotient < 3000; quotient++) {
      int step = tariff.percent(quotient + 1) - tariff.percent(quotient);
      assertThat(step).isBetween(0, 1);
    }
    assertThat(tariff.percent(0)).isEqualTo(10);
    assertThat(tariff.percent(750)).isEqualTo(50);
    assertThat(tariff.percent(9000)).isEqualTo(100);
  }

  @Test
  void whoeverHasTheTariffHasFourHoursAMonthBeforeAnyPrice() {
    var ana = solidary(750);
    var type = laser();
    assertThat(credit.quote(ana.id(), type.code(), 240, when).cents()).isZero();
    paid(ana, type, 240);
    var next = credit.quote(ana.id(), type.code(), 60, when);
    assertThat(next.freeMinutes()).isZero();
    assertThat(next.cents()).isEqualTo(600);
  }

  @Test
  void thoseWithoutTheTariffPayInFullAndTimeCreditsComeBeforeMoney() {
    var bo = lab.member("Bo des Tarifs");
    var type = laser();
    assertThat(credit.quote(bo.id(), type.code(), 60, when).cents()).isEqualTo(1200);
    credits.contributed(UUID.randomUUID(), bo.id(), 30, Lab.STAFF);
    paid(bo, type, 60);
    assertThat(credits.balance(bo.id(), LocalDate.now(ZoneOffset.UTC))).isZero();
  }

  @Test
  void moneyIsNotedWithAReceiptOrNotAtAll() {
    var bo = lab.member("Bo sans Reçu");
    var payment =
        new Payment(UUID.randomUUID(), bo.id(), laser().code(), 60, when, Optional.empty());
    assertThat(credit.pay(payment, Lab.STAFF)).isEqualTo(new Paid.ReceiptMissing(1200));
    assertThat(credit.refund(UUID.randomUUID(), payment.booking(), Why.LATE, null))
        .isEqualTo(new Refunded.Unknown());
  }

  @Test
  void aBookingIsPaidOnce() {
    var bo = lab.member("Bo Deuxfois");
    var type = laser();
    var booking = paid(bo, type, 60);
    assertThat(credit.pay(of(booking, bo, type, 60), Lab.STAFF)).isEqualTo(new Paid.SentBefore());
  }

  @Test
  void beforeTheNoticeAllOfItComesBackAsItWasPaid() {
    var ana = solidary(750);
    var booking = paid(ana, laser(), 300);
    assertThat(refund(booking, Why.IN_TIME)).isEqualTo(new Refunded.Done(600, 0, 240));
    assertThat(refund(booking, Why.IN_TIME)).isEqualTo(new Refunded.SentBefore());
  }

  @Test
  void afterTheNoticeMoneyComesBackAsTime() {
    var bo = lab.member("Bo Tard");
    var booking = paid(bo, laser(), 60);
    assertThat(refund(booking, Why.LATE)).isEqualTo(new Refunded.Done(0, 60, 0));
    assertThat(credits.balance(bo.id(), LocalDate.now(ZoneOffset.UTC))).isEqualTo(60);
  }

  @Test
  void whoeverDoesNotComeIsGivenItBackTheFirstTimeOnly() {
    var bo = lab.member("Bo Absent");
    var type = laser();
    var first = paid(bo, type, 60);
    var second = paid(bo, type, 60);
    assertThat(refund(first, Why.NO_SHOW)).isEqualTo(new Refunded.Done(0, 60, 0));
    assertThat(refund(second, Why.NO_SHOW)).isEqualTo(new Refunded.Done(0, 0, 0));
  }

  @Test
  void moreThanWhatWasPaidIsRefusedWithWhatIsLeft() {
    var booking = paid(lab.member("Bo Trop"), laser(), 60);
    assertThat(credit.refund(UUID.randomUUID(), booking, 1201, Lab.STAFF))
        .isEqualTo(new Refunded.MoreThanPaid(1200));
    assertThat(credit.refund(UUID.randomUUID(), booking, 700, Lab.STAFF))
        .isEqualTo(new Refunded.Done(700, 0, 0));
    assertThat(credit.refund(UUID.randomUUID(), booking, 501, Lab.STAFF))
        .isEqualTo(new Refunded.MoreThanPaid(500));
    assertThat(refund(booking, Why.IN_TIME)).isEqualTo(new Refunded.Done(500, 0, 0));
  }

  @Test
  void theDatabaseItselfRefusesToGiveBackMoreThanWasPaid() {
    var booking = paid(lab.member("Bo Sql"), laser(), 60);
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into fablab.refund
                    values (:id, :booking, 'AGREED', 1200, 0, 0, 1, null, now())
                    """)
                .param("id", UUID.randomUUID())
                .param("booking", booking)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never more is given back");
  }

  @Test
  void theQuotientStandsInNoTable() {
    solidary(987_654_321);
    var tables =
        sql.sql(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema', 'territory', 'things')
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("fablab.eligibility");
    for (var table : tables) {
      int rows =
          sql.sql("select count(*) from " + table + " t where t::text like '%987654321%'")
              .query(Integer.class)
              .single();
      assertThat(rows).as(table).isZero();
    }
  }

  @Test
  void theTariffEndsWithItsLastDay() {
    var ana = lab.member("Ana Finie");
    var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    credit.seen(UUID.randomUUID(), ana.id(), 100, yesterday, Lab.STAFF);
    assertThat(credit.quote(ana.id(), laser().code(), 60, when).cents()).isEqualTo(1200);
  }
}
