package org.foyal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.Moving.Moved;
import org.foyal.cases.Moving.Overtaken;
import org.foyal.cases.Moving.Refused;
import org.foyal.cases.Question.Asker;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever answers moves a case forward; of two at once one wins; a slip is undone before anybody
/// is told.
@HouseTest
class WorkingOnACaseTest {
  private static final Optional<Outcome> DONE = Optional.of(Outcome.DONE);

  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
  private final Actor bo = new Actor(UUID.randomUUID(), "Bo", "127.0.0.1");

  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private Case now(Case one) {
    return work.find(one.reference().toString(), ana).orElseThrow().asked();
  }

  private Moving close(Actor by, Case one) {
    return work.move(by, one.reference(), one.version(), State.CLOSED, DONE, "C’est réparé.");
  }

  private long lastEntry(Case one) {
    return sql.sql("select max(id) from cases.entry where case_id = :id")
        .param("id", one.id())
        .query(Long.class)
        .single();
  }

  @Test
  void aCaseGoesForwardOnlyEvenPastTheFacade() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    work.move(ana, one.reference(), one.version(), State.PLANNED, Optional.empty(), "");
    var planned = now(one);
    assertThat(planned.state()).isEqualTo(State.PLANNED);
    assertThat(
            work.move(
                ana, one.reference(), planned.version(), State.UNDER_WAY, Optional.empty(), ""))
        .isEqualTo(new Refused("state", "cases.problem.forward"));
    assertThatThrownBy(() ->
            sql.sql("update cases.case_file set state = 'RECEIVED' where id = :id")
                .param("id", one.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("forward only");
  }

  @Test
  void closingNeedsAnOutcomeAndWords() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    assertThat(
            work.move(ana, one.reference(), one.version(), State.CLOSED, Optional.empty(), "Fait."))
        .isEqualTo(new Refused("outcome", "cases.problem.outcome"));
    assertThat(work.move(ana, one.reference(), one.version(), State.CLOSED, DONE, ""))
        .isEqualTo(new Refused("words", "cases.problem.why"));
    assertThat(close(ana, one)).isInstanceOf(Moved.class);
    assertThat(now(one).due().closedOn()).contains(cases.today());
  }

  @Test
  void aChangeIsUndoneWithinTenMinutesAndNobodyIsTold() {
    var one = asked.by(Asked.ana(Asked.address())).opened();
    close(ana, one);
    var letter = "cases.moved." + lastEntry(one);
    assertThat(asked.letters(letter)).isOne();
    assertThat(work.find(one.reference().toString(), bo).orElseThrow().undoable())
        .as("somebody else’s change")
        .isFalse();
    assertThat(work.undo(ana, one.reference(), now(one).version())).isInstanceOf(Moved.class);
    assertThat(now(one).state()).isEqualTo(State.RECEIVED);
    assertThat(now(one).outcome()).isEmpty();
    assertThat(asked.letters(letter)).as("the letter is taken back").isZero();
    var followed = cases.follow(one.reference().toString(), cases.code(one)).orElseThrow();
    assertThat(followed.thread()).as("whoever asked sees nothing of it").hasSize(1);
    assertThat(work.find(one.reference().toString(), ana).orElseThrow().thread())
        .as("the staff sees all of it")
        .extracting(Entry::kind)
        .containsExactly(Entry.Kind.OPENED, Entry.Kind.MOVED, Entry.Kind.UNDONE);
  }

