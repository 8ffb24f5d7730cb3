package org.foyal.things.alerts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rules of alerts, in `things.alert_rule`, and what they are about.
@Repository
class RuleStore {
  static final String RULE =
      """
      r.id as rule_id, r.datastream, r.name as rule_name, r.kind, r.bound, r.hysteresis, r.readings, r.minutes,
      r.opens_case, r.department, r.version,
      array(select account from things.alert_addressee a where a.rule = r.id) as addressees
      """;

  static final String SOURCE =
      """
      d.thing, t.name as thing_name, d.id as datastream_id, d.name as datastream_name, d.unit_symbol,
      d.example or t.example as example
      """;

  static final String FROM =
      """
      things.alert_rule r
      join things.datastream d on d.id = r.datastream
      join things.thing t on t.id = d.thing
      """;

  private final JdbcClient sql;

  RuleStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A rule with what it is about.
  record Kept(Rule rule, Source source) {}

  List<Kept> list() {
    return sql.sql(
            "select %s, %s from %s where r.removed_at is null order by t.name, d.name, r.name, r.id"
                .formatted(RULE, SOURCE, FROM))
        .query((row, _) -> new Kept(rule(row), source(row)))
        .list();
  }

  Optional<Kept> find(UUID id) {
    return sql.sql(
            "select %s, %s from %s where r.removed_at is null and r.id = :id"
                .formatted(RULE, SOURCE, FROM))
        .param("id", id)
        .query((row, _) -> new Kept(rule(row), source(row)))
        .optional();
  }

  /// The names of the rules at any of these datastreams.
  List<String> listNames(Collection<Long> datastreams) {
    return sql.sql(
            """
            select name from things.alert_rule
            where removed_at is null and datastream = any(:datastreams) order by name, id limit 10
            """)
        .param("datastreams", datastreams.toArray(Long[]::new))
        .query(String.class)
        .list();
  }

  Optional<Source> findSource(long datastream) {
    return sql.sql(
            """
            select %s from things.datastream d join things.thing t on t.id = d.thing where d.id = :id
            """
                .formatted(SOURCE))
        .param("id", datastream)
        .query((row, _) -> source(row))
        .optional();
  }

  /// False: the same form has written it before.
  boolean add(Rule made, Instant at) {
    boolean added =
        with(
                    made,
                    """
                    insert into things.alert_rule (id, datastream, name, kind, bound, hysteresis, readings,
                      minutes, opens_case, department, made_at, version)
                    values (:id, :datastream, :name, :kind, :bound, :hysteresis, :readings,
                      :minutes, :opensCase, :department, :at, 1)
                    on conflict do nothing
                    """)
                .param("kind", kind(made.condition()))
                .param("datastream", made.datastream())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (added) {
      setAddressees(made);
    }
    return added;
  }

  /// Changes all but what it watches. False: somebody else wrote first.
  boolean update(Rule changed) {
    boolean updated =
        with(
                    changed,
                    """
                    update things.alert_rule set name = :name, bound = :bound, hysteresis = :hysteresis,
                      readings = :readings, minutes = :minutes, opens_case = :opensCase,
                      department = :department, version = version + 1
                    where id = :id and version = :version and removed_at is null
                    """)
                .param("version", changed.version())
                .update()
            == 1;
    if (updated) {
      setAddressees(changed);
    }
    return updated;
  }

  private JdbcClient.StatementSpec with(Rule rule, String statement) {
    var numbers = Numbers.of(rule.condition());
    return sql.sql(statement)
        .param("id", rule.id())
        .param("name", rule.name())
        .param("bound", numbers.bound().orElse(null))
        .param("hysteresis", numbers.hysteresis())
        .param("readings", numbers.readings())
        .param("minutes", numbers.minutes())
        .param("opensCase", rule.opensCase())
        .param("department", rule.department().orElse(null));
  }

  private void setAddressees(Rule rule) {
    sql.sql("delete from things.alert_addressee where rule = :rule")
        .param("rule", rule.id())
        .update();
    rule.addressees()
        .forEach(account ->
            sql.sql("insert into things.alert_addressee (rule, account) values (:rule, :account)")
                .param("rule", rule.id())
                .param("account", account)
                .update());
  }

  boolean remove(UUID id, Instant at) {
    return sql.sql(
                "update things.alert_rule set removed_at = :at where id = :id and removed_at is null")
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// The numbers of a condition, as a row holds them.
  record Numbers(Optional<Double> bound, double hysteresis, int readings, int minutes) {
    static Numbers of(Condition condition) {
      return switch (condition) {
        case Condition.Threshold one ->
            new Numbers(
                Optional.of(one.bound()),
                one.hysteresis(),
                one.readings(),
                Math.toIntExact(one.lasting().toMinutes()));
        case Condition.Absence one ->
            new Numbers(Optional.empty(), 0, 1, Math.toIntExact(one.lasting().toMinutes()));
        case Condition.Constant one ->
            new Numbers(
                Optional.empty(), 0, one.readings(), Math.toIntExact(one.lasting().toMinutes()));
      };
    }
  }

  static String kind(Condition condition) {
    return switch (condition) {
      case Condition.Threshold one -> one.above() ? "ABOVE" : "BELOW";
      case Condition.Absence _ -> "ABSENCE";
      case Condition.Constant _ -> "CONSTANT";
    };
  }

  static Condition condition(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    var lasting = Duration.ofMinutes(row.getInt("minutes"));
    int readings = row.getInt("readings");
    return switch (kind) {
      case "ABSENCE" -> new Condition.Absence(lasting);
      case "CONSTANT" -> new Condition.Constant(readings, lasting);
      default ->
          new Condition.Threshold(
              kind.equals("ABOVE"),
              row.getDouble("bound"),
              row.getDouble("hysteresis"),
              readings,
              lasting);
    };
  }

  static Rule rule(ResultSet row) throws SQLException {
    Array addressees = row.getArray("addressees");
    return new Rule(
        row.getObject("rule_id", UUID.class),
        row.getLong("datastream"),
        row.getString("rule_name"),
        condition(row),
        Set.of((UUID[]) addressees.getArray()),
        row.getBoolean("opens_case"),
        Optional.ofNullable(row.getString("department")),
        row.getInt("version"));
  }

  static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getLong("thing"),
        row.getString("thing_name"),
        row.getLong("datastream_id"),
        row.getString("datastream_name"),
        Optional.ofNullable(row.getString("unit_symbol")).filter(unit -> !unit.isBlank()),
        row.getBoolean("example"));
  }
}
