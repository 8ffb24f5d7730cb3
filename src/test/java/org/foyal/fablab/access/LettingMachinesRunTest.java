package org.foyal.fablab.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.access.Said.What;
import org.foyal.fablab.access.Verdict.Why;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Bookings;
import org.foyal.fablab.booking.LabDays;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Granting;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.kernel.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A machine runs for whoever booked it and may use it, and for nobody else; off is where all else
/// ends.
@HouseTest
class LettingMachinesRunTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired Lab lab;
  @Autowired Access access;
  @Autowired Interlocks interlocks;
  @Autowired Badges badges;
  @Autowired Bookings bookings;
  @Autowired LabDays days;
  @Autowired Machines machines;
  @Autowired Ladder ladder;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private final UUID run = UUID.randomUUID();
  private Instant now = Instant.EPOCH;
  private MachineType type;
  private Machine machine;
  private Interlock interlock;
  private Member ana;
  private String badge = "";

  @BeforeEach
  void aMachineThatIsBookedNow() {
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    settle(new Rules(0, 1, 1, 1, List.of()));
  }

  private void settle(Rules rules) {
    type = lab.type("Fraiseuse", Optional.empty(), rules);
    machine = lab.machine(type);
    var device = UUID.randomUUID();
    interlocks.open(Lab.STAFF, device, machine.id());
    interlock =
        interlocks.list().stream()
            .filter(one -> one.device().equals(device))
            .findFirst()
            .orElseThrow();
    ana = lab.member("Ana " + UUID.randomUUID().toString().substring(0, 6));
    granted(ana);
    badge = badges.give(Lab.STAFF, UUID.randomUUID(), ana.id()).orElseThrow();
    booked(ana, machine, now.minus(HOUR), now.plus(HOUR));
  }

  /// As if it had been granted some time ago.
  private void granted(Member member) {
    var grant =
        new Grant(
            UUID.randomUUID(),
            member.id(),
            type.code(),
            Level.AUTONOMOUS,
            Evidence.shown(type.teaching().checks().size()),
            Optional.of(now.minus(Duration.ofDays(30))),
            true);
    assertThat(ladder.grant(new Grant.Granter.Staff(Lab.STAFF), grant))
        .isInstanceOf(Granting.Granted.class);
  }

  /// As if it had been booked some time ago.
  private void booked(Member member, Machine which, Instant from, Instant until) {
    sql.sql(
            """
            insert into fablab.booking (id, reference, member, machine, type, during, held, state, staffed,
              channel, asked_at, changed_at)
            values (:id, :reference, :member, :machine, :type,
              tstzrange(:from, :until), tstzrange(:from, :until), 'CONFIRMED', false, 'WEB', :from, :from)
            """)
        .param("id", UUID.randomUUID())
        .param("reference", Reference.next(new SecureRandom()).signs())
        .param("member", member.id())
        .param("machine", which.id())
        .param("type", which.type())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Said said(int sequence, What what, int minutes, Instant at) {
    return new Said(run, sequence, what, badge, minutes, at, true);
  }

  private Verdict hear(int sequence, What what, int minutes) {
    return access.hear(interlock, said(sequence, what, minutes, now));
  }

  private long used_minutes() {
    return machines.find(machine.id()).orElseThrow().wear().used_minutes();
  }

  @Test
  void whoeverBookedItLetsItRunAndNoLongerThanTheyBooked() {
    var told = hear(1, What.INITIAL, 30);
    assertThat(told.power()).isTrue();
    assertThat(told.until()).isEqualTo(now.plus(Duration.ofMinutes(30)));
    assertThat(hear(2, What.EXTEND, 240).until())
        .as("no longer than booked")
        .isEqualTo(now.plus(HOUR));
  }

  @Test
  void whoeverBookedNothingLetsNothingRun() {
    var ben = lab.member("Ben " + UUID.randomUUID().toString().substring(0, 6));
    granted(ben);
    badge = badges.give(Lab.STAFF, UUID.randomUUID(), ben.id()).orElseThrow();
    var told = hear(1, What.INITIAL, 30);
    assertThat(told.power()).isFalse();
    assertThat(told.why()).contains(Why.BOOKING);
  }

  @Test
  void anotherPersonsBadgeDoesNotLetItGoOn() {
    hear(1, What.INITIAL, 30);
    var ben = lab.member("Ben " + UUID.randomUUID().toString().substring(0, 6));
    badge = badges.give(Lab.STAFF, UUID.randomUUID(), ben.id()).orElseThrow();
    var told = hear(2, What.EXTEND, 50);
    assertThat(told.why()).contains(Why.OTHER_BADGE);
    assertThat(told.until()).isEqualTo(now.plus(Duration.ofMinutes(30)));
  }

  @Test
  void aBadgeThatIsUnknownOrWasEndedOpensNothing() {
    badges.listOf(ana.id()).forEach(one -> badges.end(Lab.STAFF, one.id()));
    assertThat(hear(1, What.INITIAL, 30).why()).contains(Why.BADGE);
  }

  @Test
  void whatIsOnACardStandsInNoTable() {
    hear(1, What.INITIAL, 30);
    for (var table : List.of("badge", "run", "run_message")) {
      var rows =
          sql.sql("select t::text from fablab.%s t".formatted(table)).query(String.class).list();
      assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(badge));
    }
    assertThat(badges.find(badge, now)).isPresent();
  }

  @Test
  void aMessageThatComesAgainIsAnsweredAsBeforeAndCountsOnce() {
    var first = hear(1, What.INITIAL, 30);
    assertThat(hear(1, What.INITIAL, 30)).isEqualTo(first);
    assertThat(hear(1, What.INITIAL, 31).why()).as("something else").contains(Why.CHANGED);
    now = now.plusSeconds(1);
    hear(2, What.CANCEL, 0);
    hear(2, What.CANCEL, 0);
    hear(3, What.CANCEL, 0);
    assertThat(used_minutes()).isEqualTo(1);
  }

  /// A copy that the network kept, or that somebody recorded.
  @Test
  void aMessageThatIsReplayedOnceTheMachineStoppedGivesNoPower() {
    hear(1, What.INITIAL, 30);
    hear(2, What.EXTEND, 40);
    hear(3, What.CANCEL, 0);
    assertThat(hear(1, What.INITIAL, 30).power()).isFalse();
    assertThat(hear(2, What.EXTEND, 40).power()).isFalse();
  }

  @Test
  void messagesInAnotherOrderNeitherReviveNorShorten() {
    assertThat(hear(2, What.EXTEND, 30).why()).contains(Why.UNKNOWN_RUN);
    hear(1, What.INITIAL, 20);
    hear(5, What.EXTEND, 40);
    var late = hear(3, What.EXTEND, 10);
    assertThat(late.why()).contains(Why.LATE);
    assertThat(late.until()).isEqualTo(now.plus(Duration.ofMinutes(40)));
    hear(7, What.CANCEL, 0);
    var ended = hear(6, What.EXTEND, 30);
    assertThat(ended.power()).isFalse();
    assertThat(ended.why()).contains(Why.ENDED);
  }

  @Test
  void aRightThatGoesMeanwhileLetsTheJobFinishAndNotGoOn() {
    hear(1, What.INITIAL, 20);
    ladder.suspend(Lab.STAFF, ana.id(), type.code(), Optional.empty(), "Sécurité");
    var told = hear(2, What.EXTEND, 50);
    assertThat(told.power()).isTrue();
    assertThat(told.until()).isEqualTo(now.plus(Duration.ofMinutes(20)));
    assertThat(told.why()).contains(Why.BOOKING);
  }

  @Test
  void aBrokenMachineDoesNotBegin() {
    machines.state(Lab.STAFF, machine.id(), Machine.State.BROKEN, Optional.of("Courroie"));
    assertThat(hear(1, What.INITIAL, 30).why()).contains(Why.MACHINE);
  }

  @Test
  void withoutExtractionItDoesNotBegin() {
    var silent = new Said(run, 1, What.INITIAL, badge, 30, now, false);
    assertThat(access.hear(interlock, silent).why()).contains(Why.EXTRACTION);
  }

  @Test
  void whereNobodyMayBeAloneAnotherAtAMachineOrTheStaffMakesTwo() {
    sql.sql(
            "delete from fablab.duty where not exists (select from fablab.booking b where b.supervised and b.during && fablab.duty.during)")
        .update();
    sql.sql(
            "update fablab.run set state = 'ENDED', ended_at = greatest(began_at, :now) where state = 'RUNS'")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    settle(new Rules(0, 2, 1, 1, List.of()));
    assertThat(hear(1, What.INITIAL, 30).why()).contains(Why.ALONE);
    days.onDuty(
        Lab.STAFF,
        UUID.randomUUID(),
        UUID.randomUUID(),
        new Span(now.minus(HOUR), now.plus(HOUR)),
        false);
    var again = new Said(UUID.randomUUID(), 1, What.INITIAL, badge, 30, now, true);
    assertThat(access.hear(interlock, again).power()).isTrue();
  }

  @Test
  void whoeverIsAtItKeepsOthersOut() {
    hear(1, What.INITIAL, 30);
    var ben = lab.member("Ben " + UUID.randomUUID().toString().substring(0, 6));
    granted(ben);
    sql.sql(
            "update fablab.booking set during = tstzrange(lower(during), :now), held = tstzrange(lower(held), :now) where member = :ana")
        .param("now", now.minusSeconds(1).atOffset(ZoneOffset.UTC))
        .param("ana", ana.id())
        .update();
    booked(ben, machine, now.minusSeconds(1), now.plus(HOUR));
    var theirs = badges.give(Lab.STAFF, UUID.randomUUID(), ben.id()).orElseThrow();
    var said = new Said(UUID.randomUUID(), 1, What.INITIAL, theirs, 30, now, true);
    assertThat(access.hear(interlock, said).why()).contains(Why.IN_USE);
  }

  @Test
  void useCountsForTheMachineAndForWhatOneKeeps() {
    access.hear(interlock, said(1, What.INITIAL, 60, now.minusSeconds(60)));
    access.hear(interlock, said(2, What.CANCEL, 0, now));
    assertThat(used_minutes()).isEqualTo(1);
    assertThat(
            sql.sql("select count(*) from fablab.machine_use where member = :m")
                .param("m", ana.id())
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void whatIsToldAfterwardsIsCountedAndNeverGivesPower() {
    var then = now.minus(Duration.ofMinutes(50));
    assertThat(access.hear(interlock, said(1, What.INITIAL, 30, then)).power()).isFalse();
    assertThat(access.hear(interlock, said(2, What.EXTEND, 30, then.plusSeconds(1500))).power())
        .isFalse();
    access.hear(interlock, said(3, What.CANCEL, 0, then.plus(Duration.ofMinutes(40))));
    assertThat(used_minutes()).isEqualTo(40);
    var kept =
        access.latest(500).stream().filter(one -> one.id().equals(run)).findFirst().orElseThrow();
    assertThat(kept.judged().replayed()).isTrue();
    assertThat(kept.judged().entitled()).isTrue();
  }

  @Test
  void whatRanAfterwardsToldWithoutARightIsCountedAndSaysSo() {
    badge = "nobody";
    var then = now.minus(Duration.ofMinutes(50));
    access.hear(interlock, said(1, What.INITIAL, 10, then));
    access.hear(interlock, said(2, What.CANCEL, 0, then.plusSeconds(600)));
    var kept =
        access.latest(500).stream().filter(one -> one.id().equals(run)).findFirst().orElseThrow();
    assertThat(kept.judged().entitled()).isFalse();
    assertThat(used_minutes()).isEqualTo(10);
  }

  /// A clock without a battery begins in 1970.
  @Test
  void aClockThatIsWrongGivesNothingAndCountsNothing() {
    for (var at : List.of(now.plus(HOUR), Instant.EPOCH, Instant.MIN, Instant.MAX)) {
      assertThat(access.hear(interlock, said(1, What.INITIAL, 30, at)).why()).contains(Why.CLOCK);
    }
    assertThat(used_minutes()).isZero();
  }

  @Test
  void noMachineCountsForLongerThanItWasLet() {
    var then = now.minus(Duration.ofDays(3));
    access.hear(interlock, said(1, What.INITIAL, 30, then));
    access.hear(interlock, said(2, What.CANCEL, 0, now));
    assertThat(used_minutes()).isEqualTo(30);
  }

  @Test
  void aBadgeThatWasEndedSinceIsToldAsOfThen() {
    var then = now.minus(Duration.ofMinutes(50));
    badges.listOf(ana.id()).forEach(one -> badges.end(Lab.STAFF, one.id()));
    access.hear(interlock, said(1, What.INITIAL, 10, then));
    assertThat(access.latest(500))
        .filteredOn(one -> one.id().equals(run))
        .singleElement()
        .satisfies(one -> assertThat(one.judged().entitled()).isTrue());
  }

  @Test
  void whatNobodyEndsIsEndedWithItsTime() {
    hear(1, What.INITIAL, 30);
    sql.sql(
            "update fablab.run set began_at = began_at - interval '2 hours', until_at = until_at - interval '2 hours' where id = :id")
        .param("id", run)
        .update();
    assertThat(access.endForgotten(Duration.ofMinutes(15), 500)).isPositive();
    assertThat(used_minutes()).isEqualTo(30);
    assertThat(access.alive(interlock).power()).isFalse();
  }

  @Test
  void anInterlockIsOnlineWhileItSaysSomething() {
    access.alive(interlock);
    var heard =
        interlocks.list().stream()
            .filter(one -> one.device().equals(interlock.device()))
            .findFirst()
            .orElseThrow();
    assertThat(heard.online(clock.instant())).isTrue();
    assertThat(heard.online(clock.instant().plusSeconds(100))).isFalse();
  }
}
