package org.foyal.cases.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.watch.CaseWatch.Asked;
import org.foyal.cases.watch.CaseWatch.Move;
import org.foyal.cases.watch.CaseWatch.Said;
import org.foyal.kernel.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads many cases at once, in `cases.case_file` and `cases.entry`.
@Repository
class WatchStore {
  /// Whether the last case of the chain that `c` begins is closed. Few chains have a second case:
  /// only those are walked along.
  private static final String CLOSED =
      """
      case
        when c.state <> 'CLOSED' then false
        when c.merged_into is null
          and not exists (select from cases.case_file n where n.follows = c.id) then true
        else (
          with recursive ahead (id, step) as (
            select c.id, 0
            union all
            select coalesce(after.id, here.merged_into), step + 1
            from ahead join cases.case_file here on here.id = ahead.id
            left join cases.case_file after on after.follows = here.id
            where coalesce(after.id, here.merged_into) is not null)
          select l.state = 'CLOSED' from ahead join cases.case_file l on l.id = ahead.id
          order by step desc limit 1)
      end
      """;

  /// The chains that some cases begin, and since when each case of them stands for the first.
  private static final String CHAINS =
      """
      with recursive chain (first, id, since) as (
        select id, id, timestamptz '-infinity' from cases.case_file where id in (:cases)
        union all
        select chain.first, coalesce(after.id, here.merged_into),
          case when after.id is null then greatest(chain.since, here.closed_at) else chain.since end
        from chain join cases.case_file here on here.id = chain.id
        left join cases.case_file after on after.follows = here.id
        where coalesce(after.id, here.merged_into) is not null)
      """;

  private final JdbcClient sql;

  WatchStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Long> list(Asked asked, long skip, int limit) {
    return sql.sql(
            "select c.id from cases.case_file c where c.kind = :kind and c.follows is null"
                + " and c.opened_at >= :from and c.opened_at < :until"
                + (asked.topics().isEmpty() ? "" : " and c.topic in (:topics)")
                + asked.closed().map(closed -> " and :closed = " + CLOSED).orElse("")
                + " order by c.opened_at desc, c.id desc offset :skip limit :limit")
        .param("kind", asked.kind())
        .param("from", utc(asked.from()))
        .param("until", utc(asked.until()))
        .param("topics", asked.topics())
        .param("closed", asked.closed().orElse(false))
        .param("skip", skip)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  Map<Long, Instant> lastChanges(List<Long> cases) {
    return cases.isEmpty()
        ? Map.of()
        : sql
            .sql(
                CHAINS
                    + """
                       select chain.first, greatest(max(c.opened_at), max(m.at)) as at
                       from chain join cases.case_file c on c.id = chain.id
                       left join lateral (
                         select max(e.at) as at from cases.entry e
                         where e.case_id = c.id and e.kind in ('MOVED', 'UNDONE')) m on true
                       group by chain.first
                    """)
            .param("cases", cases)
            .query((row, _) -> Map.entry(row.getLong("first"), instant(row, "at")))
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Those of a case that another joined, from that moment on.
  Map<Long, List<Move>> moves(List<Long> cases, Instant until) {
    var found = new HashMap<Long, List<Move>>();
    if (!cases.isEmpty()) {
      sql.sql(
              CHAINS
                  + """
                     select chain.first, e.at, e.state, e.outcome
                     from chain join cases.entry e on e.case_id = chain.id
                     where e.kind = 'MOVED' and not e.undone and e.at >= chain.since and e.at < :until
                     order by e.id
                  """)
          .param("cases", cases)
          .param("until", utc(until))
          .query(row -> {
            var move =
                new Move(
                    instant(row, "at"),
                    State.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf));
            found.computeIfAbsent(row.getLong("first"), _ -> new ArrayList<>()).add(move);
          });
    }
    return found;
  }

  /// A line is told to the chain that it stands in and, from the moment of joining on, to the
  /// chains that joined it; a message with the state in which it was written, whatever came after.
  List<Said> said(String kind, Instant from, Instant until, long after, int limit) {
    return sql.sql(
            """
            with line as (
              select e.*
              from cases.entry e join cases.case_file c on c.id = e.case_id
              where e.open and e.author = 'STAFF' and not e.undone and e.kind in ('MOVED', 'MESSAGE')
                and (e.at, e.id) > (:from, :after) and e.at < :until and c.kind = :kind
              order by e.at, e.id limit :limit)
            select l.id, l.at, coalesce(l.state, stood.state, 'RECEIVED') as state,
              case when l.state is null then stood.outcome else l.outcome end as outcome, l.words,
              first.reference
            from line l
            left join lateral (
              select m.state, m.outcome from cases.entry m
              where m.case_id = l.case_id and m.kind = 'MOVED' and not m.undone and m.id < l.id
              order by m.id desc limit 1) stood on true
            cross join lateral (
              with recursive back (id, since) as (
                select l.case_id, timestamptz '-infinity'
                union all
                select p.id,
                  case when p.id = here.follows then back.since else greatest(back.since, p.closed_at)
                  end
                from back join cases.case_file here on here.id = back.id
                join cases.case_file p on p.id = here.follows
                  or (p.merged_into = here.id
                    and not exists (select from cases.case_file n where n.follows = p.id)))
              select f.reference, f.id from back join cases.case_file f on f.id = back.id
              where f.follows is null and l.at >= back.since) first
            order by l.at, l.id, first.id
            """)
        .param("kind", kind)
        .param("from", utc(from))
        .param("until", utc(until))
        .param("after", after)
        .param("limit", limit)
        .query(WatchStore::said)
        .list();
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    return new Said(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        instant(row, "at").plus(CaseWork.TO_UNDO),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        Optional.ofNullable(row.getString("words")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
