package org.foyal.agreement.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.agreement.Agreements.Tally;
import org.foyal.agreement.Party;
import org.foyal.agreement.committee.Meeting.Attendee;
import org.foyal.agreement.committee.Meeting.Decision;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.agreement.committee.Meeting.Presence;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about the committee, in `agreement.meeting`, `attendance`, `agenda_item` and `decision`.
@Repository
class CommitteeStore {
  private static final String DECISIONS =
      """
      select d.*, m.held_on, p.name as owner_name, p.of as owner_of, p.example as owner_example
      from agreement.decision d
      join agreement.meeting m on m.id = d.meeting
      join agreement.party p on p.code = d.owner
      """;

  private final JdbcClient sql;

  CommitteeStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Meeting> of(String agreement, int from, int atMost) {
    return sql.sql(
            """
            select * from agreement.meeting where agreement = :agreement
            order by held_on desc limit :most offset :from
            """)
        .param("agreement", agreement)
        .param("most", atMost)
        .param("from", from)
        .query(CommitteeStore::meeting)
        .list();
  }

  Optional<Meeting> find(long id) {
    return sql.sql("select * from agreement.meeting where id = :id")
        .param("id", id)
        .query(CommitteeStore::meeting)
        .optional();
  }

  /// Plans a meeting; empty when there is one of that agreement on that day.
  Optional<Long> add(String agreement, LocalDate heldOn, String place) {
    return sql.sql(
            """
            insert into agreement.meeting (agreement, held_on, place)
            values (:agreement, :heldOn, :place)
            on conflict (agreement, held_on) do nothing
            returning id
            """)
        .param("agreement", agreement)
        .param("heldOn", heldOn)
        .param("place", place)
        .query(Long.class)
        .optional();
  }

  /// Moves a meeting that was not held; false when somebody else wrote first.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException when there is another one on that day
  boolean replan(Meeting meeting, LocalDate heldOn, String place) {
    return sql.sql(
                """
                update agreement.meeting set held_on = :heldOn, place = :place, version = version + 1
                where id = :id and version = :version and state = 'PLANNED'
                """)
            .param("heldOn", heldOn)
            .param("place", place)
            .param("id", meeting.id())
            .param("version", meeting.version())
            .update()
        == 1;
  }

  boolean hold(Meeting meeting, Optional<String> minutes, Tally tally) {
    return sql.sql(
                """
                update agreement.meeting set state = 'HELD', minutes = :minutes, promises = :promises,
                  kept = :kept, late = :late, version = version + 1
                where id = :id and version = :version and state = 'PLANNED'
                """)
            .param("minutes", minutes.orElse(null), Types.VARCHAR)
            .param("promises", tally.all())
            .param("kept", tally.kept())
            .param("late", tally.late())
            .param("id", meeting.id())
            .param("version", meeting.version())
            .update()
        == 1;
  }

