package org.foyal.learning.enrolment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Session;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Draft.Wish;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions with people in them, through the room's façades; time passes by moving what is kept.
@TestComponent
public class Joined {
  private final Taught taught;
  private final Enrolments enrolments;
  private final Attendance attendance;
  private final JdbcClient sql;

  Joined(Taught taught, Enrolments enrolments, Attendance attendance, JdbcClient sql) {
    this.taught = taught;
    this.enrolments = enrolments;
    this.attendance = attendance;
    this.sql = sql;
  }

  /// A session of so many seats in twenty days.
  public Session session(int seats) {
    return session(seats, 0);
  }

  /// The same, of whose seats a share is kept until a week before.
  public Session session(int seats, int percent) {
    return session(taught.course("Écrire un e-mail"), seats, percent, LocalTime.of(10, 0));
  }

  /// A session of a course, from an hour on.
  public Session session(String course, int seats, int percent, LocalTime from) {
    var place = taught.place("Maison des tests").id();
    return taught.session(
        new Plan(
            course,
            LocalDate.now(ZoneOffset.UTC).plusDays(20),
            from,
            from.plusMinutes(90),
            0,
            0,
            place,
            Optional.empty(),
            Set.of(),
            seats,
            Language.FR,
            false,
            true,
            false,
            percent,
            7));
  }

  public String course() {
    return taught.course("Écrire un e-mail");
  }

  public static Person person(String name) {
    return new Person(
        name,
        Optional.of("learns-" + UUID.randomUUID() + "@example.org"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Language.FR);
  }

  public static Person called(String name, String phone) {
    return new Person(
        name,
        Optional.empty(),
        Optional.of(phone),
        Optional.empty(),
        Optional.empty(),
        Language.FR);
  }

  public static Draft draft(Session session, Person person) {
    return draft(session, person, false);
  }

  public static Draft draft(Session session, Person person, boolean target) {
    return new Draft(
        UUID.randomUUID(), session.id(), person, new Wish(target, Set.of()), Channel.WEB, null);
  }

  /// Somebody who gave neither an address nor a number.
  public static Person unreachable(String name) {
    return new Person(
        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Language.FR);
  }

  /// A telephone number that nobody else has.
  public static String number() {
    return "0696%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
  }

  /// A place with what opens it.
  public record Keys(long id, String reference, String code) {}

  public Keys join(Session session, Person person) {
    return join(session, person, false);
  }

  /// The same, by whoever shows an earlier place of theirs.
  public Keys joinAgain(Session session, Person person, Keys earlier) {
    var wish =
        new Wish(
            false, Set.of(), Optional.of(new Draft.Earlier(earlier.reference(), earlier.code())));
    return keys(
        enrolments.enrol(
            new Draft(UUID.randomUUID(), session.id(), person, wish, Channel.WEB, null)));
  }

  /// The same, written down by somebody of the staff.
  public Keys atTheCounter(Session session, Person person) {
    return atTheCounter(session, person, new Wish(false, Set.of()));
  }

  /// The same, by whoever shows the slip of an earlier place of theirs.
  public Keys atTheCounter(Session session, Person person, Keys slip) {
    var earlier = Optional.of(new Draft.Earlier(slip.reference(), slip.code()));
    return atTheCounter(session, person, new Wish(false, Set.of(), earlier));
  }

  private Keys atTheCounter(Session session, Person person, Wish wish) {
    return keys(
        enrolments.enrol(
            new Draft(
                UUID.randomUUID(),
                session.id(),
                person,
                wish,
                Channel.COUNTER,
                UUID.randomUUID())));
  }

  public Keys join(Session session, Person person, boolean target) {
    return keys(enrolments.enrol(draft(session, person, target)));
  }

  static Keys keys(Enrolment enrolment) {
    return switch (enrolment) {
      case Enrolment.Seated(var place, String code, boolean _) ->
          new Keys(place.id(), place.reference().toString(), code);
      case Enrolment.Waiting(var place, String code, int _, boolean _) ->
          new Keys(place.id(), place.reference().toString(), code);
      default -> throw new AssertionError("not joined: " + enrolment);
    };
  }

  /// So many people who come or wait, in their order.
  public List<Keys> join(Session session, int people) {
    return IntStream.range(0, people).mapToObj(i -> join(session, person("Ana " + i))).toList();
  }

  public String state(Keys keys) {
    return sql.sql("select state from learning.participation where id = :id")
        .param("id", keys.id())
        .query(String.class)
        .single();
  }

  /// Lets the time to answer offers of a session pass.
  public void offersEnd(Session session) {
    sql.sql(
            """
            update learning.participation set offered_until = offered_until - interval '30 days'
            where session = :session and state = 'OFFERED'
            """)
        .param("session", session.id())
        .update();
  }

  /// Brings a session nearer, to so many minutes from now; below nought it has begun.
  public void nearer(Session session, int minutes) {
    sql.sql(
            """
            update learning.session set starts_at = now() + make_interval(mins => :minutes),
              ends_at = now() + make_interval(mins => :minutes + 90) where id = :id
            """)
        .param("minutes", minutes)
        .param("id", session.id())
        .update();
  }

  /// Notes that somebody came to a session that has begun, or that they did not.
  public void note(Session session, Keys keys, State state) {
    var was = State.find(state(keys)).orElseThrow();
    attendance.note(
        Actor.CONSOLE, session.id(), Map.of(keys.id(), new Attendance.Noted(was, state)));
  }

  /// Has the name of whoever holds a place erased, as they do it themselves.
  public void erase(Keys keys) {
    enrolments.erase(keys.reference(), keys.code());
  }

  /// How many letters somebody has got.
  public int letters(Person person) {
    return sql.sql("select count(*) from post.letter where address = :address")
        .param("address", person.email().orElseThrow())
        .query(Integer.class)
        .single();
  }

  /// Until when a seat is held for somebody, in hours from now.
  public double heldFor_hours(Keys keys) {
    return sql.sql(
            """
            select extract(epoch from offered_until - now()) / 3600 from learning.participation
            where id = :id
            """)
        .param("id", keys.id())
        .query(Double.class)
        .single();
  }

  /// Says that somebody is to say whether they come, and was asked so many hours before.
  public void askedToConfirm(Keys keys, int hoursBefore) {
    sql.sql(
            """
            update learning.participation p set to_confirm = true,
              reminded_at = s.starts_at - make_interval(hours => :hours)
            from learning.session s where s.id = p.session and p.id = :id
            """)
        .param("hours", hoursBefore)
        .param("id", keys.id())
        .update();
  }

  /// The last letter to somebody.
  public String letter(Person person) {
    return sql.sql(
            """
            select subject || chr(10) || body from post.letter where address = :address
            order by id desc limit 1
            """)
        .param("address", person.email().orElseThrow())
        .query(String.class)
        .optional()
        .orElse("");
  }
}
