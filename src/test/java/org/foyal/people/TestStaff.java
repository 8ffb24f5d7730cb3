package org.foyal.people;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Invitations.Accepting.Welcome;
import org.foyal.people.Invitations.Answers;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.keys.FactorChoice;
import org.foyal.people.keys.Totp;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes members of the staff for tests, through the doors that everybody uses.
@TestComponent
public class TestStaff {
  public static final String PASSWORD = "lampadaire crevette orage violon";

  private final Accounts accounts;
  private final Invitations invitations;
  private final JdbcClient sql;
  private final Clock clock;

  TestStaff(Accounts accounts, Invitations invitations, JdbcClient sql, Clock clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.sql = sql;
    this.clock = clock;
  }

  /// Somebody with keys.
  public record Member(UUID id, String email, Totp totp, List<String> sheet) {}

  /// An address that nobody has.
  public static String address() {
    return "test-" + UUID.randomUUID() + "@example.org";
  }

  public static String token(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  public Invited invited(Role... roles) {
    return (Invited)
        accounts.invite(
            Actor.CONSOLE, new Newcomer(address(), "Ana Test", Set.of(roles), false), Language.FR);
  }

  public Member member(Role... roles) {
    return accept(invited(roles), "app");
  }

  public Member withSheet(Role... roles) {
    return accept(invited(roles), "sheet");
  }

  private Member accept(Invited invited, String factor) {
    var token = token(invited.address());
    var totp = invitations.find(token).orElseThrow().offered();
    var welcome =
        (Welcome)
            invitations.accept(
                token,
                new Answers(
                    "Ana Test",
                    "",
                    PASSWORD,
                    PASSWORD,
                    new FactorChoice(factor, totp.codeAt(clock.instant()))),
                "192.0.2.1");
    return new Member(invited.account().id(), invited.account().email(), totp, welcome.sheet());
  }

  /// A code that was not used yet.
  public String code(Member member) {
    sql.sql("update people.account set totp_last_step = 0 where id = :id")
        .param("id", member.id())
        .update();
    return member.totp().codeAt(clock.instant());
  }

  /// Signs somebody in, in both steps.
  public Visitor signedIn(int port, Member member) {
    var visitor = new Visitor(port);
    visitor.fill(
        "/fr/staff/sign-in", java.util.Map.of("email", member.email(), "password", PASSWORD));
    visitor.fill(
        "/fr/staff/sign-in/code",
        java.util.Map.of("code", member.sheet().isEmpty() ? code(member) : member.sheet().get(0)));
    return visitor;
  }

  /// Lets this machine try again, whatever was wrong before.
  public void calm() {
    sql.sql("delete from people.attempt").update();
  }
}
