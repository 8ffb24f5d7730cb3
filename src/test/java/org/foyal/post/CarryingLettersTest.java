package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.post.Hands.letter;
import static org.foyal.post.Hands.optional;
import static org.foyal.post.Hands.receipt;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Against a real SMTP server in this JVM.
@HouseTest
@Import({Hands.class, AtTheDoor.class})
class CarryingLettersTest {
  @Autowired Hands hands;
  @Autowired Stops stops;
  @Autowired Trail trail;

  private GreenMail server = server(0);

  private static GreenMail server(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @BeforeEach
  void start() {
    hands.emptyTheOutbox();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private Carrier carrier() {
    return hands.carrier(port());
  }

  @Test
  void aLetterIsSentOnce() throws Exception {
    long letter = hands.queued(receipt("once"));
    carrier().round();
    carrier().round();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.SENT);
    assertThat(server.getReceivedMessages()[0].getMessageID())
        .isEqualTo(hands.stored(letter).messageId());
  }

  @Test
  void accentsAndSignsArriveAsTheyWereWritten() throws Exception {
    var subject = "Réponse à « Trénelle » : c’est réparé — mèsi anpil ! 🌴 " + "é".repeat(80);
    var text = "Bonjour,\n\n.une ligne qui commence par un point\nÀ bientôt 🌴\n";
    hands.queued(
        new Letter(
            "utf8",
            "ana@example.org",
            Language.GCF,
            Letter.Kind.ANSWER,
            subject,
            text,
            Optional.of("agent@example.org")));
    carrier().round();
    var message = only();
    assertThat(message.getSubject()).isEqualTo(subject);
    assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(text.strip());
    assertThat(message.getContentLanguage()).containsExactly("gcf");
    assertThat(message.getReplyTo()[0]).hasToString("agent@example.org");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void aServerThatIsDownThenUpLosesNothingAndTellsNobodyTwice() throws Exception {
    int port = port();
    server.stop();
    IntStream.range(0, 5).forEach(i -> hands.queued(receipt("down." + i)));
    var carrier = hands.carrier(port);
    carrier.round();
    hands.pass(Duration.ofMinutes(10));
    carrier.round();
    server = server(port);
    server.start();
    hands.pass(Duration.ofHours(3));
    carrier.round();
    carrier.round();
    assertThat(server.getReceivedMessages()).hasSize(5);
    assertThat(Arrays.stream(server.getReceivedMessages()).map(m -> id(m))).doesNotHaveDuplicates();
  }

  @Test
  void theWaitGrowsWithEachAttemptUpToItsBound() {
    var settings = Hands.settings(1);
    assertThat(IntStream.of(1, 2, 3, 8, 1000).mapToObj(settings::delayAfter))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofHours(2),
            Duration.ofHours(2));
  }

  @Test
  void afterDaysInVainALetterFailsWithItsReasonAndCanBeSentAgain() throws Exception {
    int port = port();
    server.stop();
    long letter = hands.queued(receipt("vain"));
    hands.carrier(port).round();
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.QUEUED);
    hands.pass(Duration.ofDays(5));
    hands.carrier(port).round();
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(hands.stored(letter).reason()).contains("refused");
    server = server(port);
    server.start();
    assertThat(hands.act(trail, box -> box.retryFailed(new Administrator()) == 1)).isTrue();
    hands.carrier(port).round();
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void aMailboxThatDoesNotExistFailsAtOnceAndTheNextLetterStillLeaves() throws Exception {
    try (var strict = new StrictServer()) {
      long nobody = hands.queued(letter("nobody", "nobody@example.org", Letter.Kind.RECEIPT));
      long ana = hands.queued(receipt("ana"));
      long full = hands.queued(letter("full", "full@example.org", Letter.Kind.RECEIPT));
      hands.carrier(strict.port()).round();
      assertThat(hands.stored(nobody).state()).isEqualTo(DeliveryState.FAILED);
      assertThat(hands.stored(nobody).reason()).contains("no such mailbox");
      assertThat(hands.stored(ana).state()).isEqualTo(DeliveryState.SENT);
      assertThat(hands.stored(full).state()).isEqualTo(DeliveryState.QUEUED);
      assertThat(hands.stored(full).reason()).contains("mailbox full");
    }
  }

  @Test
  void severalCarriersNeverSendTheSameLetter() throws Exception {
    IntStream.range(0, 60).forEach(i -> hands.queued(receipt("many." + i)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var walking =
          IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> carrier().round())).toList();
      for (var one : walking) {
        one.get();
      }
    }
    assertThat(server.getReceivedMessages()).hasSize(60);
    assertThat(Arrays.stream(server.getReceivedMessages()).map(m -> id(m))).doesNotHaveDuplicates();
  }

