package org.foyal.requests.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Cases;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody comes to a counter or calls: the same queue, with their yes, a number is enough.
@HouseTest
class WritingDownForSomebodyTest {
  private final Member ana = new Member(Role.AGENT);
  private final String category = "g" + UUID.randomUUID().toString().substring(0, 8);

  @Autowired MockMvcTester web;
  @Autowired Categories categories;
  @Autowired Requests requests;
  @Autowired Cases cases;
  @Autowired JdbcClient sql;

  @BeforeEach
  void aCategory() {
    categories.add(
        Actor.CONSOLE,
        new Category(
            category,
            Told.inFrench("Rues"),
            Told.inFrench("Trou"),
            "",
            Optional.empty(),
            new Delay(5, true, Silence.NOTHING),
            0,
            true,
            false,
            1));
  }

  private MvcTestResult send(Member who, Map<String, String> more) {
    var fields =
        new HashMap<>(
            Map.of(
                "category", category,
                "channel", "PHONE",
                "place", "arrêt de bus du marché",
                "words", "Un grand trou.",
                "form", UUID.randomUUID().toString()));
    fields.putAll(more);
    var request = web.post().uri("/fr/staff/requests/new").with(who.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void agentsAndMediatorsWriteRequestsDown(Role role) {
    boolean may = role == Role.ADMIN || role == Role.AGENT || role == Role.MEDIATOR;
    assertThat(web.get().uri("/fr/staff/requests/new?q=rue").with(new Member(role).here()))
        .hasStatus(may ? 200 : 403);
  }

  @Test
  void theLanguageOfTheClerksPageIsNotTakenForThePersons() {
    assertThat(web.get().uri("/en/staff/requests/new?q=rue").with(ana.here()))
        .hasStatusOk()
        .bodyText()
        .contains("value=\"en\" lang=\"en\">");
  }

  @Test
  void aTelephoneNumberAloneIsEnoughWithASpokenYes() {
    assertThat(send(ana, Map.of("phone", "0696 12 34 56")))
        .hasStatus(422)
        .bodyText()
        .contains("Demandez son accord", "agreed-error");
    assertThat(send(ana, Map.of("phone", "0696 12 34 56", "agreed", "yes")))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .bodyText()
        .contains("Imprimez cette page", "par téléphone");
    assertThat(
            sql.sql(
                    """
                    select a.consent from cases.asker a join cases.case_file c on c.id = a.case_id
                    join requests.report r on r.case_id = c.id
                    where r.category = :category and c.channel = 'PHONE' and c.taken_by = :who
                    """)
                .param("category", category)
                .param("who", ana.id())
                .query(String.class)
                .list())
        .containsExactly("SPOKEN");
  }

  @Test
  void whatWasReportedNearbyIsShownAndOneMorePersonCounts() {
    var filed = Filed.in(requests, categories);
    var near = new Position(14.6 + Math.random() / 50, -61.07);
    var keys = filed.report("Un trou.", Optional.of(near));
    var at = "?lat=" + near.latitude_deg() + "&lon=" + near.longitude_deg() + "&place=ici";
    assertThat(web.get().uri("/fr/staff/requests/new" + at).with(ana.here()))
        .hasStatusOk()
        .bodyText()
        .contains("Déjà signalé tout près", keys.reference().toString());
    var joined =
        web.post()
            .uri("/fr/staff/requests/new/join")
            .with(ana.here())
            .with(csrf())
            .param("reference", keys.reference().toString())
            .param("form", UUID.randomUUID().toString())
            .exchange();
    assertThat(joined).hasStatus(302);
    assertThat(requests.find(keys.reference()).orElseThrow().joined()).isOne();
    assertThat(web.get().uri("/fr/staff/requests/new?joined=" + keys.reference()).with(ana.here()))
        .bodyText()
        .contains("une personne de plus avec le signalement " + keys.reference());
    assertThat(
            web.post()
                .uri("/fr/staff/requests/new/join")
                .with(ana.here())
                .with(csrf())
                .param("reference", "\u0000<b>")
                .exchange())
        .hasStatus(404);
  }

  @Test
  void aPictureIsTakenAtTheCounterAndWhatIsNoneIsTold() throws Exception {
    assertThat(withPhoto("Avec une photo.", png())).hasStatusOk();
    assertThat(withPhoto("Pas une photo.", "<svg/>".getBytes(StandardCharsets.UTF_8)))
        .hasStatus(422)
        .bodyText()
        .contains("photo-error");
    assertThat(
            sql.sql(
                    """
                    select count(*) from requests.photo p join requests.report r on r.case_id = p.case_id
                    where r.category = :category
                    """)
                .param("category", category)
                .query(Integer.class)
                .single())
        .isOne();
  }

  private MvcTestResult withPhoto(String words, byte[] bytes) {
    return web.post()
        .uri("/fr/staff/requests/new")
        .multipart()
        .file(new MockMultipartFile("photo", "a.png", "image/png", bytes))
        .with(ana.here())
        .with(csrf())
        .param("category", category)
        .param("channel", "COUNTER")
        .param("place", "au marché")
        .param("words", words)
        .param("form", UUID.randomUUID().toString())
        .content(new byte[bytes.length + 500]) // as long as a browser would announce
        .exchange();
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void nothingToReachThePersonByIsEnoughToo() {
    assertThat(send(ana, Map.of())).hasStatusOk().bodyText().contains("Reçu de la demande");
  }

  @Test
  void aCounterIsNotSlowedDownLikeAStranger() {
    for (int i = 0; i < 40; i++) {
      assertThat(send(ana, Map.of())).hasStatusOk();
    }
  }

  @Test
  void theSameFormTwiceIsOneRequest() {
    var form = Map.of("form", UUID.randomUUID().toString());
    assertThat(send(ana, form)).hasStatusOk();
    assertThat(send(ana, form)).hasStatusOk();
    assertThat(
            sql.sql("select count(*) from requests.report where category = :category")
                .param("category", category)
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void theClockOfAnEmailStartsOnTheDayItCameAndItsAuthorNeedsNoSecondYes() {
    var today = cases.today();
    var came = today.minusDays(10);
    assertThat(
            send(
                ana, Map.of("channel", "EMAIL", "received", "" + came, "email", "ana@example.org")))
        .hasStatusOk();
    assertThat(
            sql.sql(
                    """
                    select c.opened_on || ' ' || (c.promised_on < :today) || ' ' || a.consent
                    from cases.case_file c join cases.asker a on a.case_id = c.id
                    join requests.report r on r.case_id = c.id where r.category = :category
                    """)
                .param("category", category)
                .param("today", today)
                .query(String.class)
                .list())
        .containsExactly(came + " true TYPED");
  }

  @Test
  void aDayOfReceiptThatCannotBeIsTold() {
    var today = cases.today();
    assertThat(send(ana, Map.of("channel", "EMAIL", "received", "" + today.plusDays(1))))
        .hasStatus(422)
        .bodyText()
        .contains("pas encore venu");
    assertThat(send(ana, Map.of("channel", "EMAIL", "received", "1848-05-22"))).hasStatus(422);
    assertThat(send(ana, Map.of("channel", "EMAIL", "received", "\u0000<b>"))).hasStatus(422);
    assertThat(send(ana, Map.of("channel", "PHONE", "received", "" + today.minusDays(1))))
        .hasStatus(422)
        .bodyText()
        .contains("Seul un courriel");
    assertThat(send(ana, Map.of("channel", "PHONE", "received", "" + today))).hasStatusOk();
  }

  @Test
  void whatIsMissingIsTold() {
    assertThat(send(ana, Map.of("channel", "WEB"))).hasStatus(422);
    assertThat(send(ana, Map.of("category", "none"))).hasStatus(422);
    assertThat(send(ana, Map.of("place", " "))).hasStatus(422);
    assertThat(send(ana, Map.of("words", "x".repeat(4001)))).hasStatus(422);
    assertThat(send(ana, Map.of("email", "no address", "agreed", "yes"))).hasStatus(422);
    assertThat(send(ana, Map.of("phone", "<b>", "agreed", "yes"))).hasStatus(422);
  }
}
