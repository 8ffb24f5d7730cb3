package org.foyal.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Party;
import org.foyal.agreement.Party.Entered;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What was entered wrongly is corrected in the open: who takes part, what a party is called.
@HouseTest
class CorrectingTheRegisterTest {
  private static final Told WHY = Told.inFrench("mal lu");
  private static final Saving OVERTAKEN = Refused.of("version", "agreement.problem.overtaken");

  @Autowired MockMvcTester web;
  @Autowired Signed signed;
  @Autowired Signing signing;
  @Autowired Agreements agreements;

  private final Member ada = new Member(Role.ADMIN);
  private Party first;
  private Party second;
  private String agreement;

  @BeforeEach
  void sign() {
    first = signed.party("La première");
    second = signed.party("La seconde");
    agreement = signed.agreement(first);
    signing.addSignatory(
        Writer.FILE, agreement, new Signatory(second, Told.inFrench("Soutient"), true, 0));
  }

  private Saving correct(Signatory seen, String text) {
    var corrected = new Signatory(seen.party(), Told.inFrench(text), seen.signs(), seen.version());
    return signing.editSignatory(Writer.FILE, agreement, corrected, WHY);
  }

  private Entered entered(Party party) {
    return signing.findParty(party.code()).orElseThrow();
  }

  private List<Signatory> signatories() {
    return agreements.findWhole(agreement).orElseThrow().signatories();
  }

