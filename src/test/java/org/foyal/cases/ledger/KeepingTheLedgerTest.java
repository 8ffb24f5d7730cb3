package org.foyal.cases.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Asked;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/// One ledger for every room: each reads its own log, and what may not be is refused by the tables.
@HouseTest
class KeepingTheLedgerTest {
  private static final Optional<String> RULE = Optional.of("person");
  private static final Optional<String> SHOWN = Optional.empty();

  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
  private final Actor ben = new Actor(UUID.randomUUID(), "Ben", "127.0.0.1");
  private final String kind = "k" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

  @Autowired Ledger ledger;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate inOne;

  private Case asked(String kind) {
    var like = Asked.question(UUID.randomUUID(), Asked.ana(Asked.address()), Optional.empty());
    var question =
        new Question(
            like.form(),
            kind,
            like.subject(),
            like.words(),
            like.about(),
            Channel.WEB,
            like.asker(),
            like.department(),
            like.delay(),
            null,
            true,
            Optional.empty(),
            Optional.empty());
    return ((Opened) cases.open(question)).opened();
  }

  private Writing decide(Actor by, Case about, Optional<String> rule) {
    return inOne.execute(_ -> ledger.decide(by, about.id(), rule, OptionalInt.empty()));
  }

  private void appeal(Case about) {
    inOne.executeWithoutResult(_ -> ledger.appeal(about.id(), UUID.randomUUID(), "Non."));
  }

  @Test
  void eachKindOfCaseHasALogAndATallyOfItsOwn() {
    var kept = asked(kind);
    decide(ana, kept, RULE);
    decide(ana, asked(kind + "x"), RULE);
    appeal(kept);
    assertThat(ledger.openAppeals(kind, 9)).containsExactly(kept.reference());
    assertThat(ledger.log(kind, Long.MAX_VALUE).decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.appealedAt()).isPresent());
    decide(ben, kept, SHOWN);
    assertThat(ledger.openAppeals(kind, 9)).isEmpty();
    assertThat(ledger.log(kind, Long.MAX_VALUE).references()).containsExactly(kept.reference());
    assertThat(ledger.tally(kind)).isEqualTo(new Log.Tally(1, 1, 1));
  }

  @Test
  void theTablesThemselvesRefuseTheSameJudgeASecondAppealAndADecisionAboutNothing() {
    var kept = asked(kind);
    decide(ana, kept, RULE);
    appeal(kept);
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into cases.decision (case_id, shown, at, account, appeal)
                    select case_id, 'SHOWN', now(), :ana, id from cases.appeal where case_id = :case
                    """)
                .param("ana", ana.id())
                .param("case", kept.id())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("somebody else decides about an appeal");
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    insert into cases.appeal (case_id, form, words, at)
                    values (:case, gen_random_uuid(), 'Encore', now())
                    """)
                .param("case", kept.id())
                .update())
        .hasMessageContaining("appeal_open");
    assertThatThrownBy(() ->
            sql.sql("insert into cases.decision (case_id, shown, at) values (-1, 'SHOWN', now())")
                .update())
        .hasMessageContaining("decision_of_case");
  }

  @Test
  void nothingIsWrittenOutsideTheTransactionOfTheRoom() {
    var kept = asked(kind);
    assertThatThrownBy(() -> ledger.decide(ana, kept.id(), RULE, OptionalInt.empty()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private Writing decide(Actor by, Case about, Optional<String> rule, int seen) {
    return inOne.execute(_ -> ledger.decide(by, about.id(), rule, OptionalInt.of(seen)));
  }

  @Test
  void whatStandsAlreadyIsNotWrittenTwiceAndWhoSawLessIsOvertaken() {
    var kept = asked(kind);
    assertThat(decide(ana, kept, RULE, 0)).isInstanceOf(Writing.Written.class);
    assertThat(decide(ana, kept, RULE, 0)).isInstanceOf(Writing.Unchanged.class);
    assertThat(decide(ben, kept, SHOWN, 0)).isInstanceOf(Writing.Overtaken.class);
    assertThat(decide(ben, kept, Optional.of("insult"), 0)).isInstanceOf(Writing.Overtaken.class);
    appeal(kept);
    assertThat(decide(ben, kept, SHOWN, 1)).isInstanceOf(Writing.Overtaken.class);
    assertThat(ledger.count(kept.id())).isEqualTo(2);
    assertThat(decide(ben, kept, RULE, 2))
        .as("the same again, about an appeal")
        .isInstanceOf(Writing.Written.class);
  }

  @Test
  void whatAFormDoesNotSayIsSeenByNobody() {
    assertThat(Ledger.seen(null)).hasValue(-1);
    assertThat(Ledger.seen("9".repeat(30))).hasValue(-1);
    assertThat(Ledger.seen("3")).hasValue(3);
  }

  @Test
  void whatIsForgottenLeavesTheDecisionAndAnAppealThatWaits() {
    var kept = asked(kind);
    decide(ana, kept, RULE);
    appeal(kept);
    inOne.executeWithoutResult(_ -> ledger.forget(kept.id()));
    assertThat(ledger.openAppeal(kept.id()).orElseThrow().words()).isEqualTo("Non.");
    decide(ben, kept, RULE);
    inOne.executeWithoutResult(_ -> ledger.forget(kept.id()));
    assertThat(ledger.tally(kind)).isEqualTo(new Log.Tally(1, 1, 0));
    assertThat(
            sql.sql(
                    """
                    select subject from cases.case_file where id = :case
                    union all select words from cases.entry where case_id = :case
                    union all select words from cases.appeal where case_id = :case
                    """)
                .param("case", kept.id())
                .query((row, _) -> Optional.ofNullable(row.getString(1)).orElse(""))
                .list())
        .allMatch(text -> text.isEmpty() || text.equals("–"));
  }
}
