package org.foyal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyal.agreement.Signed.SIGNED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.people.Actor;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What may be written into the register, and what its history keeps.
@HouseTest
class KeepingTheRegisterTest {
  private static final Told WHY = Told.inFrench("parce que");
  private static final Optional<String> LINK = Optional.of("https://example.org/preuve");
  private static final Optional<Day> IN_MAY = Day.lastOf("2024-05");

  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired Signing signing;
  @Autowired Agreements agreements;
  @Autowired JdbcClient sql;

  private static Change.State state(Declared declared, LocalDate knownOn) {
    return new Change.State(
        declared, knownOn, Optional.of(knownOn).filter(_ -> declared == Declared.KEPT));
  }

  @Test
  void aPromiseIsNotDueBeforeItsAgreementWasSigned() {
    var party = signed.party("Partie");
    var saving =
        signed.enter(
            signed.agreement(party),
            party,
            Signed.fresh("p"),
            Signed.said("Trop tôt", Optional.of(Day.exactly(SIGNED_ON.minusDays(1)))));
    assertThat(saving).isEqualTo(Refused.of("due", "agreement.problem.before-agreement"));
  }

  @Test
  void theDatabaseItselfRefusesADateBeforeTheAgreement() {
    var promise = signed.promise(Optional.empty());
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    update agreement.commitment set due_on = date '2001-01-01', due_unit = 'DAY'
                    where id = :id
                    """)
                .param("id", promise.id())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("commitment_after_signature");
  }

  @Test
  void aStepWithoutSomebodyWhoAnswersForItIsRefusedByTheDatabase() {
    var promise = signed.promise(Optional.empty());
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into agreement.milestone (commitment, signed_on, title, due_on, due_unit)
                    values (:id, :signed, '{"fr": "x"}', date '2025-01-01', 'DAY')
                    """)
                .param("id", promise.id())
                .param("signed", SIGNED_ON)
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("owner");
  }

  @Test
  void nobodySaysKeptWithoutAProof() {
    var promise = signed.promise(IN_MAY);
    var kept = state(Declared.KEPT, SIGNED_ON.plusDays(30));
    assertThat(register.declare(Writer.FILE, promise.code(), promise.version(), kept, WHY))
        .isEqualTo(Refused.of("declared", "agreement.problem.proof"));
    var older = Optional.of(SIGNED_ON.plusDays(29));
    register.addLink(
        Writer.FILE, promise.code(), Told.inFrench("Un titre"), Optional.empty(), Optional.empty());
    register.addLink(Writer.FILE, promise.code(), Told.inFrench("Avant"), older, Optional.empty());
    assertThat(register.declare(Writer.FILE, promise.code(), promise.version(), kept, WHY))
        .isEqualTo(Refused.of("declared", "agreement.problem.proof"));
    register.addLink(
        Writer.FILE,
        promise.code(),
        Told.inFrench("Photo"),
        Optional.of(SIGNED_ON.plusDays(30)),
        Optional.empty());
    assertThat(register.declare(Writer.FILE, promise.code(), promise.version(), kept, WHY))
        .isInstanceOf(Saved.class);
    assertThat(signed.now(promise.code()).standing(SIGNED_ON.plusYears(1)).state())
        .isEqualTo(Standing.State.KEPT);
  }

  @Test
  void whatIsSaidMustHaveHappened() {
    var promise = signed.promise(Optional.empty());
    var tomorrow = agreements.today().plusDays(1);
    assertThat(
            register.declare(
                Writer.FILE,
                promise.code(),
                promise.version(),
                state(Declared.UNDER_WAY, tomorrow),
                WHY))
        .isEqualTo(Refused.of("knownOn", "agreement.problem.future"));
    assertThat(
            register.declare(
                Writer.FILE,
                promise.code(),
                promise.version(),
                state(Declared.UNDER_WAY, SIGNED_ON.minusDays(1)),
                WHY))
        .isEqualTo(Refused.of("knownOn", "agreement.problem.before-announced"));
  }

  @Test
  void ofTwoWhoEditFromTheSamePageTheSecondIsShownWhatTheFirstWrote() {
    var promise = signed.promise(IN_MAY);
    var first = Signed.said("Écrit par la première", IN_MAY);
    var second = Signed.said("Écrit par la seconde", IN_MAY);
    assertThat(edit(promise, first)).isEqualTo(new Saved(promise.code()));
    assertThat(edit(promise, second))
        .isInstanceOfSatisfying(
            Overtaken.class, overtaken -> assertThat(overtaken.theirs().said()).isEqualTo(first));
    assertThat(signed.now(promise.code()).said()).isEqualTo(first);
  }

  private Saving edit(Commitment from, Commitment.Said said) {
    return register.editCommitment(
        Writer.FILE, from.code(), from.version(), said, Optional.empty(), WHY);
  }

  @Test
  void ofManyAtTheSameMomentExactlyOneWins() throws Exception {
    var promise = signed.promise(IN_MAY);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 16)
              .<Callable<Saving>>mapToObj(n -> () -> edit(promise, Signed.said("N° " + n, IN_MAY)))
              .toList();
      var outcomes = new ArrayList<Saving>();
      for (var each : hands.invokeAll(all)) {
        outcomes.add(each.get());
      }
      assertThat(outcomes).filteredOn(Saved.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Overtaken.class::isInstance).hasSize(15);
    }
    assertThat(agreements.history(promise))
        .filteredOn(change -> change.kind() == Kind.EDITED)
        .hasSize(1);
  }

  @Test
  void somebodyOfTheStaffWritesOnlyWhatSheLooksAfter() {
    var promise = signed.promise(IN_MAY);
    var id = UUID.randomUUID();
    var ana = new Writer(new Actor(id, "Ana", "192.0.2.1"), false, Change.Origin.STAFF);
    assertThat(
            register.declare(
                ana,
                promise.code(),
                promise.version(),
                state(Declared.UNDER_WAY, SIGNED_ON.plusDays(3)),
                WHY))
        .isEqualTo(new NotThere());
    register.setOwner(Writer.FILE, promise.code(), Optional.of(id));
    var owned = signed.now(promise.code());
    assertThat(
            register.declare(
                ana,
                owned.code(),
                owned.version(),
                state(Declared.UNDER_WAY, SIGNED_ON.plusDays(3)),
                WHY))
        .isEqualTo(new Saved(owned.code()));
    assertThat(
            sql.sql(
                    "select count(*) from people.act where who = :who and what = 'agreement.act.state'")
                .param("who", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anOwnerMovesNoDateAndAnAdministratorsMoveIsReadByEverybody() {
    var promise = signed.promise(IN_MAY);
    var id = UUID.randomUUID();
    register.setOwner(Writer.FILE, promise.code(), Optional.of(id));
    var owned = signed.now(promise.code());
    var ana = new Writer(new Actor(id, "Ana", "192.0.2.1"), false, Change.Origin.STAFF);
    var later = Signed.said("Une promesse", Day.lastOf("2030"));
    assertThat(
            register.editCommitment(
                ana, owned.code(), owned.version(), later, Optional.empty(), WHY))
        .isEqualTo(Refused.of("due", "agreement.problem.administrator"));
    assertThat(edit(owned, later)).isInstanceOf(Saved.class);
    assertThat(agreements.history(owned).getFirst().about().orElseThrow().french())
        .contains("2024-05 → 2030");
  }

  @Test
  void aMonthThatHoldsTheDayOfSignatureIsNotBeforeIt() {
    var party = signed.party("Partie");
    var agreement = signed.agreement(party);
    var said = Signed.said("Annoncée en mars", Optional.empty());
    var inMarch =
        new Commitment.Said(
            said.title(),
            said.terms(),
            said.plain(),
            said.theme(),
            said.audiences(),
            Day.firstOf("2024-03").orElseThrow(),
            said.due(),
            said.source(),
            said.door());
    assertThat(signed.enter(agreement, party, Signed.fresh("p"), inMarch))
        .isInstanceOf(Saved.class);
  }

  @Test
  void aProofThatIsTakenBackIsGoneAndTheReasonStays() {
    var promise = signed.promise(IN_MAY);
    register.addLink(Writer.FILE, promise.code(), Told.inFrench("Photo"), Optional.empty(), LINK);
    long proof = agreements.evidence(promise).getFirst().id();
    assertThat(register.withdrawEvidence(Writer.FILE, promise.code(), proof, WHY))
        .isInstanceOf(Saved.class);
    var left = agreements.evidence(promise).getFirst();
    assertThat(left.address()).isNull();
    assertThat(left.withdrawn()).contains(WHY);
    assertThat(agreements.history(promise).getFirst().kind()).isEqualTo(Kind.WITHDRAWN);
    assertThat(register.withdrawEvidence(Writer.FILE, promise.code(), proof, WHY))
        .isEqualTo(new NotThere());
  }

  @Test
  void theHistorySaysWhenItWasTrueAndWhyAndNobodyEditsIt() {
    var promise = signed.promise(IN_MAY);
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        state(Declared.UNDER_WAY, SIGNED_ON.plusDays(3)),
        Told.inFrench("le chantier a commencé"));
    var newest = agreements.history(promise).getFirst();
    assertThat(newest.why().orElseThrow().french()).isEqualTo("le chantier a commencé");
    assertThat(newest.state().orElseThrow().knownOn()).isEqualTo(SIGNED_ON.plusDays(3));
    for (var deed :
        List.of(
            "update agreement.change set why = null",
            "delete from agreement.change",
            "truncate agreement.change")) {
      assertThatThrownBy(() -> sql.sql(deed).update())
          .as(deed)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("is not edited");
    }
  }

  @Test
  void aStepIsReachedOnce() {
    var promise = signed.promise(IN_MAY);
    register.addMilestone(
        Writer.FILE,
        promise.code(),
        new Milestone(
            0,
            promise.party(),
            Told.inFrench("Première armoire"),
            Day.lastOf("2024-04"),
            Optional.empty(),
            Optional.empty()));
    long step = agreements.milestones(promise).getFirst().id();
    var on = SIGNED_ON.plusDays(60);
    assertThat(register.reach(Writer.FILE, promise.code(), step, on)).isInstanceOf(Saved.class);
    assertThat(register.reach(Writer.FILE, promise.code(), step, on)).isInstanceOf(Refused.class);
    assertThat(agreements.milestones(promise).getFirst().standing(SIGNED_ON.plusYears(1)))
        .isEqualTo(new Standing(Standing.State.KEPT_LATE, 14));
  }

  @Test
  void aRenewalMovesTheLastDayOfTheAgreement() {
    var party = signed.party("Partie");
    var code = signed.agreement(party);
    var until = LocalDate.of(2030, 12, 31);
    signing.amend(
        Writer.FILE,
        code,
        new Agreement.Amendment(
            SIGNED_ON.plusDays(10),
            Agreement.Amendment.Kind.RENEWAL,
            Told.inFrench("Prolongé"),
            Optional.of(until),
            Signed.SOURCE));
    assertThat(agreements.find(code).orElseThrow().endsOn()).contains(until);
  }

  /// The rule is written twice, in Java and for lists in SQL: this keeps the two together.
  @Test
  void listsCountAndFilterByTheSameRuleAsPages() {
    var party = signed.party("Partie");
    var agreement = signed.agreement(party);
    var seeds = new Random(20180406);
    var today = agreements.today();
    for (int i = 0; i < 120; i++) {
      var code = Signed.fresh("p" + i);
      var due =
          Optional.of(Day.exactly(today.plusDays(seeds.nextInt(61) - 30)))
              .filter(_ -> seeds.nextInt(4) > 0);
      signed.enter(agreement, party, code, Signed.said("N° " + i, due));
      register.addLink(Writer.FILE, code, Told.inFrench("preuve"), Optional.empty(), LINK);
      var all = List.of(Declared.values());
      var declared = all.get(seeds.nextInt(all.size()));
      register.declare(
          Writer.FILE,
          code,
          signed.now(code).version(),
          state(declared, today.minusDays(seeds.nextInt(40))),
          WHY);
    }
    var all = agreements.list(Selection.of(agreement), 0, 1000);
    var tally = agreements.count(Selection.of(agreement));
    assertThat(all).hasSize(120);
    for (var state : Standing.State.values()) {
      var byPage = all.stream().filter(c -> c.standing(today).state() == state).toList();
      assertThat(byPage).as("the seed reaches %s", state).isNotEmpty();
      assertThat(agreements.list(of(agreement, state), 0, 1000)).isEqualTo(byPage);
      assertThat(tally.of(state)).as("%s", state).isEqualTo(byPage.size());
    }
    assertThat(tally.late())
        .isEqualTo((int) all.stream().filter(c -> c.standing(today).late()).count());
  }

  private static Selection of(String agreement, Standing.State state) {
    return new Selection(
        Optional.of(agreement),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(state),
        false,
        Optional.empty());
  }

  @Test
  void whatIsLateLongestStandsFirstAndWhatIsKeptLast() {
    var party = signed.party("Partie");
    var agreement = signed.agreement(party);
    var today = agreements.today();
    var dues = Map.of("kept", -50, "late", -40, "later", -2, "soon", 5);
    dues.forEach((name, days) -> {
      var code = Signed.fresh(name);
      signed.enter(
          agreement,
          party,
          code,
          Signed.said(name, Optional.of(Day.exactly(today.plusDays(days)))));
      if (name.equals("kept")) {
        register.addLink(Writer.FILE, code, Told.inFrench("preuve"), Optional.empty(), LINK);
        register.declare(
            Writer.FILE,
            code,
            signed.now(code).version(),
            state(Declared.KEPT, today.minusDays(60)),
            WHY);
      }
    });
    assertThat(agreements.list(Selection.of(agreement), 0, 10))
        .extracting(c -> c.said().title().french())
        .containsExactly("late", "later", "soon", "kept");
  }
}
