package org.foyal.agreement.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Day;
import org.foyal.agreement.Register;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.kernel.Quarter;
import org.foyal.people.Actor;
import org.foyal.people.TestStaff;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever asked is told; whoever owes is reminded; whoever reads is told in ten lines.
@HouseTest
@Import(TestStaff.class)
class FollowingPromisesTest {
  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired Agreements agreements;
  @Autowired Reminders reminders;
  @Autowired Following following;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private static Change change(long id, Kind kind, String promise) {
    return new Change(
        id,
        "accord",
        id,
        promise,
        Told.inFrench(promise),
        kind,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Change.Origin.STAFF,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  @Test
  void tenLinesAreOneAPromiseAndStatesComeBeforeEdits() {
    var changes = new ArrayList<Change>();
    for (int i = 30; i > 0; i--) {
      changes.add(change(i, i % 3 == 0 ? Kind.STATE : Kind.EDITED, "p" + i % 15));
    }
    var brief = InShort.of(changes, 30);
    assertThat(brief.lines()).hasSize(10);
    assertThat(brief.others()).isEqualTo(20);
    assertThat(brief.lines()).extracting(Change::commitmentCode).doesNotHaveDuplicates();
    assertThat(brief.lines().stream().limit(5)).allMatch(c -> c.kind() == Kind.STATE);
    assertThat(brief.lines().getFirst().id()).isEqualTo(30);
  }

  @Test
  void aQuarterIsThreeMonths() {
    var fourth = Quarter.of(LocalDate.of(2026, 11, 25));
    assertThat(fourth).isEqualTo(new Quarter(2026, 4));
    assertThat(fourth.first()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(fourth.last()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(fourth.after()).isEqualTo(new Quarter(2027, 1));
    assertThat(Quarter.find("2026-5")).isEmpty();
    assertThat(Quarter.find("")).isEmpty();
  }

  @Test
  void thePageOfChangesSaysWhatWasWrittenThisQuarter() {
    var promise = signed.promise(Optional.empty());
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new Change.State(Declared.UNDER_WAY, Signed.SIGNED_ON.plusDays(3), Optional.empty()),
        Told.inFrench("les travaux ont commencé"));
    assertThat(web.get().uri("/fr/agreements/changes?all=yes"))
        .hasStatusOk()
        .bodyText()
        .contains("les travaux ont commencé", "/fr/commitments/" + promise.code());
    assertThat(web.get().uri("/fr/agreements/changes?quarter=nonsense")).hasStatusOk();
    assertThat(web.get().uri("/fr/agreements/changes?quarter=2001-1"))
        .bodyText()
        .contains("Rien n’a été écrit");
  }

  private Commitment owned(TestStaff.Member member, int days) {
    var promise = signed.promise(Optional.of(Day.exactly(agreements.today().plusDays(days))));
    register.setOwner(Writer.FILE, promise.code(), Optional.of(member.id()));
    return promise;
  }

  private List<String> subjects(Commitment promise) {
    return sql.sql("select subject from post.letter where key like :key order by id")
        .param("key", "agreement.reminder.promise." + promise.id() + ".%")
        .query(String.class)
        .list();
  }

  @Test
  void whoeverLooksAfterAPromiseIsRemindedBeforeItsDayAndAfterItOnce() {
    var ana = staff.member(Role.AGENT);
    var soon = owned(ana, 7);
    var late = owned(ana, -1);
    var later = owned(ana, 20);
    reminders.remind();
    reminders.remind();
    assertThat(subjects(soon)).containsExactly("À faire bientôt\u00a0: Une promesse");
    assertThat(subjects(late)).containsExactly("Échéance dépassée\u00a0: Une promesse");
    assertThat(subjects(later)).isEmpty();
  }

  @Test
  void aNightThatWasMissedIsMadeUpFor() {
    var promise = owned(staff.member(Role.AGENT), 5);
    reminders.remind();
    assertThat(subjects(promise)).hasSize(1);
    assertThat(
            sql.sql("select body from post.letter where key like :key")
                .param("key", "agreement.reminder.promise." + promise.id() + ".%")
                .query(String.class)
                .single())
        .contains("dans 5 jours");
  }

  @Test
  void whatIsKeptIsNotRemindedOf() {
    var promise = owned(staff.member(Role.AGENT), 7);
    register.addLink(
        Writer.FILE,
        promise.code(),
        Told.inFrench("preuve"),
        Optional.empty(),
        Optional.of("https://example.org/"));
    var kept = Signed.SIGNED_ON.plusDays(10);
    register.declare(
        Writer.FILE,
        promise.code(),
        signed.now(promise.code()).version(),
        new Change.State(Declared.KEPT, kept, Optional.of(kept)),
        Told.inFrench("fait"));
    reminders.remind();
    assertThat(subjects(promise)).isEmpty();
  }

  @Test
  void askingToBeToldQueuesOneLetterToConfirmAndNeverSaysWhetherTheAddressWasKnown() {
    var promise = signed.promise(Optional.empty());
    var door = "/fr/commitments/" + promise.code() + "/follow";
    var first = web.post().uri(door).param("address", "lise@example.org").exchange();
    var second = web.post().uri(door).param("address", "lise@example.org").exchange();
    assertThat(first).hasStatusOk();
    assertThat(second).hasStatusOk();
    assertThat(
            sql.sql("select count(*) from post.subscription where topic = :topic")
                .param("topic", "agreement.commitment." + promise.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(web.post().uri(door).param("address", "pas une adresse")).hasStatus(422);
    assertThat(web.post().uri(door)).hasStatus(422);
  }

  @Test
  void aDayIsToldOnceToWhoeverConfirmed() {
    var promise = signed.promise(Optional.empty());
    var topic = "agreement.commitment." + promise.id();
    web.post()
        .uri("/fr/commitments/" + promise.code() + "/follow")
        .param("address", "jo@example.org")
        .exchange();
    sql.sql("update post.subscription set confirmed_at = now() where topic = :topic")
        .param("topic", topic)
        .update();
    var ana = new Writer(new Actor(UUID.randomUUID(), "Ana", "-"), true, Change.Origin.STAFF);
    register.addLink(
        ana, promise.code(), Told.inFrench("Une photo"), Optional.empty(), Optional.empty());
    sql.sql("delete from agreement.told where day = :day")
        .param("day", agreements.today())
        .update();
    following.tellOnce(agreements.today());
    following.tellOnce(agreements.today());
    assertThat(
            sql.sql("select count(*) from post.letter where kind = 'OPTIONAL' and body like :link")
                .param("link", "%/fr/commitments/" + promise.code() + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }
}
