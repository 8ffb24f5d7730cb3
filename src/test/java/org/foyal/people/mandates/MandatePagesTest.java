package org.foyal.people.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A mandate from the form to the card, and from the card to its end.
@HouseTest
class MandatePagesTest {
  private static final Pattern SIGNS =
      Pattern.compile("<strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>");

  private final Member helper = new Member(Role.MEDIATOR);

  @Autowired MockMvcTester web;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;

  /// Each test comes from an address of its own, as wrong codes are counted by sender.
  private final String from = "2001:db8:" + Integer.toHexString(hashCode() & 0xffff) + "::2";

  private MvcTestResult send(Member who, String path, Map<String, String> fields) {
    var request = web.post().uri("/fr/staff/helping" + path).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult get(Member who, String path) {
    return web.get().uri("/fr/staff" + path).with(who.here()).exchange();
  }

  private MvcTestResult mine(Map<String, String> fields) {
    var request =
        web.post()
            .uri("/fr/mandates")
            .with(r -> {
              r.setRemoteAddr(from);
              return r;
            });
    fields.forEach(request::param);
    return request.exchange();
  }

  private static Map<String, String> form(String act) {
    return new HashMap<>(
        Map.of(
            "form", UUID.randomUUID().toString(),
            "act", act,
            "person", "Man Tètè",
            "days", "31",
            "scope", "requests.report",
            "language", "fr"));
  }

  /// A mandate made by the pages: its reference and its code.
  private Map<String, String> card() {
    var fields = form("make");
    fields.put("consent", "SPOKEN");
    var body = send(helper, "/new", fields).getMvcResult();
    try {
      var signs = SIGNS.matcher(body.getResponse().getContentAsString());
      assertThat(signs.find()).isTrue();
      var reference = signs.group(1);
      assertThat(signs.find()).isTrue();
      return new HashMap<>(Map.of("reference", reference, "code", signs.group(1)));
    } catch (java.io.UnsupportedEncodingException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private String id() {
    return mandates.listOf(helper.id()).getFirst().id().toString();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleOpensItsOwnDoors(Role role) {
    boolean helps = role == Role.MEDIATOR || role == Role.AGENT;
    var who = new Member(role);
    assertThat(get(who, "/helping")).hasStatus(helps ? 200 : 403);
    assertThat(get(who, "/helping/new")).hasStatus(helps ? 200 : 403);
    assertThat(get(who, "/helpers")).hasStatus(role == Role.ADMIN ? 200 : 403);
    assertThat(get(who, "/mandates/end")).hasStatus(helps || role == Role.ADMIN ? 200 : 403);
    assertThat(get(who, "/mandates/lost")).hasStatus(role == Role.ADMIN ? 200 : 403);
  }

  @Test
  void whoeverLostTheirCardGetsAnotherFromAnAdministratorAndTheSearchIsNoted() {
    var name = "Man Tètè " + UUID.randomUUID();
    var fields = form("make");
    fields.put("consent", "SPOKEN");
    fields.put("person", name);
    send(helper, "/new", fields);
    var admin = new Member(Role.ADMIN);
    assertThat(lost(admin, "", Map.of("name", "Ma"))).hasStatus(422);
    assertThat(lost(admin, "", Map.of("name", name.toUpperCase(java.util.Locale.ROOT))))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains(name, "Un mandat en cours", id());
    var form = Map.of("form", UUID.randomUUID().toString());
    assertThat(lost(admin, "/" + id(), form)).hasStatusOk().bodyText().contains("Mon mandat avec");
    assertThat(lost(admin, "/" + id(), form)).hasStatus(422);
    assertThat(lost(admin, "/" + UUID.randomUUID(), form)).hasStatus(404);
    assertThat(lost(admin, "", Map.of("name", "\u0000%_\u202e'"))).hasStatusOk();
    assertThat(lost(new Member(Role.MEDIATOR), "", Map.of("name", name))).hasStatus(403);
    assertThat(
            sql.sql("select what from people.act where who = :id order by id")
                .param("id", admin.id())
                .query(String.class)
                .list())
        .startsWith("people.mandates.act.searched", "people.mandates.act.card");
  }

  private MvcTestResult lost(Member who, String path, Map<String, String> fields) {
    var request = web.post().uri("/fr/staff/mandates/lost" + path).with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void aWrongAddressIsCorrectedWithANewCardAndTheOldCodeIsShut() {
    var wrong = "wrong-" + UUID.randomUUID() + "@example.org";
    var right = "right-" + UUID.randomUUID() + "@example.org";
    var fields = form("make");
    fields.put("consent", "SPOKEN");
    fields.put("email", wrong);
    send(helper, "/new", fields);
    var id = UUID.fromString(id());
    assertThat(send(helper, "/" + id + "/card", Map.of("email", "no address"))).hasStatus(422);
    assertThat(send(helper, "/" + id + "/card", Map.of("email", right))).hasStatusOk();
    assertThat(letters(wrong)).hasSize(1);
    assertThat(letters(right)).hasSize(1).isNotEqualTo(letters(wrong));
    assertThat(send(helper, "/" + id + "/card", Map.of("email", ""))).hasStatusOk();
    assertThat(mandates.find(helper.id(), id).orElseThrow().mandate().email()).isEmpty();
  }

  private java.util.List<String> letters(String email) {
    return sql.sql("select body from post.letter where address = :email")
        .param("email", email)
        .query(String.class)
        .list();
  }

  @Test
  void thePersonReadsWhereTheirCodeGoesAndTheCardNamesAnAddress() {
    var fields = form("preview");
    fields.put("email", "man.tete@example.org");
    assertThat(send(helper, "/new", fields)).bodyText().contains("man.tete@example.org</p>");
    fields = form("make");
    fields.put("consent", "SPOKEN");
    assertThat(send(helper, "/new", fields)).bodyText().contains("/fr/mandates, avec la référence");
  }

  @Test
  void thePersonReadsWhatTheySayYesToBeforeAnythingIsSaved() {
    assertThat(send(helper, "/new", form("preview")))
        .hasStatusOk()
        .bodyText()
        .contains("Moi, Man Tètè, je demande à Ana", "Signaler un problème", "31 jours");
    assertThat(send(helper, "/new", form("make")))
        .hasStatus(422)
        .bodyText()
        .contains("Sans le oui de la personne");
    assertThat(mandates.listOf(helper.id())).isEmpty();
  }

  @Test
  void theCardOpensTheMandateAndEndsIt() {
    var card = card();
    assertThat(mine(card)).hasStatusOk().bodyText().contains("Ana peut agir pour moi", "Man Tètè");
    assertThat(
            send(
                helper,
                "/" + id() + "/act",
                Map.of("kind", "requests.report", "about", "<b>K7M4</b>")))
        .hasStatus(302);
    assertThat(mine(card)).bodyText().contains("&lt;b&gt;K7M4");
    card.put("act", "revoke");
    assertThat(mine(card)).bodyText().contains("C’est arrêté");
    assertThat(mine(card)).bodyText().contains("déjà terminé");
    assertThat(send(helper, "/" + id() + "/act", Map.of("kind", "requests.report", "about", "")))
        .hasStatus(422)
        .bodyText()
        .contains("Le mandat a été arrêté");
  }

  @Test
  void thePersonIsForgottenWithOneButton() {
    var card = card();
    card.put("act", "erase");
    assertThat(mine(card)).hasStatusOk().bodyText().contains("C’est effacé");
    assertThat(mine(card)).hasStatus(422);
    assertThat(mandates.listOf(helper.id())).isEmpty();
  }

  @Test
  void thePageOfAMandateIsKeptNowhere() {
    var card = card();
    assertThat(mine(card))
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Referrer-Policy", "no-referrer")
        .hasHeader("X-Robots-Tag", "noindex");
  }

  @Test
  void whoGuessesIsToldToWaitAndTheRightCodeOpensAllTheSame() {
    var card = card();
    var wrong = Map.of("reference", card.get("reference"), "code", "2222-2222");
    for (int tries = 0; tries < 30; tries++) {
      assertThat(mine(wrong)).hasStatus(422).bodyText().contains("n’ouvre pas ce mandat");
    }
    assertThat(mine(wrong)).hasStatus(429).bodyText().contains("Trop d’essais");
    assertThat(mine(card)).hasStatusOk();
  }

  @Test
  void aMachineThatGuessesIsNotLookedAtAnyMoreAndLocksOutNobodyElse() {
    var card = card();
    var wrong = Map.of("reference", card.getOrDefault("reference", ""), "code", "2222-2222");
    for (int tries = 0; tries < 330; tries++) {
      mine(wrong);
    }
    assertThat(mine(card)).hasStatus(429);
    assertThat(
            web.post()
                .uri("/fr/mandates")
                .param("reference", card.getOrDefault("reference", ""))
                .param("code", card.getOrDefault("code", ""))
                .with(r -> {
                  r.setRemoteAddr("192.0.2.77");
                  return r;
                }))
        .hasStatusOk();
  }

  @Test
  void aCounterEndsAMandateAndSeesNothingOfIt() {
    var card = card();
    var counter = new Member(Role.AGENT);
    assertThat(end(counter, card.getOrDefault("reference", "")))
        .hasStatusOk()
        .bodyText()
        .contains("Le mandat est arrêté")
        .doesNotContain("Man Tètè");
    assertThat(end(counter, card.getOrDefault("reference", ""))).hasStatus(422);
    assertThat(end(counter, "\u0000zz")).hasStatus(422).bodyText().contains("pas une référence");
    assertThat(mine(card)).bodyText().contains("au guichet");
  }

  private MvcTestResult end(Member who, String reference) {
    return web.post()
        .uri("/fr/staff/mandates/end")
        .param("reference", reference)
        .with(who.here())
        .with(csrf())
        .exchange();
  }

  @Test
  void thePersonReadsWhatAnErasureLeaves() {
    assertThat(mine(card())).bodyText().contains("jusqu’à 30 jours", "d’autres mandats");
  }

  @Test
  void theFormsOfAMandateHaveNamesSoThatNothingIsDoneTwice() {
    card();
    var form = UUID.randomUUID().toString();
    var act = Map.of("kind", "requests.report", "about", "K7M4", "form", form);
    assertThat(get(helper, "/helping/" + id())).bodyText().contains("name=\"form\"");
    assertThat(send(helper, "/" + id() + "/act", act)).hasStatus(302);
    assertThat(send(helper, "/" + id() + "/act", act)).hasStatus(302);
    assertThat(mandates.find(helper.id(), UUID.fromString(id())).orElseThrow().journal())
        .hasSize(2);
    var card = Map.of("form", UUID.randomUUID().toString());
    assertThat(send(helper, "/" + id() + "/card", card)).hasStatusOk();
    assertThat(send(helper, "/" + id() + "/card", card))
        .hasStatusOk()
        .bodyText()
        .contains("La nouvelle carte est déjà donnée");
  }

  @Test
  void anothersMandateIsNotThere() {
    card();
    var other = new Member(Role.AGENT);
    assertThat(get(other, "/helping/" + id())).hasStatus(404);
    assertThat(send(other, "/" + id() + "/act", Map.of("kind", "requests.report"))).hasStatus(404);
    assertThat(get(other, "/helping/new?renews=" + id())).bodyText().doesNotContain("Man Tètè");
  }

  @Test
  void aRenewalIsANewMandateWithANewYes() {
    card();
    assertThat(get(helper, "/helping/new?renews=" + id())).bodyText().contains("Man Tètè");
    var fields = form("make");
    fields.put("renews", id());
    fields.put("consent", "SIGNED");
    assertThat(send(helper, "/new", fields)).hasStatusOk();
    assertThat(mandates.listOf(helper.id())).hasSize(2).anyMatch(one -> one.renews().isPresent());
  }

  @Test
  void hostileFormsAreAnswered() {
    var nasty = "\u0000\u202E'\"<>" + "x".repeat(5000);
    for (var act : new String[] {"preview", "make", "back", nasty}) {
      var fields = form(act);
      for (var field :
          new String[] {"form", "person", "email", "days", "scope", "language", "renews"}) {
        fields.put(field, nasty);
      }
      assertThat(send(helper, "/new", fields))
          .hasStatus(act.equals("preview") || act.equals("make") ? 422 : 200);
    }
    assertThat(mine(Map.of("reference", nasty, "code", nasty))).hasStatus(422);
    assertThat(mine(Map.of())).hasStatus(422);
    assertThat(get(helper, "/helping/------------------------------------")).hasStatus(404);
    assertThat(get(helper, "/helping/new?renews=%00")).hasStatusOk();
  }
}
