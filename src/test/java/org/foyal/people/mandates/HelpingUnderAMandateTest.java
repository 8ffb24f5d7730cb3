package org.foyal.people.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.people.mandates.Mandate.How;
import org.foyal.people.mandates.Mandate.Side;
import org.foyal.people.mandates.Mandate.State;
import org.foyal.people.mandates.Mandate.What;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody acts for a person: only what the person said yes to, only as long, always in a journal,
/// until the person ends it.
@HouseTest
class HelpingUnderAMandateTest {
  private static final String REPORT = "requests.report";

  private final UUID me = UUID.randomUUID();
  private final Actor helper = new Actor(me, "Mélanie", "127.0.0.1");

  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void theHelperHasAnAccount() {
    sql.sql(
            """
            insert into people.account (id, email, name, status, language, created_at)
            values (:id, :email, 'Mélanie', 'INVITED', 'fr', now())
            """)
        .param("id", me)
        .param("email", me + "@example.org")
        .update();
  }

  static Wish wish(String person, String email, int days) {
    return new Wish(
        UUID.randomUUID(),
        person,
        email,
        days,
        List.of(REPORT, "cases.follow"),
        Language.FR,
        Optional.of(How.SPOKEN),
        Optional.empty(),
        false);
  }

  private Making.Made made() {
    return (Making.Made) mandates.make(helper, wish("Man Tètè", "", 31));
  }

  private void endDaysAgo(Mandate one, int days) {
    sql.sql(
            """
            update people.mandate set
              starts_at = now() - make_interval(hours => 24 * (:days + days)),
              ends_at = now() - make_interval(hours => 24 * (:days + days)) + days * interval '24 hours'
            where id = :id
            """)
        .param("days", days)
        .param("id", one.id())
        .update();
  }

  private Acting act(Mandate one) {
    return mandates.act(one.id(), helper, REPORT, "K7M4-2PXR");
  }

  @Test
  void theFormOfOneActIsNotTheWayToAnother() {
    var one = made().mandate();
    var form = UUID.randomUUID();
    assertThat(mandates.act(one.id(), helper, REPORT, "K7M4-2PXR", form))
        .isInstanceOf(Acting.Done.class);
    assertThat(mandates.act(one.id(), helper, REPORT, "K7M4-2PXR", form))
        .isInstanceOf(Acting.Done.class);
    assertThat(mandates.act(one.id(), helper, "people.other", "K7M4-2PXR", form))
        .isInstanceOf(Acting.OutOfScope.class);
  }

