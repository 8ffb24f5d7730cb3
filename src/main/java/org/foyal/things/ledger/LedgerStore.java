package org.foyal.things.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.shell.database.Inflow;
import org.foyal.things.ledger.Incoming.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/// The rows of observations, and what datastreams keep of them.
@Repository("thingsLedgerStore")
class LedgerStore {
  private static final String INTO =
      """
      things.observation (datastream, phenomenon_from, id, number, phenomenon_until, result_time,
        feature, one_per_time, other, quality, valid_from, valid_until, parameters)\
      """;

  private static final String INSERT =
      """
      insert into things.observation (datastream, id, phenomenon_from, number, phenomenon_until,
        result_time, feature, one_per_time, other, quality, valid_from, valid_until, parameters)
      select * from unnest(:datastreams::bigint[], :numbers::bigint[], :from::timestamptz[],
        :number::double precision[], :until::timestamptz[], :result::timestamptz[],
        :feature::bigint[], :once::boolean[], :other::jsonb[], :quality::jsonb[],
        :validFrom::timestamptz[], :validUntil::timestamptz[], :parameters::jsonb[])\
      """;

  /// What [#values] gives, but for the number, by the names that the statement has for it.
  private static final List<String> COLUMNS =
      List.of(
          "from",
          "number",
          "until",
          "result",
          "feature",
          "once",
          "other",
          "quality",
          "validFrom",
          "validUntil",
          "parameters");

  private static final String COUNT =
      """
      update things.datastream d set observations = d.observations + n.more,
        phenomenon_from = least(d.phenomenon_from, n.phenomenon_from),
        phenomenon_until = greatest(d.phenomenon_until, n.phenomenon_until),
        result_from = least(d.result_from, n.result_from),
        result_until = greatest(d.result_until, n.result_until),
        heard_at = greatest(d.heard_at, :now)
      from unnest(:ids::bigint[], :more::bigint[], :pf::timestamptz[], :pu::timestamptz[],
          :rf::timestamptz[], :ru::timestamptz[])
        as n (id, more, phenomenon_from, phenomenon_until, result_from, result_until)
      where d.id = n.id\
      """;

  /// Up to here one statement is faster than COPY and another for the counts.
  private static final int FEW = 300;

  /// The number of the lock of whoever makes a feature of a place.
  private static final String MAKING = "hashtextextended('things.feature_of_interest', id)";

  private static final SQLExceptionTranslator ERRORS = new SQLStateSQLExceptionTranslator();

  private final JdbcClient sql;
  private final Inflow inflow;

  LedgerStore(JdbcClient sql, Inflow inflow) {
    this.sql = sql;
    this.inflow = inflow;
  }

  long nextBlock() {
    return sql.sql("select nextval('things.observation_number')").query(Long.class).single();
  }

  /// Waits for a table that others hold a few seconds and no longer, in this transaction; and plans
  /// no statement anew for each number of rows, which took longer than to run it.
  void hurry() {
    sql.sql(
            """
            select set_config('lock_timeout', '5s', true),
              set_config('plan_cache_mode', 'force_generic_plan', true)
            """)
        .query((_, _) -> true)
        .single();
  }

  /// A datastream, held until the transaction ends.
  ///
  /// @param feature what is made of the place where its thing is; 0: nobody made it yet, none: it
  ///   is nowhere
  record Held(long id, long thing, boolean onePerTime, boolean example, @Nullable Long feature) {}

  /// Whether to wait for what others hold.
  enum Wait {
    /// Until they are done.
    FOR_OTHERS(""),
    /// Never: what others hold is left out.
    FOR_NOBODY(" skip locked");

    private final String clause;

    Wait(String clause) {
      this.clause = clause;
    }
  }

