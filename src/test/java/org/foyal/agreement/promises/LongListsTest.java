package org.foyal.agreement.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.foyal.agreement.Signed.SIGNED_ON;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Register;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee;
import org.foyal.agreement.committee.Meeting.Decision;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Lists that grow for years are read page by page.
@HouseTest
class LongListsTest {
  @Autowired MockMvcTester web;
  @Autowired Signed signed;
  @Autowired Agreements agreements;
  @Autowired Register register;
  @Autowired Committee committee;
  @Autowired JdbcClient sql;

  private Party party;
  private String agreement;

  @BeforeEach
  void sign() {
    party = signed.party("Partie");
    agreement = signed.agreement(party);
  }

  private String page(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  /// Promises without a history, as many as one wants.
  private void promises(int many) {
    sql.sql(
            """
            insert into agreement.commitment (code, agreement, signed_on, party, theme, audiences, title,
              announced_on, announced_unit, source_title, declared, known_on, place, changed_at)
            select 'long-' || :party || '-' || n, :agreement, :signed, :party, 'FIBRE', array['EVERYBODY'],
              jsonb_build_object('fr', 'Promesse n° ' || n || '.'), :signed, 'DAY', 'Journal',
              'ANNOUNCED', :signed, n, now()
            from generate_series(1, :many) n
            """)
        .param("agreement", agreement)
        .param("many", many)
        .param("signed", SIGNED_ON)
        .param("party", party.code())
        .update();
  }

  @Test
  void anAgreementShowsFiftyPromisesThenTheRest() {
    for (int n = 1; n <= 53; n++) {
      signed.enter(
          agreement, party, Signed.fresh("p"), Signed.said("Promesse n° " + n + ".", nothing()));
    }
    var first = page("/fr/agreements/" + agreement);
    assertThat(first)
        .contains("Promesse n° 50.", "rel=\"next\"", "?page=2")
        .doesNotContain("Promesse n° 51.", "rel=\"prev\"");
    assertThat(page("/fr/agreements/" + agreement + "?page=2"))
        .contains("Promesse n° 53.", "rel=\"prev\"")
        .doesNotContain("Promesse n° 50.", "rel=\"next\"");
    assertThat(page("/fr/agreements/" + agreement + "?page=-7")).contains("Promesse n° 1.");
  }

  @Test
  void aLongHistoryIsReadPageByPageAndTheLineOfTimeStaysWhole() {
    var promise = signed.promise(nothing());
    for (int n = 1; n <= 52; n++) {
      register.addLink(
          Writer.FILE, promise.code(), Told.inFrench("Preuve n° " + n + "."), nothing(), nothing());
    }
    var history = "(?s).*<h2>Historique</h2>";
    assertThat(page("/fr/commitments/" + promise.code()).replaceFirst(history, ""))
        .contains("Preuve n° 52.", "Preuve n° 3.", "rel=\"next\"")
        .doesNotContain("Preuve n° 2.");
    assertThat(page("/fr/commitments/" + promise.code() + "?page=2").replaceFirst(history, ""))
        .contains("Preuve n° 2.", "Engagement saisi")
        .doesNotContain("Preuve n° 3.");
    assertThat(agreements.states(promise, 10)).hasSize(1);
  }

  private static <T> Optional<T> nothing() {
    return Optional.empty();
  }

  @Test
  void decisionsAreReadPageByPage() {
    var on = agreements.today();
    var plan = (Committee.Writing.Written) committee.plan(Writer.FILE, agreement, on, "Ici");
    for (int n = 1; n <= 51; n++) {
      committee.decide(
          Writer.FILE, plan.meeting(), Told.inFrench("Décision " + n + "."), party.code(), on);
    }
    committee.hold(Writer.FILE, plan.meeting(), 1, Optional.empty());
    var door = "/fr/agreements/" + agreement + "/decisions";
    assertThat(page(door)).contains("Décision 50.", "rel=\"next\"").doesNotContain("Décision 51.");
    assertThat(page(door + "?page=2")).contains("Décision 51.");
    assertThat(committee.decisions(agreement, 50, 10))
        .extracting(Decision::owner)
        .containsExactly(party);
  }

  @Test
  void theAgendaFindsEachOpenStepOfEachPromise() {
    var today = agreements.today();
    for (int n = 1; n <= 3; n++) {
      var code = Signed.fresh("p");
      signed.enter(agreement, party, code, Signed.said("Promesse " + n, nothing()));
      step(code, "Étape " + n, today.minusDays(n));
    }
    var plan = (Committee.Writing.Written) committee.plan(Writer.FILE, agreement, today, "Ici");
    assertThat(committee.find(plan.meeting()).orElseThrow().agenda())
        .extracting(Item::kind, item -> item.title().french())
        .containsExactly(
            tuple(Item.Kind.LATE, "Étape 3"),
            tuple(Item.Kind.LATE, "Étape 2"),
            tuple(Item.Kind.LATE, "Étape 1"));
    assertThat(agreements.listStepsOwedOn(List.of(today.minusDays(2))))
        .filteredOn(owed -> owed.commitment().agreement().equals(agreement))
        .extracting(owed -> owed.commitment().said().title().french())
        .containsExactly("Promesse 2");
  }

  private void step(String promise, String title, LocalDate due) {
    register.addMilestone(
        Writer.FILE,
        promise,
        new Milestone(
            0,
            party,
            Told.inFrench(title),
            Optional.of(Day.exactly(due)),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void whoReadsAllPromisesGetsEachOnceAndHoldsNoConnectionMeanwhile() {
    promises(1_200);
    var places = new ArrayList<Integer>();
    agreements.each(promise -> {
      assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
      if (promise.agreement().equals(agreement)) {
        places.add(promise.place());
      }
    });
    assertThat(places).isEqualTo(IntStream.rangeClosed(1, 1_200).boxed().toList());
    sql.sql("delete from agreement.commitment where agreement = :agreement")
        .param("agreement", agreement)
        .update();
  }

  @Test
  void whoReadsAllStatesGetsEachOnceTheOldestFirst() {
    var promise = signed.promise(nothing());
    var numbers = new ArrayList<Long>();
    agreements.eachState(change -> numbers.add(change.id()));
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(numbers).contains(agreements.states(promise, 1).getFirst().id());
  }
}
