package org.foyal.equality.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.kernel.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is known, in `equality.value`, to which lines are only added.
@Repository
class ValueStore {
  private static final int TURN = 902_127;

  private final JdbcClient sql;
  private final JsonMapper json;

  ValueStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// Two who keep values at once do it one after the other.
  void takeTurn() {
    sql.sql("select 1 from (select pg_advisory_xact_lock(:turn)) as mine")
        .param("turn", TURN)
        .query(Integer.class)
        .single();
  }

  void add(List<Value> values) {
    if (values.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into equality.value (indicator, area, period, geography, version, value, numerator, denominator,
              interval_from, interval_to, source, as_of, known_at)
            select * from jsonb_to_recordset(cast(:rows as jsonb)) as row(indicator text, area text, period text,
              geography text, version integer, value double precision, numerator bigint, denominator bigint,
              interval_from double precision, interval_to double precision, source text, as_of date,
              known_at timestamptz)
            """)
        .param("rows", json.writeValueAsString(values.stream().map(ValueStore::row).toList()))
        .update();
  }

  private static Map<String, @Nullable Object> row(Value value) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("indicator", value.indicator());
    row.put("area", value.area());
    row.put("period", value.when().period());
    row.put("geography", value.when().geography());
    row.put("version", value.version());
    row.put("value", value.amount().value());
    row.put("numerator", boxed(value.amount().numerator()));
    row.put("denominator", boxed(value.amount().denominator()));
    row.put("interval_from", value.interval().map(Interval::from).orElse(null));
    row.put("interval_to", value.interval().map(Interval::to).orElse(null));
    row.put("source", value.source());
    row.put("as_of", value.when().asOf().toString());
    row.put("known_at", value.when().knownAt().toString());
    return row;
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /// The last version of each period of these indicators.
  List<Value> list(List<String> indicators) {
    return indicators.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select distinct on (indicator, area, period) * from equality.value
                where indicator in (:indicators) order by indicator, area, period, version desc
                """)
            .param("indicators", indicators)
            .query(ValueStore::value)
            .list();
  }

  List<Value> latest(Instant knownBy) {
    return sql.sql(
            """
            select distinct on (area, indicator) * from equality.value
            where known_at <= :by order by area, indicator, as_of desc, period desc, version desc
            """)
        .param("by", knownBy.atOffset(ZoneOffset.UTC))
        .query(ValueStore::value)
        .list();
  }

  /// The last version of the period before the latest.
  List<Value> before() {
    return sql.sql(
            """
            select * from (
              select *, row_number() over (partition by area, indicator order by as_of desc, period desc) as nth
              from (select distinct on (area, indicator, period) * from equality.value
                order by area, indicator, period, version desc) last) ranked
            where nth = 2 order by area, indicator
            """)
        .query(ValueStore::value)
        .list();
  }

  List<Value> history(String indicator, String area) {
    return sql.sql(
            """
            select * from equality.value where indicator = :indicator and area = :area
            order by as_of desc, period desc, version desc limit 500
            """)
        .param("indicator", indicator)
        .param("area", area)
        .query(ValueStore::value)
        .list();
  }

  long version() {
    return sql.sql("select coalesce(max(id), 0) from equality.value").query(Long.class).single();
  }

  private static Value value(ResultSet row, int number) throws SQLException {
    double from = row.getDouble("interval_from");
    var interval =
        row.wasNull()
            ? Optional.<Interval>empty()
            : Optional.of(new Interval(from, row.getDouble("interval_to")));
    return new Value(
        row.getString("indicator"),
        row.getString("area"),
        new Value.When(
            row.getString("period"),
            row.getString("geography"),
            row.getObject("as_of", LocalDate.class),
            row.getObject("known_at", OffsetDateTime.class).toInstant()),
        row.getInt("version"),
        new Value.Amount(
            row.getDouble("value"), number(row, "numerator"), number(row, "denominator")),
        interval,
        row.getString("source"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
