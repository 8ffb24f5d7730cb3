package org.foyal.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Party;
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
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What was entered wrongly is corrected in the open: who takes part, what a party is called.
@HouseTest
@Import(Signed.class)
class CorrectingTheRegisterTest {
  private static final Told WHY = Told.inFrench("mal lu");

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
    part(second, "Soutient", Optional.empty());
  }

  private void part(Party party, String text, Optional<Told> why) {
    assertThat(
            signing.setSignatory(
                Writer.FILE, agreement, new Signatory(party, Told.inFrench(text), true), why))
        .isEqualTo(new Saved(agreement));
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

  @Test
  void aPartThatIsCorrectedKeepsItsPlaceAndTheHistorySaysWhy() {
    part(first, "Porte le projet", Optional.of(WHY));
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
    assertThat(post(door, Map.of("partFr", "Accueille"))).hasStatus(422);
    assertThat(post(door, Map.of("partFr", "Accueille", "why", "mal lu"))).hasStatus(302);
    assertThat(signatories().getLast().part().french()).isEqualTo("Accueille");
    assertThat(signatories().getLast().signs()).isFalse();
    assertThat(post(door + "/withdrawn", Map.of())).hasStatus(422);
    assertThat(post(door + "/withdrawn", Map.of("why", "n’a rien signé"))).hasStatus(302);
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
                Map.of("name", "La vraie première", "of", second.code(), "why", "faute")))
        .hasStatus(302);
    assertThat(signatories().getFirst().party())
        .isEqualTo(new Party(first.code(), "La vraie première", Optional.of(second.code()), false));
    assertThat(newest().about().orElseThrow().french()).contains("La première → La vraie première");
    assertThat(web.get().uri("/fr/agreements/" + agreement))
        .bodyText()
        .contains("La vraie première");
  }

  @Test
  void noPartyIsItsOwnAncestor() {
    var house = Optional.of(first.code());
    var below = new Party(second.code(), second.name(), house, false);
    assertThat(signing.editParty(Writer.FILE, below, WHY)).isInstanceOf(Saved.class);
    var third =
        new Party(Signed.fresh("partie"), "La troisième", Optional.of(second.code()), false);
    signing.addParty(Writer.FILE, third);
    for (var above : List.of(first.code(), second.code(), third.code())) {
      var ring = new Party(first.code(), first.name(), Optional.of(above), false);
      assertThat(signing.editParty(Writer.FILE, ring, WHY))
          .isEqualTo(Refused.of("of", "agreement.problem.own-house"));
    }
  }
}
