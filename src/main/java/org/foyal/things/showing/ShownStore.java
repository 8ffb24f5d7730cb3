package org.foyal.things.showing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.things.showing.Shown.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is shown of objects, each question in one statement, however many there are.
@Repository
class ShownStore {
  private static final int MOST_LINES = 12;

  /// A thing with the word for its kind, else the definitions of what it measures, and the middle
  /// of the first place that it has on the map.
  private static final String THINGS =
      """
      select t.id, t.name, t.description, t.example, t.properties ->> 'foyal.kind' as word,
        coalesce(t.properties -> 'foyal.blurred' = 'true', false) as blurred,
        (select string_agg(distinct p.definition, ' ') from things.datastream d
          join things.observed_property p on p.id = d.observed_property where d.thing = t.id) as definitions,
        place.middle[1] as latitude, place.middle[0] as longitude
      from things.thing t
      left join lateral (
        select center(l.around) as middle from things.thing_location tl
        join things.location l on l.id = tl.location and l.around is not null
        where tl.thing = t.id order by l.id limit 1) place on true
      """;

  /// A thing is of a kind by its word, or by what it measures.
  private static final String WANTED =
      """
      (:kind = '' or t.properties ->> 'foyal.kind' = :kind
        or exists (select 1 from things.datastream d join things.observed_property p on p.id = d.observed_property
          where d.thing = t.id and p.definition in (:definitions)))
      """;

  private final JdbcClient sql;

  ShownStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A rectangle of degrees.
  record Edges(double south, double west, double north, double east) {}

  /// Those of a kind after one of them, in the order of their numbers.
  List<Shown> list(Optional<Kind> kind, long after, int most) {
    return things("where t.id > :after and " + WANTED, kind)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> shown(row))
        .list();
  }

  /// Those of a kind that have a place within edges.
  List<Shown> inside(Edges edges, Optional<Kind> kind, int most) {
    return things(
            """
            where t.id in (select tl.thing from things.thing_location tl join things.location l on l.id = tl.location
              where l.around && box(point(:west, :south), point(:east, :north))) and
            """
                + WANTED,
            kind)
        .param("west", edges.west())
        .param("south", edges.south())
        .param("east", edges.east())
        .param("north", edges.north())
        .param("most", most)
        .query((row, _) -> shown(row))
        .list();
  }

  private JdbcClient.StatementSpec things(String where, Optional<Kind> kind) {
    var definitions =
        Arrays.stream(Measure.values())
            .filter(measure -> kind.filter(measure.kind()::equals).isPresent())
            .map(Measure::definition)
            .toList();
    return sql.sql(THINGS + where + " order by t.id limit :most")
        .param("kind", kind.map(Kind::code).orElse(""))
        .param("definitions", definitions.isEmpty() ? List.of("") : definitions);
  }

  Optional<Shown> find(long id) {
    return sql.sql(THINGS + "where t.id = :id")
        .param("id", id)
        .query((row, _) -> shown(row))
        .optional();
  }

  private static Shown shown(ResultSet row) throws SQLException {
    boolean blurred = row.getBoolean("blurred");
    return new Shown(
        row.getLong("id"),
        row.getString("name"),
        row.getString("description"),
        kind(row),
        where(row).map(at -> blurred ? Shown.coarse(at) : at),
        blurred,
        row.getBoolean("example"),
        List.of());
  }

  private static Kind kind(ResultSet row) throws SQLException {
    var definitions = row.getString("definitions");
    return Kind.find(row.getString("word"))
        .or(() ->
            Stream.ofNullable(definitions)
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .flatMap(text -> Measure.defined(text).stream())
                .map(Measure::kind)
                .findFirst())
        .orElse(Kind.OTHER);
  }

  private static Optional<Position> where(ResultSet row) throws SQLException {
    double latitude_deg = row.getDouble("latitude");
    if (row.wasNull()) {
      return Optional.empty();
    }
    double longitude_deg = row.getDouble("longitude");
    return Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180
        ? Optional.of(new Position(latitude_deg, longitude_deg))
        : Optional.empty();
  }

  /// What things measure and reported last. An observation that lasts longer than a month is not
  /// looked for: looking into every month costs too much.
  Map<Long, List<Line>> lines(Collection<Long> things) {
    var all = new LinkedHashMap<Long, List<Line>>();
    if (!things.isEmpty()) {
      sql.sql(
              """
              select d.thing, d.id, d.name, coalesce(d.unit_symbol, '') as unit, p.definition,
                o.phenomenon_until, o.phenomenon_from, o.number, left(o.other #>> '{}', 200) as other
              from unnest(array[:things]::bigint[]) t(id)
              join lateral (select * from things.datastream where thing = t.id order by id limit :most) d on true
              join things.observed_property p on p.id = d.observed_property
              left join lateral (
                select * from things.observation
                where datastream = d.id and phenomenon_from <= d.phenomenon_until
                  and phenomenon_from >= d.phenomenon_until - interval '32 days'
                order by phenomenon_from desc, id desc limit 1) o on true
              order by d.thing, d.id
              """)
          .param("things", List.copyOf(things))
          .param("most", MOST_LINES)
          .query((row, _) ->
              all.computeIfAbsent(row.getLong("thing"), _ -> new ArrayList<>()).add(line(row)))
          .list();
    }
    return all;
  }

  private static Line line(ResultSet row) throws SQLException {
    double number = row.getDouble("number");
    boolean none = row.wasNull();
    return new Line(
        row.getLong("id"),
        row.getString("name"),
        Measure.defined(row.getString("definition")),
        row.getString("unit"),
        none ? Optional.empty() : Optional.of(number),
        Optional.ofNullable(row.getString("other")),
        at(row, "phenomenon_until").or(() -> at(row, "phenomenon_from")));
  }

  private static Optional<Instant> at(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    } catch (SQLException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
