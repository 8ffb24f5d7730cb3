package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.post.Hands.optional;

import org.foyal.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
@Import({Hands.class, AtTheDoor.class})
class StoppingTest {
  @Autowired Hands hands;
  @Autowired MockMvcTester web;

  private String link = "";

  @BeforeEach
  void start() {
    hands.emptyTheOutbox();
    link = hands.stopLinkOf("ana@example.org");
  }

  @Test
  void openingTheLinkChangesNothingBecauseMailScannersDoIt() {
    assertThat(web.get().uri("/fr" + link)).hasStatus(200).bodyText().contains("Oui, arrêter");
    assertThat(hands.queue(optional("news"))).isInstanceOf(Queueing.Queued.class);
  }

  @Test
  void theButtonStopsAndTheOtherTakesItBack() {
    assertThat(web.post().uri("/fr" + link)).hasStatus(200).bodyText().contains("C’est fait");
    assertThat(hands.queue(optional("news"))).isInstanceOf(Queueing.Stopped.class);
    assertThat(web.post().uri("/fr" + link + "/undo")).hasStatus(200);
    assertThat(hands.queue(optional("later"))).isInstanceOf(Queueing.Queued.class);
  }

  @Test
  void aMailProgramStopsWithOneRequestAsRfc8058Says() {
    assertThat(
            web.post()
                .uri("/en" + link)
                .contentType("application/x-www-form-urlencoded")
                .content("List-Unsubscribe=One-Click"))
        .as("answered directly: a redirection is not allowed")
        .hasStatus(200);
    assertThat(hands.queue(optional("news"))).isInstanceOf(Queueing.Stopped.class);
  }

  @Test
  void aLinkThatWeDidNotSealStopsNobody() {
    var forged = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
    assertThat(web.post().uri("/fr" + forged)).hasStatus(404).bodyText().contains("lien");
    assertThat(web.post().uri("/gcf/letters/stop/x")).hasStatus(404);
    assertThat(web.get().uri("/en/letters/stop/" + "A".repeat(5000))).hasStatus(404);
    assertThat(hands.queue(optional("news"))).isInstanceOf(Queueing.Queued.class);
  }
}
