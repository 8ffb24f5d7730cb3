package org.foyal.fablab.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking.Care;
import org.foyal.fablab.booking.Booking.Reason;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Booking.State;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of bookings of machines.
@Repository
class BookingStore {
  private static final String COLUMNS =
      """
      select b.*, lower(during) as starts, upper(during) as ends from fablab.booking b
      """;

  /// The same that the database asks when a booking is written.
  private static final String ALLOWED =
      """
      fablab.may_use(b.member, b.type, greatest(t.level_to_book,
        case when b.supervised then 2 when b.staffed then 3 else 4 end), lower(b.during))
      """;

  private final JdbcClient sql;

  BookingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What a booking holds of the machine, and how much of whoever supervises.
  record Hold(Span span, double attention, boolean scarce) {}

  /// Holds somebody until the transaction ends: limits are counted for one booking at a time.
  void hold(UUID member) {
    sql.sql("select id from fablab.member where id = :id for no key update")
        .param("id", member)
        .query(UUID.class)
        .list();
  }

  /// Holds a machine until the transaction ends: who asks for it at once asks one after the other,
  /// and none waits for another who waits for them. After the person, before any booking.
  void holdMachine(UUID machine) {
    sql.sql("select id from fablab.machine where id = :id for no key update")
        .param("id", machine)
        .query(UUID.class)
        .list();
  }

  void add(Booking made, Hold hold, Asked asked, Instant now) {
    sql.sql(
            """
            insert into fablab.booking (id, reference, member, machine, type, during, held, state, staffed, supervised,
              attention, to_confirm, channel, taken_by, asked_at, changed_at, example)
            values (:id, :reference, :member, :machine, :type, tstzrange(:from, :until), tstzrange(:heldFrom, :heldUntil),
              :state, :staffed, :supervised, :attention, :confirm, :channel, :by, :now, :now, :example)
            """)
        .param("id", made.id())
        .param("reference", made.reference().signs())
        .param("member", made.member())
        .param("machine", made.machine())
        .param("type", made.type())
        .param("from", at(made.span().from()))
        .param("until", at(made.span().until()))
        .param("heldFrom", at(hold.span().from()))
        .param("heldUntil", at(hold.span().until()))
        .param("state", made.state().name())
        .param("staffed", made.care() != Care.ALONE)
        .param("supervised", made.care() == Care.SUPERVISED)
        .param("attention", hold.attention())
        .param("confirm", hold.scarce())
        .param("channel", asked.by().isPresent() ? "COUNTER" : "WEB")
        .param("by", asked.by().orElse(null))
        .param("now", at(now))
        .param("example", made.example())
        .update();
  }

