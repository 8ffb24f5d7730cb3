package org.foyal.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The categories, in `requests.category`.
@Repository
class CategoryStore {
  private final JdbcClient sql;

  CategoryStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Category> list() {
    return sql.sql("select * from requests.category order by place, code")
        .query(CategoryStore::row)
        .list();
  }

  Optional<Category> find(String code) {
    return sql.sql("select * from requests.category where code = :code")
        .param("code", code)
        .query(CategoryStore::row)
        .optional();
  }

  boolean add(Category made) {
    return write(
            """
            insert into requests.category (code, section, title, keywords, department, working_days,
              accepted, silence, place, active, example)
            values (:code, :section::jsonb, :title::jsonb, :keywords, :department, :days, :accepted,
              :silence, :place, :active, :example)
            on conflict (code) do nothing
            """,
            made)
        == 1;
  }

  boolean update(Category made) {
    return write(
            """
            update requests.category set section = :section::jsonb, title = :title::jsonb,
              keywords = :keywords, department = :department, working_days = :days,
              accepted = :accepted, silence = :silence, place = :place, active = :active,
              version = version + 1
            where code = :code and version = :version
            """,
            made)
        == 1;
  }

  /// The codes of those that can be reported in a crisis.
  Set<String> listForCrisis() {
    return new TreeSet<>(
        sql.sql("select code from requests.category where crisis and active")
            .query(String.class)
            .list());
  }

  /// Says anew which can be reported in a crisis; all are held meanwhile.
  void markForCrisis(Set<String> codes) {
    sql.sql("update requests.category set crisis = (code = any(:codes))")
        .param("codes", codes.toArray(String[]::new))
        .update();
  }

  /// Holds all categories until the transaction ends.
  void lock() {
    sql.sql("select 1 from requests.category order by code for update").query().listOfRows();
  }

  private int write(String statement, Category made) {
    return sql.sql(statement)
        .param("code", made.code())
        .param("section", made.group().json())
        .param("title", made.title().json())
        .param("keywords", made.keywords())
        .param("department", made.department().orElse(null), Types.VARCHAR)
        .param("days", made.delay().working_days())
        .param("accepted", made.delay().accepted())
        .param("silence", made.delay().silence().name())
        .param("place", made.place())
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version())
        .update();
  }

  private static Category row(ResultSet row, int number) throws SQLException {
    return new Category(
        row.getString("code"),
        Told.ofJson(row.getString("section")),
        Told.ofJson(row.getString("title")),
        row.getString("keywords"),
        Optional.ofNullable(row.getString("department")),
        new Delay(
            row.getInt("working_days"),
            row.getBoolean("accepted"),
            Silence.valueOf(row.getString("silence"))),
        row.getInt("place"),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}
