package org.foyal.innovation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.innovation.Call.Span;
import org.foyal.innovation.applying.Applicant;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.applying.Project;
import org.foyal.innovation.applying.Saving;
import org.foyal.innovation.applying.Starting;
import org.foyal.innovation.applying.Starting.Started;
import org.foyal.innovation.applying.Submitting;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.people.Accounts;
import org.foyal.people.Accounts.Newcomer;
import org.foyal.people.Actor;
import org.foyal.people.Inviting.Invited;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Calls and applications for tests, through the façades that doors use.
public record CallFixture(
    Calls calls, Applications applications, Accounts accounts, JdbcClient sql) {
  public static final Terms YOUNG =
      new Terms(Set.of(Holder.values()), Set.of(Origin.CITY, Origin.CARIBBEAN), 18, 30, 10_000);

  /// Somebody of the staff, signed in.
  public record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
    public Member(Role... roles) {
      this(UUID.randomUUID(), "Ana", Set.of(roles));
    }

    @Override
    public String from() {
      return "127.0.0.1";
    }

    public RequestPostProcessor here() {
      return SecurityMockMvcRequestPostProcessors.authentication(
          UsernamePasswordAuthenticationToken.authenticated(this, null, List.of()));
    }
  }

  /// A reference and its code.
  public record Keys(String reference, String code) {}

  public static String someCode() {
    return "test-" + UUID.randomUUID().toString().substring(0, 13);
  }

  public static List<Criterion> criteria() {
    return List.of(
        new Criterion(1, Said.inFrench("Utilité"), Said.inFrench("À qui cela sert-il ?"), 3),
        new Criterion(2, Said.inFrench("Faisable"), Said.inFrench("Qui le fera ?"), 1));
  }

  public static CallDraft draft(String code, Terms terms, Instant closesAt, int version) {
    var span = new Span(Instant.parse("2020-01-01T00:00:00Z"), closesAt);
    return new CallDraft(
        code,
        new Said(Map.of(Tongue.FR, "Jeunes idées", Tongue.ES, "Ideas jóvenes")),
        Said.inFrench("De quoi il s’agit."),
        "le guichet, 0596 00 00 00",
        terms,
        new CallDraft.Plan(criteria(), span, false),
        version);
  }

  /// A call that is open for a day.
  public Call open() {
    return open(YOUNG);
  }

  public Call open(Terms terms) {
    var code = someCode();
    var closes = calls.now().plus(Duration.ofDays(1));
    calls.keep(Actor.CONSOLE, draft(code, terms, closes, 0));
    calls.publish(Actor.CONSOLE, code);
    return calls.find(code).orElseThrow();
  }

  /// Lets the deadline pass.
  public void close(Call call) {
    sql.sql("update innovation.call set closes_at = now() - interval '1 minute' where code = :c")
        .param("c", call.code())
        .update();
  }

  public Keys begun(Call call, String email) {
    var start =
        new Applications.Start(UUID.randomUUID(), call.code(), Tongue.FR, email, null, false);
    Starting came = applications.begin(start);
    var started = (Started) came;
    return new Keys(started.application().reference().toString(), started.code());
  }

  public static String someEmail() {
    return "test-" + UUID.randomUUID() + "@example.org";
  }

  public Applicant person(String email) {
    int year = calls.now().atZone(java.time.ZoneOffset.UTC).getYear();
    return new Applicant(
        Holder.PERSON, "Ana Test", year - 20, Origin.CITY, Optional.empty(), "", email, "");
  }

  /// A draft that meets all rules.
  public Keys ready(Call call) {
    var email = someEmail();
    var keys = begun(call, email);
    applications.save(keys.reference(), keys.code(), person(email));
    applications.save(
        keys.reference(), keys.code(), new Project("Un four", "Pour le quartier.", 5000, true));
    Saving saved = applications.save(keys.reference(), keys.code(), Map.of(1, "À tous", 2, "Nous"));
    if (!(saved instanceof Saving.Saved)) {
      throw new AssertionError(saved.toString());
    }
    return keys;
  }

  public Keys sent(Call call) {
    var keys = ready(call);
    var came = applications.submit(keys.reference(), keys.code());
    if (!(came instanceof Submitting.Submitted)) {
      throw new AssertionError(came.toString());
    }
    return keys;
  }

  /// Somebody with an account, whom one can ask to review.
  public Member reviewer() {
    var invited =
        (Invited)
            accounts.invite(
                Actor.CONSOLE,
                new Newcomer(someEmail(), "Rita Test", Set.of(Role.AGENT), false),
                Language.FR);
    return new Member(invited.account().id(), "Rita Test", Set.of(Role.AGENT));
  }

  public List<String> letters(String email) {
    return sql.sql(
            "select subject || E'\\n' || body from post.letter where address = :a order by id")
        .param("a", email)
        .query(String.class)
        .list();
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
