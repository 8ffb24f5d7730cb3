package org.foyal.fibre.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.coverage.AreaCoverage.Behind;
import org.foyal.fibre.coverage.AreaCoverage.Homes;
import org.foyal.fibre.coverage.CityCoverage.Source;
import org.foyal.fibre.coverage.Waits.Waited;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Homes by area and state, counted from the versions in `fibre.building` and `fibre.cabinet` that
/// were held at a moment about a day.
@Repository
class CoverageStore {
  /// Known by then, not taken back by then, and begun.
  private static final String KNOWN =
      """
       %1$s.learned_at <= :known and (%1$s.superseded_at is null or %1$s.superseded_at > :known)
        and %1$s.true_from <= :day
      """;

  private static final String HELD =
      KNOWN
          + " and (%1$s.true_until is null or %1$s.true_until > :day or %1$s.until_learned_at > :known) ";

  private final JdbcClient sql;

  CoverageStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What is counted of whom.
  ///
  /// @param examples whether of what a demonstration invented, or of all the rest
  record Counted(Source source, boolean examples, AsOf at) {}

  private StatementSpec asked(String statement, Counted what) {
    return sql.sql(
            statement
                .replace("HOMES", what.source() == Source.IPE ? "b.premises_least" : "1")
                .replace("SAME_SOURCE", "b.source = :source and b.example = :examples")
                .replace("HELD_C", HELD.formatted("c"))
                .replace("HELD_B", HELD.formatted("b"))
                .replace("KNOWN_B", KNOWN.formatted("b")))
        .param("source", what.source().name())
        .param("examples", what.examples())
        .param("known", what.at().known().atOffset(ZoneOffset.UTC))
        .param("day", what.at().day());
  }

  /// A text that changes whenever what is known of homes does.
  String stamp() {
    return sql.sql(
            """
            select concat_ws('-', (select max(id) from fibre.delivery),
              (select count(*) from fibre.delivery where undone_at is not null),
              (select count(*) from fibre.doubt where answer is not null),
              (select version from fibre.settled where what = 'BUILDING'))
            """)
        .query(String.class)
        .single();
  }

  /// A text that changes whenever what was published or promised does.
  String factStamp() {
    return sql.sql(
            """
            select concat_ws('-', (select max(learned_at) from fibre.fact),
              (select count(*) from fibre.fact where superseded_at is not null),
              (select max(learned_at) from fibre.commitment))
            """)
        .query(String.class)
        .single();
  }

