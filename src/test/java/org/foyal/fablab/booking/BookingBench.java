package org.foyal.fablab.booking;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.fablab.Lab;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Member;
import org.foyal.shell.ShellSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/bookings.sh`: 10,000 attempts on 50 slots, 64 at once, beside one bare INSERT each into a
/// table with the same exclusion constraint; it fails where anything overlaps. Then when 30
/// machines are free over three months among 100,000 bookings, beside the single query for what is
/// taken.
final class BookingBench {
  private static final int AT_ONCE = 64;
  private static final int ATTEMPTS = 10_000;
  private static final int SLOTS = 50;
  private static final int PEOPLE = 400;
  private static final int MACHINES = 30;
  private static final int BOOKINGS = 100_000;
  private static final int ROUNDS = 20;

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Bookings bookings;
  private final Lab lab;
  private final List<Machine> machines = new ArrayList<>();
  private final List<Member> people = new ArrayList<>();

  private BookingBench(ConfigurableApplicationContext house) {
    this.house = house;
    this.sql = house.getBean(JdbcClient.class);
    this.bookings = house.getBean(Bookings.class);
    this.lab = house.getBean(Lab.class);
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        new SpringApplication(Foyal.class, Lab.class)
            .run(
                "--foyal.shell.data=" + arguments[0] + "/data",
                "--spring.datasource.hikari.maximum-pool-size=" + AT_ONCE,
                "--foyal.things.mqtt-port=0",
                "--server.port=0",
                "--management.server.port=0")) {
      var bench = new BookingBench(house);
      bench.prepare();
      bench.rush();
      bench.availability();
    }
  }

  private void prepare() {
    for (var day : DayOfWeek.values()) {
      lab.hours(day, "08:00", "20:00", Opening.Kind.STAFFED);
    }
    MachineType type = lab.type("Banc");
    for (int i = 0; i < MACHINES; i++) {
      machines.add(lab.machine(type));
    }
    for (int i = 0; i < PEOPLE + MACHINES; i++) {
      var one = lab.member("Banc " + i + " " + UUID.randomUUID());
      lab.granted(one, type, Level.AUTONOMOUS_STAFFED);
      people.add(one);
    }
    sql.sql("create table fablab.bare (like fablab.occupation including all)").update();
  }

  private record Slot(UUID machine, Span span) {}

  /// Five machines, ten hours each.
  private List<Slot> slots() {
    ZoneId zone = house.getBean(ShellSettings.class).timeZone();
    var first = Instant.now().atZone(zone).plusDays(3).truncatedTo(ChronoUnit.DAYS).plusHours(8);
    var all = new ArrayList<Slot>();
    for (int i = 0; i < SLOTS; i++) {
      var from = first.plusDays(i / 25).plusHours(2L * (i / 5 % 5)).toInstant();
      var span = new Span(from, from.plus(1, ChronoUnit.HOURS));
      all.add(new Slot(machines.get(i % 5).id(), span));
    }
    return all;
  }

  private void rush() throws Exception {
    var slots = slots();
    var random = new Random(1);
    var nth = new AtomicInteger();
    var wanted = random.ints(ATTEMPTS, 0, SLOTS).toArray();
    double ours =
        rate(() -> {
          int i = nth.getAndIncrement();
          var slot = slots.get(wanted[i]);
          var who = people.get(i % PEOPLE).id();
          return bookings.book(
              new Asked(
                  UUID.randomUUID(),
                  who,
                  slot.machine(),
                  slot.span(),
                  false,
                  Optional.empty(),
                  false));
        });
    nth.set(0);
    double bare = rate(() -> bare(slots.get(wanted[nth.getAndIncrement()])));
    tell(ours, bare);
  }

  private void tell(double ours, double bare) {
    int booked = count("select count(*) from fablab.booking where state = 'CONFIRMED'");
    int overlaps =
        count(
            """
            select count(*) from fablab.booking a join fablab.booking b on a.machine = b.machine
              and a.id < b.id and a.held && b.held
            where a.state = 'CONFIRMED' and b.state = 'CONFIRMED'
            """);
    System.out.printf(
        Locale.ROOT,
        "%,d attempts on %d slots, %d at once: %,.0f a second; one bare INSERT each %,.0f; ratio"
            + " %.2f; %d booked, %d overlap%n",
        ATTEMPTS,
        SLOTS,
        AT_ONCE,
        ours,
        bare,
        ours / bare,
        booked,
        overlaps);
    if (overlaps > 0 || booked > SLOTS) {
      throw new IllegalStateException("two have one machine");
    }
  }

  private int count(String query) {
    return sql.sql(query).query(Integer.class).single();
  }

  private Object bare(Slot slot) throws SQLException {
    try (var connection = house.getBean(DataSource.class).getConnection();
        var insert =
            connection.prepareStatement(
                """
                insert into fablab.bare (booking, resource, held)
                values (?, ?, tstzrange(?::timestamptz, ?::timestamptz)) on conflict do nothing
                """)) {
      insert.setObject(1, UUID.randomUUID());
      insert.setObject(2, slot.machine());
      insert.setString(3, slot.span().from().toString());
      insert.setString(4, slot.span().until().toString());
      return insert.executeUpdate();
    }
  }

  private static double rate(Callable<?> act) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < ATTEMPTS; i++) {
        running.add(threads.submit(act));
      }
      for (var one : running) {
        one.get();
      }
      return ATTEMPTS * 1e9 / (System.nanoTime() - start);
    }
  }

  /// Years of bookings, of which three months are asked for.
  private void fill() {
    sql.sql(
            "update fablab.booking set state = 'REVOKED', reason = 'CLOSED' where state = 'CONFIRMED'")
        .update();
    sql.sql("alter table fablab.booking disable trigger user").update();
    sql.sql(
            """
            insert into fablab.booking (id, reference, member, machine, type, during, held, state,
              staffed, channel, asked_at, changed_at)
            select gen_random_uuid(), upper(substr(md5(n::text || m.id::text), 1, 8)), p.id, m.id, m.type,
              tstzrange(at, at + interval '1 hour'), tstzrange(at, at + interval '70 minutes'),
              'PRESENT', true, 'WEB', at, at
            from (select id, type, row_number() over (order by id) as i from fablab.machine) m
            join unnest(:people::uuid[]) with ordinality p (id, i) on p.i = m.i
            cross join generate_series(1, :each) n
            cross join lateral (select date_trunc('day', now()) + interval '100 days'
              - interval '2 hours' * n as at) t
            """)
        .param("each", BOOKINGS / MACHINES)
        .param(
            "people",
            people.subList(PEOPLE, PEOPLE + MACHINES).stream()
                .map(one -> one.id().toString())
                .toArray(String[]::new))
        .update();
    sql.sql(
            "insert into fablab.occupation select id, machine, held from fablab.booking where state = 'PRESENT'")
        .update();
    sql.sql("alter table fablab.booking enable trigger user").update();
    sql.sql("analyze fablab.booking, fablab.occupation").update();
  }

  private void availability() {
    fill();
    var from = Instant.now().plus(1, ChronoUnit.DAYS);
    var months = new Span(from, from.plus(90, ChronoUnit.DAYS));
    var ours = new double[ROUNDS];
    var bare = new double[ROUNDS];
    int found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      found = 0;
      for (var machine : machines) {
        found += bookings.free(machine.id(), months, 60).size();
      }
      ours[round] = (System.nanoTime() - start) / 1e6;
      start = System.nanoTime();
      taken(months);
      bare[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(ours);
    Arrays.sort(bare);
    System.out.printf(
        Locale.ROOT,
        "%d machines over 90 days among %,d bookings: p50 %.0f ms (%,d whiles free); the single query"
            + " %.0f ms; ratio %.1f%n",
        MACHINES,
        count("select count(*) from fablab.booking"),
        ours[ROUNDS / 2],
        found,
        bare[ROUNDS / 2],
        ours[ROUNDS / 2] / bare[ROUNDS / 2]);
  }

  private void taken(Span months) {
    sql.sql(
            """
            select resource, lower(held), upper(held) from fablab.occupation
            where held && tstzrange(:from::timestamptz, :until::timestamptz) order by resource, lower(held)
            """)
        .param("from", months.from().toString())
        .param("until", months.until().toString())
        .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
