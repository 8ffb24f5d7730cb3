package org.foyal.fibre.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.kernel.Position;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was promised and published, in `fibre.exchange`, `zone`, `instrument`, `commitment` and
/// `fact`: read by two times, written by adding versions.
@Repository
class PlanStore {
  private static final String HELD =
      """
       learned_at <= :known and (superseded_at is null or superseded_at > :known)
        and true_from <= :day
      """;
  private static final String OPEN = HELD + " and (true_until is null or true_until > :day) ";

  private final JdbcClient sql;

  PlanStore(JdbcClient sql) {
    this.sql = sql;
  }

  private JdbcClient.StatementSpec asked(String select, String condition, String order, AsOf at) {
    return sql.sql(select + " where" + condition + "order by " + order)
        .param("known", at.known().atOffset(ZoneOffset.UTC))
        .param("day", at.day());
  }

  List<Exchange> exchanges(AsOf at) {
    return asked("select * from fibre.exchange", OPEN, "name, ref", at)
        .query(PlanStore::exchange)
        .list();
  }

  List<Zone> zones(AsOf at) {
    return asked("select * from fibre.zone", OPEN, "cabinet", at)
        .query((row, _) ->
            new Zone(
                held(row), row.getString("cabinet"), shape(row.getBytes("outline")), cited(row)))
        .list();
  }

