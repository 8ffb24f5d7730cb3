package org.foyal.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.requests.Attribute.Condition;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Attribute.Option;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What categories ask, in `requests.attribute`.
@Repository
class AttributeStore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private final JdbcClient sql;

  AttributeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// An option as it is kept.
  record Line(String key, Map<String, String> said) {}

  /// What a category asks, in its order.
  List<Attribute> list(String category) {
    return sql.sql("select * from requests.attribute where category = :category order by place, id")
        .param("category", category)
        .query(AttributeStore::row)
        .list();
  }

  /// The categories that ask anything.
  Set<String> asking() {
    return new HashSet<>(
        sql.sql("select distinct category from requests.attribute where active")
            .query(String.class)
            .list());
  }

  Optional<Attribute> find(String category, String code) {
    return sql.sql("select * from requests.attribute where category = :category and code = :code")
        .param("category", category)
        .param("code", code)
        .query(AttributeStore::row)
        .optional();
  }

  boolean add(Attribute made) {
    return write(
            """
            insert into requests.attribute (category, code, ask, kind, required, open, options,
              if_code, if_option, place, active)
            values (:category, :code, :ask::jsonb, :kind, :required, :open, :options::jsonb,
              :if_code, :if_option, :place, :active)
            on conflict (category, code) do nothing
            """,
            made)
        == 1;
  }

  boolean update(Attribute made) {
    return write(
            """
            update requests.attribute set ask = :ask::jsonb, kind = :kind, required = :required,
              open = :open, options = :options::jsonb, if_code = :if_code, if_option = :if_option,
              place = :place, active = :active, version = version + 1
            where category = :category and code = :code and version = :version
            """,
            made)
        == 1;
  }

  private int write(String statement, Attribute made) {
    var options =
        made.options().stream()
            .map(one -> Map.of("key", one.key(), "said", JSON.readTree(one.said().json())))
            .toList();
    return sql.sql(statement)
        .param("category", made.category())
        .param("code", made.code())
        .param("ask", made.ask().json())
        .param("kind", made.kind().name())
        .param("required", made.required())
        .param("open", made.open())
        .param("options", JSON.writeValueAsString(options))
        .param("if_code", made.condition().map(Condition::code).orElse(null), Types.VARCHAR)
        .param("if_option", made.condition().map(Condition::option).orElse(null), Types.VARCHAR)
        .param("place", made.place())
        .param("active", made.active())
        .param("version", made.version())
        .update();
  }

  private static Attribute row(ResultSet row, int number) throws SQLException {
    var ifCode = row.getString("if_code");
    var options =
        JSON.readValue(row.getString("options"), LINES).stream()
            .map(line -> new Option(line.key(), Told.of(line.said())))
            .toList();
    return new Attribute(
        row.getLong("id"),
        row.getString("category"),
        row.getString("code"),
        Told.ofJson(row.getString("ask")),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("required"),
        row.getBoolean("open"),
        options,
        ifCode == null
            ? Optional.empty()
            : Optional.of(new Condition(ifCode, row.getString("if_option"))),
        row.getInt("place"),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
