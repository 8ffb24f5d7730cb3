package org.foyal.learning.calendars;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.learning.calendars.Calendars.Wanted;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/calendars.sh`: the calendar of all sessions and that of one trainer, at 1,000 and at
/// 10,000, beside the bare SELECT of the same rows with their course and place, every column read
/// and written as text, on a connection of the same pool; and how much memory is held meanwhile.
final class CalendarBench {
  private static final int ROUNDS = 15;
  private static final int WARMING = 5;
  private static final long LOOK_bytes = 100_000;

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Calendars calendars;
  private final UUID trainer = UUID.randomUUID();

  private CalendarBench(ConfigurableApplicationContext house) {
    this.house = house;
    this.sql = house.getBean(JdbcClient.class);
    this.calendars = house.getBean(Calendars.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new CalendarBench(house);
      bench.prepare();
      bench.measure(1_000);
      bench.measure(10_000);
    }
  }

  private void prepare() {
    sql.sql(
            """
            insert into learning.course (code, title, description, level, minutes)
            values ('bench', '{"fr": "Écrire un e-mail"}',
              '{"fr": "On apprend à écrire, à envoyer et à lire un message, pas à pas."}', 'BEGINNER', 90)
            """)
        .update();
    sql.sql("insert into learning.resource (id, kind, name) values (:id, 'TRAINER', 'Ana')")
        .param("id", trainer)
        .update();
    house.getBean(Places.class).add(Actor.CONSOLE, Known.place("Maison"));
  }

  private void measure(int sessions) throws Exception {
    sql.sql("delete from learning.occupation").update();
    sql.sql("delete from learning.session").update();
    sql.sql(
            """
            with planned as (
              insert into learning.session (id, course, place, starts_at, ends_at, seats, language, changed_at)
              select gen_random_uuid(), 'bench', (select id from learning.place limit 1),
                now() + n * interval '1 hour', now() + n * interval '1 hour' + interval '50 minutes', 1, 'fr', now()
              from generate_series(1, :sessions) n returning id, starts_at, ends_at
            ) insert into learning.occupation (resource, during, session)
            select :trainer, tstzrange(starts_at, ends_at), id from planned
            """)
        .param("sessions", sessions)
        .param("trainer", trainer)
        .update();
    sql.sql("analyze learning.session").update();
    sql.sql("analyze learning.occupation").update();
    report(sessions, "all", Optional.empty(), "");
    report(
        sessions,
        "a trainer's",
        Optional.of(trainer),
        "and exists (select from learning.occupation o where o.session = s.id and o.resource = '"
            + trainer
            + "')");
  }

  private void report(int sessions, String what, Optional<UUID> whose, String where)
      throws Exception {
    var wanted = new Wanted(Language.FR, Optional.empty(), whose);
    var ours = times_ms(() -> calendars.write(wanted, new Counter(0).writer()));
    var bare = times_ms(() -> bare(where));
    var seen = new Counter(LOOK_bytes);
    calendars.write(wanted, seen.writer());
    System.out.printf(
        Locale.ROOT,
        "%s calendar, %,d sessions: p50 %.1f ms, slowest %.1f ms; the bare rows as text p50 %.1f ms;"
            + " ratio %.1f; %,d bytes, %,d an event; at most %.1f MB held beyond what was before%n",
        what,
        sessions,
        ours[ROUNDS / 2],
        ours[ROUNDS - 1],
        bare[ROUNDS / 2],
        ours[ROUNDS / 2] / bare[ROUNDS / 2],
        seen.bytes,
        seen.bytes / sessions,
        seen.most / 1e6);
  }

  private void bare(String where) throws SQLException, IOException {
    try (var connection = house.getBean(DataSource.class).getConnection();
        var select = connection.createStatement();
        var out = new Counter(0).writer()) {
      connection.setAutoCommit(false);
      select.setFetchSize(500);
      try (var rows =
          select.executeQuery(
              """
              select s.*, c.title, c.description, c.bring, p.nom, p.adresse, p.complement_adresse, p.code_postal,
                p.commune, p.latitude, p.longitude, p.telephone
              from learning.session s join learning.course c on c.code = s.course
              join learning.place p on p.id = s.place
              where s.ends_at > now() - interval '100 days' %s order by s.starts_at, s.id
              """
                  .formatted(where))) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            out.write(String.valueOf(rows.getString(column)));
            out.write("\r\n");
          }
        }
      }
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// What is measured.
  private interface Work {
    void once() throws Exception;
  }

  private static double[] times_ms(Work work) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      work.once();
    }
    var times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start_ns = System.nanoTime();
      work.once();
      times[i] = (System.nanoTime() - start_ns) / 1e6;
    }
    Arrays.sort(times);
    return times;
  }

  /// Counts what is written and keeps nothing; every so many bytes, looks how much memory is held.
  private static final class Counter extends OutputStream {
    private final long every;
    private final long before;
    private long bytes;
    private long most;

    /// @param every 0: it does not look
    private Counter(long every) {
      this.every = every;
      before = every == 0 ? 0 : held();
    }

    /// As a servlet writes text.
    private Writer writer() {
      return new OutputStreamWriter(this, StandardCharsets.UTF_8);
    }

    private static long held() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public void write(int one) {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      long was = bytes;
      bytes += length;
      if (every > 0 && was / every != bytes / every) {
        most = Math.max(most, held() - before);
      }
    }
  }
}
