package org.foyal.learning.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.foyal.learning.courses.Planning.Conflict;
import org.foyal.learning.courses.Resource;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Hours that are opened, in `learning.opening` and `learning.slot`, with what they take in
/// `learning.occupation`, which sessions take too.
@Repository
class SlotStore {
  static final String SELECT =
      """
      select s.id as slot, s.opening, s.starts_at, s.ends_at, s.open, s.sequence, s.changed_at,
        o.place, o.room, o.trainer, o.example as invented
      from learning.slot s join learning.opening o on o.id = s.opening
      """;

  /// That nobody has a slot.
  private static final String FREE =
      """
       s.open and not exists (select from learning.appointment a
        where a.slot = s.id and a.state in ('UNKNOWN', 'SEEN', 'NO_SHOW'))
      """;

  private final JdbcClient sql;

  SlotStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A trainer or a room for a while.
  ///
  /// @param slot for which one
  /// @param day of that slot
  record Take(UUID slot, LocalDate day, UUID resource, Instant from, Instant until) {}

  /// Holds trainers and rooms, with their parts, until the transaction ends, in the order in which
  /// sessions do.
  void lockResources(Collection<UUID> resources) {
    sql.sql(
            """
            select 1 from learning.resource
            where id = any(:ids::uuid[]) or part_of = any(:ids::uuid[]) order by id for update
            """)
        .param("ids", texts(resources, UUID::toString))
        .query()
        .listOfRows();
  }

  /// What is in the way of some takings.
  ///
  /// @param except slots that don't count, as they give up what they have
  List<Conflict> conflicts(List<Take> wanted, Collection<UUID> except) {
    return sql.sql(
            """
            select distinct w.day, r.kind, r.name, o.session, c.title,
              lower(o.during) as starts, upper(o.during) as ends
            from unnest(:days::date[], :resources::uuid[], :froms::timestamptz[], :untils::timestamptz[])
              as w (day, resource, starts, ends)
            join learning.resource p on w.resource in (p.id, p.part_of)
            join learning.occupation o on o.resource = p.id and o.active
              and o.during && tstzrange(w.starts, w.ends)
            join learning.resource r on r.id = o.resource
            left join learning.session s on s.id = o.session
            left join learning.course c on c.code = s.course
            where o.appointment is null or o.appointment <> all(:except::uuid[])
            order by w.day, starts, r.kind, r.name
            """)
        .param("days", texts(wanted, one -> one.day().toString()))
        .param("resources", texts(wanted, one -> one.resource().toString()))
        .param("froms", texts(wanted, one -> one.from().toString()))
        .param("untils", texts(wanted, one -> one.until().toString()))
        .param("except", texts(except, UUID::toString))
        .query(SlotStore::conflict)
        .list();
  }

  /// Takes them; the database refuses what is taken already.
  void take(List<Take> wanted) {
    sql.sql(
            """
            insert into learning.occupation (appointment, resource, during)
            select * from (
              select w.slot, w.resource, tstzrange(w.starts, w.ends)
              from unnest(:slots::uuid[], :resources::uuid[], :froms::timestamptz[], :untils::timestamptz[])
                as w (slot, resource, starts, ends)
              order by w.starts, w.resource) as ordered
            """)
        .param("slots", texts(wanted, one -> one.slot().toString()))
        .param("resources", texts(wanted, one -> one.resource().toString()))
        .param("froms", texts(wanted, one -> one.from().toString()))
        .param("untils", texts(wanted, one -> one.until().toString()))
        .update();
  }

  /// Gives back what slots have taken, to take it anew.
  void free(Collection<UUID> slots) {
    sql.sql("delete from learning.occupation where appointment = any(:ids::uuid[])")
        .param("ids", texts(slots, UUID::toString))
        .update();
  }

  /// Takes slots out: nobody can have them, and trainer and room are free.
  void close(Collection<UUID> slots, Instant at) {
    sql.sql("update learning.occupation set active = false where appointment = any(:ids::uuid[])")
        .param("ids", texts(slots, UUID::toString))
        .update();
    sql.sql(
            """
            update learning.slot set open = false, sequence = sequence + 1, changed_at = :at
            where id = any(:ids::uuid[]) and open
            """)
        .param("at", utc(at))
        .param("ids", texts(slots, UUID::toString))
        .update();
  }

