package org.foyal.fablab.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting.Granted;
import org.foyal.fablab.ladder.Granting.Lacks;
import org.foyal.fablab.ladder.Granting.NotAllowed;
import org.foyal.fablab.ladder.Granting.NotShown;
import org.foyal.fablab.ladder.Granting.NotThere;
import org.foyal.fablab.ladder.Granting.NothingToDo;
import org.foyal.fablab.ladder.Granting.SentBefore;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Joined;
import org.foyal.learning.enrolment.Participation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A level is granted on evidence, by whoever may grant it, in its order; the database refuses what
/// the pages would.
@HouseTest
class ClimbingTheLadderTest {
  private static final Granter STAFF = new Granter.Staff(Lab.STAFF);
  private static final Rules FREE = new Rules(0, 1, 4, 1, List.of());

  @Autowired Lab lab;
  @Autowired Joined joined;
  @Autowired Attendance attendance;
  @Autowired Members members;
  @Autowired Ladder ladder;
  @Autowired JdbcClient sql;

  private static Grant grant(Member member, MachineType type, Level level, Evidence evidence) {
    return new Grant(UUID.randomUUID(), member.id(), type.code(), level, evidence);
  }

  private Session session(String course) {
    var session = joined.session(course, 4, 0, LocalTime.of(10, 0));
    joined.nearer(session, -5);
    return session;
  }

  private Member noted(Session session, State state) {
    var keys = joined.atTheCounter(session, Joined.person("Ana des Essais"));
    joined.nearer(session, -30); // so that absences can be noted
    joined.note(session, keys, state);
    return members.enter(attendance.find(keys.id()).orElseThrow().learner().id(), false);
  }

  @Test
  void whoeverCameToTheSessionIsGrantedWhatItTeaches() {
    var course = joined.course();
    var type = lab.type("Découpe laser", Optional.of(course), FREE);
    var session = session(course);
    var ana = noted(session, State.PRESENT);
    assertThat(ladder.standing(ana.id(), type.code(), Instant.now()).state())
        .isEqualTo(Standing.State.NEVER);
    var granting =
        ladder.grant(STAFF, grant(ana, type, Level.SUPERVISED, Evidence.attended(session.id())));
    assertThat(granting).isInstanceOf(Granted.class);
    var standing = ladder.standing(ana.id(), type.code(), Instant.now());
    assertThat(standing.level()).isEqualTo(Level.SUPERVISED);
    assertThat(standing.state()).isEqualTo(Standing.State.CURRENT);
  }

