package org.foyal.learning.enrolment;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/enrolment.sh`: 2,000 people who want 20 seats, 64 at once, beside one bare INSERT each
/// into a table with the same columns, checks, unique, exclusion and foreign keys and indexes, on
/// the same pool by as many threads, and it fails where anybody overtakes anybody by more than a
/// second; then handing on a seat at 1,000 and at 100,000 who wait, beside the same statements
/// bare.
final class EnrolmentBench {
  private static final int AT_ONCE = 64;
  private static final int PEOPLE = 2_000;
  private static final int SEATS = 20;

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Enrolments enrolments;
  private final List<UUID> learners = new ArrayList<>();

  private EnrolmentBench(ConfigurableApplicationContext house) {
    this.house = house;
    this.sql = house.getBean(JdbcClient.class);
    this.enrolments = house.getBean(Enrolments.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--spring.datasource.hikari.maximum-pool-size=" + AT_ONCE,
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new EnrolmentBench(house);
      bench.prepare();
      bench.rush(200); // warming
      bench.rush(PEOPLE);
      bench.handingOn(1_000);
      bench.handingOn(100_000);
    }
  }

  private void prepare() {
    house.getBean(Places.class).add(Actor.CONSOLE, Known.place("Maison"));
    sql.sql(
            """
            insert into learning.course (code, title, description, level, minutes)
            values ('bench', '{"fr": "Écrire un e-mail"}', '{"fr": "On apprend."}', 'BEGINNER', 90)
            """)
        .update();
    sql.sql("create table learning.bare (like learning.participation including all)").update();
    sql.sql(
            """
            alter table learning.bare
              add foreign key (session) references learning.session,
              add foreign key (learner) references learning.learner,
              add foreign key (session, seat) references learning.seat (session, number)
                deferrable initially deferred
            """)
        .update();
    sql.sql(
            """
            insert into learning.learner (id, name, folded, language, seen_at)
            select gen_random_uuid(), 'Ana', 'ana', 'fr', now() from generate_series(1, :people)
            """)
        .param("people", PEOPLE)
        .update();
    learners.addAll(
        sql.sql("select id from learning.learner where contact is null").query(UUID.class).list());
  }

  private Session session() {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into learning.session (id, course, place, starts_at, ends_at, seats, language, changed_at)
            values (:id, 'bench', (select id from learning.place limit 1), now() + interval '20 days',
              now() + interval '20 days 90 minutes', :seats, 'fr', now())
            """)
        .param("id", id)
        .param("seats", SEATS)
        .update();
    return house.getBean(org.foyal.learning.courses.Courses.class).get(id);
  }

  private void rush(int people) throws Exception {
    var session = session();
    double ours = rate(people, () -> enrolments.enrol(Joined.draft(session, Joined.person("Ana"))));
    var next = new AtomicInteger();
    double bare = rate(people, () -> bare(session.id(), learners.get(next.getAndIncrement())));
    int seated = count(session, "state = 'CONFIRMED'");
    int waiting = count(session, "state = 'WAITING'");
    int jumped =
        sql.sql(
                """
                select count(*) from learning.participation w join learning.participation s
                  on s.session = w.session and s.state = 'CONFIRMED'
                where w.session = :session and w.state = 'WAITING' and w.since < s.since - interval '1 second'
                """)
            .param("session", session.id())
            .query(Integer.class)
            .single();
    System.out.printf(
        Locale.ROOT,
        "%,d people, %d seats, %d at once: %,.0f a second; one bare INSERT each %,.0f; ratio %.2f;"
            + " %d seated, %,d wait, %d overtaken by more than a second%n",
        people,
        SEATS,
        AT_ONCE,
        ours,
        bare,
        ours / bare,
        seated,
        waiting,
        jumped);
    if (seated != SEATS || seated + waiting != people) {
      throw new IllegalStateException("a seat is lost or given twice");
    }
    if (jumped > 0) {
      throw new IllegalStateException("somebody was overtaken");
    }
  }

  private int count(Session session, String where) {
    return sql.sql("select count(*) from learning.participation where session = :s and " + where)
        .param("s", session.id())
        .query(Integer.class)
        .single();
  }

  private Object bare(UUID session, UUID learner) throws SQLException {
    try (var connection = house.getBean(DataSource.class).getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into learning.bare (form, reference, session, learner, state, target, channel,
                  asked_at, since, sequence)
                values (?, substr(md5(random()::text), 1, 8), ?, ?, 'WAITING', false, 'WEB', now(), now(), 0)
                """)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, session);
      insert.setObject(3, learner);
      return insert.executeUpdate();
    }
  }

  private double rate(int times, Callable<?> act) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(act));
      }
      for (var one : running) {
        one.get();
      }
      return times * 1e9 / (System.nanoTime() - start);
    }
  }

  /// Somebody stays away, and the seat goes to the first of so many who wait.
  private void handingOn(int waiting) {
    var session = session();
    var seated = new ArrayList<Joined.Keys>();
    for (int i = 0; i < SEATS; i++) {
      seated.add(Joined.keys(enrolments.enrol(Joined.draft(session, Joined.person("Ana")))));
    }
    crowd(session, waiting);
    sql.sql("analyze learning.participation").update();
    long start = System.nanoTime();
    for (var keys : seated) {
      enrolments.cancel(keys.reference(), keys.code(), Reason.TIME);
    }
    double ours_ms = (System.nanoTime() - start) / 1e6 / SEATS;
    start = System.nanoTime();
    for (int i = 0; i < SEATS; i++) {
      handOnBare(session);
    }
    double bare_ms = (System.nanoTime() - start) / 1e6 / SEATS;
    System.out.printf(
        Locale.ROOT,
        "handing a seat on, %,d wait: %.1f ms; the same statements bare %.1f ms; ratio %.2f; %d"
            + " offers%n",
        waiting,
        ours_ms,
        bare_ms,
        ours_ms / bare_ms,
        count(session, "state = 'OFFERED'"));
  }

  private void crowd(Session session, int people) {
    var random = new Random(people);
    var references = Stream.generate(() -> Reference.next(random).signs()).distinct().limit(people);
    sql.sql(
            """
            with drawn as (
              select gen_random_uuid() as learner, reference
              from unnest(string_to_array(:references, ' ')) as one (reference)
            ), people as (
              insert into learning.learner (id, name, folded, language, seen_at)
              select learner, 'Ana', 'ana', 'fr', now() from drawn)
            insert into learning.participation (form, reference, session, learner, state, target,
              channel, asked_at, since, sequence)
            select gen_random_uuid(), reference, :session, learner, 'WAITING', false, 'WEB',
              now(), now() + random() * interval '1 hour', 0 from drawn
            on conflict do nothing
            """)
        .param("references", references.collect(Collectors.joining(" ")))
        .param("session", session.id())
        .update();
  }

  /// One statement that frees nothing but moves the first who waits to an offer, with its line.
  private void handOnBare(Session session) {
    sql.sql(
            """
            with first as (
              select id from learning.participation where session = :session and state = 'WAITING'
              order by since, id limit 1
            ), freed as (
              update learning.seat set taken = true where session = :session and number = 1
            ), noted as (
              insert into learning.participation_event (participation, at, what)
              select id, :at, 'WAITING' from first returning participation
            ) update learning.participation set offers = 0 where id = (select participation from noted)
            """)
        .param("session", session.id())
        .param("at", java.sql.Timestamp.from(Instant.now()))
        .update();
  }
}
