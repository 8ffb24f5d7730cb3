package org.foyal.participation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Reference;
import org.foyal.participation.reading.Publication;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mandate of its own, and questions put to it, through the room's façades.
@TestComponent
public class Put {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+)");

  private final Council council;
  private final Questions questions;
  private final Publication publication;
  private final JdbcClient sql;

  Put(Council council, Questions questions, Publication publication, JdbcClient sql) {
    this.council = council;
    this.questions = questions;
    this.publication = publication;
    this.sql = sql;
  }

  /// A question that is there, with the code that opens its case.
  public record Keys(Reference reference, String code) {}

  public static Actor somebody() {
    return new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
  }

  public static String address() {
    return "asks-" + UUID.randomUUID() + "@example.org";
  }

  public Mandate mandate(UUID... accounts) {
    return mandate(false, accounts);
  }

  /// A mandate for which somebody answers.
  public Mandate mandate(Actor answers) {
    return mandate(Objects.requireNonNull(answers.id()));
  }

  public Mandate mandate(boolean example, UUID... accounts) {
    var code = "m" + UUID.randomUUID().toString().substring(0, 8);
    var body =
        new Body(code, Body.Kind.COMMUNE, Told.inFrench("Conseil " + code), 0, true, example, 1);
    council.add(Actor.CONSOLE, body);
    council.add(
        Actor.CONSOLE, new Theme("t" + code, Told.inFrench("Voirie " + code), 0, true, example, 1));
    var made =
        new Mandate(
            code,
            body,
            "Élue " + code,
            Told.inFrench("adjointe à la voirie"),
            List.of("t" + code),
            List.of(),
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            List.of(accounts),
            new Delay(20, false, Silence.NOTHING),
            0,
            example,
            1);
    council.add(Actor.CONSOLE, made);
    return made;
  }

  /// Lets a mandate have ended yesterday.
  public void end(Mandate one) {
    change(one, one.name(), Optional.of(questions.today().minusDays(1)));
  }

  /// Gives an official another name.
  public void rename(Mandate one, String name) {
    change(one, name, one.until());
  }

  private void change(Mandate one, String name, Optional<LocalDate> until) {
    var made =
        new Mandate(
            one.code(),
            one.body(),
            name,
            one.role(),
            one.themes(),
            one.areas(),
            one.since(),
            until,
            one.accounts(),
            one.delay(),
            one.place(),
            one.example(),
            council.findMandate(one.code()).orElseThrow().version());
    if (!council.update(Actor.CONSOLE, made)) {
      throw new AssertionError("it was not changed");
    }
  }

  public static Draft draft(Mandate to, String title, Asker asker) {
    return new Draft(
        UUID.randomUUID(),
        to.code(),
        "t" + to.code(),
        "",
        title,
        "Les enfants marchent sur la route.",
        Channel.WEB,
        asker,
        null);
  }

  public static Asker asker(String address) {
    return new Asker(Optional.empty(), Optional.of(address), Optional.empty(), Language.FR);
  }

  /// A question that waits to be read.
  public Keys asked(Mandate to, String title) {
    return asked(to, title, Asker.unknown(Language.FR));
  }

  public Keys asked(Mandate to, String title, Asker asker) {
    if (questions.file(draft(to, title, asker))
        instanceof Asking.Opened(var opened, String code, _)) {
      return new Keys(opened.reference(), code);
    }
    throw new AssertionError("it was not asked");
  }

  /// A question that everybody sees.
  public Keys published(Mandate to, String title) {
    var keys = asked(to, title);
    publication.publish(somebody(), keys.reference());
    return keys;
  }

  /// Lets a night pass.
  public void night() {
    questions.forget();
  }

  /// How many letters somebody got.
  public int lettersTo(String address) {
    return sql.sql("select count(*) from post.letter where address = :address")
        .param("address", address)
        .query(Integer.class)
        .single();
  }

  public String letterTo(String address, String like) {
    return sql.sql(
            """
            select body from post.letter where address = :address and body like :like
            order by id desc limit 1
            """)
        .param("address", address)
        .param("like", "%" + like + "%")
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// The path of the first link of a letter.
  public static String link(String letter) {
    var link = LINK.matcher(letter);
    if (!link.find()) {
      throw new AssertionError("no link in: " + letter);
    }
    return link.group(1);
  }
}