  @Test
  void whatIsDoneStandsInTheJournalThatThePersonReads() {
    var made = made();
    assertThat(act(made.mandate())).isInstanceOf(Acting.Done.class);
    var seen = mandates.open(made.mandate().reference().toString(), made.code()).orElseThrow();
    assertThat(seen.journal()).extracting(Mandate.Entry::what).containsExactly(What.ACT, What.MADE);
    assertThat(seen.journal().getFirst().about()).contains("K7M4-2PXR");
    assertThat(seen.journal().getFirst().by()).contains("Mélanie");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 182, 365})
  void aMandateHoldsSoManyDays(int days) {
    var made = (Making.Made) mandates.make(helper, wish("Ana", "", days));
    assertThat(Duration.between(made.mandate().startsAt(), made.mandate().endsAt()))
        .isEqualTo(Duration.ofDays(days));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 30, 366})
  void noOtherDurationIsThere(int days) {
    assertThat(mandates.make(helper, wish("Ana", "", days))).isInstanceOf(Making.Refused.class);
  }

  @Test
  void withoutThePersonsYesThereIsNoMandate() {
    var yes = wish("Ana", "", 31);
    var no =
        new Wish(
            yes.form(),
            yes.person(),
            "",
            31,
            yes.scope(),
            Language.FR,
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(((Making.Refused) mandates.make(helper, no)).problems()).containsOnlyKeys("consent");
    assertThat(mandates.listOf(me)).isEmpty();
  }

  @Test
  void theSameFormSentTwiceIsOneMandate() {
    var wish = wish("Ana", "", 31);
    var made = (Making.Made) mandates.make(helper, wish);
    assertThat(mandates.make(helper, wish)).isInstanceOf(Making.Known.class);
    assertThat(mandates.listOf(me)).extracting(Mandate::id).containsExactly(made.mandate().id());
  }

  /// The helper opened the page while the mandate held; the act comes when it no longer does.
  @Test
  void aMandateThatExpiredSinceThePageWasOpenedIsRefusedAndNothingStandsInItsJournal() {
    var one = made().mandate();
    assertThat(mandates.find(me, one.id()).orElseThrow().mandate().state(mandates.now()))
        .isEqualTo(State.OPEN);
    endDaysAgo(one, 0);
    assertThat(act(one)).isInstanceOf(Acting.Expired.class);
    assertThat(mandates.find(me, one.id()).orElseThrow().journal()).hasSize(1);
  }

  /// Ended by somebody else while the act waits for it: whoever ends it first is first.
  @Test
  void aMandateThatIsEndedInMidActIsRefused() throws Exception {
    var one = made().mandate();
    try (var others = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var acting =
          transactions.execute(_ -> {
            assertThat(mandates.end(helper, one.id())).isTrue();
            var act = others.submit(() -> act(one));
            assertThatThrownBy(() -> act.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
            return act;
          });
      assertThat(java.util.Objects.requireNonNull(acting).get()).isInstanceOf(Acting.Revoked.class);
    }
  }

  @Test
  void whatThePersonDidNotSayYesToIsOutOfScope() {
    assertThat(mandates.act(made().mandate().id(), helper, "participation.ask", ""))
        .isEqualTo(new Acting.OutOfScope("participation.ask"));
  }

  @Test
  void anothersMandateIsNotYours() {
    var stranger = UUID.randomUUID();
    var other = new Actor(stranger, "Ange", "127.0.0.1");
    var one = made().mandate();
    assertThat(mandates.act(one.id(), other, REPORT, "")).isEqualTo(new Acting.NotYours());
    assertThat(mandates.act(UUID.randomUUID(), helper, REPORT, ""))
        .isEqualTo(new Acting.NotYours());
    assertThat(mandates.find(stranger, one.id())).isEmpty();
    assertThat(mandates.end(other, one.id())).isFalse();
    assertThat(mandates.giveNewCode(other, one.id(), UUID.randomUUID(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void thePersonEndsItWithReferenceAndCodeAndNothingIsDoneAnyMore() {
    var made = made();
    var reference = made.mandate().reference().toString();
    assertThat(mandates.revoke(reference, "2222-2222")).isFalse();
    assertThat(mandates.revoke(reference, made.code())).isTrue();
    assertThat(act(made.mandate())).isInstanceOf(Acting.Revoked.class);
    var seen =
        mandates.open(reference, made.code().toLowerCase(java.util.Locale.ROOT)).orElseThrow();
    assertThat(seen.mandate().revoked().orElseThrow().by()).isEqualTo(Side.PERSON);
    assertThat(mandates.revoke(reference, made.code())).isFalse();
  }

  @Test
  void aNewCardShutsTheOldCode() {
    var made = made();
    var reference = made.mandate().reference().toString();
    var again = newCard(made.mandate(), UUID.randomUUID());
    assertThat(mandates.open(reference, made.code())).isEmpty();
    assertThat(mandates.open(reference, again.code())).isPresent();
  }

  private Making.Made newCard(Mandate one, UUID form) {
    return (Making.Made)
        mandates.giveNewCode(helper, one.id(), form, Optional.empty()).orElseThrow();
  }

  @Test
  void theSameFormForANewCardSentTwiceIsOneCard() {
    var one = made().mandate();
    var form = UUID.randomUUID();
    var card = newCard(one, form);
    assertThat(mandates.giveNewCode(helper, one.id(), form, Optional.empty()))
        .containsInstanceOf(Making.Known.class);
    assertThat(mandates.open(one.reference().toString(), card.code())).isPresent();
    assertThat(rows(one)).containsExactly("MADE", "CARD");
  }

  /// A helper could give themselves a new card and erase what they have done.
  @Test
  void rightAfterANewCardAnErasureKeepsTheWordsOfTheJournalForTheRetention() {
    var one = made().mandate();
    act(one);
    var card = newCard(one, UUID.randomUUID());
    assertThat(mandates.erase(one.reference().toString(), card.code())).isTrue();
    assertThat(mandates.find(me, one.id())).isEmpty();
    assertThat(words(one)).contains("K7M4-2PXR", "Mélanie");
    mandates.forgetOld();
    assertThat(words(one)).contains("K7M4-2PXR", "Mélanie");
    sql.sql("update people.mandate set erased_at = now() - interval '91 days' where id = :id")
        .param("id", one.id())
        .update();
    mandates.forgetOld();
    assertThat(words(one)).isEmpty();
  }

  private String words(Mandate one) {
    return sql.sql(
            """
            select coalesce(string_agg(concat(about, by_name), ' '), '')
            from people.mandate_entry where mandate = :id
            """)
        .param("id", one.id())
        .query(String.class)
        .single()
        .strip();
  }

  @Test
  void whatThePersonEndsAndErasesStandsInTheAuditTrail() {
    var made = made();
    var reference = made.mandate().reference().toString();
    mandates.revoke(reference, made.code());
    mandates.erase(reference, made.code());
    assertThat(
            sql.sql("select what from people.act where about = :about order by id")
                .param("about", reference)
                .query(String.class)
                .list())
        .containsExactly(
            "people.mandates.act.made",
            "people.mandates.act.revoked",
            "people.mandates.act.erased");
  }

  @Test
  void aCounterEndsAMandateByItsReferenceAndTheTrailKnowsIt() {
    var one = made().mandate();
    var counter = new Actor(UUID.randomUUID(), "Line", "127.0.0.1");
    assertThat(mandates.endAtCounter(counter, one.reference().toString())).isTrue();
    assertThat(mandates.endAtCounter(counter, one.reference().toString())).isFalse();
    assertThat(act(one)).isInstanceOf(Acting.Revoked.class);
    assertThat(
            sql.sql("select what from people.act where who = :id")
                .param("id", counter.id())
                .query(String.class)
                .list())
        .containsExactly("people.mandates.act.counter");
  }

  @Test
  void theLetterCarriesReferenceCodeAndLink() {
    var email = me + "@example.org";
    var made = (Making.Made) mandates.make(helper, wish("Ana", email, 31));
    assertThat(made.letter()).isTrue();
    assertThat(
            sql.sql("select body from post.letter where address = :email")
                .param("email", email)
                .query(String.class)
                .single())
        .contains(
            made.code(),
            made.mandate().reference().toString(),
            "/fr/mandates/" + made.mandate().reference() + "/" + made.code(),
            "- Signaler un problème");
  }

  @Test
  void whoHelpsNobodyForSixMonthsIsShutOutUntilAnAdministratorSaysYes() {
    var one = made().mandate();
    sql.sql(
            "update people.mandate_helper set used_at = now() - interval '184 days' where account = :id")
        .param("id", me)
        .update();
    assertThat(act(one)).isEqualTo(new Acting.Disabled());
    assertThat(mandates.make(helper, wish("Béa", "", 1))).isEqualTo(new Making.Disabled());
    mandates.enable(Actor.CONSOLE, me);
    assertThat(act(one)).isInstanceOf(Acting.Done.class);
  }

  @Test
  void nameAndContactAreErasedSomeTimeAfterTheEndAndCountsStay() {
    var old = made();
    act(old.mandate());
    endDaysAgo(old.mandate(), 91);
    var recent = made().mandate();
    endDaysAgo(recent, 89);
    mandates.forgetOld();
    assertThat(mandates.open(old.mandate().reference().toString(), old.code())).isEmpty();
    assertThat(mandates.find(me, recent.id())).isPresent();
    assertThat(rows(old.mandate())).containsExactly("MADE", "ACT", "ERASED");
    assertThat(
            sql.sql(
                    """
                    select count(*) from people.mandate m join people.mandate_entry e on e.mandate = m.id
                    where m.id = :id and (m.person_name is not null or m.email is not null
                      or m.helper_name is not null or e.about is not null or e.by_name is not null)
                    """)
                .param("id", old.mandate().id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private List<String> rows(Mandate one) {
    return sql.sql("select what from people.mandate_entry where mandate = :id order by id")
        .param("id", one.id())
        .query(String.class)
        .list();
  }

  @Test
  void thePersonIsForgottenAtTheirWishAndTheMandateEnds() {
    var made = made();
    var reference = made.mandate().reference().toString();
    assertThat(mandates.erase(reference, "2222-2222")).isFalse();
    assertThat(mandates.erase(reference, made.code())).isTrue();
    assertThat(mandates.open(reference, made.code())).isEmpty();
    assertThat(act(made.mandate())).isInstanceOf(Acting.Revoked.class);
    assertThat(rows(made.mandate())).containsExactly("MADE", "REVOKED", "ERASED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update people.mandate_entry set what = 'CARD' where mandate = :id",
        "update people.mandate_entry set about = 'x' where mandate = :id",
        "update people.mandate_entry set at = now() where mandate = :id",
        "delete from people.mandate_entry where mandate = :id",
        "set session_replication_role = replica; delete from people.mandate_entry where mandate = :id"
      })
  void nobodyEditsTheJournal(String statement) {
    var one = made().mandate();
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(
                _ -> sql.sql(statement).param("id", one.id()).update()))
        .hasMessageContaining("is not edited");
  }

  @Test
  void eachActOfTheHelperStandsInTheAuditTrail() {
    var one = made().mandate();
    act(one);
    mandates.end(helper, one.id());
    assertThat(
            sql.sql("select what from people.act where who = :id order by id")
                .param("id", me)
                .query(String.class)
                .list())
        .containsExactly(
            "people.mandates.act.made", "people.mandates.act.acted", "people.mandates.act.ended");
  }
}
