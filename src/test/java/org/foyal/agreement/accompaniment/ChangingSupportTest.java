package org.foyal.agreement.accompaniment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.agreement.Signed.SIGNED_ON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Party;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment.Writing;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What is known of support only later is written into the same form that moves it on.
@HouseTest
class ChangingSupportTest {
  private static final Member ADA = new Member(UUID.randomUUID(), "Ada", Set.of(Role.ADMIN));

  @Autowired Accompaniment accompaniment;
  @Autowired Agreements agreements;
  @Autowired Signing signing;
  @Autowired Signed signed;
  @Autowired MockMvcTester web;

  private Commitment promise;
  private Party receiver;

  @BeforeEach
  void promise() {
    promise = signed.promise(Optional.empty());
    receiver = signed.party("Qui reçoit");
  }

  private Support workshop() {
    var made =
        new Support(
            0,
            promise.agreement(),
            Optional.of(promise.code()),
            promise.party(),
            receiver,
            Kind.WORKSHOP,
            Told.inFrench("Un atelier"),
            Optional.empty(),
            new Progress(State.ASKED, Optional.empty(), null, false, false),
            Optional.of(new BigDecimal("3")),
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    return now(((Writing.Written) accompaniment.add(Writer.FILE, made)).id());
  }

  private Support now(long id) {
    return accompaniment.find(id).orElseThrow();
  }

  private static Map<String, String> typed(Support from, Map<String, String> changed) {
    var fields = new HashMap<String, String>();
    fields.put("version", "" + from.version());
    fields.put("state", from.progress().state().name());
    fields.put("doneOn", Accompaniment.doneOn(from).map(java.time.LocalDate::toString).orElse(""));
    fields.put("titleFr", from.title().french());
    fields.put("hours", from.hours().map(SupportLines::number).orElse(""));
    fields.putAll(changed);
    return fields;
  }

  private MvcTestResult send(Support support, Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/staff/agreements/" + promise.agreement() + "/support/" + support.id())
            .with(ADA.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private Writer delegate(Party party) {
    var member = new Member(UUID.randomUUID(), "Déléguée", Set.of(Role.AGENT));
    signing.setDelegate(Writer.FILE, member.id(), Optional.of(party.code()));
    return Writer.of(member);
  }

  private Support done() {
    var support = workshop();
    accompaniment.move(
        Writer.FILE,
        support.id(),
        support.version(),
        State.DONE,
        Optional.empty(),
        Optional.of(SIGNED_ON.plusDays(9)));
    return now(support.id());
  }

  @Test
  void whatIsLearnedLaterIsKeptAndReadInTheHistoryOfThePromise() {
    var support = workshop();
    var changed =
        Map.of(
            "titleFr", "Deux ateliers",
            "titleEn", "Two workshops",
            "nextFr", "Choisir la salle",
            "hours", "7,5",
            "value", "1 200",
            "sourceTitle", "Compte rendu",
            "sourceOn", "2024-04-02");
    assertThat(send(support, typed(support, changed))).hasStatus(302);
    var after = now(support.id());
    assertThat(after.hours().orElseThrow()).isEqualByComparingTo("7.5");
    assertThat(after.value_cents()).contains(120_000L);
    assertThat(after.nextStep().orElseThrow().french()).isEqualTo("Choisir la salle");
    assertThat(after.source().orElseThrow().title()).isEqualTo("Compte rendu");
    var line = agreements.history(promise).getFirst();
    assertThat(line.kind()).isEqualTo(Change.Kind.SUPPORT);
    assertThat(line.about().orElseThrow().french().replace('\u00a0', ' '))
        .startsWith("Deux ateliers, Demandé")
        .contains("Titre : Un atelier → Deux ateliers", "3 → 7.5", "– → 1200");
    assertThat(web.get().uri("/fr/commitments/" + promise.code()))
        .bodyText()
        .contains("Deux ateliers, Demandé");
  }

  @Test
  void aChangeUndoesWhatOneSideHadConfirmedAndSaysSo() {
    var support = done();
    accompaniment.confirm(delegate(promise.party()), support.id(), support.version());
    var half = now(support.id());
    assertThat(send(half, typed(half, Map.of("hours", "4")))).hasStatus(302);
    assertThat(now(support.id()).progress().giverConfirmed()).isFalse();
    assertThat(agreements.history(promise).getFirst().about().orElseThrow().french())
        .contains("ce qu’un côté avait confirmé ne vaut plus");
  }

  @Test
  void theSameFormSentUnchangedUndoesNothing() {
    var support = done();
    accompaniment.confirm(delegate(promise.party()), support.id(), support.version());
    var half = now(support.id());
    assertThat(send(half, typed(half, Map.of()))).hasStatus(302);
    assertThat(now(support.id())).isEqualTo(half);
  }

  @Test
  void whatBothSidesConfirmedIsFrozen() {
    var support = done();
    accompaniment.confirm(delegate(promise.party()), support.id(), support.version());
    accompaniment.confirm(delegate(receiver), support.id(), now(support.id()).version());
    var whole = now(support.id());
    assertThat(send(whole, typed(whole, Map.of("hours", "9"))))
        .hasStatus(422)
        .bodyText()
        .contains("plus rien ne change");
    assertThat(now(support.id())).isEqualTo(whole);
  }

  @Test
  void theSecondOfTwoEditorsIsShownWhatStandsNowAndKeepsHerText() {
    var support = workshop();
    assertThat(send(support, typed(support, Map.of("hours", "5")))).hasStatus(302);
    var second = send(support, typed(support, Map.of("hours", "8")));
    assertThat(second).hasStatus(409);
    assertThat(text(second))
        .contains("est maintenant « 5 » ; vous avez écrit « 8 »", "value=\"8\"", "<details open>");
    assertThat(now(support.id()).hours().orElseThrow()).isEqualByComparingTo("5");
  }

  @Test
  void aRefusedFormStaysOpenAtItsOwnSupportWithWhatWasTyped() {
    var other = workshop();
    var support = workshop();
    var refused = send(support, typed(support, Map.of("hours", "beaucoup", "nextFr", "À suivre")));
    assertThat(refused).hasStatus(422);
    assertThat(text(refused))
        .contains(
            "id=\"hours-" + support.id() + "-error\"",
            "aria-describedby=\"hours-" + support.id() + "-error\"",
            "value=\"beaucoup\"",
            "value=\"À suivre\"",
            "<details open>")
        .doesNotContain("id=\"hours-" + other.id() + "-error\"", "id=\"hours-error\"");
  }

  @Test
  void anotherAgreementsSupportIsNotThere() {
    var support = workshop();
    var elsewhere = signed.agreement(receiver);
    var request =
        web.post()
            .uri("/fr/staff/agreements/" + elsewhere + "/support/" + support.id())
            .with(ADA.here())
            .with(csrf());
    typed(support, Map.of("hours", "5")).forEach(request::param);
    assertThat(request.exchange()).hasStatus(404);
  }
}
