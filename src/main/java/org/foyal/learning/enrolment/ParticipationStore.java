package org.foyal.learning.enrolment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.learning.enrolment.Participation.Need;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The places in sessions and in their waiting lists, in `learning.participation`.
@Repository
class ParticipationStore {
  /// A place with whoever it is for.
  static final String SELECT =
      """
      select p.*, l.name, l.email, l.phone, l.birth_year, l.area,
        coalesce(p.language, l.language) as told_in
      from learning.participation p
      join learning.learner l on l.id = p.learner
      """;

  /// So many people ahead are counted one by one; more are « more than a thousand ».
  static final int COUNTED = 1_000;

  private final JdbcClient sql;

  ParticipationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A place that is to be added.
  record Row(Draft draft, Reference reference, UUID learner, State state, @Nullable Integer seat) {}

  /// When it was asked, and since when it waits.
  ///
  /// @param toConfirm whether they are to say again that they come
  /// @param proven whether whoever asks is the person, and not only by name
  record Line(Instant at, Instant since, boolean toConfirm, boolean proven) {}

  /// Adds one; nothing when the form, the person or the time is taken already.
  Optional<Long> add(Row row, Line line, Session session) {
    var draft = row.draft();
    return sql.sql(
            """
            insert into learning.participation (form, reference, session, learner, state, seat,
              target, needs, channel, taken_by, asked_at, since, to_confirm, proven, language,
              during, sequence, example)
            values (:form, :reference, :session, :learner, :state, :seat, :target, :needs, :channel,
              :taken_by, :at, :since, :to_confirm, :proven, :language,
              case when :state = 'CONFIRMED' then tstzrange(:from, :until) end, :sequence,
              :example)
            on conflict do nothing returning id
            """)
        .param("form", draft.form())
        .param("reference", row.reference().signs())
        .param("session", session.id())
        .param("learner", row.learner())
        .param("state", row.state().name())
        .param("seat", row.seat(), Types.INTEGER)
        .param("target", draft.wish().target())
        .param("needs", draft.wish().needs().stream().map(Need::name).toArray(String[]::new))
        .param("channel", draft.channel().name())
        .param("taken_by", draft.takenBy(), Types.OTHER)
        .param("at", utc(line.at()))
        .param("since", utc(line.since()))
        .param("to_confirm", line.toConfirm())
        .param("proven", line.proven())
        .param("language", draft.person().language().code())
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .param("sequence", session.sequence())
        .param("example", session.example())
        .query(Long.class)
        .optional();
  }

  Participation get(long id) {
    return sql.sql(SELECT + " where p.id = :id")
        .param("id", id)
        .query(ParticipationStore::row)
        .single();
  }

  Optional<Participation> find(long id) {
    return sql.sql(SELECT + " where p.id = :id")
        .param("id", id)
        .query(ParticipationStore::row)
        .optional();
  }

  Optional<Participation> find(Reference reference) {
    return sql.sql(SELECT + " where p.reference = :reference")
        .param("reference", reference.signs())
        .query(ParticipationStore::row)
        .optional();
  }

  Optional<Participation> findByForm(UUID form) {
    return sql.sql(SELECT + " where p.form = :form")
        .param("form", form)
        .query(ParticipationStore::row)
        .optional();
  }

  /// The place of somebody in a session, unless it is over.
  Optional<Participation> findActive(UUID session, UUID learner) {
    return sql.sql(
            SELECT
                + """
                   where p.session = :session and p.learner = :learner
                     and p.state in ('WAITING', 'OFFERED', 'CONFIRMED', 'PRESENT', 'LATE')
                """)
        .param("session", session)
        .param("learner", learner)
        .query(ParticipationStore::row)
        .optional();
  }

  /// Another session to which somebody comes at the time of one, or an appointment of theirs then.
  Optional<UUID> elsewhere(UUID learner, Session session) {
    return sql.sql(
            """
            select session from learning.participation
            where learner = :learner and session <> :session
              and during && tstzrange(:from, :until)
            union all select id from learning.appointment
            where learner = :learner and during && tstzrange(:from, :until) limit 1
            """)
        .param("learner", learner)
        .param("session", session.id())
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .query(UUID.class)
        .optional();
  }

  /// How somebody stands who wants to come to a session.
  ///
  /// @param there whether they have a place in it
  /// @param elsewhere another session to which they come at that time
  /// @param coming in how many sessions to come they have a place, or wait for one; where they have
  ///   shown who they are, without what others may have asked in their name
  /// @param noShows how often they did not come and did not say so in the period
  /// @param credit whether a session of the same course was cancelled under them
  /// @param line whether others wait for a seat that they could have: everybody competes for open
  ///   seats, those for whom they are meant for kept ones
  record Standing(
      boolean there,
      Optional<UUID> elsewhere,
      int coming,
      int noShows,
      boolean credit,
      boolean line) {}

