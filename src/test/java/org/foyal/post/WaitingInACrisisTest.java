package org.foyal.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import org.foyal.HouseTest;
import org.foyal.requests.desk.Member;
import org.foyal.shell.crisis.CrisisSwitch;
import org.foyal.shell.crisis.CrisisSwitch.Declared;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// In a crisis optional letters wait, and leave once it is over; receipts leave.
@HouseTest
@Import(Hands.class)
class WaitingInACrisisTest {
  private final Member ada = new Member(Role.ADMIN);
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Autowired Hands hands;
  @Autowired CrisisSwitch crisis;
  @Autowired Post post;

  @AfterEach
  void stop() {
    crisis.now().ifPresent(now -> crisis.end(ada, now.id(), now.version()));
    server.stop();
  }

  @Test
  void optionalLettersWaitAndNothingIsLost() {
    hands.emptyTheOutbox();
    server.start();
    crisis.start(
        ada, new Declared("essai", Told.inFrench("Cyclone"), "", Instant.now().plusSeconds(3600)));
    assertThat(post.pausesOptional()).isTrue();
    hands.queue(Hands.optional("news"));
    hands.queue(Hands.receipt("receipt"));
    var carrier = hands.carrier(server.getSmtp().getPort());
    carrier.round();
    assertThat(server.getReceivedMessages()).hasSize(1);
    crisis.now().ifPresent(now -> crisis.end(ada, now.id(), now.version()));
    carrier.round();
    assertThat(server.getReceivedMessages()).hasSize(2);
  }
}
