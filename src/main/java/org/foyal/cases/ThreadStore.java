package org.foyal.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.Entry.Author;
import org.foyal.cases.Entry.Kind;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The threads of cases, in `cases.entry`, and whether it is repaired, in `cases.settled`.
@Repository
class ThreadStore {
  private static final String SELECT =
      """
      select e.*, d.name as department_name, o.reference as other_reference
      from cases.entry e left join cases.department d on d.code = e.department
      left join cases.case_file o on o.id = e.other
      """;

  private final JdbcClient sql;

  ThreadStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A line about to be written; what it has not is null.
  ///
  /// @param form names the form that was sent; the same one writes one line
  /// @param rule why its department was chosen
  record Line(
      Kind kind,
      boolean open,
      Author author,
      @Nullable UUID account,
      @Nullable String words,
      @Nullable State state,
      @Nullable State before,
      @Nullable Outcome outcome,
      @Nullable String department,
      @Nullable Long other,
      @Nullable UUID form,
      @Nullable String rule) {
    static Line of(Kind kind, boolean open, Author author, @Nullable UUID account) {
      return new Line(kind, open, author, account, null, null, null, null, null, null, null, null);
    }

    Line saying(String words) {
      var said = words.isEmpty() ? null : words;
      return new Line(
          kind, open, author, account, said, state, before, outcome, department, other, form, rule);
    }

    Line moving(State from, State to, Optional<Outcome> what) {
      return new Line(
          kind,
          open,
          author,
          account,
          words,
          to,
          from,
          what.orElse(null),
          department,
          other,
          form,
          rule);
    }

    Line to(String code) {
      return new Line(
          kind, open, author, account, words, state, before, outcome, code, other, form, rule);
    }

    Line about(long id) {
      return new Line(
          kind, open, author, account, words, state, before, outcome, department, id, form, rule);
    }

    Line sentBy(UUID name) {
      return new Line(
          kind,
          open,
          author,
          account,
          words,
          state,
          before,
          outcome,
          department,
          other,
          name,
          rule);
    }

    Line because(Optional<String> why) {
      return new Line(
          kind,
          open,
          author,
          account,
          words,
          state,
          before,
          outcome,
          department,
          other,
          form,
          why.orElse(null));
    }
  }

  /// Whether a form has written a line in the chain that a case stands in.
  boolean isWritten(long id, UUID form) {
    return sql.sql(
            CaseStore.CHAIN
                + """
                   select exists (
                    select from cases.entry
                    where case_id in (select id from chain) and form = :form)
                """)
        .param("id", id)
        .param("form", form)
        .query(Boolean.class)
        .single();
  }