  private static Geometry shape(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException damaged) {
      throw new IllegalStateException("fibre.zone holds what is no outline", damaged);
    }
  }

  List<Instrument> instruments(AsOf at) {
    return asked("select * from fibre.instrument", OPEN, "signed_on, code", at)
        .query(PlanStore::instrument)
        .list();
  }

  List<Commitment> commitments(AsOf at) {
    return asked("select * from fibre.commitment", OPEN, "due_on nulls first, code", at)
        .query(PlanStore::commitment)
        .list();
  }

  /// Also those that another replaced by that day.
  List<Commitment> commitmentsSoFar(AsOf at) {
    return asked("select * from fibre.commitment", HELD, "true_from, due_on nulls first, code", at)
        .query(PlanStore::commitment)
        .list();
  }

  List<Fact> facts(AsOf at) {
    return asked("select * from fibre.fact", HELD, "true_from, code", at)
        .query(PlanStore::fact)
        .list();
  }

  private static Exchange exchange(ResultSet row, int n) throws SQLException {
    return new Exchange(
        held(row), row.getString("ref"), row.getString("name"), where(row), cited(row));
  }

  private static Instrument instrument(ResultSet row, int n) throws SQLException {
    return new Instrument(
        held(row),
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        dated(row, "signed_on", "signed_precision"),
        text(row, "agreement"),
        cited(row));
  }

  private static Commitment commitment(ResultSet row, int n) throws SQLException {
    var share = row.getBigDecimal("share_percent");
    return new Commitment(
        held(row),
        row.getString("code"),
        row.getString("instrument"),
        Told.ofJson(row.getString("title")),
        text(row, "measured")
            .map(Commitment.Measured::valueOf)
            .map(one -> new Commitment.Goal(one, share)),
        row.getObject("due_on") == null
            ? Optional.empty()
            : Optional.of(dated(row, "due_on", "due_precision")),
        text(row, "of_area"),
        cited(row));
  }

  /// What is held now under each name, whatever day it speaks of.
  List<? extends Version> held(Table table) {
    var rows = sql.sql("select * from %s where superseded_at is null".formatted(table.table));
    return switch (table) {
      case EXCHANGE -> rows.query(PlanStore::exchange).list();
      case INSTRUMENT -> rows.query(PlanStore::instrument).list();
      case COMMITMENT -> rows.query(PlanStore::commitment).list();
      case FACT -> rows.query(PlanStore::fact).list();
    };
  }

  private static Fact fact(ResultSet row, int n) throws SQLException {
    var from = Optional.ofNullable(row.getObject("expected_from", LocalDate.class));
    return new Fact(
        new Held(
            "",
            row.getObject("true_from", LocalDate.class),
            Optional.empty(),
            learned(row),
            Optional.ofNullable(row.getObject("delivery", Long.class)),
            row.getBoolean("example")),
        row.getString("code"),
        Fact.Kind.valueOf(row.getString("kind")),
        Told.ofJson(row.getString("title")),
        dated(row, "true_from", "true_precision"),
        row.getString("place"),
        text(row, "of_area"),
        text(row, "cabinet"),
        new Fact.Amount(
            Optional.ofNullable(row.getObject("amount", Long.class)),
            Fact.Unit.valueOf(row.getString("unit")),
            Optional.ofNullable(row.getObject("of_dwellings", Integer.class)),
            Optional.ofNullable(row.getObject("of_businesses", Integer.class)),
            Optional.ofNullable(row.getObject("of_premises", Integer.class))),
        from.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Fact.Expected(from.get(), row.getObject("expected_to", LocalDate.class))),
        cited(row));
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        "",
        row.getObject("true_from", LocalDate.class),
        Optional.ofNullable(row.getObject("true_until", LocalDate.class)),
        learned(row),
        Optional.empty(),
        row.getBoolean("example"));
  }

  private static Instant learned(ResultSet row) throws SQLException {
    return row.getObject("learned_at", OffsetDateTime.class).toInstant();
  }

  private static Cited cited(ResultSet row) throws SQLException {
    return new Cited(
        row.getString("source_title"),
        text(row, "source_address"),
        Optional.ofNullable(row.getObject("source_on", LocalDate.class)));
  }

  private static Dated dated(ResultSet row, String day, String precision) throws SQLException {
    return new Dated(
        row.getObject(day, LocalDate.class), Dated.Precision.valueOf(row.getString(precision)));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Position> where(ResultSet row) throws SQLException {
    double lat = row.getDouble("lat");
    return row.wasNull() ? Optional.empty() : Optional.of(new Position(lat, row.getDouble("lon")));
  }

  private static Map<String, @Nullable Object> times(Held held, Cited source) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("source_title", source.title());
    values.put("source_address", source.address().orElse(null));
    values.put("source_on", source.on().orElse(null));
    values.put("example", held.example());
    values.put("true_from", held.from());
    values.put("learned_at", held.learned().atOffset(ZoneOffset.UTC));
    return values;
  }

  void add(Instrument one) {
    var values = times(one.held(), one.source());
    values.put("until", one.held().until().orElse(null));
    values.put("code", one.code());
    values.put("title", one.title().json());
    values.put("signed_on", one.signed().first());
    values.put("precision", one.signed().precision().name());
    values.put("agreement", one.agreement().orElse(null));
    sql.sql(
            """
            insert into fibre.instrument (code, title, signed_on, signed_precision, agreement,
              source_title, source_address, source_on, example, true_from, true_until, learned_at)
            values (:code, :title::jsonb, :signed_on, :precision, :agreement,
              :source_title, :source_address, :source_on, :example, :true_from, :until, :learned_at)
            """)
        .params(values)
        .update();
  }

  void add(Commitment one) {
    var values = times(one.held(), one.source());
    values.put("until", one.held().until().orElse(null));
    values.put("code", one.code());
    values.put("instrument", one.instrument());
    values.put("title", one.title().json());
    values.put("measured", one.goal().map(goal -> goal.measured().name()).orElse(null));
    values.put("share", one.goal().map(Commitment.Goal::share_percent).orElse(null));
    values.put("due", one.due().map(Dated::first).orElse(null));
    values.put("precision", one.due().map(due -> due.precision().name()).orElse(null));
    values.put("area", one.area().orElse(null));
    sql.sql(
            """
            insert into fibre.commitment (code, instrument, title, measured, share_percent, due_on,
              due_precision, of_area, source_title, source_address, source_on, example, true_from, true_until,
              learned_at)
            values (:code, :instrument, :title::jsonb, :measured, :share, :due, :precision, :area,
              :source_title, :source_address, :source_on, :example, :true_from, :until, :learned_at)
            """)
        .params(values)
        .update();
  }

  void add(Exchange one) {
    var values = times(one.held(), one.source());
    values.put("until", one.held().until().orElse(null));
    values.put("ref", one.ref());
    values.put("name", one.name());
    values.put("lat", one.where().map(Position::latitude_deg).orElse(null));
    values.put("lon", one.where().map(Position::longitude_deg).orElse(null));
    sql.sql(
            """
            insert into fibre.exchange (ref, name, lat, lon, source_title, source_address, source_on,
              example, true_from, true_until, learned_at)
            values (:ref, :name, :lat, :lon, :source_title, :source_address, :source_on,
              :example, :true_from, :until, :learned_at)
            """)
        .params(values)
        .update();
  }

  void add(Fact one) {
    var values = times(one.held(), one.source());
    values.put("code", one.code());
    values.put("kind", one.kind().name());
    values.put("title", one.title().json());
    values.put("place", one.place());
    values.put("area", one.area().orElse(null));
    values.put("cabinet", one.cabinet().orElse(null));
    values.put("amount", one.amount().number().orElse(null));
    values.put("unit", one.amount().unit().name());
    values.put("dwellings", one.amount().ofDwellings().orElse(null));
    values.put("businesses", one.amount().ofBusinesses().orElse(null));
    values.put("premises", one.amount().ofPremises().orElse(null));
    values.put("expected_from", one.expected().map(Fact.Expected::from).orElse(null));
    values.put("expected_to", one.expected().map(Fact.Expected::to).orElse(null));
    values.put("precision", one.on().precision().name());
    sql.sql(
            """
            insert into fibre.fact (code, kind, title, place, of_area, cabinet, amount, unit,
              of_dwellings, of_businesses, of_premises, expected_from, expected_to, source_title, source_address,
              source_on, example, true_from, true_precision, learned_at)
            values (:code, :kind, :title::jsonb, :place, :area, :cabinet, :amount, :unit,
              :dwellings, :businesses, :premises, :expected_from, :expected_to, :source_title, :source_address,
              :source_on, :example, :true_from, :precision, :learned_at)
            """)
        .params(values)
        .update();
  }

  /// Holds what was said under a code no longer; what was held until now stays known.
  void supersede(Table table, String code, Instant at) {
    sql.sql(
            "update %s set superseded_at = :at where %s = :code and superseded_at is null"
                .formatted(table.table, table.key))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("code", code)
        .update();
  }

  /// Where versions stand.
  enum Table {
    EXCHANGE("fibre.exchange", "ref"),
    INSTRUMENT("fibre.instrument", "code"),
    COMMITMENT("fibre.commitment", "code"),
    FACT("fibre.fact", "code");

    private final String table;
    private final String key;

    Table(String table, String key) {
      this.table = table;
      this.key = key;
    }
  }
}
