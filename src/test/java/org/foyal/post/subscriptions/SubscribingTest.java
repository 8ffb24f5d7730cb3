package org.foyal.post.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.post.Post;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The program as it runs, with a real mail server in this JVM.
@HouseTest
@DirtiesContext
class SubscribingTest {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final Topic CHANGES =
      new Topic(
          "agreement.changes",
          Map.of(
              Language.FR, "la convention",
              Language.EN, "the agreement",
              Language.GCF, "konvansion-an"));
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+)");

  @Autowired Subscriptions subscriptions;
  @Autowired SubscriptionStore store;
  @Autowired SubscriptionLetters letters;
  @Autowired Post post;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  private final TurnedClock clock = new TurnedClock();

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry settings) {
    SERVER.start();
    settings.add("foyal.post.smtp-host", () -> "127.0.0.1");
    settings.add("foyal.post.smtp-port", () -> SERVER.getSmtp().getPort());
    settings.add("foyal.post.smtp-starttls", () -> "false");
    settings.add("foyal.post.sender", () -> "ville@example.org");
    settings.add("foyal.post.look-again-after", () -> "1h");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void forgetAll() throws Exception {
    // what another test queued: a letter that the carrier has in hand would arrive in this one
    sql.sql("delete from post.letter where state = 'QUEUED'").update();
    while (sql.sql("select exists (select from post.letter where state = 'SENDING')")
        .query(Boolean.class)
        .single()) {
      Thread.onSpinWait();
    }
    sql.sql("truncate post.letter, post.stopped, post.subscription").update();
    SERVER.purgeEmailFromAllMailboxes();
  }

  private static News news(String key) {
    var words = new News.Words("Du nouveau", "La place est finie.");
    return new News(key, Map.of(Language.FR, words, Language.EN, words, Language.GCF, words));
  }

  private Telling tell(String key) {
    return Objects.requireNonNull(
        transaction.execute(_ -> subscriptions.tell(CHANGES.key(), news(key))));
  }

  private Asking ask(String address) {
    return turned(SubscriptionPage.wishes()).apply(address, CHANGES);
  }

  private java.util.function.BiFunction<String, Topic, Asking> turned(Pace pace) {
    var later = new Subscriptions(store, letters, pace, post, clock);
    return (address, topic) ->
        Objects.requireNonNull(
            transaction.execute(_ -> later.ask(address, topic, Language.FR, "192.0.2.1")));
  }

  private MimeMessage letter(int number) {
    assertThat(SERVER.waitForIncomingEmail(20_000, number)).isTrue();
    return SERVER.getReceivedMessages()[number - 1];
  }

  private static List<String> links(MimeMessage letter) {
    try {
      return LINK.matcher(letter.getContent().toString())
          .results()
          .map(link -> link.group(1))
          .toList();
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private String waitingLink(String address) {
    var text =
        sql.sql("select body from post.letter where address = :a order by id desc limit 1")
            .param("a", address)
            .query(String.class)
            .single();
    return LINK.matcher(text).results().map(link -> link.group(1)).findFirst().orElseThrow();
  }

  private void confirmed(String address) {
    assertThat(ask(address)).isEqualTo(Asking.ASKED);
    assertThat(web.post().uri(waitingLink(address))).hasStatus(200);
  }

  private int letters() {
    return sql.sql("select count(*) from post.letter").query(Integer.class).single();
  }

  @Test
  void theWholeWayFromTheFormToTheEnd() throws Exception {
    assertThat(ask("ana@example.org")).isEqualTo(Asking.ASKED);
    var toConfirm = letter(1);
    assertThat(toConfirm.getSubject()).isEqualTo("Nouvelles de «\u00a0la convention\u00a0»");
    assertThat(toConfirm.getHeader("List-Unsubscribe")).as("no news yet").isNull();
    var confirm = links(toConfirm).getFirst();
    assertThat(web.get().uri(confirm)).hasStatus(200).bodyText().contains("Oui, je veux");
    assertThat(web.post().uri(confirm)).hasStatus(200).bodyText().contains("C’est confirmé");
    assertThat(subscriptions.count(CHANGES.key())).isOne();
    assertThat(tell("milestone.1")).isEqualTo(new Telling(1, 0, 0, 0));
    var told = letter(2);
    assertThat(told.getContent().toString())
        .contains("La place est finie.")
        .contains("vous avez demandé des nouvelles de «\u00a0la convention\u00a0»");
    assertThat(told.getHeader("List-Unsubscribe")[0]).contains("/letters/stop/");
    var leave = links(told).getFirst();
    assertThat(leave).contains("/letters/subscriptions/leave/");
    assertThat(web.get().uri(leave)).hasStatus(200).bodyText().contains("Oui, arrêter");
    assertThat(subscriptions.count(CHANGES.key())).as("a look changes nothing").isOne();
    assertThat(web.post().uri(leave)).hasStatus(200).bodyText().contains("C’est fait");
    assertThat(sql.sql("select count(*) from post.subscription").query(Integer.class).single())
        .as("the address is forgotten")
        .isZero();
    assertThat(web.post().uri(leave)).hasStatus(404).bodyText().contains("rien à faire");
    assertThat(tell("milestone.2")).isEqualTo(new Telling(0, 0, 0, 0));
  }

  @Test
  void whoHasNotConfirmedIsNeverToldAndAScannersLookConfirmsNothing() {
    ask("ana@example.org");
    for (int i = 0; i < 3; i++) {
      assertThat(web.get().uri(waitingLink("ana@example.org"))).hasStatus(200);
      assertThat(web.head().uri(waitingLink("ana@example.org"))).hasStatus(200);
    }
    assertThat(subscriptions.count(CHANGES.key())).isZero();
    assertThat(tell("milestone.1")).isEqualTo(new Telling(0, 0, 0, 0));
  }

  @Test
  void askingTwiceAtOnceWritesOneLetterAndOneRow() throws Exception {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          IntStream.range(0, 8)
              .mapToObj(
                  i -> crowd.submit(() -> ask(i % 2 == 0 ? "ana@example.org" : "Ana@Example.ORG")))
              .toList();
      for (var one : asked) {
        assertThat(one.get()).isEqualTo(Asking.ASKED);
      }
    }
    assertThat(letters()).isOne();
  }

  @Test
  void theSameNewsAreToldOnceAlsoWhenTwoTellThem() throws Exception {
    confirmed("ana@example.org");
    confirmed("bob@example.org");
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var told =
          IntStream.range(0, 4).mapToObj(_ -> crowd.submit(() -> tell("milestone.1"))).toList();
      int queued = 0;
      for (var one : told) {
        queued += one.get().queued();
      }
      assertThat(queued).isEqualTo(2);
    }
    assertThat(tell("milestone.1")).isEqualTo(new Telling(0, 2, 0, 0));
  }

  @Test
  void newsOfAnActThatIsUndoneAreNotTold() {
    confirmed("ana@example.org");
    int before = letters();
    transaction.executeWithoutResult(status -> {
      assertThat(subscriptions.tell(CHANGES.key(), news("undone")).queued()).isOne();
      status.setRollbackOnly();
    });
    assertThat(letters()).isEqualTo(before);
  }

  @Test
  void askingNeverShowsWhetherTheAddressIsKnown() {
    confirmed("ana@example.org");
    assertThat(ask("ana@example.org")).isEqualTo(ask("nobody@example.org"));
    clock.pass(Duration.ofHours(25));
    assertThat(ask("ana@example.org")).isEqualTo(Asking.ASKED);
    assertThat(waitingLink("ana@example.org"))
        .as("already subscribed: how to leave")
        .contains("/leave/");
    assertThat(subscriptions.count(CHANGES.key())).as("and stays so").isOne();
  }

  @Test
  void aStrangerIsNotFlooded() {
    for (int i = 0; i < 12; i++) {
      var _ =
          turned(SubscriptionPage.wishes())
              .apply("ana@example.org", new Topic("agreement.commitment." + i, CHANGES.titles()));
    }
    assertThat(letters()).isEqualTo(5);
    clock.pass(Duration.ofHours(25));
    assertThat(ask("ana@example.org")).isEqualTo(Asking.ASKED);
    assertThat(letters()).isEqualTo(6);
  }

  @Test
  void aSenderWhoAsksWithoutEndIsAskedToWait() {
    var asking = turned(SubscriptionPage.wishes());
    var answers =
        IntStream.range(0, 40)
            .mapToObj(i -> asking.apply("a" + i + "@example.org", CHANGES))
            .toList();
    assertThat(answers.subList(0, 30)).containsOnly(Asking.ASKED);
    assertThat(answers.getLast()).isEqualTo(Asking.TOO_OFTEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ana",
        "@",
        "ana@",
        "ana@example.org\r\nBcc: b@example.org",
        "a b@example.org",
        "ana@example.org,b@example.org",
        "<ana@example.org>",
        "ana@exa mple.org",
        "ana@[127.0.0.1]"
      })
  void hostileAddressesAreRefused(String address) {
    assertThat(ask(address)).isEqualTo(Asking.NO_ADDRESS);
    assertThat(letters()).isZero();
  }

  @Test
  void stopHoldsTheNewsBackAndThePageSaysSo() throws Exception {
    confirmed("ana@example.org");
    tell("milestone.1");
    var stop = links(letter(2)).getLast();
    assertThat(stop).contains("/letters/stop/");
    assertThat(web.post().uri(stop)).hasStatus(200);
    assertThat(tell("milestone.2")).isEqualTo(new Telling(0, 0, 1, 0));
    clock.pass(Duration.ofHours(25));
    var other = new Topic("agreement.other", CHANGES.titles());
    var _ = turned(SubscriptionPage.wishes()).apply("ana@example.org", other);
    assertThat(web.post().uri(waitingLink("ana@example.org")))
        .hasStatus(200)
        .bodyText()
        .contains("vous avez dit STOP")
        .contains(stop.replaceFirst("^/fr", "/fr"));
  }

  @Test
  void theWeeksBudgetHoldsForAllTopicsTogether() {
    confirmed("ana@example.org");
    var told = IntStream.range(0, 5).mapToObj(i -> tell("milestone." + i)).toList();
    assertThat(told.stream().mapToInt(Telling::queued).sum()).isEqualTo(3);
    assertThat(told.getLast()).isEqualTo(new Telling(0, 0, 1, 0));
  }

  @Test
  void aLinkThatIsOldForgedOrCutSaysWhatToDo() {
    ask("ana@example.org");
    var link = waitingLink("ana@example.org");
    var forged = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
    assertThat(web.post().uri(forged)).hasStatus(404).bodyText().contains("sept jours");
    assertThat(web.get().uri(forged.replace("/fr/", "/en/")))
        .hasStatus(404)
        .bodyText()
        .contains("seven days");
    assertThat(web.get().uri("/gcf/letters/subscriptions/leave/x")).hasStatus(404);
    assertThat(web.get().uri("/fr/letters/subscriptions/confirm/" + "A".repeat(4000)))
        .hasStatus(404);
    sql.sql("update post.subscription set written_at = written_at - interval '8 days'").update();
    assertThat(web.post().uri(link)).hasStatus(404);
    assertThat(subscriptions.count(CHANGES.key())).isZero();
  }

  @Test
  void whatNobodyConfirmedIsForgottenAfterAWeekAndSoIsAStopThatStands() {
    ask("unconfirmed@example.org");
    confirmed("ana@example.org");
    confirmed("bob@example.org");
    sql.sql("insert into post.stopped (addressee, stopped_at) values (:a, now())")
        .param("a", post.addressee("bob@example.org").hash())
        .update();
    subscriptions.forget();
    assertThat(addresses()).hasSize(3);
    sql.sql(
            "update post.subscription set written_at = written_at - interval '8 days', confirmed_at = confirmed_at - interval '8 days'")
        .update();
    sql.sql("update post.stopped set stopped_at = stopped_at - interval '8 days'").update();
    subscriptions.forget();
    assertThat(addresses()).containsExactly("ana@example.org");
  }

  private List<String> addresses() {
    return sql.sql("select address from post.subscription").query(String.class).list();
  }

  @Test
  void newsToAWholeCityFitIntoOneTransaction() {
    sql.sql(
            """
            insert into post.subscription (topic, addressee, address, language, title_fr, title_en,
              title_gcf, confirm_hash, leave_token, written_at, confirmed_at)
            select 'agreement.changes', encode(sha256(i::text::bytea), 'hex'), 'p' || i || '@example.invalid', 'fr',
              'a', 'a', 'a', encode(sha256(('c' || i)::bytea), 'hex'), 'leave-token-of-somebody-' || i, now(), now()
            from generate_series(1, 12000) i
            """)
        .update();
    transaction.executeWithoutResult(status -> {
      assertThat(subscriptions.tell(CHANGES.key(), news("all")).queued()).isEqualTo(12_000);
      status.setRollbackOnly();
    });
  }

  @Test
  void aTopicSaysWhatItIsInEveryLanguage() {
    assertThat(Arrays.stream(Language.values()).map(CHANGES::title)).doesNotContainNull();
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Topic("agreement.x", Map.of(Language.FR, "x")));
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Topic("Agreement; drop", CHANGES.titles()));
  }

  private static final class TurnedClock extends Clock {
    private Instant now = Clock.systemUTC().instant();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