  void add(Opening one) {
    sql.sql(
            """
            insert into learning.opening (id, series, place, room, trainer, day, starts, ends, minutes,
              buffer_minutes, example)
            values (:id, :series, :place, :room, :trainer, :day, :starts, :ends, :minutes, :buffer,
              :example)
            """)
        .param("id", one.id())
        .param("series", one.series())
        .param("place", one.place())
        .param("room", one.room().orElse(null), Types.OTHER)
        .param("trainer", one.trainer())
        .param("day", one.day())
        .param("starts", one.from())
        .param("ends", one.until())
        .param("minutes", one.minutes())
        .param("buffer", one.buffer_minutes())
        .param("example", one.example())
        .update();
  }

  void add(UUID id, UUID opening, Opening.Span span, Instant at) {
    sql.sql(
            """
            insert into learning.slot (id, opening, starts_at, ends_at, changed_at)
            values (:id, :opening, :starts, :ends, :at)
            """)
        .param("id", id)
        .param("opening", opening)
        .param("starts", utc(span.from()))
        .param("ends", utc(span.until()))
        .param("at", utc(at))
        .update();
  }

  void update(Opening one) {
    sql.sql(
            """
            update learning.opening set trainer = :trainer, room = :room, version = version + 1
            where id = :id
            """)
        .param("trainer", one.trainer())
        .param("room", one.room().orElse(null), Types.OTHER)
        .param("id", one.id())
        .update();
  }

  /// Holds the openings of a series until the transaction ends, the soonest first.
  List<Opening> lockSeries(UUID series) {
    return sql.sql("select * from learning.opening where series = :series order by day for update")
        .param("series", series)
        .query(SlotStore::opening)
        .list();
  }

  Optional<Opening> findOpening(UUID id) {
    return sql.sql("select * from learning.opening where id = :id")
        .param("id", id)
        .query(SlotStore::opening)
        .optional();
  }

  /// The openings from a day on that still have open slots.
  List<Opening> openings(LocalDate from, int most) {
    return sql.sql(
            """
            select * from learning.opening o where day >= :from
              and exists (select from learning.slot s where s.opening = o.id and s.open)
            order by day, starts, id limit :most
            """)
        .param("from", from)
        .param("most", most)
        .query(SlotStore::opening)
        .list();
  }

  List<Slot> of(UUID opening) {
    return sql.sql(SELECT + " where s.opening = :opening order by s.starts_at")
        .param("opening", opening)
        .query(SlotStore::slot)
        .list();
  }

  /// The slots of some openings, held until the transaction ends.
  List<Slot> lock(Collection<UUID> openings) {
    return sql.sql(
            SELECT
                + " where s.opening = any(:openings::uuid[]) and s.open order by s.id"
                + " for no key update of s")
        .param("openings", texts(openings, UUID::toString))
        .query(SlotStore::slot)
        .list();
  }

  Optional<Slot> find(UUID id) {
    return sql.sql(SELECT + " where s.id = :id").param("id", id).query(SlotStore::slot).optional();
  }

  /// Holds a slot until the transaction ends: whoever takes, leaves or takes out waits here.
  Slot hold(UUID id) {
    return sql.sql(SELECT + " where s.id = :id for no key update of s")
        .param("id", id)
        .query(SlotStore::slot)
        .single();
  }

  /// Holds several, in the order in which everybody does.
  void holdAll(Collection<UUID> ids) {
    sql.sql(
            "select 1 from learning.slot where id = any(:ids::uuid[]) order by id for no key update")
        .param("ids", texts(ids, UUID::toString))
        .query()
        .listOfRows();
  }