  List<Item> items(long meeting) {
    return sql.sql("select * from agreement.agenda_item where meeting = :meeting order by id")
        .param("meeting", meeting)
        .query((row, _) ->
            new Item(
                Item.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("commitment")),
                Told.ofJson(row.getString("title")),
                Optional.ofNullable(row.getObject("day", LocalDate.class))))
        .list();
  }

  void addItem(long meeting, Item item) {
    sql.sql(
            """
            insert into agreement.agenda_item (meeting, kind, commitment, title, day)
            values (:meeting, :kind, :commitment, :title::jsonb, :day)
            """)
        .param("meeting", meeting)
        .param("kind", item.kind().name())
        .param("commitment", item.commitment().orElse(null), Types.VARCHAR)
        .param("title", item.title().json())
        .param("day", item.day().orElse(null), Types.DATE)
        .update();
  }

  /// Takes away all points, to be written anew in their order.
  void clearItems(long meeting) {
    sql.sql("delete from agreement.agenda_item where meeting = :meeting")
        .param("meeting", meeting)
        .update();
  }

  List<Attendee> attendees(long meeting) {
    return sql.sql(
            """
            select a.*, p.name as party_name, p.of as party_of, p.example as party_example
            from agreement.attendance a join agreement.party p on p.code = a.party
            where a.meeting = :meeting order by p.name, a.name
            """)
        .param("meeting", meeting)
        .query((row, _) ->
            new Attendee(
                row.getString("name"),
                Optional.ofNullable(row.getString("capacity")),
                party(row, "party"),
                Presence.valueOf(row.getString("presence")),
                Optional.ofNullable(row.getObject("added_on", LocalDate.class))))
        .list();
  }

  /// Notes whether somebody came; what was noted just so before keeps its day.
  void setAttendee(long meeting, Attendee attendee) {
    sql.sql(
            """
            insert into agreement.attendance as noted (meeting, name, capacity, party, presence, added_on)
            values (:meeting, :name, :capacity, :party, :presence, :addedOn)
            on conflict (meeting, name) do update set capacity = excluded.capacity,
              party = excluded.party, presence = excluded.presence, added_on = excluded.added_on
            where (noted.capacity, noted.party, noted.presence)
              is distinct from (excluded.capacity, excluded.party, excluded.presence)
            """)
        .param("meeting", meeting)
        .param("addedOn", attendee.addedOn().orElse(null), Types.DATE)
        .param("name", attendee.name())
        .param("capacity", attendee.capacity().orElse(null), Types.VARCHAR)
        .param("party", attendee.party().code())
        .param("presence", attendee.presence().name())
        .update();
  }

  List<Decision> decisions(long meeting) {
    return sql.sql(DECISIONS + " where d.meeting = :meeting order by d.id")
        .param("meeting", meeting)
        .query(CommitteeStore::decision)
        .list();
  }

  /// Decisions of an agreement's meetings held before a day that are not done, the newest first.
  List<Decision> openDecisionsBefore(String agreement, LocalDate day) {
    return sql.sql(
            DECISIONS
                + " where m.agreement = :agreement and m.held_on < :day and d.done_on is null"
                + " order by m.held_on desc, d.id")
        .param("agreement", agreement)
        .param("day", day)
        .query(CommitteeStore::decision)
        .list();
  }

  /// Decisions of an agreement's held meetings, the newest first.
  List<Decision> decisionsOfHeld(String agreement, int from, int atMost) {
    return sql.sql(
            DECISIONS
                + " where m.agreement = :agreement and m.state = 'HELD'"
                + " order by m.held_on desc, d.id limit :most offset :from")
        .param("agreement", agreement)
        .param("most", atMost)
        .param("from", from)
        .query(CommitteeStore::decision)
        .list();
  }

  /// Decisions of held meetings, not done, due on one of these days.
  List<Decision> decisionsOwedOn(List<LocalDate> days) {
    return sql.sql(
            DECISIONS
                + " where m.state = 'HELD' and d.done_on is null and d.due_on in (:days)"
                + " order by d.id")
        .param("days", days)
        .query(CommitteeStore::decision)
        .list();
  }

  Optional<Decision> findDecision(long id) {
    return sql.sql(DECISIONS + " where d.id = :id")
        .param("id", id)
        .query(CommitteeStore::decision)
        .optional();
  }

  /// Writes a decision down.
  ///
  /// @param addedOn today, if the meeting was held before
  void addDecision(
      long meeting, Told text, String owner, LocalDate dueOn, Optional<LocalDate> addedOn) {
    sql.sql(
            """
            insert into agreement.decision (meeting, text, owner, due_on, added_on)
            values (:meeting, :text::jsonb, :owner, :dueOn, :addedOn)
            """)
        .param("addedOn", addedOn.orElse(null), Types.DATE)
        .param("meeting", meeting)
        .param("text", text.json())
        .param("owner", owner)
        .param("dueOn", dueOn)
        .update();
  }

  boolean done(long decision, LocalDate on) {
    return sql.sql("update agreement.decision set done_on = :on where id = :id and done_on is null")
            .param("on", on)
            .param("id", decision)
            .update()
        == 1;
  }

  /// Forgets who came to meetings held before a day, and what was said; what was decided stays.
  int forgetNamesBefore(LocalDate day) {
    sql.sql("update agreement.meeting set minutes = null where held_on < :day")
        .param("day", day)
        .update();
    return sql.sql(
            """
            delete from agreement.attendance
            where meeting in (select id from agreement.meeting where held_on < :day)
            """)
        .param("day", day)
        .update();
  }

  private static Meeting meeting(ResultSet row, int number) throws SQLException {
    return new Meeting(
        row.getLong("id"),
        row.getString("agreement"),
        row.getObject("held_on", LocalDate.class),
        row.getString("place"),
        "HELD".equals(row.getString("state")),
        Optional.ofNullable(row.getString("minutes")),
        tally(row),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Optional<Meeting.Counted> tally(ResultSet row) throws SQLException {
    int promises = row.getInt("promises");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Meeting.Counted(promises, row.getInt("kept"), row.getInt("late")));
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        row.getLong("id"),
        row.getLong("meeting"),
        Told.ofJson(row.getString("text")),
        party(row, "owner"),
        row.getObject("held_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("added_on", LocalDate.class)));
  }

  private static Party party(ResultSet row, String column) throws SQLException {
    return new Party(
        row.getString(column),
        row.getString(column + "_name"),
        Optional.ofNullable(row.getString(column + "_of")),
        row.getBoolean(column + "_example"));
  }
}