  private Change newest() {
    return agreements
        .changes(Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"), true, 500)
        .stream()
        .filter(change -> change.agreement().equals(agreement))
        .findFirst()
        .orElseThrow();
  }

  private MvcTestResult post(String address, Map<String, String> fields) {
    var request = web.post().uri(address).with(ada.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static String text(MvcTestResult answer, int status) {
    assertThat(answer).hasStatus(status);
    try {
      return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPartThatIsCorrectedKeepsItsPlaceAndTheHistorySaysWhy() {
    assertThat(correct(signatories().getFirst(), "Porte le projet"))
        .isEqualTo(new Saved(agreement));
    assertThat(signatories())
        .extracting(each -> each.party().name() + " " + each.part().french())
        .containsExactly("La première Porte le projet", "La seconde Soutient");
    assertThat(newest().why()).contains(WHY);
    assertThat(newest().about().orElseThrow().french()).contains("Porte le projet");
  }

  @Test
  void aPartThatIsThereIsNotOverwrittenByAddingItAgain() {
    assertThat(
            post(
                "/fr/staff/agreements/" + agreement + "/parties",
                Map.of("party", first.code(), "partFr", "Autre")))
        .hasStatus(422)
        .bodyText()
        .contains("a déjà un rôle");
    assertThat(signatories().getFirst().part().french()).isEqualTo("Signe");
  }

  @Test
  void anAdministratorCorrectsAPartThenTakesThePartyOutWithAReason() {
    var door = "/fr/staff/agreements/" + agreement + "/parties/" + second.code();
    assertThat(web.get().uri(door).with(ada.here()))
        .hasStatusOk()
        .bodyText()
        .contains("value=\"Soutient\"");
    var seen = signatories().getLast().version();
    assertThat(post(door, Map.of("version", "" + seen, "partFr", "Accueille"))).hasStatus(422);
    var typed = Map.of("version", "" + seen, "partFr", "Accueille", "why", "mal lu");
    assertThat(post(door, typed)).hasStatus(302);
    assertThat(signatories().getLast().part().french()).isEqualTo("Accueille");
    assertThat(signatories().getLast().signs()).isFalse();
    assertThat(post(door + "/withdrawn", Map.of())).hasStatus(422);
    var out = Map.of("version", "" + signatories().getLast().version(), "why", "n’a rien signé");
    assertThat(post(door + "/withdrawn", out)).hasStatus(302);
    assertThat(signatories()).hasSize(1);
    assertThat(newest().kind()).isEqualTo(Change.Kind.WITHDRAWN);
    assertThat(web.get().uri(door).with(ada.here())).hasStatus(404);
  }

  @Test
  void whoIsNoAdministratorCorrectsNoParty() {
    var agent = new Member(Role.AGENT);
    var door = "/fr/staff/parties/" + first.code();
    assertThat(web.get().uri(door).with(agent.here())).hasStatus(403);
  }

  @Test
  void aPartyIsCalledByItsRightNameInEveryAgreementThatNamesIt() {
    assertThat(
            post(
                "/fr/staff/parties/" + first.code(),
                Map.of(
                    "version", "1",
                    "name", "La vraie première",
                    "of", second.code(),
                    "why", "faute")))
        .hasStatus(302);
    assertThat(signatories().getFirst().party())
        .isEqualTo(new Party(first.code(), "La vraie première", Optional.of(second.code()), false));
    assertThat(newest().about().orElseThrow().french())
        .contains("La première → La vraie première", "– → La seconde");
    assertThat(web.get().uri("/fr/agreements/" + agreement))
        .bodyText()
        .contains("La vraie première");
  }

  @Test
  void theSecondWhoCorrectsAPartIsShownWhatStandsNowAndKeepsHerText() {
    var seen = signatories().getLast();
    assertThat(correct(seen, "Accueille")).isInstanceOf(Saved.class);
    var door = "/fr/staff/agreements/" + agreement + "/parties/" + second.code();
    var typed = Map.of("version", "" + seen.version(), "partFr", "Finance", "why", "mal lu");
    var told = text(post(door, typed), 409);
    assertThat(told)
        .contains(
            "Son rôle : est maintenant « Accueille » ; vous avez écrit « Finance »",
            "Signataire : est maintenant « signataire » ; vous avez écrit « – »",
            "value=\"Finance\"",
            "name=\"version\" value=\"" + signatories().getLast().version() + "\"");
    assertThat(signatories().getLast().part().french()).isEqualTo("Accueille");
    var out = Map.of("version", "" + seen.version(), "why", "n’a rien signé");
    assertThat(post(door + "/withdrawn", out)).hasStatus(409);
    assertThat(signatories()).hasSize(2);
  }

  @Test
  void aPartThatWasTakenOutAndAddedAgainIsNotTakenForTheOldOne() {
    var seen = signatories().getLast();
    signing.withdrawSignatory(Writer.FILE, agreement, seen, WHY);
    var again = new Signatory(second, Told.inFrench("Accueille"), true, 0);
    assertThat(signing.addSignatory(Writer.FILE, agreement, again)).isInstanceOf(Saved.class);
    assertThat(correct(seen, "Finance")).isEqualTo(OVERTAKEN);
    assertThat(signatories().getLast().part().french()).isEqualTo("Accueille");
  }

  @Test
  void theSecondWhoCorrectsAPartyIsShownWhatStandsNowAndKeepsHerText() {
    var door = "/fr/staff/parties/" + first.code();
    assertThat(web.get().uri(door).with(ada.here()))
        .bodyText()
        .contains("name=\"version\" value=\"1\"");
    var fields = Map.of("version", "1", "name", "La bonne", "of", second.code(), "why", "faute");
    assertThat(post(door, fields)).hasStatus(302);
    var late = Map.of("version", "1", "name", "La meilleure", "of", "", "why", "faute");
    assertThat(text(post(door, late), 409))
        .contains(
            "Nom : est maintenant « La bonne » ; vous avez écrit « La meilleure »",
            "Appartient à : est maintenant « La seconde » ; vous avez écrit « Personne »",
            "value=\"La meilleure\"",
            "name=\"version\" value=\"2\"");
    assertThat(entered(first).party().name()).isEqualTo("La bonne");
  }

  @Test
  void ofManyWhoCorrectAtTheSameMomentOneIsSavedAndTheOthersAreTold() throws Exception {
    var seen = signatories().getLast();
    var party = entered(first);
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      var parts = new ArrayList<Future<Saving>>();
      var names = new ArrayList<Future<Saving>>();
      for (int n = 1; n <= 4; n++) {
        var name = "Texte " + n;
        var renamed = new Party(first.code(), name, Optional.empty(), false);
        parts.add(all.submit(() -> correct(seen, name)));
        names.add(
            all.submit(
                () -> signing.editParty(Writer.FILE, new Entered(renamed, party.version()), WHY)));
      }
      for (var outcomes : List.of(parts, names)) {
        var told = new ArrayList<Saving>();
        for (var outcome : outcomes) {
          told.add(outcome.get());
        }
        assertThat(told).filteredOn(Saved.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(OVERTAKEN::equals).hasSize(3);
      }
    }
  }

  @Test
  void whoCorrectsNothingWritesNothing() {
    var before = newest();
    assertThat(correct(signatories().getLast(), "Soutient")).isEqualTo(new Saved(agreement));
    assertThat(signing.editParty(Writer.FILE, entered(first), WHY)).isInstanceOf(Saved.class);
    assertThat(newest()).isEqualTo(before);
    assertThat(entered(first).version()).isEqualTo(1);
  }

  @Test
  void noPartyIsItsOwnAncestor() {
    var house = Optional.of(first.code());
    var below = new Party(second.code(), second.name(), house, false);
    assertThat(signing.editParty(Writer.FILE, new Entered(below, 1), WHY))
        .isInstanceOf(Saved.class);
    var third =
        new Party(Signed.fresh("partie"), "La troisième", Optional.of(second.code()), false);
    signing.addParty(Writer.FILE, third);
    for (var above : List.of(first.code(), second.code(), third.code())) {
      var ring = new Party(first.code(), first.name(), Optional.of(above), false);
      assertThat(signing.editParty(Writer.FILE, new Entered(ring, 1), WHY))
          .isEqualTo(Refused.of("of", "agreement.problem.own-house"));
    }
  }
}
