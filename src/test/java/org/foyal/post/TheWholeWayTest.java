package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.foyal.HouseTest;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The program as it runs with a mail server: from the commit to the server, by its own carrier,
/// which would look by itself in an hour only.
@HouseTest
@DirtiesContext
class TheWholeWayTest {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired Post post;
  @Autowired PlatformTransactionManager transactions;

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

  @Test
  void theCommitWakesTheCarrier() throws Exception {
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ ->
            post.queue(
                new Letter(
                    "whole.way",
                    "ana@example.org",
                    Language.EN,
                    Letter.Kind.RECEIPT,
                    "We have it",
                    "Thank you.")));
    assertThat(SERVER.waitForIncomingEmail(20_000, 1)).isTrue();
    assertThat(SERVER.getReceivedMessages()[0].getFrom()[0].toString())
        .contains("ville@example.org");
  }
}
