package org.foyal.innovation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.innovation.Call.Span;
import org.foyal.innovation.voice.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps calls and their criteria, in `innovation.call` and `innovation.criterion`.
@Repository
class ProjectCallStore {
  private final JdbcClient sql;

  ProjectCallStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The database's own clock, by which deadlines hold.
  Instant now() {
    return sql.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  List<Call> list() {
    return sql.sql("select * from innovation.call order by closes_at desc, code")
        .query((row, _) -> read(row))
        .list();
  }

  Optional<Call> find(String code) {
    return sql.sql("select * from innovation.call where code = :code")
        .param("code", code)
        .query((row, _) -> read(row))
        .optional();
  }

  /// Nobody submits while a call is being changed.
  Optional<Call> lock(String code) {
    return sql.sql("select * from innovation.call where code = :code for update")
        .param("code", code)
        .query((row, _) -> read(row))
        .optional();
  }

  /// How many applications have begun.
  int applications(String code) {
    return sql.sql("select count(*) from innovation.application where call = :code")
        .param("code", code)
        .query(Integer.class)
        .single();
  }

  /// False where the code is taken.
  boolean add(CallDraft draft) {
    int added =
        values(
                sql.sql(
                    """
                    insert into innovation.call (code, title, about, contact, holders, origins, youngest_years,
                      oldest_years, most_euros, opens_at, closes_at, example)
                    values (:code, :title::jsonb, :about::jsonb, :contact, :holders, :origins, :youngest,
                      :oldest, :most, :opens, :closes, :example)
                    on conflict do nothing
                    """),
                draft)
            .param("example", draft.plan().example())
            .update();
    if (added > 0) {
      addCriteria(draft);
    }
    return added > 0;
  }

  void update(CallDraft draft, boolean criteria) {
    values(
            sql.sql(
                """
                update innovation.call set title = :title::jsonb, about = :about::jsonb, contact = :contact,
                  holders = :holders, origins = :origins, youngest_years = :youngest, oldest_years = :oldest,
                  most_euros = :most, opens_at = :opens, closes_at = :closes, version = version + 1
                where code = :code
                """),
            draft)
        .update();
    if (criteria) {
      sql.sql("delete from innovation.criterion where call = :code")
          .param("code", draft.code())
          .update();
      addCriteria(draft);
    }
  }

  private static JdbcClient.StatementSpec values(
      JdbcClient.StatementSpec statement, CallDraft draft) {
    var terms = draft.terms();
    return statement
        .param("code", draft.code())
        .param("title", draft.title().json())
        .param("about", draft.about().json())
        .param("contact", draft.contact())
        .param("holders", names(terms.holders()))
        .param("origins", names(terms.origins()))
        .param("youngest", terms.youngest_years())
        .param("oldest", terms.oldest_years())
        .param("most", terms.most_euros())
        .param("opens", at(draft.plan().span().opensAt()))
        .param("closes", at(draft.plan().span().closesAt()));
  }

  private static String[] names(Set<? extends Enum<?>> some) {
    return some.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private void addCriteria(CallDraft draft) {
    for (var one : draft.plan().criteria()) {
      sql.sql(
              """
              insert into innovation.criterion (call, number, title, about, weight)
              values (:call, :number, :title::jsonb, :about::jsonb, :weight)
              """)
          .param("call", draft.code())
          .param("number", one.number())
          .param("title", one.title().json())
          .param("about", one.about().json())
          .param("weight", one.weight())
          .update();
    }
  }

  void publish(String code, Instant now) {
    sql.sql(
            """
            update innovation.call set published_at = :now, version = version + 1
            where code = :code and published_at is null
            """)
        .param("code", code)
        .param("now", at(now))
        .update();
  }

  private Call read(ResultSet row) throws SQLException {
    var code = row.getString("code");
    return new Call(
        code,
        Said.ofJson(row.getString("title")),
        Said.ofJson(row.getString("about")),
        row.getString("contact"),
        new Terms(
            set(row, "holders", Holder::valueOf),
            set(row, "origins", Origin::valueOf),
            number(row, "youngest_years"),
            number(row, "oldest_years"),
            number(row, "most_euros")),
        criteria(code),
        new Span(
            row.getObject("opens_at", OffsetDateTime.class).toInstant(),
            row.getObject("closes_at", OffsetDateTime.class).toInstant()),
        Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> named)
      throws SQLException {
    Stream<?> names = Arrays.stream((Object[]) row.getArray(column).getArray());
    return names.map(Object::toString).map(named).collect(Collectors.toSet());
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private List<Criterion> criteria(String code) {
    return sql.sql("select * from innovation.criterion where call = :code order by number")
        .param("code", code)
        .query((row, _) ->
            new Criterion(
                row.getInt("number"),
                Said.ofJson(row.getString("title")),
                Said.ofJson(row.getString("about")),
                row.getInt("weight")))
        .list();
  }
}
