package org.foyal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question.Asker;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several cases about one thing: one is answered, everybody who asked is told.
@HouseTest
class MergingCasesTest {
  private static final Optional<Outcome> DONE = Optional.of(Outcome.DONE);

  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Merging merging;
  @Autowired Asked asked;
  @Autowired JdbcClient sql;

  private Case now(Case one) {
    return work.find(one.reference().toString(), ana).orElseThrow().asked();
  }

  private Opened asks(Language language) {
    return asked.by(
        new Asker(Optional.of("Bo"), Optional.of(Asked.address()), Optional.empty(), language));
  }

  private Moving merge(Case one, Case into) {
    return merging.merge(ana, one.reference(), now(one).version(), into.reference().toString(), "");
  }

  private Moving move(Case one, State to, String words) {
    var outcome = to == State.CLOSED ? DONE : Optional.<Outcome>empty();
    return work.move(ana, one.reference(), now(one).version(), to, outcome, words);
  }

  private long lastEntry(Case one) {
    return sql.sql("select max(id) from cases.entry where case_id = :id")
        .param("id", one.id())
        .query(Long.class)
        .single();
  }

  private Cases.Followed follow(Opened opened) {
    return cases.follow(opened.opened().reference().toString(), opened.code()).orElseThrow();
  }

  @Test
  void whoeverAskedTheSameIsToldInTheirLanguageAndFollowsByTheirOwnReference() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.EN);
    assertThat(merge(twin.opened(), lead)).isInstanceOf(Moved.class);
    var merged = now(twin.opened());
    assertThat(merged.outcome()).contains(Outcome.DUPLICATE);
    assertThat(merged.mergedInto()).contains(lead.reference());
    assertThat(asked.letter("cases.moved." + lastEntry(merged)))
        .contains("Other people asked the same", merged.reference().toString());
    move(lead, State.UNDER_WAY, "Une équipe y va.");
    var told = asked.letter("cases.moved." + lastEntry(lead) + "." + merged.id());
    assertThat(told)
        .contains("Under way", "Une équipe y va.", merged.reference().toString())
        .doesNotContain(lead.reference().toString());
    move(lead, State.CLOSED, "C’est réparé.");
    assertThat(asked.letter("cases.moved." + lastEntry(lead) + "." + merged.id()))
        .contains("It is closed: Done", "C’est réparé.");
    var followed = follow(twin);
    assertThat(followed.open()).isFalse();
    assertThat(followed.lead().orElseThrow().now().outcome()).contains(Outcome.DONE);
    assertThat(followed.lead().orElseThrow().moves())
        .extracting(Entry::words)
        .containsExactly(Optional.of("Une équipe y va."), Optional.of("C’est réparé."));
  }

  @Test
  void messagesToWhoeverAskedFirstAreNotForTheOthers() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.FR);
    merge(twin.opened(), lead);
    work.write(ana, lead.reference(), UUID.randomUUID(), "Madame Bo, au 12 ?", true);
    assertThat(follow(twin).lead().orElseThrow().moves()).isEmpty();
    var form = UUID.randomUUID();
    var reference = twin.opened().reference().toString();
    assertThat(cases.write(reference, twin.code(), form, "C’est aussi au 14."))
        .isInstanceOf(Moved.class);
    cases.write(reference, twin.code(), form, "C’est aussi au 14.");
    assertThat(work.find(lead.reference().toString(), ana).orElseThrow().thread())
        .as("the agent reads it where the work is done, once")
        .filteredOn(line -> line.words().equals(Optional.of("C’est aussi au 14.")))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.open()).isFalse();
          assertThat(line.other()).contains(twin.opened().reference());
        });
  }

  @Test
  void joiningIsUndoneWithinTenMinutesWithEveryLetterOfIt() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.FR).opened();
    merge(twin, lead);
    var joining = lastEntry(twin);
    move(lead, State.UNDER_WAY, "");
    var moving = lastEntry(lead);
    assertThat(asked.letters("cases.moved." + moving + "." + twin.id())).isOne();
    assertThat(work.undo(ana, twin.reference(), now(twin).version())).isInstanceOf(Moved.class);
    assertThat(now(twin).state()).isEqualTo(State.RECEIVED);
    assertThat(now(twin).mergedInto()).isEmpty();
    assertThat(asked.letters("cases.moved." + joining)).isZero();
    assertThat(asked.letters("cases.moved." + moving + "." + twin.id())).isZero();
    assertThat(asked.letters("cases.moved." + moving)).as("the lead's own letter").isOne();
    assertThat(work.find(lead.reference().toString(), ana).orElseThrow().together()).isEmpty();
  }

  @Test
  void aMoveOfTheLeadIsNotUndoneOnceOneOfAllWasTold() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.FR).opened();
    merge(twin, lead);
    move(lead, State.UNDER_WAY, "");
    var entry = lastEntry(lead);
    sql.sql("update post.letter set state = 'SENT' where key = :key")
        .param("key", "cases.moved." + entry + "." + twin.id())
        .update();
    assertThat(work.undo(ana, lead.reference(), now(lead).version()))
        .isEqualTo(new Refused("state", "cases.problem.undo"));
    assertThat(asked.letters("cases.moved." + entry)).as("nothing is half undone").isOne();
    assertThat(now(lead).state()).isEqualTo(State.UNDER_WAY);
  }

  @Test
  void whatJoinsAJoinedCaseGoesWithTheLeadOfBoth() {
    var lead = asks(Language.FR).opened();
    var second = asks(Language.FR).opened();
    var third = asks(Language.FR).opened();
    merge(third, second);
    merge(second, lead);
    var fourth = asks(Language.FR).opened();
    merge(fourth, third);
    assertThat(now(fourth).mergedInto()).contains(lead.reference());
    assertThat(work.find(lead.reference().toString(), ana).orElseThrow().together())
        .extracting(Case::id)
        .containsExactlyInAnyOrder(second.id(), third.id(), fourth.id());
    assertThat(cases.list(List.of(third.id())).get(third.id()))
        .extracting(Case::id)
        .isEqualTo(lead.id());
  }

  @Test
  void whatMayNotBeJoinedIsRefusedInWordsAndByTheDatabase() {
    var one = asks(Language.FR).opened();
    var other = asks(Language.FR).opened();
    merge(one, other);
    assertThat(merge(other, one)).isEqualTo(new Refused("into", "cases.problem.into-same"));
    assertThat(merge(other, other)).isEqualTo(new Refused("into", "cases.problem.into-same"));
    assertThat(merge(one, other)).isEqualTo(new Refused("into", "cases.problem.closed"));
    assertThat(merging.merge(ana, other.reference(), 1, "3333-3335", ""))
        .isEqualTo(new Refused("into", "cases.problem.into"));
    assertThat(
            merging.merge(
                ana, other.reference(), 7, asks(Language.FR).opened().reference().toString(), ""))
        .isInstanceOf(Overtaken.class);
    var closed = asks(Language.FR).opened();
    move(closed, State.CLOSED, "Fait.");
    assertThat(merge(other, closed)).isEqualTo(new Refused("into", "cases.problem.into-closed"));
    assertThatThrownBy(() -> join(other, one))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("joins one that is open");
    assertThatThrownBy(() -> join(other, other))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void join(Case one, Case into) {
    sql.sql(
            "update cases.case_file set merged_into = :into, state = 'CLOSED', outcome = 'DUPLICATE',"
                + " closed_at = now(), closed_on = current_date where id = :id")
        .param("into", into.id())
        .param("id", one.id())
        .update();
  }

  @Test
  void twoThatAreJoinedToEachOtherAtOnceDoNotGoRound() throws Exception {
    for (int i = 0; i < 5; i++) {
      var one = asks(Language.FR).opened();
      var other = asks(Language.FR).opened();
      List<Callable<Moving>> acts = List.of(() -> merge(one, other), () -> merge(other, one));
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        var came = people.invokeAll(acts);
        assertThat(List.of(came.get(0).get(), came.get(1).get()))
            .filteredOn(Moved.class::isInstance)
            .hasSize(1);
      }
      assertThat(List.of(now(one).closed(), now(other).closed())).containsOnlyOnce(true);
    }
  }

  @Test
  void whenTheFirstAskerTakesItBackItGoesOnForTheOthers() {
    var lead = asks(Language.FR);
    var twin = asks(Language.FR);
    merge(twin.opened(), lead.opened());
    assertThat(cases.takeBack(lead.opened().reference().toString(), lead.code()))
        .isEqualTo(new Refused("act", "cases.problem.others"));
    assertThat(now(lead.opened()).closed()).isFalse();
    assertThat(asked.contacts(lead.opened())).isZero();
    assertThat(asked.contacts(twin.opened())).isOne();
  }

  @Test
  void oneThatIsNotSettledGoesOnOnlyOnceTheLeadIsClosed() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.FR);
    merge(twin.opened(), lead);
    var reference = twin.opened().reference().toString();
    assertThat(cases.goOn(reference, twin.code(), UUID.randomUUID(), "Toujours éteint.")).isEmpty();
    move(lead, State.CLOSED, "Fait.");
    assertThat(cases.goOn(reference, twin.code(), UUID.randomUUID(), "Toujours éteint."))
        .isPresent();
    assertThat(work.find(lead.reference().toString(), ana).orElseThrow().together())
        .as("they are told by their own case now")
        .isEmpty();
  }

  @Test
  void whoeverAskedIsKeptUntilTheLeadHasBeenClosedAsLong() {
    var lead = asks(Language.FR).opened();
    var twin = asks(Language.FR).opened();
    merge(twin, lead);
    sql.sql(
            "update cases.case_file set opened_on = opened_on - 300, promised_on = promised_on - 300,"
                + " opened_at = opened_at - interval '300 days' where id in (:one, :two)")
        .param("one", lead.id())
        .param("two", twin.id())
        .update();
    asked.closedBefore(twin, 181);
    asked.nightly().forget();
    assertThat(asked.contacts(twin)).as("the lead is still open").isOne();
    move(lead, State.CLOSED, "Fait.");
    asked.closedBefore(lead, 181);
    asked.nightly().forget();
    assertThat(asked.contacts(twin)).isZero();
  }
}