  @Test
  void aChangeThatNoLetterTellsOfIsUndoneToo() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    close(ana, one);
    assertThat(work.undo(ana, one.reference(), now(one).version())).isInstanceOf(Moved.class);
  }

  @Test
  void theLetterOfAChangeWaitsTenMinutes() {
    var one = asked.by(Asked.ana(Asked.address())).opened();
    close(ana, one);
    assertThat(
            sql.sql(
                    "select next_attempt_at - queued_at between interval '9 minutes 59 seconds' and"
                        + " interval '10 minutes' from post.letter where key = :key")
                .param("key", "cases.moved." + lastEntry(one))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void afterTenMinutesOrOnceTheLetterLeftNothingIsUndone() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    close(ana, one);
    asked.pass(one, Duration.ofMinutes(11));
    assertThat(work.undo(ana, one.reference(), now(one).version()))
        .isEqualTo(new Refused("state", "cases.problem.undo"));
    var other = asked.by(Asked.ana(Asked.address())).opened();
    close(ana, other);
    sql.sql("update post.letter set state = 'SENT' where key = :key")
        .param("key", "cases.moved." + lastEntry(other))
        .update();
    assertThat(work.undo(ana, other.reference(), now(other).version()))
        .isEqualTo(new Refused("state", "cases.problem.undo"));
    assertThat(now(other).closed()).isTrue();
  }

  @Test
  void ofTwoAgentsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    for (int i = 0; i < 10; i++) {
      var one = asked.by(Asker.unknown(Language.FR)).opened();
      List<Callable<Moving>> acts = List.of(() -> close(ana, one), () -> close(bo, one));
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var came = people.invokeAll(acts);
        var first = came.get(0).get();
        var second = came.get(1).get();
        assertThat(List.of(first, second)).filteredOn(Moved.class::isInstance).hasSize(1);
        assertThat(List.of(first, second)).filteredOn(Overtaken.class::isInstance).hasSize(1);
      }
    }
  }

  @Test
  void aHandedOverCaseKeepsItsDayAndLosesItsAgent() {
    var first = asked.department();
    var second = asked.department();
    var one = asked.at(first.code()).opened();
    work.assign(ana, one.reference(), one.version(), true);
    assertThat(now(one).agent()).contains(ana.id());
    assertThat(work.handOver(ana, one.reference(), now(one).version(), second.code(), "Chez vous."))
        .isInstanceOf(Moved.class);
    var there = now(one);
    assertThat(there.department().map(Department::code)).contains(second.code());
    assertThat(there.agent()).isEmpty();
    assertThat(there.due()).isEqualTo(one.due());
    assertThat(work.handOver(ana, one.reference(), there.version(), second.code(), ""))
        .isEqualTo(new Refused("department", "cases.problem.same-department"));
    assertThat(work.handOver(ana, one.reference(), there.version(), "nowhere", ""))
        .isEqualTo(new Refused("department", "cases.problem.department"));
  }

  @Test
  void aMessageIsALetterAndANoteIsForTheStaffAlone() {
    var one = asked.by(Asked.ana(Asked.address())).opened();
    var form = UUID.randomUUID();
    work.write(ana, one.reference(), form, "Quelle rue, s’il vous plaît ?", true);
    work.write(ana, one.reference(), form, "Quelle rue, s’il vous plaît ?", true);
    assertThat(asked.letter("cases.message." + lastEntry(one)))
        .contains("Quelle rue, s’il vous plaît ?");
    work.write(ana, one.reference(), UUID.randomUUID(), "Déjà vu trois fois.", false);
    assertThat(asked.letters("cases.message." + lastEntry(one))).isZero();
    var followed = cases.follow(one.reference().toString(), cases.code(one)).orElseThrow();
    assertThat(followed.thread())
        .extracting(Entry::words)
        .containsExactly(
            Optional.of("Il fait noir devant l’école."),
            Optional.of("Quelle rue, s’il vous plaît ?"));
  }

  @Test
  void everyActIsInTheAuditTrail() {
    var one = asked.by(Asker.unknown(Language.FR)).opened();
    close(ana, one);
    work.undo(ana, one.reference(), now(one).version());
    assertThat(
            sql.sql("select what from people.act where about = :about order by id")
                .param("about", one.reference().toString())
                .query(String.class)
                .list())
        .containsExactly("cases.act.moved", "cases.act.undone");
  }
}