  @Test
  void whatADeadCarrierHadInHandIsCarriedOnceItsTimeRanOut() throws Exception {
    long letter = hands.queued(receipt("orphan"));
    hands.claimAndDie();
    carrier().round();
    assertThat(server.getReceivedMessages()).as("the other may be alive").isEmpty();
    hands.pass(Carrier.LEASE);
    carrier().round();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(hands.stored(letter).attempts()).isEqualTo(2);
  }

  @Test
  void aRolledBackActSendsNothing() throws Exception {
    hands.queueAndRollBack(receipt("undone"));
    carrier().round();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void anOptionalLetterSaysHowToStopAndStoppingHoldsItBack() throws Exception {
    hands.queued(optional("first"));
    carrier().round();
    var link = hands.stopLinkOf("ana@example.org");
    assertThat(only().getHeader("List-Unsubscribe")[0]).contains("/fr" + link).startsWith("<http");
    assertThat(GreenMailUtil.getBody(only()).replace("=\r\n", "")).contains(link);
    long second = hands.queued(optional("second"));
    stops.stop(link.substring(link.lastIndexOf('/') + 1));
    carrier().round();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(hands.stored(second).state()).isEqualTo(DeliveryState.SUPPRESSED);
    assertThat(hands.stored(second).text()).isNull();
  }

  @Test
  void aLetterHandedOverOnPaperIsNotSent() {
    long letter = hands.queued(receipt("paper"));
    assertThat(hands.act(trail, box -> box.handOver(letter, new Administrator()))).isTrue();
    carrier().round();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(hands.stored(letter).state()).isEqualTo(DeliveryState.PRINTED);
    assertThat(hands.act(trail, box -> box.retry(letter, new Administrator()))).isFalse();
  }

  @Test
  void wordsAndAddressesAreDeletedAfterAMonthAndTheTraceAfterAYear() {
    long letter = hands.queued(receipt("old"));
    carrier().round();
    hands.pass(Duration.ofDays(31));
    hands.queued(receipt("waiting"));
    hands.forget(trail);
    assertThat(hands.stored(letter).text()).isNull();
    assertThat(hands.stored(letter).address()).isNull();
    assertThat(hands.queue(receipt("old"))).isInstanceOf(Queueing.AlreadyQueued.class);
    hands.pass(Duration.ofDays(366));
    hands.forget(trail);
    assertThat(hands.count()).as("only the one that still waits").isOne();
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /// A server that speaks just enough SMTP to refuse, which GreenMail does not do.
  private static final class StrictServer implements AutoCloseable {
    private final ServerSocket socket;

    StrictServer() throws java.io.IOException {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      try (var caller = socket.accept()) {
        var in =
            new java.io.BufferedReader(
                new java.io.InputStreamReader(
                    caller.getInputStream(), java.nio.charset.StandardCharsets.US_ASCII));
        var out = caller.getOutputStream();
        say(out, "220 strict");
        boolean content = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          if (content && !".".equals(line)) {
            continue;
          }
          content = line.startsWith("DATA");
          say(out, answer(line));
        }
      } catch (java.io.IOException closed) {
        // the test is over
      }
    }

    private static String answer(String line) {
      return line.startsWith("RCPT") && line.contains("nobody")
          ? "550 no such mailbox"
          : line.startsWith("RCPT") && line.contains("full")
              ? "452 mailbox full"
              : line.startsWith("DATA") ? "354 go on" : "250 ok";
    }

    private static void say(java.io.OutputStream out, String line) throws java.io.IOException {
      out.write((line + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws java.io.IOException {
      socket.close();
    }
  }
}