  /// Notes that somebody has taken or left a slot.
  void touch(UUID id, Instant at) {
    sql.sql("update learning.slot set sequence = sequence + 1, changed_at = :at where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  boolean isFree(UUID id) {
    return sql.sql("select exists (select from learning.slot s where s.id = :id and" + FREE + ")")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Free slots of a while, the soonest first.
  ///
  /// @param place at this one only
  List<Slot> free(Instant from, Instant until, Optional<UUID> place, int most) {
    return sql.sql(
            SELECT
                + " where"
                + FREE
                + """
                 and s.starts_at >= :from and s.starts_at < :until
                 and (:place::uuid is null or o.place = :place::uuid)
                order by s.starts_at, o.place, s.id limit :most
                """)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("place", place.map(UUID::toString).orElse(null), Types.VARCHAR)
        .param("most", most)
        .query(SlotStore::slot)
        .list();
  }

  /// The places that have a free slot in a while.
  List<UUID> placesWithFree(Instant from, Instant until) {
    return sql.sql(
            "select distinct o.place from learning.slot s"
                + " join learning.opening o on o.id = s.opening where"
                + FREE
                + " and s.starts_at >= :from and s.starts_at < :until")
        .param("from", utc(from))
        .param("until", utc(until))
        .query(UUID.class)
        .list();
  }

  /// Open slots of a while that have not begun, free or not.
  List<Slot> during(Instant from, Instant until, Optional<UUID> place) {
    return sql.sql(
            SELECT
                + """
                where s.open and s.starts_at >= :from and s.starts_at < :until
                  and (:place::uuid is null or o.place = :place::uuid)
                order by s.id
                """)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("place", place.map(UUID::toString).orElse(null), Types.VARCHAR)
        .query(SlotStore::slot)
        .list();
  }

  /// Hands the slots of a trainer to a reader, with whether somebody has each.
  void each(UUID trainer, Instant from, Consumer<Diary.Event> reader) {
    sql.sql(
            """
            select s.id as slot, s.opening, s.starts_at, s.ends_at, s.open, s.sequence, s.changed_at,
              o.place, o.room, o.trainer, o.example as invented,
              exists (select from learning.appointment a
                where a.slot = s.id and a.state in ('UNKNOWN', 'SEEN', 'NO_SHOW')) as taken
            from learning.slot s join learning.opening o on o.id = s.opening
            where o.trainer = :trainer and s.ends_at > :from order by s.starts_at, s.id
            """)
        .param("trainer", trainer)
        .param("from", utc(from))
        .query((ResultSet row) -> {
          var one = slot(row, 0);
          boolean taken = row.getBoolean("taken");
          reader.accept(new Diary.Event(one.id(), one, taken, one.sequence(), one.changedAt()));
        });
  }

  /// Changes whenever a slot does.
  String stamp() {
    return sql.sql(
            """
            select count(*) || '.' || coalesce(extract(epoch from max(changed_at)), 0)::text
              || '.' || coalesce(sum(sequence), 0) from learning.slot
            """)
        .query(String.class)
        .single();
  }

  private static Opening opening(ResultSet row, int number) throws SQLException {
    return new Opening(
        row.getObject("id", UUID.class),
        row.getObject("series", UUID.class),
        row.getObject("place", UUID.class),
        Optional.ofNullable(row.getObject("room", UUID.class)),
        row.getObject("trainer", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class),
        row.getInt("minutes"),
        row.getInt("buffer_minutes"),
        row.getInt("version"),
        row.getBoolean("example"));
  }

  static Slot slot(ResultSet row, int number) throws SQLException {
    return new Slot(
        row.getObject("slot", UUID.class),
        row.getObject("opening", UUID.class),
        row.getObject("place", UUID.class),
        Optional.ofNullable(row.getObject("room", UUID.class)),
        row.getObject("trainer", UUID.class),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("open"),
        row.getInt("sequence"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("invented"));
  }

  private static Conflict conflict(ResultSet row, int number) throws SQLException {
    return new Conflict(
        row.getObject("day", LocalDate.class),
        Resource.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        Optional.ofNullable(row.getObject("session", UUID.class)),
        Optional.ofNullable(row.getString("title")).map(Told::ofJson),
        row.getObject("starts", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }

  private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