  @Test
  void aSessionToWhichTheyDidNotComeIsNoEvidence() {
    var course = joined.course();
    var type = lab.type("Découpe laser", Optional.of(course), FREE);
    var session = session(course);
    var ana = noted(session, State.NO_SHOW);
    assertThat(
            ladder.grant(STAFF, grant(ana, type, Level.OBSERVER, Evidence.attended(session.id()))))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void aSessionOfAnotherCourseIsNoEvidence() {
    var type = lab.type("Découpe laser", Optional.of(joined.course()), FREE);
    var session = session(joined.course());
    var ana = noted(session, State.PRESENT);
    assertThat(
            ladder.grant(STAFF, grant(ana, type, Level.OBSERVER, Evidence.attended(session.id()))))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void aboveWhatTheCourseGivesTheWholeCheckListIsLookedAt() {
    var course = joined.course();
    var type = lab.type("Découpe laser", Optional.of(course), FREE);
    var session = session(course);
    var ana = noted(session, State.LATE);
    var level = Level.AUTONOMOUS_STAFFED;
    assertThat(ladder.grant(STAFF, grant(ana, type, level, Evidence.attended(session.id()))))
        .isEqualTo(new NotShown(2));
    assertThat(ladder.grant(STAFF, grant(ana, type, level, Evidence.shown(1))))
        .isEqualTo(new NotShown(2));
    assertThat(ladder.grant(STAFF, grant(ana, type, level, Evidence.said("Elle sait faire."))))
        .isEqualTo(new NotShown(2));
    assertThat(ladder.grant(STAFF, grant(ana, type, level, Evidence.shown(2))))
        .isInstanceOf(Granted.class);
  }

  @Test
  void theSameFormTwiceGrantsOnce() {
    var type = lab.type("Couture");
    var grant = grant(lab.member("Ana"), type, Level.SUPERVISED, Evidence.shown(2));
    assertThat(ladder.grant(STAFF, grant)).isInstanceOf(Granted.class);
    assertThat(ladder.grant(STAFF, grant)).isInstanceOf(SentBefore.class);
    assertThat(ladder.history(grant.member())).hasSize(1);
  }

  @Test
  void whatTheyHaveIsNotGrantedAgain() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    lab.granted(ana, type, Level.AUTONOMOUS_STAFFED);
    assertThat(ladder.grant(STAFF, grant(ana, type, Level.SUPERVISED, Evidence.shown(2))))
        .isInstanceOf(NothingToDo.class);
  }

  @Test
  void whatComesFirstComesFirst() {
    var safety = lab.type("Sécurité électrique");
    var solder = lab.type("Fer à souder", new Need(safety.code(), 1));
    var ana = lab.member("Ana");
    var grant = grant(ana, solder, Level.SUPERVISED, Evidence.shown(2));
    assertThat(ladder.grant(STAFF, grant))
        .isEqualTo(
            new Lacks(
                List.of(
                    new Missing.Step(
                        safety.code(), Level.OBSERVER, Level.NONE, Standing.State.NEVER))));
    lab.granted(ana, safety, Level.OBSERVER);
    assertThat(ladder.grant(STAFF, grant)).isInstanceOf(Granted.class);
  }

  @Test
  void theDatabaseItselfGrantsNothingOutOfOrder() {
    var safety = lab.type("Sécurité électrique");
    var solder = lab.type("Fer à souder", new Need(safety.code(), 1));
    var ana = lab.member("Ana");
    refused("something else comes first", () -> insert(ana, solder, 3, new UUID(7, 7), null));
    refused("granted_by_somebody", () -> insert(ana, safety, 1, null, null));
    lab.granted(ana, safety, Level.REFERENT);
    refused("nobody_grants_to_themselves", () -> insert(ana, safety, 1, null, ana.id()));
    var other = lab.member("Bob");
    refused("who is at the highest level grants", () -> insert(ana, safety, 1, null, other.id()));
  }

  @Test
  void aReferentGrantsUpToTheThirdLevelAndNobodyElseDoes() {
    var type = lab.type("Découpe vinyle");
    var ana = lab.member("Ana");
    var bob = lab.member("Bob");
    var bobs = new Granter.Referent(bob.id());
    lab.granted(bob, type, Level.AUTONOMOUS);
    var third = grant(ana, type, Level.AUTONOMOUS_STAFFED, Evidence.shown(2));
    assertThat(ladder.grant(bobs, third)).isInstanceOf(NotAllowed.class);
    lab.granted(bob, type, Level.REFERENT);
    assertThat(ladder.grant(bobs, grant(ana, type, Level.AUTONOMOUS, Evidence.shown(2))))
        .isInstanceOf(NotAllowed.class);
    assertThat(ladder.grant(bobs, third)).isInstanceOf(Granted.class);
    assertThat(ladder.history(ana.id()).getLast().by().referent()).isEqualTo(bob.id());
    refused("referents_grant_up_to_three", () -> insert(ana, type, 4, null, bob.id()));
    var other = lab.type("Fraiseuse");
    assertThat(ladder.grant(bobs, grant(ana, other, Level.OBSERVER, Evidence.shown(2))))
        .as("a referent of one kind is none of another")
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void nothingThatWasWrittenIsChanged() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    lab.granted(ana, type, Level.SUPERVISED);
    var where = " where member = '" + ana.id() + "'";
    refused(
        "stays written",
        () -> sql.sql("update fablab.ladder_event set level = 5" + where).update());
    refused("stays written", () -> sql.sql("delete from fablab.ladder_event" + where).update());
    assertThat(ladder.history(ana.id())).hasSize(1);
  }

  @Test
  void aMinorNeedsAGuardianAndAMachineItsAge() {
    var type = lab.type("Laser", Optional.empty(), new Rules(15, 1, 1, 2, List.of()));
    int year = java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear();
    var ana = lab.member("Ana");
    var now = Instant.now();
    assertThat(ladder.missing(ana.id(), type.code(), Level.NONE, now))
        .containsExactly(new Missing.AgeUnknown(15));
    sql.sql("update fablab.member set birth_year = :year where id = :id")
        .param("year", year - 16)
        .param("id", ana.id())
        .update();
    assertThat(ladder.missing(ana.id(), type.code(), Level.NONE, now))
        .containsExactly(new Missing.Guardian());
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.NONE, now)).isFalse();
    members.guardianSeen(Lab.STAFF, ana.id(), java.time.LocalDate.of(year, 1, 2));
    assertThat(ladder.missing(ana.id(), type.code(), Level.NONE, now)).isEmpty();
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.NONE, now)).isTrue();
    sql.sql("update fablab.member set birth_year = :year where id = :id")
        .param("year", year - 14)
        .param("id", ana.id())
        .update();
    assertThat(ladder.missing(ana.id(), type.code(), Level.NONE, now))
        .containsExactly(new Missing.TooYoung(15));
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.NONE, now)).isFalse();
  }

  @Test
  void whatHoldsAtTheDateOfTheBookingCounts() {
    var type = lab.type("Couture");
    var ana = lab.member("Ana");
    lab.granted(ana, type, Level.SUPERVISED);
    var now = Instant.now();
    var late = now.plus(Duration.ofDays(900));
    assertThat(ladder.missing(ana.id(), type.code(), Level.SUPERVISED, now)).isEmpty();
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.SUPERVISED, now)).isTrue();
    assertThat(ladder.missing(ana.id(), type.code(), Level.SUPERVISED, late))
        .singleElement()
        .isInstanceOf(Missing.Ends.class);
    assertThat(ladder.mayUse(ana.id(), type.code(), Level.SUPERVISED, late)).isFalse();
    assertThat(ladder.missing(ana.id(), type.code(), Level.AUTONOMOUS, now))
        .containsExactly(
            new Missing.Step(
                type.code(), Level.AUTONOMOUS, Level.SUPERVISED, Standing.State.CURRENT));
  }

  private void insert(
      Member member, MachineType type, int level, @Nullable UUID account, @Nullable UUID referent) {
    sql.sql(
            """
            insert into fablab.ladder_event (form, member, type, what, level, valid_from, valid_until,
              evidence_checks, account, referent, at)
            values (gen_random_uuid(), :member, :type, 'GRANTED', :level, now(), now() + interval '1 year',
              2, :account, :referent, now())
            """)
        .param("member", member.id())
        .param("type", type.code())
        .param("level", level)
        .param("account", account, java.sql.Types.OTHER)
        .param("referent", referent, java.sql.Types.OTHER)
        .update();
  }

  private static void refused(
      String by, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(by);
  }
}
