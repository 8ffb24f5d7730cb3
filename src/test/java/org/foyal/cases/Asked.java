package org.foyal.cases;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cases for tests, asked through the façade that the rooms use.
@TestComponent
public class Asked {
  private final Cases cases;
  private final Departments departments;
  private final CasesNightly nightly;
  private final JdbcClient sql;

  Asked(Cases cases, Departments departments, CasesNightly nightly, JdbcClient sql) {
    this.cases = cases;
    this.departments = departments;
    this.nightly = nightly;
    this.sql = sql;
  }

  public static Asker ana(String email) {
    return new Asker(Optional.of("Ana"), Optional.of(email), Optional.empty(), Language.FR);
  }

  public static String address() {
    return "case-" + UUID.randomUUID() + "@example.org";
  }

  public static Question question(UUID form, Asker asker, Optional<String> department) {
    return new Question(
        form,
        "requests",
        "Lampadaire éteint",
        "Il fait noir devant l’école.",
        Question.About.NOTHING,
        Channel.WEB,
        asker,
        department,
        new Delay(5, false, Silence.NOTHING),
        null,
        false,
        Optional.empty(),
        Optional.empty());
  }

  public Opened by(Asker asker) {
    return (Opened) cases.open(question(UUID.randomUUID(), asker, Optional.empty()));
  }

  public Opened at(String department) {
    return (Opened)
        cases.open(
            question(UUID.randomUUID(), Asker.unknown(Language.FR), Optional.of(department)));
  }

  public Department department() {
    var code = "d" + UUID.randomUUID().toString().substring(0, 8);
    var made =
        new Department(
            code,
            "Service " + code,
            Optional.empty(),
            Optional.of("0596 00 00 00"),
            Optional.empty(),
            true,
            false,
            1);
    departments.add(Actor.CONSOLE, made);
    return made;
  }

  /// Lets time pass for a case: what was written in it is so much older.
  public void pass(Case asked, Duration time) {
    sql.sql("update cases.entry set at = at - cast(:time as interval) where case_id = :id")
        .param("time", time.toSeconds() + " seconds")
        .param("id", asked.id())
        .update();
  }

  /// Somebody of the staff with an account that may sign in; their address begins with its number.
  public Actor member(Role role) {
    var id = UUID.randomUUID();
    sql.sql(
            """
            with made as (
              insert into people.account (id, email, name, status, password_hash, language,
                created_at)
              values (:id, :email, 'Bo Test', 'ACTIVE', '$argon2id$', 'fr', now()) returning id)
            insert into people.account_role (account, role) select id, :role from made
            """)
        .param("id", id)
        .param("email", addressOf(id))
        .param("role", role.name().toLowerCase(Locale.ROOT))
        .update();
    return new Actor(id, "Bo Test", "127.0.0.1");
  }

  public static String addressOf(UUID member) {
    return member + "@example.org";
  }

  CasesNightly nightly() {
    return nightly;
  }

  /// Lets somebody have appealed, and somebody have decided about it or not.
  void appealed(Case asked, boolean decided) {
    sql.sql(
            """
            insert into cases.appeal (case_id, form, words, at, decided_at)
            values (:id, gen_random_uuid(), 'Non.', now(),
              case when :decided then now() end)
            """)
        .param("id", asked.id())
        .param("decided", decided)
        .update();
  }

  /// How many appeals still say something.
  int appeals(Case asked) {
    return sql.sql("select count(words) from cases.appeal where case_id = :id")
        .param("id", asked.id())
        .query(Integer.class)
        .single();
  }

  /// Lets a closed case have been closed so many days ago.
  void closedBefore(Case asked, int days) {
    sql.sql("update cases.case_file set closed_on = current_date - :days where id = :id")
        .param("days", days)
        .param("id", asked.id())
        .update();
  }

  int contacts(Case asked) {
    return sql.sql("select count(*) from cases.asker where case_id = :id")
        .param("id", asked.id())
        .query(Integer.class)
        .single();
  }

  int words(Case asked) {
    return sql.sql("select count(words) from cases.entry where case_id = :id")
        .param("id", asked.id())
        .query(Integer.class)
        .single();
  }

  public int letters(String key) {
    return sql.sql("select count(*) from post.letter where key = :key")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  public String letter(String key) {
    return sql.sql("select subject || E'\\n' || body from post.letter where key = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }
}
