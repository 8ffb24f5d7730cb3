package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyal.post.Hands.letter;
import static org.foyal.post.Hands.optional;
import static org.foyal.post.Hands.receipt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.post.Queueing.AlreadyQueued;
import org.foyal.post.Queueing.OverBudget;
import org.foyal.post.Queueing.Queued;
import org.foyal.post.Queueing.Reason;
import org.foyal.post.Queueing.Refused;
import org.foyal.post.Queueing.Stopped;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;

@HouseTest
@Import({Hands.class, AtTheDoor.class})
class QueueingALetterTest {
  @Autowired Hands hands;
  @Autowired Post post;
  @Autowired Stops stops;

  @BeforeEach
  void start() {
    hands.emptyTheOutbox();
  }

  @Test
  void aLetterIsOnlyQueuedInsideTheTransactionOfItsAct() {
    assertThatThrownBy(() -> post.queue(receipt("alone")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anActThatIsRolledBackLeavesNoLetter() {
    hands.queueAndRollBack(receipt("undone"));
    assertThat(hands.count()).isZero();
  }

  @Test
  void theSameActTwiceIsOneLetter() {
    long first = hands.queued(receipt("act.1"));
    assertThat(hands.queue(receipt("act.1"))).isEqualTo(new AlreadyQueued(first));
    assertThat(hands.count()).isOne();
  }

  @Test
  void twentyAtOnceForTheSameActAreOneLetter() throws Exception {
    var outcomes = atOnce(() -> hands.queue(receipt("act.2")));
    assertThat(outcomes).filteredOn(o -> o instanceof Queued).hasSize(1);
    assertThat(hands.count()).isOne();
  }

  @Test
  void optionalLettersShareOneBudgetAWeek() {
    IntStream.range(0, 3).forEach(i -> hands.queued(optional("news." + i)));
    assertThat(hands.queue(optional("news.3"))).isEqualTo(new OverBudget());
    assertThat(hands.queue(letter("other", "ANA@EXAMPLE.ORG", Letter.Kind.OPTIONAL)))
        .isEqualTo(new OverBudget());
    assertThat(hands.queue(letter("bea", "bea@example.org", Letter.Kind.OPTIONAL)))
        .isInstanceOf(Queued.class);
    hands.pass(Duration.ofDays(7));
    assertThat(hands.queue(optional("news.3"))).isInstanceOf(Queued.class);
  }

  @Test
  void twentyAtOnceDoNotOverrunTheBudget() throws Exception {
    var number = new java.util.concurrent.atomic.AtomicInteger();
    var outcomes = atOnce(() -> hands.queue(optional("rush." + number.incrementAndGet())));
    assertThat(outcomes).filteredOn(o -> o instanceof Queued).hasSize(3);
  }

  @Test
  void receiptsAndAnswersAreNeverCapped() {
    IntStream.range(0, 20).forEach(i -> hands.queued(receipt("receipt." + i)));
    assertThat(hands.count()).isEqualTo(20);
  }

  @Test
  void whoSaidStopGetsReceiptsOnly() {
    var link = hands.stopLinkOf("Ana@example.org");
    assertThat(stops.stop(link.substring(link.lastIndexOf('/') + 1))).isTrue();
    assertThat(hands.queue(optional("news")))
        .isInstanceOfSatisfying(
            Stopped.class,
            stopped -> {
              assertThat(hands.stored(stopped.letter()).state())
                  .isEqualTo(DeliveryState.SUPPRESSED);
              assertThat(hands.stored(stopped.letter()).address()).isNull();
            });
    assertThat(hands.queue(receipt("receipt"))).isInstanceOf(Queued.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "@example.org",
        "ana@",
        "ana@example.org\r\nBcc: all@example.org",
        "ana@example.org, bea@example.org",
        "Ana <ana@example.org>",
        "\"a b\"@example.org",
        "ana@exa mple.org",
        "ana@example..org",
        "ana@-example.org",
        "ana@example.org\u0000",
        "ana\u202e@example.org",
        "a@b@example.org",
        "ana@[127.0.0.1]"
      })
  void anAddressThatNoServerTakesIsRefused(String address) {
    assertThat(hands.queue(letter("bad", address, Letter.Kind.RECEIPT)))
        .isEqualTo(new Refused(Reason.ADDRESS));
  }

  @Test
  void anEndlessAddressIsRefused() {
    assertThat(
            hands.queue(letter("bad", "a".repeat(1_000_000) + "@example.org", Letter.Kind.ANSWER)))
        .isEqualTo(new Refused(Reason.ADDRESS));
  }

  @Test
  void anInternationalDomainIsCarriedInItsAsciiForm() {
    long letter = hands.queued(letter("idn", " ana@mairie-créole.example ", Letter.Kind.RECEIPT));
    assertThat(hands.stored(letter).address()).isEqualTo("ana@xn--mairie-crole-jeb.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "Hello\r\nBcc: all@example.org",
        "Hello\nX: y",
        "Hello\u2028there",
        "tab\there",
        "\u202etxet desrever",
        "nul\u0000",
        "half \ud83d"
      })
  void aSubjectThatIsNoLineOfTextIsRefused(String subject) {
    assertThat(hands.queue(words(subject, "text"))).isEqualTo(new Refused(Reason.SUBJECT));
  }

  @Test
  void aTextWithSteeringSignsIsRefused() {
    assertThat(hands.queue(words("s", "pay \u2066here\u2069"))).isEqualTo(new Refused(Reason.TEXT));
    assertThat(hands.queue(words("s", "bell \u0007"))).isEqualTo(new Refused(Reason.TEXT));
  }

  @Test
  void aHugeTextIsRefused() {
    assertThat(hands.queue(words("s", "a".repeat(20_001)))).isEqualTo(new Refused(Reason.TOO_LONG));
    assertThat(hands.queue(words("s", "a".repeat(20_000)))).isInstanceOf(Queued.class);
  }

  @Test
  void anAnswerAddressIsCheckedToo() {
    var letter =
        new Letter(
            "k",
            "ana@example.org",
            Language.FR,
            Letter.Kind.ANSWER,
            "s",
            "t",
            Optional.of("x@example.org\r\nBcc: y@example.org"));
    assertThat(hands.queue(letter)).isEqualTo(new Refused(Reason.ADDRESS));
  }

  private static Letter words(String subject, String text) {
    return new Letter("words", "ana@example.org", Language.FR, Letter.Kind.RECEIPT, subject, text);
  }

  private static java.util.List<Queueing> atOnce(Callable<Queueing> act)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = IntStream.range(0, 20).mapToObj(_ -> threads.submit(act)).toList();
      var outcomes = new java.util.ArrayList<Queueing>();
      for (var one : asked) {
        outcomes.add(one.get());
      }
      return outcomes;
    }
  }
}
