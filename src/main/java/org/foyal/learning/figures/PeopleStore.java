package org.foyal.learning.figures;

import static org.foyal.learning.figures.HeldStore.HELD;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.foyal.cases.figures.Waiting.Step;
import org.foyal.learning.activity.Coop;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.figures.HeldStore.Within;
import org.foyal.learning.figures.PeopleCounts.Helped;
import org.foyal.learning.figures.PeopleCounts.Left;
import org.foyal.learning.figures.PeopleCounts.Met;
import org.foyal.learning.figures.PeopleCounts.Seats;
import org.foyal.learning.figures.PeopleCounts.Waited;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts people: of the sessions that took place, in `learning.participation`, and of what
/// mediators recorded, in `learning.activity_version`. Examples are not counted.
@Repository
class PeopleStore {
  /// Places in sessions that took place, each with when its person had a seat or an offer first,
  /// and when they left the line.
  private static final String ASKED =
      HELD
          + """
          , asked as (
            select n.*, held.area, held.audience, held.place,
              (select min(e.at) from learning.participation_event e where e.participation = n.id
                and e.what in ('CONFIRMED', 'OFFERED', 'ACCEPTED', 'PRESENT', 'LATE')) as got_at,
              (select min(e.at) from learning.participation_event e where e.participation = n.id
                and e.what in ('EXCUSED', 'REVOKED', 'LAPSED', 'OVER')) as left_at
            from learning.participation n join held on held.id = n.session where not n.example)
          """;

  /// Why people stayed away who said so, counted apart or beside their places.
  private static final String TOLD =
      ASKED
          + """
          , told as (
            select held.area, held.audience, a.reason, a.people
            from learning.away a join held on held.id = a.session
            union all
            select area, audience, reason, 1 from asked where reason not in ('COUNTED', 'SESSION'))
          """;

  private final JdbcClient sql;

  PeopleStore(JdbcClient sql) {
    this.sql = sql;
  }

  PeopleCounts count(Within within) {
    return new PeopleCounts(
        seats(within),
        left(within),
        reasons(within),
        origins(within),
        helped(within),
        waits(within));
  }

  private List<Seats> seats(Within within) {
    return within
        .in(
            sql.sql(
                HELD
                    + """
                    select place, area, audience,
                      count(n.id) filter (where n.state in ('PRESENT', 'LATE')) as came,
                      count(n.id) filter (where n.state = 'NO_SHOW') as absent
                    from held left join learning.participation n
                      on n.session = held.id and not n.example
                    group by place, area, audience order by place, audience
                    """))
        .query((row, _) ->
            new Seats(
                row.getObject("place", UUID.class),
                row.getString("area"),
                Audiences.word(row.getString("audience")),
                row.getLong("came"),
                row.getLong("absent")))
        .list();
  }

  /// Beside the reasons that stand beside people for a day, those that were counted apart.
  private Map<String, Long> reasons(Within within) {
    return sums(
        within.in(
            sql.sql(
                TOLD
                    + "select reason as part, sum(people)::bigint as people from told group by 1")));
  }

  /// Of reasons that were counted apart it is not known whether a seat had been offered: as many as
  /// had none come first. Who left and said nothing is among those of whom nothing more is known.
  private List<Left> left(Within within) {
    return within
        .in(
            sql.sql(
                TOLD
                    + """
                    , gone as (
                      select area, audience, got_at is not null as got,
                        state in ('EXCUSED', 'REVOKED') as away
                      from asked where state not in ('PRESENT', 'LATE', 'NO_SHOW')
                    ), known as (
                      select area, audience, 0 as told, got, away from gone
                      union all select area, audience, people, null, null from told)
                    select area, audience, sum(told)::bigint as told,
                      count(*) filter (where got and known.away) as left_met,
                      count(*) filter (where not got and known.away) as left_unmet,
                      count(*) filter (where got and not known.away) as met,
                      count(*) filter (where not got and not known.away) as unmet
                    from known group by area, audience order by area, audience
                    """))
        .query((row, _) -> {
          long told = row.getLong("told");
          long unmet = Math.min(row.getLong("left_unmet"), told);
          long met = told - unmet;
          return new Left(
              row.getString("area"),
              Audiences.word(row.getString("audience")),
              new Met(met, unmet),
              new Met(
                  row.getLong("met") + Math.max(0, row.getLong("left_met") - met),
                  row.getLong("unmet") + row.getLong("left_unmet") - unmet));
        })
        .list();
  }

  private Map<String, Long> origins(Within within) {
    return sums(
        within.in(
            sql.sql(
                HELD
                    + """
                    select coalesce(l.area, '-') as part, count(distinct l.id) as people
                    from learning.participation n join held on held.id = n.session
                    join learning.learner l on l.id = n.learner
                    where not n.example and not l.example and n.state in ('PRESENT', 'LATE')
                    group by 1
                    """)));
  }

  private List<Waited> waits(Within within) {
    return within
        .in(
            sql.sql(
                ASKED
                    + """
                    select area, audience, greatest(0, floor(extract(epoch from
                        coalesce(got_at, left_at, :until) - asked_at) / 86400))::int as days,
                      count(got_at) as got, count(*) - count(got_at) as waited
                    from asked group by area, audience, days
                    """))
        .query((row, _) ->
            new Waited(
                row.getString("area"),
                Audiences.word(row.getString("audience")),
                new Step(row.getInt("days"), row.getLong("got"), row.getLong("waited"))))
        .list();
  }

  private Helped helped(Within within) {
    long all =
        activities("select coalesce(sum(total), 0) from counted", within)
            .query(Long.class)
            .single();
    return new Helped(
        all,
        marginal("genders", Coop.Gender.values(), within),
        marginal("ages", Coop.AgeBand.values(), within),
        marginal("statuses", Coop.SocialStatus.values(), within));
  }

  /// Every value has its number, be it nought: whoever reads knows that it could be.
  private Map<String, Long> marginal(String column, Coded[] values, Within within) {
    var counted =
        sums(
            activities(
                "select key as part, sum(value::bigint)::bigint as people from counted,"
                    + " jsonb_each_text("
                    + column
                    + ") group by key",
                within));
    var all = new TreeMap<String, Long>();
    Arrays.stream(values).forEach(one -> all.put(one.code(), counted.getOrDefault(one.code(), 0L)));
    return all;
  }

  private JdbcClient.StatementSpec activities(String select, Within within) {
    return sql.sql(
            """
            with counted as (
              select v.* from learning.activity a
              join learning.activity_version v on v.activity = a.id and v.version = a.version
              where not a.example and not a.withdrawn and v.day between :first and :last)
            """
                + select)
        .param("first", within.period().from())
        .param("last", within.period().to());
  }

  private static Map<String, Long> sums(JdbcClient.StatementSpec statement) {
    var sums = new TreeMap<String, Long>();
    statement.query(row -> {
      sums.put(row.getString("part"), row.getLong("people"));
    });
    return sums;
  }
}