  /// What is asked of a standing.
  ///
  /// @param noShowsSince since when absences count
  /// @param targetOnly whether only those compete for whom seats are kept
  /// @param proven whether whoever asks is the person, and not only by name
  record Asking(Instant noShowsSince, boolean targetOnly, boolean proven) {}

  Standing standing(UUID learner, Session session, Instant now, Asking asking) {
    return sql.sql(
            """
            select count(*) filter (where p.session = :session and p.state in
                ('WAITING', 'OFFERED', 'CONFIRMED', 'PRESENT', 'LATE')) as there,
              coalesce((array_agg(p.session) filter (where p.session <> :session
                and p.during && tstzrange(:from, :until)))[1],
                (select a.id from learning.appointment a where a.learner = :learner
                  and a.during && tstzrange(:from, :until) limit 1)) as elsewhere,
              count(*) filter (where p.state in ('WAITING', 'OFFERED', 'CONFIRMED')
                and s.starts_at > :now and (p.proven or not :proven)) as coming,
              count(*) filter (where p.state = 'NO_SHOW' and s.starts_at > :since) as no_shows,
              count(*) filter (where p.state = 'REVOKED' and p.reason = 'SESSION'
                and p.credited_at is null and s.course = :course) as credit,
              exists (select from learning.participation w
                where w.session = :session and w.state = 'WAITING' and (w.target or not :target)
                  and not coalesce(w.declined_at > :declined, false)
                  and not learning.is_elsewhere(w.learner, :from, :until)) as line
            from learning.participation p join learning.session s on s.id = p.session
            where p.learner = :learner
            """)
        .param("session", session.id())
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .param("now", utc(now))
        .param("since", utc(asking.noShowsSince()))
        .param("declined", utc(now.minus(WaitingList.NOT_ASKED_AGAIN)))
        .param("course", session.course())
        .param("target", asking.targetOnly())
        .param("proven", asking.proven())
        .param("learner", learner)
        .query((row, _) -> standing(row))
        .single();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getInt("there") > 0,
        Optional.ofNullable(row.getObject("elsewhere", UUID.class)),
        row.getInt("coming"),
        row.getInt("no_shows"),
        row.getInt("credit") > 0,
        row.getBoolean("line"));
  }

  /// Since when somebody waited for a session of the same course that was cancelled; it is given
  /// back once.
  Optional<Instant> takeCredit(UUID learner, String course, Instant now) {
    return sql.sql(
            """
            update learning.participation set credited_at = :now
            where id = (
              select p.id from learning.participation p join learning.session s on s.id = p.session
              where p.learner = :learner and p.state = 'REVOKED' and p.reason = 'SESSION'
                and p.credited_at is null and s.course = :course
              order by p.since limit 1)
            returning since
            """)
        .param("learner", learner)
        .param("course", course)
        .param("now", utc(now))
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /// How many wait longer than one who waits; where it is more than can be counted at each view,
  /// one more than [#COUNTED].
  int ahead(Participation place) {
    return sql.sql(
            """
            select count(*) from (select from learning.participation
              where session = :session and state = 'WAITING' and (since, id) < (:since, :id)
              limit :most) counted
            """)
        .param("session", place.session())
        .param("since", utc(place.since()))
        .param("id", place.id())
        .param("most", COUNTED + 1)
        .query(Integer.class)
        .single();
  }

  static Participation row(ResultSet row, int number) throws SQLException {
    var state = State.valueOf(row.getString("state"));
    return new Participation(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        row.getObject("session", UUID.class),
        new Learner(
            row.getObject("learner", UUID.class),
            row.getString("name"),
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("phone")),
            Language.find(row.getString("told_in")).orElseThrow(),
            Optional.ofNullable(row.getObject("birth_year", Integer.class)),
            Optional.ofNullable(row.getString("area"))),
        state,
        row.getBoolean("target"),
        needs(row.getArray("needs")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getInt("offers"),
        Optional.ofNullable(row.getObject("offered_until", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("to_confirm"),
        row.getObject("confirmed_at") != null,
        row.getObject("reminded_at") != null,
        row.getBoolean("proven"),
        Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
        state == State.CONFIRMED && row.getObject("during") == null,
        row.getBoolean("example"));
  }

  private static Set<Need> needs(Array array) throws SQLException {
    var found = EnumSet.noneOf(Need.class);
    Arrays.stream((String[]) array.getArray()).map(Need::valueOf).forEach(found::add);
    return Set.copyOf(found);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /// The sessions of some courses to which somebody came, the last one first.
  List<Attendance.Attended> attended(UUID learner, Set<String> courses) {
    return sql.sql(
            """
            select s.id, s.course, s.starts_at from learning.participation p
              join learning.session s on s.id = p.session
            where p.learner = (select coalesce(joined_into, id) from learning.learner where id = :learner)
              and p.state in ('PRESENT', 'LATE') and s.course = any (:courses)
            order by s.starts_at desc, s.id
            """)
        .param("learner", learner)
        .param("courses", courses.toArray(String[]::new))
        .query((row, _) ->
            new Attendance.Attended(
                row.getObject("id", UUID.class),
                row.getString("course"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
