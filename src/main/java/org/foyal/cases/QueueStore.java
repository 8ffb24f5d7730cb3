package org.foyal.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseQueue.Topic;
import org.foyal.cases.Question.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// What the queue reads, in `cases.case_file`. Only the conditions that are asked for stand in a
/// statement, so that each finds its index.
@Repository
class QueueStore {
  private final JdbcClient sql;

  QueueStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What the queue is asked for; null asks for nothing.
  ///
  /// @param state null: all that are open
  /// @param free only what nobody looks after
  /// @param lateOn only what is late on a day
  /// @param topic what they are about
  /// @param area the code of a neighbourhood
  /// @param words what the subject holds, as PostgreSQL's text search has it
  record Filter(
      @Nullable State state,
      @Nullable String department,
      @Nullable UUID agent,
      boolean free,
      @Nullable LocalDate lateOn,
      @Nullable Channel channel,
      @Nullable Topic topic,
      @Nullable String area,
      @Nullable String words) {
    boolean closed() {
      return state == State.CLOSED;
    }
  }

  /// A page of the queue: what is due first stands first; of closed ones, the latest first.
  List<Case> list(Filter filter, int offset, int limit) {
    return asked(filter, " offset :offset limit :limit")
        .param("offset", offset)
        .param("limit", limit)
        .query(CaseStore::row)
        .list();
  }

  /// Reads them one after the other, in the same order, no more than so many.
  void each(Filter filter, int limit, Consumer<Case> reader) {
    try (var rows =
        asked(filter, " limit :limit")
            .param("limit", limit)
            .withFetchSize(1000)
            .query(CaseStore::row)
            .stream()) {
      rows.forEach(reader);
    }
  }

  private StatementSpec asked(Filter filter, String rest) {
    var where = new ArrayList<String>();
    where.add(filter.closed() ? "c.state = 'CLOSED'" : "c.state <> 'CLOSED'");
    add(where, filter.state() != null && !filter.closed(), "c.state = :state");
    add(where, filter.department() != null, "c.department = :department");
    add(where, filter.agent() != null, "c.agent = :agent");
    add(where, filter.free(), "c.agent is null");
    add(
        where,
        filter.lateOn() != null,
        filter.closed() ? "c.closed_on > c.promised_on" : "c.promised_on < :late");
    add(where, filter.channel() != null, "c.channel = :channel");
    add(where, filter.topic() != null, "c.kind = :kind and c.topic = :topic");
    add(where, filter.area() != null, "c.area = :area");
    add(where, filter.words() != null, "c.words @@ to_tsquery('simple', :words)");
    var order =
        filter.closed() ? " order by c.closed_on desc, c.id desc" : " order by c.promised_on, c.id";
    var all = String.join(" and ", where);
    return bound(
        sql.sql(
            filter.words() == null
                ? CaseStore.SELECT + " where " + all + order + rest
                : CaseStore.SELECT + " where c.id in (" + hits(all, order + rest) + ")" + order),
        filter);
  }

  /// The numbers of a page of those that hold some words. What is found first is all of them, by
  /// the index of words: « offset 0 » keeps the planner, who can't know how rare a word is, from
  /// reading every case in the order of the page until enough of them hold it.
  private static String hits(String where, String page) {
    return "select c.id from (select c.id, c.promised_on, c.closed_on from cases.case_file c where "
        + where
        + " offset 0) c"
        + page;
  }

  private static void add(List<String> where, boolean asked, String condition) {
    if (asked) {
      where.add(condition);
    }
  }

  private static StatementSpec bound(StatementSpec statement, Filter filter) {
    var state = filter.state();
    var channel = filter.channel();
    var topic = filter.topic();
    return statement
        .param("state", state == null ? "" : state.name())
        .param("department", filter.department())
        .param("agent", filter.agent())
        .param("late", filter.lateOn())
        .param("channel", channel == null ? "" : channel.name())
        .param("kind", topic == null ? "" : topic.kind())
        .param("topic", topic == null ? "" : topic.code())
        .param("area", filter.area())
        .param("words", filter.words());
  }

  /// What an agent owes on a day or before, with how to reach whoever asked, what was asked, in all
  /// cases that it goes on with, and the last words of the thread; what is due first stands first.
  List<CaseQueue.Owed> owed(UUID agent, LocalDate today, int limit) {
    return sql.sql(
            "select s.*, k.name as asker_name, k.email as asker_email, k.phone as asker_phone,"
                + " o.words as asked_words, l.words as last_words from ("
                + CaseStore.SELECT
                + """
                where c.agent = :agent and c.state <> 'CLOSED' and c.promised_on <= :today
                order by c.promised_on, c.id limit :limit) s
                left join cases.asker k on k.case_id = s.id
                left join lateral (
                  with recursive back (id, follows) as (
                    select s.id, s.follows
                    union all
                    select b.id, b.follows
                    from back join cases.case_file b on b.id = back.follows)
                  select string_agg(e.words, E'\n' order by e.id) as words
                  from back join cases.entry e on e.case_id = back.id
                  where e.kind = 'OPENED') o on true
                left join lateral (
                  select words from cases.entry e
                  where e.case_id = s.id and e.words is not null and not e.undone
                    and e.kind <> 'OPENED'
                  order by e.id desc limit 1) l on true
                order by s.promised_on, s.id
                """)
        .param("agent", agent)
        .param("today", today)
        .param("limit", limit)
        .query(QueueStore::owed)
        .list();
  }

  private static CaseQueue.Owed owed(ResultSet row, int number) throws SQLException {
    var asked = CaseStore.row(row, number);
    return new CaseQueue.Owed(
        asked,
        new Asker(
            Optional.ofNullable(row.getString("asker_name")),
            Optional.ofNullable(row.getString("asker_email")),
            Optional.ofNullable(row.getString("asker_phone")),
            asked.language()),
        Optional.ofNullable(row.getString("asked_words")),
        Optional.ofNullable(row.getString("last_words")));
  }

  int count(String kind, String topic) {
    return sql.sql(
            """
            select count(*) from cases.case_file
            where state <> 'CLOSED' and kind = :kind and topic = :topic
            """)
        .param("kind", kind)
        .param("topic", topic)
        .query(Integer.class)
        .single();
  }

  Map<String, Integer> countByArea(String kind, String topic) {
    var counts = new TreeMap<String, Integer>();
    sql.sql(
            """
            select area, count(*) as cases from cases.case_file
            where state <> 'CLOSED' and kind = :kind and topic = :topic and area is not null
              and not example
            group by area
            """)
        .param("kind", kind)
        .param("topic", topic)
        .query(row -> {
          counts.put(row.getString("area"), row.getInt("cases"));
        });
    return counts;
  }

  /// How many open cases a department has.
  int countOf(String department) {
    return sql.sql(
            "select count(*) from cases.case_file where state <> 'CLOSED' and department = :department")
        .param("department", department)
        .query(Integer.class)
        .single();
  }

  /// How many are open, and how many of them late.
  record Count(int open, int late) {}

  Count count(LocalDate today) {
    return sql.sql(
            """
            select count(*) as open, count(*) filter (where promised_on < :today) as late
            from cases.case_file where state <> 'CLOSED'
            """)
        .param("today", today)
        .query((row, _) -> new Count(row.getInt("open"), row.getInt("late")))
        .single();
  }
}
