package org.foyal.fablab.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting.Granted;
import org.foyal.fablab.ladder.Granting.NotShown;
import org.foyal.fablab.ladder.Granting.NothingToDo;
import org.foyal.fablab.ladder.Granting.Suspended;
import org.foyal.fablab.ladder.Ladder.Taking;
import org.foyal.fablab.ladder.Standing.State;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.members.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// A level ends, is suspended, taken away, or lowered when it is not used; whoever holds bookings
/// is told, once.
@HouseTest
@RecordApplicationEvents
class LosingALevelTest {
  private static final Granter STAFF = new Granter.Staff(Lab.STAFF);

  @Autowired Lab lab;
  @Autowired Ladder ladder;
  @Autowired LadderNightly nightly;
  @Autowired LadderStore store;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEvents events;

  private List<String> lapsed(Member member) {
    return events.stream(StandingLapsed.class)
        .filter(one -> one.member().equals(member.id()))
        .map(StandingLapsed::type)
        .toList();
  }

  /// Writes what was granted some days ago and holds for so many days.
  private void grantedAgo(Member member, MachineType type, int level, int days, int holds) {
    var from = Instant.now().minus(Duration.ofDays(days));
    store.append(
        new LadderStore.Entry(
            UUID.randomUUID(),
            member.id(),
            type.code(),
            LadderEvent.What.GRANTED,
            Level.of(level),
            new LadderStore.Span(from, Optional.of(from.plus(Duration.ofDays(holds)))),
            Evidence.shown(2),
            Optional.empty(),
            new LadderEvent.By(new UUID(7, 7), null),
            false),
        from);
  }

  private void told(Member member, MachineType type, int level) {
    sql.sql(
            """
            insert into fablab.ladder_told (member, type, level) values (:member, :type, :level)
            """)
        .param("member", member.id())
        .param("type", type.code())
        .param("level", level)
        .update();
  }

  private Standing standing(Member member, MachineType type) {
    return ladder.standing(member.id(), type.code(), Instant.now());
  }