  /// Moves a booking to another while.
  void move(UUID id, Span span, Care care, Hold hold, Instant now) {
    sql.sql(
            """
            update fablab.booking set during = tstzrange(:from, :until), held = tstzrange(:heldFrom, :heldUntil),
              staffed = :staffed, supervised = :supervised, attention = :attention, lapsed_at = null,
              sequence = sequence + 1, changed_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .param("heldFrom", at(hold.span().from()))
        .param("heldUntil", at(hold.span().until()))
        .param("staffed", care != Care.ALONE)
        .param("supervised", care == Care.SUPERVISED)
        .param("attention", hold.attention())
        .param("now", at(now))
        .update();
  }

  void state(
      UUID id, State state, @Nullable Reason reason, @Nullable Instant offeredUntil, Instant now) {
    sql.sql(
            """
            update fablab.booking set state = :state, reason = :reason, offered_until = :offered,
              sequence = sequence + 1, changed_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("reason", reason == null ? null : reason.name())
        .param("offered", offeredUntil == null ? null : at(offeredUntil))
        .param("now", at(now))
        .update();
  }

  /// What begins between two moments and is still to be said again.
  List<Booking> toConfirm(Instant now, Instant until) {
    return sql.sql(
            COLUMNS
                + """
                where to_confirm and state = 'CONFIRMED' and lower(during) > :now
                  and lower(during) <= :until order by starts, id
                """)
        .param("now", at(now))
        .param("until", at(until))
        .query((row, _) -> booking(row))
        .list();
  }

  void confirmed(UUID id, Instant now) {
    sql.sql("update fablab.booking set to_confirm = false, confirmed_at = :now where id = :id")
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /// Notes that somebody may no longer work there, or may again.
  void lapsed(UUID id, @Nullable Instant since) {
    sql.sql("update fablab.booking set lapsed_at = :since where id = :id")
        .param("id", id)
        .param("since", since == null ? null : at(since))
        .update();
  }

  /// Makes a booking one that is supervised.
  void supervise(UUID id, double attention) {
    sql.sql(
            """
            update fablab.booking set supervised = true, attention = :attention, lapsed_at = null,
              sequence = sequence + 1
            where id = :id
            """)
        .param("id", id)
        .param("attention", attention)
        .update();
  }

  void first(UUID id) {
    sql.sql("update fablab.booking set priority = true where id = :id").param("id", id).update();
  }

  /// Spends what somebody is owed since the lab took a booking of theirs back, at a kind of
  /// machine.
  ///
  /// @return whether they were owed anything
  boolean spend(UUID member, String type) {
    return sql.sql(
                """
                update fablab.booking set priority = false
                where id = (select id from fablab.booking where member = :member and type = :type
                  and state = 'REVOKED' and priority order by changed_at, id limit 1)
                """)
            .param("member", member)
            .param("type", type)
            .update()
        > 0;
  }

  void event(UUID booking, String what, @Nullable Span span, @Nullable UUID account, Instant now) {
    sql.sql(
            """
            insert into fablab.booking_event (booking, at, what, during, account)
            values (:booking, :now, :what, tstzrange(:from, :until), :account)
            """)
        .param("booking", booking)
        .param("now", at(now))
        .param("what", what)
        .param("from", span == null ? null : at(span.from()))
        .param("until", span == null ? null : at(span.until()))
        .param("account", account)
        .update();
  }

  Optional<Booking> find(UUID id) {
    return one("where id = :key", id);
  }

  Optional<Booking> find(Reference reference) {
    return one("where reference = :key and member is not null", reference.signs());
  }

  /// The same, and holds it until the transaction ends.
  Optional<Booking> lock(UUID id) {
    return one("where id = :key for update", id);
  }

  private Optional<Booking> one(String where, Object key) {
    return sql.sql(COLUMNS + where).param("key", key).query((row, _) -> booking(row)).optional();
  }

  /// The bookings of somebody that end after a moment, the first first.
  List<Booking> coming(UUID member, Instant after) {
    return sql.sql(
            COLUMNS + "where member = :member and upper(during) > :after order by starts, id")
        .param("member", member)
        .param("after", at(after))
        .query((row, _) -> booking(row))
        .list();
  }

  /// Whatever machines are held for in a while, the first first.
  List<Booking> within(Span span) {
    return sql.sql(
            COLUMNS
                + """
                where during && tstzrange(:from, :until) and member is not null
                  and state not in ('EXCUSED', 'REVOKED', 'LAPSED')
                order by starts, id
                """)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .query((row, _) -> booking(row))
        .list();
  }

  /// When machines are taken in a while, by whomever.
  record Taken(UUID machine, Span span) {}

  List<Taken> taken(Collection<UUID> machines, Span span) {
    return sql.sql(
            """
            select resource, lower(held) as starts, upper(held) as ends from fablab.occupation
            where resource = any (:machines) and held && tstzrange(:from, :until)
            order by resource, starts
            """)
        .param("machines", machines.toArray(UUID[]::new))
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .query((row, _) -> new Taken(row.getObject("resource", UUID.class), span(row)))
        .list();
  }

  /// Those who wait for a machine in a while, in their line: whose booking the lab took back first,
  /// then the longest.
  List<Booking> waiting(UUID machine, Span span) {
    return sql.sql(
            COLUMNS
                + """
                where machine = :machine and state = 'WAITING' and during && tstzrange(:from, :until)
                order by priority desc, asked_at, id
                """)
        .param("machine", machine)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .query((row, _) -> booking(row))
        .list();
  }

  /// What is to come of somebody at a kind of machine.
  List<UUID> toCome(UUID member, String type, Instant now) {
    return sql.sql(
            """
            select id from fablab.booking where member = :member and type = :type
              and state in ('CONFIRMED', 'OFFERED') and lower(during) > :now order by id
            """)
        .param("member", member)
        .param("type", type)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  /// Whether somebody may still work there when their booking begins, by what is written now.
  boolean stillAllowed(UUID id) {
    return sql.sql(
            """
            select %s from fablab.booking b join fablab.machine_type t on t.code = b.type where b.id = :id
            """
                .formatted(ALLOWED))
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Somebody at a kind of machine.
  record Standing(UUID member, String type) {}

  /// Whose bookings to come are said to have lapsed though they may work there, or the other way
  /// round.
  List<Standing> standingOtherwise(Instant now) {
    return sql.sql(
            """
            select distinct b.member, b.type from fablab.booking b join fablab.machine_type t on t.code = b.type
            where b.member is not null and b.state in ('CONFIRMED', 'OFFERED') and lower(b.during) > :now
              and (b.lapsed_at is null) <> %s
            order by b.member, b.type
            """
                .formatted(ALLOWED))
        .param("now", at(now))
        .query((row, _) -> new Standing(row.getObject("member", UUID.class), row.getString("type")))
        .list();
  }

  /// What holds machines in a while, and can be taken back: of one machine, or of all.
  List<UUID> toClose(@Nullable UUID machine, Span span) {
    return sql.sql(
            """
            select id from fablab.booking
            where (machine = :machine or :machine::uuid is null) and during && tstzrange(:from, :until)
              and member is not null and state in ('CONFIRMED', 'OFFERED', 'WAITING') order by machine, id
            """)
        .param("machine", machine)
        .param("from", at(span.from()))
        .param("until", at(span.until()))
        .query(UUID.class)
        .list();
  }

  /// Offers whose time to answer has ended, and waiting that has become of no use.
  List<UUID> ended(Instant now) {
    return sql.sql(
            """
            select id from fablab.booking
            where member is not null
              and (state = 'OFFERED' and offered_until <= :now or state = 'WAITING' and lower(during) <= :now)
            order by machine, id
            """)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  /// The day after, a reason is only counted.
  int forgetReasons(Instant before) {
    return sql.sql(
            """
            update fablab.booking set reason = 'COUNTED'
            where state = 'EXCUSED' and reason <> 'COUNTED' and upper(during) < :before
            """)
        .param("before", at(before))
        .update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("starts", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }

  private static Booking booking(ResultSet row) throws SQLException {
    boolean staffed = row.getBoolean("staffed");
    return new Booking(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        row.getObject("member", UUID.class),
        row.getObject("machine", UUID.class),
        row.getString("type"),
        span(row),
        State.valueOf(row.getString("state")),
        row.getBoolean("supervised") ? Care.SUPERVISED : staffed ? Care.STAFFED : Care.ALONE,
        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
        row.getObject("lapsed_at") != null,
        row.getBoolean("to_confirm"),
        row.getInt("sequence"),
        row.getBoolean("example"));
  }
}