  /// When anything was last learned or taken back.
  Optional<Instant> changedAt() {
    return sql.sql(
            """
            select max(at) from (select max(greatest(learned_at, undone_at)) as at
                from fibre.delivery where not example
              union all select max(greatest(learned_at, superseded_at)) from fibre.fact
                where not example) known
            """)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /// The day of the last file of each source that said something new.
  Map<Source, LocalDate> files(boolean examples, AsOf at) {
    return sql
        .sql(
            """
            select kind, max(as_of) as day from fibre.delivery
            where kind in ('IPE', 'ARCEP_BUILDINGS') and example = :examples and as_of <= :day
              and learned_at <= :known and (undone_at is null or undone_at > :known)
            group by kind
            """)
        .param("examples", examples)
        .param("known", at.known().atOffset(ZoneOffset.UTC))
        .param("day", at.day())
        .query((row, _) ->
            Map.entry(
                row.getString("kind").equals("IPE") ? Source.IPE : Source.ARCEP,
                row.getObject("day", LocalDate.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// By area; under the empty text, in none.
  Map<String, Homes> homes(Counted what) {
    return asked(
            """
            with c as materialized (
              select c.ref, c.state,
                coalesce(c.in_service_on, (c.available_on + interval '3 months')::date) as opens
              from fibre.cabinet c where c.source = :source and HELD_C)
            select coalesce(b.area_code, '') as area, sum(HOMES) as homes,
              coalesce(sum(HOMES) filter (where b.state = 'DEPLOYED'), 0) as connectable,
              coalesce(sum(HOMES) filter
                (where b.state in ('ON_DEMAND', 'ON_DEMAND_UNDER_WAY')), 0) as on_demand,
              coalesce(sum(HOMES) filter (where b.state = 'DEPLOYED' and c.state = 'DEPLOYED'
                and coalesce(b.cabled_on, :day) <= :day
                and coalesce(c.opens, :day) <= :day), 0) as orderable
            from fibre.building b left join c on c.ref = b.cabinet
            where SAME_SOURCE and b.state <> 'ABANDONED' and HELD_B
            group by area order by area
            """,
            what)
        .query((row, _) ->
            Map.entry(
                row.getString("area"),
                new Homes(
                    row.getLong("homes"),
                    row.getLong("connectable"),
                    row.getLong("on_demand"),
                    row.getLong("orderable"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// By area: what is not there, or came, after the day that was told first.
  Map<String, Behind> behind(Counted what) {
    return asked(
            """
            with told as materialized (
              select distinct on (b.ref) b.ref, b.cabled_on as first from fibre.building b
              where SAME_SOURCE and b.cabled_on is not null
                and b.state not in ('DEPLOYED', 'ABANDONED') and KNOWN_B
              order by b.ref, b.true_from, b.learned_at)
            select coalesce(b.area_code, '') as area,
              coalesce(sum(HOMES) filter
                (where b.state <> 'DEPLOYED' and t.first < :day), 0) as late,
              coalesce(sum(HOMES) filter (where b.state <> 'DEPLOYED' and t.first < :day
                and b.cabled_on >= :day), 0) as replanned,
              coalesce(sum(HOMES) filter
                (where b.state = 'DEPLOYED' and b.cabled_on > t.first), 0) as came_late
            from fibre.building b join told t on t.ref = b.ref
            where SAME_SOURCE and b.state <> 'ABANDONED' and HELD_B
            group by area
            """,
            what)
        .query((row, _) ->
            Map.entry(
                row.getString("area"),
                new Behind(
                    row.getLong("late"), row.getLong("replanned"), row.getLong("came_late"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Homes of an area that waited as long.
  record OfArea(String area, Waited waited) {}

  /// From the first file that tells of a building to the first in which it is deployed. Of those
  /// that were deployed in the first already nobody knows how long they waited.
  List<OfArea> waits(Counted what) {
    return asked(
            """
            with known as materialized (
              select b.ref, min(b.true_from) as since,
                min(b.true_from) filter (where b.state = 'DEPLOYED') as done
              from fibre.building b where SAME_SOURCE and KNOWN_B group by b.ref)
            select coalesce(b.area_code, '') as area, coalesce(k.done, :day) - k.since as waited,
              k.done is not null as over, sum(HOMES) as homes
            from fibre.building b join known k on k.ref = b.ref
            where SAME_SOURCE and b.state <> 'ABANDONED' and HELD_B
              and (k.done is null or k.done > k.since)
            group by 1, 2, 3
            """,
            what)
        .query((row, _) ->
            new OfArea(
                row.getString("area"),
                new Waited(row.getInt("waited"), row.getBoolean("over"), row.getLong("homes"))))
        .list();
  }

  /// How many more or fewer there were from each day on which something changed.
  List<Point> changes(Counted what) {
    return asked(
            """
            select day, sum(homes) as homes, sum(connectable) as connectable,
              sum(on_demand) as on_demand
            from (
              select b.true_from as day, HOMES as homes,
                case when b.state = 'DEPLOYED' then HOMES else 0 end as connectable,
                case when b.state in ('ON_DEMAND', 'ON_DEMAND_UNDER_WAY') then HOMES else 0 end
                  as on_demand
              from fibre.building b where SAME_SOURCE and b.state <> 'ABANDONED' and KNOWN_B
              union all
              select b.true_until, -HOMES,
                case when b.state = 'DEPLOYED' then -HOMES else 0 end,
                case when b.state in ('ON_DEMAND', 'ON_DEMAND_UNDER_WAY') then -HOMES else 0 end
              from fibre.building b where SAME_SOURCE and b.state <> 'ABANDONED' and KNOWN_B
                and b.true_until <= :day and b.until_learned_at <= :known) changes
            group by day order by day
            """,
            what)
        .query((row, _) ->
            new Point(
                row.getObject("day", LocalDate.class),
                row.getLong("connectable"),
                row.getLong("on_demand"),
                row.getLong("homes")))
        .list();
  }

  /// Since when something of a kind has been known: the first moment of any file.
  Optional<LocalDate> knownSince(String zone) {
    return sql.sql(
            "select min((learned_at at time zone :zone)::date) from"
                + " (select min(learned_at) as learned_at from fibre.delivery"
                + " union all select min(learned_at) from fibre.fact) known")
        .param("zone", zone)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }
}