  @Test
  void whatHasRunOutIsToldOnceByNight() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 3, 400, 365);
    told(ana, type, 3);
    assertThat(standing(ana, type).state()).isEqualTo(State.EXPIRED);
    assertThat(standing(ana, type).level()).isEqualTo(Level.NONE);
    assertThat(standing(ana, type).held()).isEqualTo(Level.AUTONOMOUS_STAFFED);
    nightly.night();
    nightly.night();
    assertThat(lapsed(ana)).containsExactly(type.code());
  }

  @Test
  void aMonthBeforeItsEndItIsShown() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 3, 340, 365);
    assertThat(standing(ana, type).state()).isEqualTo(State.ENDS_SOON);
    assertThat(standing(ana, type).level()).isEqualTo(Level.AUTONOMOUS_STAFFED);
  }

  @Test
  void aMonthBeforeItsEndTheyAreWrittenToOnce() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 3, 340, 365);
    told(ana, type, 3);
    ladder.used(ana.id(), type.code(), LocalDate.now(ZoneOffset.UTC).minusDays(3));
    nightly.night();
    nightly.night();
    var letters =
        sql.sql("select count(*) from post.letter where body like :reference")
            .param("reference", "%" + ana.reference() + "%")
            .query(Integer.class)
            .single();
    assertThat(letters).isEqualTo(1);
    assertThat(lapsed(ana)).isEmpty();
  }

  @Test
  void whatAsksForItLapsesWithIt() {
    var safety = lab.type("Sécurité électrique");
    var solder = lab.type("Fer à souder", new Need(safety.code(), 1));
    var ana = lab.member("Ana");
    lab.granted(ana, safety, Level.OBSERVER);
    lab.granted(ana, solder, Level.AUTONOMOUS_STAFFED);
    ladder.revoke(Lab.STAFF, ana.id(), safety.code(), "A travaillé sous tension");
    assertThat(lapsed(ana)).containsExactlyInAnyOrder(safety.code(), solder.code());
    assertThat(ladder.mayUse(ana.id(), solder.code(), Level.SUPERVISED, Instant.now())).isFalse();
    assertThat(ladder.missing(ana.id(), solder.code(), Level.SUPERVISED, Instant.now()))
        .containsExactly(
            new Missing.Step(safety.code(), Level.OBSERVER, Level.NONE, State.REVOKED));
  }

  @Test
  void aSuspensionEndsByItselfOrByHandAndNothingIsGrantedMeanwhile() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    lab.granted(ana, type, Level.SUPERVISED);
    var end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(7));
    assertThat(ladder.suspend(Lab.STAFF, ana.id(), type.code(), Optional.of(end), " "))
        .isEqualTo(Taking.NO_REASON);
    assertThat(ladder.suspend(Lab.STAFF, ana.id(), type.code(), Optional.of(end), "Sans lunettes"))
        .isEqualTo(Taking.DONE);
    assertThat(standing(ana, type).state()).isEqualTo(State.SUSPENDED);
    assertThat(standing(ana, type).level()).isEqualTo(Level.NONE);
    assertThat(lapsed(ana)).containsExactly(type.code());
    assertThat(ladder.standing(ana.id(), type.code(), end).level()).isEqualTo(Level.SUPERVISED);
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.SUPERVISED, end)).isTrue();
    var higher = Level.AUTONOMOUS_STAFFED;
    var grant = new Grant(UUID.randomUUID(), ana.id(), type.code(), higher, Evidence.shown(2));
    assertThat(ladder.grant(STAFF, grant)).isInstanceOf(Suspended.class);
    assertThat(ladder.resume(Lab.STAFF, ana.id(), type.code(), "")).isEqualTo(Taking.DONE);
    assertThat(standing(ana, type).level()).isEqualTo(Level.SUPERVISED);
    assertThat(ladder.resume(Lab.STAFF, ana.id(), type.code(), "")).isEqualTo(Taking.NOTHING_TO_DO);
  }

  @Test
  void whatWasTakenAwayIsGrantedAnew() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    lab.granted(ana, type, Level.AUTONOMOUS);
    assertThat(ladder.revoke(Lab.STAFF, ana.id(), type.code(), "A laissé la machine allumée"))
        .isEqualTo(Taking.DONE);
    assertThat(standing(ana, type).state()).isEqualTo(State.REVOKED);
    assertThat(ladder.revoke(Lab.STAFF, ana.id(), type.code(), "encore"))
        .isEqualTo(Taking.NOTHING_TO_DO);
    lab.granted(ana, type, Level.SUPERVISED);
    assertThat(standing(ana, type).level()).isEqualTo(Level.SUPERVISED);
    assertThat(ladder.history(ana.id())).hasSize(3);
  }

  @Test
  void whoeverDoesNotWorkThereForLongIsLoweredByOneOnce() {
    var type = lab.type("Découpe laser");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 4, 200, 700);
    told(ana, type, 4);
    nightly.night();
    nightly.night();
    assertThat(standing(ana, type).level()).isEqualTo(Level.AUTONOMOUS_STAFFED);
    assertThat(standing(ana, type).until()).isPresent();
    assertThat(lapsed(ana)).containsExactly(type.code());
    var last = ladder.history(ana.id()).getLast();
    assertThat(last.what()).isEqualTo(LadderEvent.What.DEMOTED);
    assertThat(last.by()).isEqualTo(new LadderEvent.By(null, null));
  }

  @Test
  void realUseKeepsALevel() {
    var type = lab.type("Découpe laser");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 4, 200, 700);
    ladder.used(ana.id(), type.code(), LocalDate.now(ZoneOffset.UTC).minusDays(20));
    ladder.used(ana.id(), type.code(), LocalDate.now(ZoneOffset.UTC).minusDays(20));
    nightly.night();
    assertThat(standing(ana, type).level()).isEqualTo(Level.AUTONOMOUS);
    assertThat(standing(ana, type).lastUsed()).isPresent();
  }

  @Test
  void theFirstLevelsAreNotLostByStayingAway() {
    var type = lab.type("Découpe laser");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 1, 600, 700);
    nightly.night();
    assertThat(standing(ana, type).level()).isEqualTo(Level.OBSERVER);
  }

  @Test
  void itIsRenewedForWhoeverWorkedThereLatelyOrShowsItAgain() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 3, 400, 365);
    var none = new Evidence(Optional.empty(), 0, Optional.empty());
    var code = type.code();
    assertThat(ladder.renew(STAFF, UUID.randomUUID(), ana.id(), code, none))
        .isEqualTo(new NotShown(2));
    ladder.used(ana.id(), code, LocalDate.now(ZoneOffset.UTC).minusDays(50));
    assertThat(ladder.renew(STAFF, UUID.randomUUID(), ana.id(), code, none))
        .isInstanceOf(Granted.class);
    assertThat(standing(ana, type).level()).isEqualTo(Level.AUTONOMOUS_STAFFED);
    assertThat(standing(ana, type).state()).isEqualTo(State.CURRENT);
    var bob = lab.member("Bob");
    grantedAgo(bob, type, 3, 400, 365);
    assertThat(ladder.renew(STAFF, UUID.randomUUID(), bob.id(), code, Evidence.shown(2)))
        .isInstanceOf(Granted.class);
  }

  @Test
  void whatRanOutLongAgoIsGrantedAnewInstead() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    grantedAgo(ana, type, 3, 900, 365);
    assertThat(ladder.renew(STAFF, UUID.randomUUID(), ana.id(), type.code(), Evidence.shown(2)))
        .isInstanceOf(NothingToDo.class);
  }

  /// The rule stands twice, in Java for pages and in the database for whoever goes round them:
  /// whatever happened, both say the same for any moment.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theDatabaseAndTheProgramSayTheSame(long seed) {
    var random = new Random(seed);
    var type = lab.type("Essais");
    var ana = lab.member("Ana");
    var whats = LadderEvent.What.values();
    for (int i = 0; i < 25; i++) {
      var what = whats[random.nextInt(whats.length)];
      var from = Instant.now().plus(Duration.ofHours(random.nextInt(-2000, 1000)));
      boolean sets = what == LadderEvent.What.GRANTED || what == LadderEvent.What.RENEWED;
      boolean ends = sets || (what != LadderEvent.What.RESUMED && random.nextBoolean());
      int level = what == LadderEvent.What.REVOKED ? 0 : random.nextInt(1, 6);
      store.append(
          new LadderStore.Entry(
              UUID.randomUUID(),
              ana.id(),
              type.code(),
              what,
              Level.of(level),
              new LadderStore.Span(
                  from,
                  ends
                      ? Optional.of(from.plus(Duration.ofHours(random.nextInt(1, 3000))))
                      : Optional.empty()),
              Evidence.shown(2),
              Optional.of("seed " + seed),
              new LadderEvent.By(new UUID(7, 7), null),
              false),
          Instant.EPOCH); // before all of them: no rule of order is looked at
      var at = Instant.now().plus(Duration.ofHours(random.nextInt(-2500, 4000)));
      assertThat(levelAt(ana, type, at))
          .as("after %d events of seed %d", i + 1, seed)
          .isEqualTo(ladder.standing(ana.id(), type.code(), at).level().number());
    }
  }

  private int levelAt(Member member, MachineType type, Instant at) {
    return sql.sql("select fablab.level_at(:member, :type, :at)")
        .param("member", member.id())
        .param("type", type.code())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
