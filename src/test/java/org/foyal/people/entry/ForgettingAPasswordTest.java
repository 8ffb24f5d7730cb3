package org.foyal.people.entry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyal.HouseTest;
import org.foyal.people.TestStaff;
import org.foyal.people.Visitor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who asks for a new password learns nothing about who has an account: the page is the same, and
/// so is the work that is done while it waits.
@HouseTest
@Import(TestStaff.class)
class ForgettingAPasswordTest {
  @Autowired TestStaff staff;
  @Autowired ForgottenPasswords forgotten;
  @Autowired ForgottenStore wishes;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  @BeforeEach
  void calm() {
    staff.calm();
  }

  /// The statements that this thread sends to the database meanwhile.
  private static List<String> statements(Runnable work) {
    var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var here = Thread.currentThread();
    var statements = new ArrayList<String>();
    var heard =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == here && event.getMessage().contains("[")) {
              statements.add(event.getFormattedMessage());
            }
          }
        };
    heard.start();
    log.addAppender(heard);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      log.setLevel(null);
      log.setAdditive(true);
      log.detachAppender(heard);
    }
    return statements;
  }

  private List<String> asking(String email) {
    return statements(() -> forgotten.ask(email, "192.0.2.7", Language.FR));
  }

  @Test
  void theSameIsAskedOfTheDatabaseWhetherOrNotThereIsAnAccount() {
    var known = asking(staff.member(Role.AGENT).email());
    assertThat(known).hasSizeGreaterThan(2).anyMatch(one -> one.contains("people.forgotten"));
    assertThat(known).noneMatch(one -> one.contains("people.account"));
    assertThat(asking(TestStaff.address())).isEqualTo(known);
    assertThat(asking(staff.invited(Role.AGENT).account().email())).isEqualTo(known);
  }

  @Test
  void lookingAnAccountUpMeanwhileWouldBeSeen() {
    var unlike =
        statements(() -> {
          forgotten.ask(TestStaff.address(), "192.0.2.8", Language.FR);
          sql.sql("select count(*) from people.account").query(Integer.class).single();
        });
    assertThat(unlike).anyMatch(one -> one.contains("people.account"));
  }

  @Test
  void thePageIsTheSameAndTheLetterComesAfterIt() {
    var member = staff.member(Role.AGENT);
    var known = new Visitor(port).fill("/fr/staff/password", Map.of("email", member.email()));
    var unknown =
        new Visitor(port).fill("/fr/staff/password", Map.of("email", TestStaff.address()));
    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body());
    forgotten.answerAll();
    assertThat(letters(member.email())).isEqualTo(1);
    assertThat(wishes.take()).isEmpty();
  }

  @Test
  void askingTooOftenWritesNoMoreWishesDownForAnyAddress() {
    for (var email : List.of(staff.member(Role.AGENT).email(), TestStaff.address())) {
      staff.calm();
      for (int n = 0; n < 10; n++) {
        forgotten.ask(email, "192.0.2.9", Language.FR);
      }
      assertThat(asking(email)).noneMatch(one -> one.contains("people.forgotten"));
    }
    forgotten.answerAll();
  }

  private int letters(String email) {
    return sql.sql(
            "select count(*) from post.letter where address = :email and body like '%/staff/password/%'")
        .param("email", email)
        .query(Integer.class)
        .single();
  }
}