  /// Appends a line; empty when its form has written one already.
  Optional<Long> add(long id, Instant at, Line line) {
    return sql.sql(
            """
            insert into cases.entry (case_id, kind, at, open, author, account, words, state, before,
              outcome, department, other, form, rule)
            values (:case, :kind, :at, :open, :author, :account, :words, :state, :before, :outcome,
              :department, :other, :form, :rule)
            on conflict (case_id, form) do nothing
            returning id
            """)
        .param("case", id)
        .param("kind", line.kind().name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("open", line.open())
        .param("author", line.author().name())
        .param("account", line.account(), Types.OTHER)
        .param("words", line.words(), Types.VARCHAR)
        .param("state", name(line.state()), Types.VARCHAR)
        .param("before", name(line.before()), Types.VARCHAR)
        .param("outcome", name(line.outcome()), Types.VARCHAR)
        .param("department", line.department(), Types.VARCHAR)
        .param("other", line.other(), Types.BIGINT)
        .param("form", line.form(), Types.OTHER)
        .param("rule", line.rule(), Types.VARCHAR)
        .query(Long.class)
        .optional();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /// The lines of a case, the first first; no more than so many, the last ones.
  List<Entry> of(long id, boolean openOnly, int limit) {
    return sql.sql(
            "select * from ("
                + SELECT
                + """
                   where e.case_id = :case and (e.open or not :openOnly)
                   order by e.id desc limit :limit) latest
                 order by id
                """)
        .param("case", id)
        .param("openOnly", openOnly)
        .param("limit", limit)
        .query(ThreadStore::row)
        .list();
  }

  /// The last change of state that stands.
  Optional<Entry> lastMove(long id) {
    return sql.sql(
            SELECT
                + " where e.case_id = :case and e.kind = 'MOVED' and not e.undone order by e.id desc"
                + " limit 1")
        .param("case", id)
        .query(ThreadStore::row)
        .optional();
  }

  /// The changes of state of a case that whoever asked may see, the first first.
  List<Entry> moves(long id) {
    return sql.sql(
            SELECT
                + " where e.case_id = :case and e.kind = 'MOVED' and e.open and e.author = 'STAFF'"
                + " order by e.id")
        .param("case", id)
        .query(ThreadStore::row)
        .list();
  }

  /// Marks that a case joined another as taken back.
  void undoJoining(long id, long lead) {
    sql.sql(
            "update cases.entry set undone = true where case_id = :lead and kind = 'JOINED' and other = :id")
        .param("lead", lead)
        .param("id", id)
        .update();
  }

  /// Marks a line as taken back; what whoever asked never saw stays unseen.
  void undo(long entry) {
    sql.sql("update cases.entry set undone = true, open = false where id = :id")
        .param("id", entry)
        .update();
  }

  /// How many lines whoever asked has written since a moment.
  int countByAsker(long id, Instant since) {
    return sql.sql(
            "select count(*) from cases.entry where case_id = :case and author = 'ASKER' and at > :since")
        .param("case", id)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /// The cases that were done between two days, whose askers can be asked by letter whether it is
  /// repaired and have not been; no more than so many. What joined another case is done when that
  /// one is.
  List<Long> doneAndNotAsked(LocalDate from, LocalDate to, int limit) {
    return sql.sql(
            """
            select c.id from cases.case_file c
            join cases.asker k on k.case_id = c.id and k.email is not null
            left join lateral (
              with recursive ahead (id, step) as (
                select c.merged_into, 0
                union all
                select coalesce(after.id, here.merged_into), step + 1
                from ahead join cases.case_file here on here.id = ahead.id
                left join cases.case_file after on after.follows = here.id
                where coalesce(after.id, here.merged_into) is not null)
              select l.outcome, l.closed_on from ahead join cases.case_file l on l.id = ahead.id
              order by step desc limit 1) lead on c.merged_into is not null
            where c.state = 'CLOSED' and c.closed_on <= :to
              and (c.closed_on >= :from or c.merged_into is not null)
              and coalesce(lead.closed_on, c.closed_on) between :from and :to
              and case when c.merged_into is null then c.outcome else lead.outcome end = 'DONE'
              and not c.example
              and not exists (select 1 from cases.settled s where s.case_id = c.id)
              and not exists (select 1 from cases.case_file n where n.follows = c.id)
            order by coalesce(lead.closed_on, c.closed_on), c.id limit :limit
            """)
        .param("from", from)
        .param("to", to)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /// Notes that somebody was asked; false when they had been, or had said already.
  boolean askedIfSettled(long id, Instant at) {
    return sql.sql(
                "insert into cases.settled (case_id, asked_at) values (:id, :at) on conflict do nothing")
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Takes the note back, so that they are asked another day.
  void notAskedIfSettled(long id) {
    sql.sql("delete from cases.settled where case_id = :id").param("id", id).update();
  }

  /// Keeps what whoever asked says of it; false when they have said already.
  boolean settle(long id, boolean yes, Instant at) {
    return sql.sql(
                """
                insert into cases.settled (case_id, answer, answered_at) values (:id, :answer, :at)
                on conflict (case_id) do update set answer = :answer, answered_at = :at
                where cases.settled.answer is null
                """)
            .param("id", id)
            .param("answer", yes ? "YES" : "NO")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Whether whoever asked has said if it is repaired.
  boolean saidIfSettled(long id) {
    return sql.sql(
            "select exists (select 1 from cases.settled where case_id = :id and answer is not null)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Forgets who asked, of cases that were closed before a day; what goes with another case waits
  /// until that one has been closed as long.
  int forgetAskers(LocalDate closedBefore) {
    return sql.sql(
            """
            delete from cases.asker k using cases.case_file c
            where c.id = k.case_id and c.state = 'CLOSED' and c.closed_on < :day
              and (c.merged_into is null or not exists (
                with recursive ahead (id) as (
                  select c.merged_into
                  union all
                  select coalesce(after.id, here.merged_into)
                  from ahead join cases.case_file here on here.id = ahead.id
                  left join cases.case_file after on after.follows = here.id
                  where coalesce(after.id, here.merged_into) is not null)
                select 1 from ahead join cases.case_file h on h.id = ahead.id
                where h.state <> 'CLOSED' or h.closed_on >= :day))
            """)
        .param("day", closedBefore)
        .update();
  }

  /// Forgets how to reach whoever asked for one case.
  void forgetAsker(Case asked) {
    sql.sql("delete from cases.asker where case_id = :id").param("id", asked.id()).update();
  }

  /// Forgets what was said in cases that were closed before a day, and where it was.
  int forgetWords(LocalDate closedBefore) {
    sql.sql(
            """
            update cases.case_file set place = null
            where place is not null and state = 'CLOSED' and closed_on < :day
            """)
        .param("day", closedBefore)
        .update();
    return sql.sql(
            """
            update cases.entry set words = null where words is not null and case_id in
              (select id from cases.case_file where state = 'CLOSED' and closed_on < :day)
            """)
        .param("day", closedBefore)
        .update();
  }

  /// The same, of appeals that are decided.
  void forgetAppeals(LocalDate closedBefore) {
    sql.sql(
            """
            update cases.appeal set words = null
            where words is not null and decided_at is not null and case_id in
              (select id from cases.case_file where state = 'CLOSED' and closed_on < :day)
            """)
        .param("day", closedBefore)
        .update();
  }

  private static Entry row(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("open"),
        Author.valueOf(row.getString("author")),
        Optional.ofNullable(row.getObject("account", UUID.class)),
        Optional.ofNullable(row.getString("words")),
        Optional.ofNullable(row.getString("state")).map(State::valueOf),
        Optional.ofNullable(row.getString("before")).map(State::valueOf),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        Optional.ofNullable(row.getString("department_name")),
        Optional.ofNullable(row.getString("other_reference")).map(Reference::new),
        row.getBoolean("undone"),
        Optional.ofNullable(row.getString("rule")));
  }
}
