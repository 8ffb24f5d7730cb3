package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.post.Hands.receipt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HouseTest
@Import({Hands.class, AtTheDoor.class})
class OutboxPageTest {
  @Autowired Hands hands;
  @Autowired MockMvcTester web;
  @Autowired SiteAddress site;

  @BeforeEach
  void start() {
    hands.emptyTheOutbox();
  }

  @Test
  void aStrangerIsAskedToSignInAndAnAgentIsTurnedAway() {
    assertThat(web.get().uri("/fr/staff/outbox")).hasStatus(303);
    assertThat(web.get().uri("/fr/staff/outbox").with(as(Role.AGENT))).hasStatus(403);
    assertThat(web.get().uri("/fr/staff/outbox").with(as(Role.ADMIN))).hasStatus(200);
  }

  @Test
  void withoutAMailServerTheLetterIsThereToPrintItsLinksUsable() {
    long letter =
        hands.queued(
            new Letter(
                "invitation",
                "ana@example.org",
                Language.FR,
                Letter.Kind.ANSWER,
                "Invitation <b>",
                "Ouvrez "
                    + site.get()
                    + "/fr/staff/invitation/xyz puis"
                    + " https://evil.example/x <script>"));
    assertThat(text(get("/fr/staff/outbox"))).contains("Invitation &lt;b&gt;");
    var page = text(get("/fr/staff/outbox/" + letter));
    assertThat(page)
        .contains("<a href=\"" + site.get() + "/fr/staff/invitation/xyz\">")
        .contains("https://evil.example/x &lt;script&gt;")
        .doesNotContain("href=\"https://evil")
        .contains("Noter «\u00a0remise sur papier\u00a0»")
        .doesNotContain("Envoyer maintenant");
    assertThat(post("/fr/staff/outbox/" + letter + "/printed")).hasStatus(302);
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.PRINTED);
    assertThat(post("/fr/staff/outbox/" + letter + "/printed")).hasStatus(409);
  }

  @Test
  void aFormThatIsNotOursChangesNothing() {
    long letter = hands.queued(receipt("forged"));
    assertThat(web.post().uri("/fr/staff/outbox/" + letter + "/printed").with(as(Role.ADMIN)))
        .hasStatus(403);
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.QUEUED);
  }

  @Test
  void theListIsReadPageByPageWithoutGapOrDouble() {
    var all = IntStream.range(0, 120).mapToLong(i -> hands.queued(receipt("n." + i))).toArray();
    var seen = new java.util.ArrayList<Long>();
    var next = "/en/staff/outbox?state=QUEUED";
    while (next != null && seen.size() <= all.length) {
      // only what the list itself links to: the links to other languages lead back to this page
      var whole = text(get(next));
      var page = whole.substring(whole.indexOf("<main"));
      java.util.regex.Pattern.compile("staff/outbox/(\\d+)\"")
          .matcher(page)
          .results()
          .forEach(m -> seen.add(Long.valueOf(m.group(1))));
      // the links to the other languages carry this page's own `before`
      var older =
          java.util.regex.Pattern.compile("<p><a href=\"([^\"]*before=\\d+)\"").matcher(page);
      next = older.find() ? older.group(1).replace("&amp;", "&") : null;
    }
    assertThat(seen).hasSize(all.length).doesNotHaveDuplicates();
  }

  @Test
  void hostileAddressesAreAnsweredWithHelp() {
    for (var bad :
        List.of("?before=x", "?state=%00", "?retried=99999999999", "/x", "/99999999999999999999")) {
      assertThat(get("/fr/staff/outbox" + bad).getResponse().getStatus()).as(bad).isLessThan(500);
    }
    assertThat(get("/fr/staff/outbox/404")).hasStatus(404);
  }

  @Test
  void everyLanguageHasTheOutbox() {
    hands.queued(receipt("words"));
    for (var language : Language.values()) {
      assertThat(get("/" + language.code() + "/staff/outbox?retried=2")).hasStatus(200);
    }
  }

  private MvcTestResult get(String address) {
    return web.get().uri(java.net.URI.create(address)).with(as(Role.ADMIN)).exchange();
  }

  private MvcTestResult post(String address) {
    return web.post().uri(address).with(as(Role.ADMIN)).with(csrf()).exchange();
  }

  private static String text(MvcTestResult result) {
    assertThat(result).hasStatus(200);
    return new String(
        result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static RequestPostProcessor as(Role role) {
    return request -> {
      request.addHeader(AtTheDoor.ROLE, role.code());
      return request;
    };
  }
}
