package org.foyal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.Moving.Moved;
import org.foyal.cases.Moving.NotThere;
import org.foyal.cases.Moving.Refused;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.codes.Codes;
import org.foyal.people.Actor;
import org.foyal.post.Post;
import org.foyal.requests.desk.Member;
import org.foyal.shell.crisis.CrisisSwitch;
import org.foyal.shell.crisis.CrisisSwitch.Declared;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Four weeks after something was done, whoever asked is asked once whether it is repaired.
@HouseTest
class AskingIfItIsRepairedTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Merging merging;
  @Autowired Asked asked;
  @Autowired CaseStore store;
  @Autowired ThreadStore thread;
  @Autowired Codes codes;
  @Autowired CaseLetters letters;
  @Autowired Calendar calendar;
  @Autowired Post post;
  @Autowired CrisisSwitch crisis;
  @Autowired JdbcClient sql;

  /// Ends whatever crisis a test has started, also where it failed.
  @AfterEach
  void noCrisisIsLeft() {
    var ada = new Member(Role.ADMIN);
    crisis.now().ifPresent(now -> crisis.end(ada, now.id(), now.version()));
  }

  private Opened closed(String address, Outcome outcome, int daysAgo) {
    var opened = asked.by(Asked.ana(address));
    var one = opened.opened();
    work.move(ana, one.reference(), 1, State.CLOSED, Optional.of(outcome), "C’est réparé.");
    sql.sql(
            "update cases.case_file set opened_on = opened_on - 400, promised_on = promised_on - 400"
                + " where id = :id")
        .param("id", one.id())
        .update();
    asked.closedBefore(one, daysAgo);
    return opened;
  }

  private int letters(Opened opened) {
    return asked.letters("cases.settled." + opened.opened().id());
  }

  private Moving settle(Opened opened, boolean yes) {
    return cases.settle(opened.opened().reference().toString(), opened.code(), yes);
  }

  private List<Entry.Kind> kinds(Opened opened) {
    return cases
        .follow(opened.opened().reference().toString(), opened.code())
        .orElseThrow()
        .thread()
        .stream()
        .map(Entry::kind)
        .toList();
  }

  @Test
  void oneLetterLeavesFourWeeksAfterSomethingWasDone() {
    var early = closed(Asked.address(), Outcome.DONE, 27);
    var due = closed(Asked.address(), Outcome.DONE, 28);
    var long_ago = closed(Asked.address(), Outcome.DONE, 57);
    var refused = closed(Asked.address(), Outcome.REFUSED, 28);
    asked.nightly().ask();
    asked.nightly().ask();
    assertThat(letters(due)).isOne();
    assertThat(asked.letter("cases.settled." + due.opened().id()))
        .contains("Est-ce réparé", "/fr/follow/" + due.opened().reference() + "/" + due.code());
    assertThat(letters(early) + letters(long_ago) + letters(refused)).isZero();
  }

  @Test
  void whoSaidStopGetsNoLetterAndWhoHasAnsweredIsNotAsked() {
    var address = Asked.address();
    sql.sql("insert into post.stopped (addressee, stopped_at) values (:hash, now())")
        .param("hash", post.addressee(address).hash())
        .update();
    var stopped = closed(address, Outcome.DONE, 28);
    var answered = closed(Asked.address(), Outcome.DONE, 28);
    settle(answered, true);
    asked.nightly().ask();
    assertThat(
            sql.sql("select state from post.letter where key = :key")
                .param("key", "cases.settled." + stopped.opened().id())
                .query(String.class)
                .list())
        .containsExactly("SUPPRESSED");
    assertThat(letters(answered)).isZero();
  }

  @Test
  void whoHadThisWeeksLettersIsAskedLater() {
    var address = Asked.address();
    var many =
        java.util.stream.Stream.generate(() -> closed(address, Outcome.DONE, 28))
            .limit(12)
            .toList();
    asked.nightly().ask();
    long first = many.stream().filter(one -> letters(one) == 1).count();
    assertThat(first).isBetween(1L, 11L);
    sql.sql("update post.letter set queued_at = queued_at - interval '8 days' where address = :to")
        .param("to", address)
        .update();
    asked.nightly().ask();
    assertThat(many.stream().filter(one -> letters(one) == 1).count()).isGreaterThan(first);
  }

  @Test
  void nobodyIsAskedWhileQuestionsArePaused() {
    var due = closed(Asked.address(), Outcome.DONE, 28);
    var paused = new CasesSettings("fr", false, List.of(), 180, 5, false, 4);
    new CasesNightly(store, thread, codes, letters, paused, calendar).ask();
    assertThat(letters(due)).isZero();
  }

  @Test
  void nobodyIsAskedInACrisisAndWhoWasMissedIsAskedAfterwards() {
    var due = closed(Asked.address(), Outcome.DONE, 28);
    var ada = new Member(Role.ADMIN);
    crisis.start(
        ada, new Declared("essai", Told.inFrench("Cyclone"), "", Instant.now().plusSeconds(3600)));
    asked.nightly().ask();
    assertThat(letters(due)).isZero();
    crisis.now().ifPresent(now -> crisis.end(ada, now.id(), now.version()));
    asked.nightly().ask();
    assertThat(letters(due)).isOne();
  }

  @Test
  void whoAskedTheSameIsAskedFourWeeksAfterTheOneThatWasAnswered() {
    var lead = asked.by(Asked.ana(Asked.address()));
    var twin = asked.by(Asked.ana(Asked.address()));
    var young = asked.by(Asked.ana(Asked.address()));
    merge(twin, lead);
    merge(young, asked.by(Asked.ana(Asked.address())));
    work.move(
        ana, lead.opened().reference(), 1, State.CLOSED, Optional.of(Outcome.DONE), "Réparé.");
    for (var one : List.of(lead, twin, young)) {
      sql.sql(
              "update cases.case_file set opened_on = opened_on - 400,"
                  + " promised_on = promised_on - 400 where id = :id")
          .param("id", one.opened().id())
          .update();
    }
    asked.closedBefore(twin.opened(), 90);
    asked.closedBefore(young.opened(), 30);
    asked.closedBefore(lead.opened(), 29);
    asked.nightly().ask();
    assertThat(letters(lead)).isOne();
    assertThat(letters(twin)).isOne();
    assertThat(letters(young)).as("the one that it joined is open").isZero();
    assertThat(settle(twin, false)).isInstanceOf(Moved.class);
    assertThat(work.find(lead.opened().reference().toString(), ana).orElseThrow().thread())
        .as("whoever answered reads it too")
        .anyMatch(line -> line.kind() == Entry.Kind.NOT_SETTLED);
  }

  private void merge(Opened one, Opened into) {
    assertThat(
            merging.merge(
                ana, one.opened().reference(), 1, into.opened().reference().toString(), ""))
        .isInstanceOf(Moved.class);
  }

  @Test
  void theAnswerIsKeptOnceAndGoesIntoTheThread() {
    var opened = closed(Asked.address(), Outcome.DONE, 28);
    asked.nightly().ask();
    assertThat(settle(opened, false)).isInstanceOf(Moved.class);
    assertThat(settle(opened, true)).isEqualTo(new Refused("settled", "cases.problem.settled"));
    assertThat(kinds(opened)).contains(Entry.Kind.NOT_SETTLED).doesNotContain(Entry.Kind.SETTLED);
    assertThat(
            sql.sql("select answer from cases.settled where case_id = :id")
                .param("id", opened.opened().id())
                .query(String.class)
                .single())
        .isEqualTo("NO");
  }

  @Test
  void onlyWhatWasDoneIsAnsweredAndOnlyWithTheCode() {
    var refused = closed(Asked.address(), Outcome.REFUSED, 28);
    assertThat(settle(refused, true)).isInstanceOf(Refused.class);
    var open = asked.by(Asked.ana(Asked.address()));
    assertThat(settle(open, true)).isInstanceOf(Refused.class);
    var done = closed(Asked.address(), Outcome.DONE, 28);
    assertThat(cases.settle(done.opened().reference().toString(), "2222-2222", true))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void theQuestionComesBeforeWhoAskedIsForgotten() {
    var due = closed(Asked.address(), Outcome.DONE, 28);
    asked.nightly().forget();
    asked.nightly().ask();
    assertThat(letters(due)).isOne();
    asked.closedBefore(due.opened(), 181);
    asked.nightly().forget();
    assertThat(asked.contacts(due.opened())).isZero();
  }

  @Test
  void renewingACodeRenewsThoseOfTheWholeChain() {
    var first = closed(Asked.address(), Outcome.DONE, 1);
    var reference = first.opened().reference();
    var second =
        (Opened)
            cases
                .goOn(reference.toString(), first.code(), UUID.randomUUID(), "Encore.")
                .orElseThrow();
    work.move(
        ana,
        second.opened().reference(),
        1,
        State.CLOSED,
        Optional.of(Outcome.DONE),
        "Cette fois oui.");
    var third =
        (Opened)
            cases
                .goOn(
                    second.opened().reference().toString(),
                    second.code(),
                    UUID.randomUUID(),
                    "Non.")
                .orElseThrow();
    var other = asked.by(Asked.ana(Asked.address()));
    work.renewCode(ana, second.opened().reference());
    for (var one : List.of(first, second, third)) {
      var name = one.opened().reference().toString();
      assertThat(cases.follow(name, one.code())).as("the old code").isEmpty();
      assertThat(cases.goOn(name, one.code(), UUID.randomUUID(), "Encore.")).isEmpty();
      assertThat(cases.follow(name, cases.code(one.opened()))).as("the new code").isPresent();
    }
    assertThat(cases.follow(other.opened().reference().toString(), other.code())).isPresent();
  }
}