  /// Holds datastreams against who would remove them or count beside us, in the order of their
  /// numbers: two who hold several never wait for each other in a ring.
  Map<Long, Held> hold(Collection<Long> datastreams, Wait wait) {
    return sql
        .sql(
            """
            select d.id, d.thing, d.one_per_time, d.example, (
                select coalesce(f.id, 0) from things.thing_location l
                left join things.feature_of_interest f on f.of_location = l.location
                where l.thing = d.thing order by l.location limit 1) as feature
            from things.datastream d where d.id = any(:ids)
            order by d.id for no key update of d\
            """
                + wait.clause)
        .param("ids", longs(datastreams))
        .query((row, _) ->
            new Held(
                row.getLong(1),
                row.getLong(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getObject("feature", Long.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Held::id, held -> held));
  }

  /// Which of these datastreams there are, whoever holds them.
  Set<Long> datastreams(Collection<Long> asked) {
    return among("things.datastream", asked, "");
  }

  /// Which features of these there are, held so that none goes.
  Set<Long> features(Collection<Long> asked, Wait wait) {
    return among("things.feature_of_interest", asked, "for key share" + wait.clause);
  }

  /// Which of these features there are, whoever holds them.
  Set<Long> features(Collection<Long> asked) {
    return among("things.feature_of_interest", asked, "");
  }

  private Set<Long> among(String table, Collection<Long> asked, String locking) {
    return asked.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.sql("select id from %s where id = any(:ids) %s".formatted(table, locking))
                .param("ids", longs(asked))
                .query(Long.class)
                .list());
  }

  /// Where things are and the features made of it; a thing that is nowhere is missing, 0 is a
  /// feature that nobody has made yet.
  Map<Long, Long> featuresOfThings(Collection<Long> things) {
    return sql
        .sql(
            """
            select t.thing, coalesce(f.id, 0) from (select thing, min(location) as location
              from things.thing_location where thing = any(:things) group by thing) t
            left join things.feature_of_interest f on f.of_location = t.location
            """)
        .param("things", longs(things))
        .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Makes features of the places where things are, each once (18-088, clause 8.2.8: a service may
  /// make the feature from the location). Whoever makes one has a lock that bears the place's
  /// number, so that who waits for nobody finds out that another is making it.
  void makeFeatures(Collection<Long> things, Wait wait) {
    sql.sql(
            """
            with place as materialized (
              select l.id from things.location l
              where l.id in (select min(location) from things.thing_location
                  where thing = any(:things) group by thing)
                and not exists (select 1 from things.feature_of_interest f where f.of_location = l.id)
              order by l.id for key share%s),
            mine as materialized (select id from place where %s)
            insert into things.feature_of_interest
              (name, description, encoding_type, feature, around, of_location, example)
            select l.name, l.description, l.encoding_type, l.location, l.around, l.id, l.example
            from things.location l join mine on mine.id = l.id
            on conflict (of_location) do nothing
            """
                .formatted(
                    wait.clause,
                    switch (wait) {
                      case FOR_OTHERS -> "pg_advisory_xact_lock(%s) is not null".formatted(MAKING);
                      case FOR_NOBODY -> "pg_try_advisory_xact_lock(%s)".formatted(MAKING);
                    }))
        .param("things", longs(things))
        .update();
  }

  /// A place in time of a datastream.
  record Place(long datastream, Instant at) {}

  /// Which of these places have an observation already, of datastreams that take one a time.
  Set<Place> taken(List<Place> places) {
    return new HashSet<>(
        sql.sql(
                """
                select o.datastream, o.phenomenon_from
                from unnest(:datastreams::bigint[], :times::timestamptz[]) as n (datastream, at)
                join things.observation o on o.datastream = n.datastream
                  and o.phenomenon_from = n.at and o.one_per_time
                """)
            .param("datastreams", places.stream().map(Place::datastream).toArray(Long[]::new))
            .param("times", places.stream().map(place -> text(place.at())).toArray(String[]::new))
            .query((row, _) ->
                new Place(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            .list());
  }

  /// A row to be written.
  record Row(long id, Incoming what, @Nullable Long feature, boolean onePerTime) {}

  /// Writes rows, and what datastreams gain by them. Few go in one statement with their counts, as
  /// the way to the database and back is what small commits wait for; many by COPY.
  void write(List<Row> rows, List<Gain> gains, Instant now) {
    if (rows.size() <= FEW) {
      insert(rows, gains, now);
    } else {
      write(rows);
      count(gains, now);
    }
  }

  private void insert(List<Row> rows, List<Gain> gains, Instant now) {
    var values = rows.stream().map(LedgerStore::values).toList();
    var statement =
        sql.sql("with entered as (%s) %s".formatted(INSERT, COUNT))
            .param(
                "datastreams",
                rows.stream().map(row -> row.what().datastream()).toArray(Long[]::new))
            .param("numbers", rows.stream().map(Row::id).toArray(Long[]::new));
    for (int column = 0; column < COLUMNS.size(); column++) {
      int at = column;
      statement =
          statement.param(
              COLUMNS.get(column),
              values.stream().map(one -> text(one.get(at))).toArray(String[]::new));
    }
    gained(statement, gains, now).update();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /// Writes rows by COPY, whatever their datastreams keep.
  void write(List<Row> rows) {
    try (var copying = inflow.copyInto(INTO)) {
      for (var row : rows) {
        var values = new ArrayList<>(values(row));
        values.add(1, row.id());
        copying.add(row.what().datastream(), values);
      }
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException refused
          ? Objects.requireNonNullElseGet(
              ERRORS.translate("COPY", INTO, refused),
              () -> new UncategorizedSQLException("COPY", INTO, refused))
          : new UncheckedIOException(e);
    }
  }

  private static List<@Nullable Object> values(Row row) {
    var what = row.what();
    var valid = what.extras().valid();
    Object number = null;
    Object other = null;
    switch (what.result()) {
      case Result.Numeric(double it) -> number = it;
      case Result.Other(var json) -> other = json.toString();
    }
    return Arrays.<@Nullable Object>asList(
        text(what.phenomenon().from()),
        number,
        text(what.phenomenon().until()),
        text(what.resultTime()),
        row.feature(),
        row.onePerTime() ? "t" : null,
        other,
        json(what.extras().quality()),
        valid == null ? null : text(valid.from()),
        valid == null ? null : text(valid.until()),
        json(what.extras().parameters()));
  }

  private static @Nullable String json(@Nullable Object node) {
    return node == null ? null : node.toString();
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  /// What one datastream gains.
  record Gain(long datastream, long rows, Span phenomenon, Optional<Span> result) {}

  private void count(List<Gain> gains, Instant now) {
    gained(sql.sql(COUNT), gains, now).update();
  }

  private static StatementSpec gained(StatementSpec counting, List<Gain> gains, Instant now) {
    return counting
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", gains.stream().map(Gain::datastream).toArray(Long[]::new))
        .param("more", gains.stream().map(Gain::rows).toArray(Long[]::new))
        .param("pf", texts(gains, gain -> gain.phenomenon().from()))
        .param("pu", texts(gains, gain -> gain.phenomenon().end()))
        .param("rf", texts(gains, gain -> gain.result().map(Span::from).orElse(null)))
        .param("ru", texts(gains, gain -> gain.result().map(Span::end).orElse(null)));
  }

  void countUp(long datastream, Instant now) {
    sql.sql(
            "update things.datastream set observations = observations + 1, heard_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", datastream)
        .update();
  }

  private interface Moment {
    @Nullable Instant of(Gain gain);
  }

  private static Object texts(List<Gain> gains, Moment which) {
    return gains.stream().map(gain -> text(which.of(gain))).toArray(String[]::new);
  }

  private static Long[] longs(Collection<Long> ids) {
    return ids.toArray(Long[]::new);
  }
}
