package org.foyal.cases.templates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The texts that agents answer with, in `cases.template`.
@Repository
class TemplateStore {
  private final JdbcClient sql;

  TemplateStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Template> list() {
    return sql.sql("select * from cases.template order by not active, title ->> 'fr', code")
        .query(TemplateStore::row)
        .list();
  }

  Optional<Template> find(String code) {
    return sql.sql("select * from cases.template where code = :code")
        .param("code", code)
        .query(TemplateStore::row)
        .optional();
  }

  /// Adds one; false when its code is taken.
  boolean add(Template made) {
    return write(
        """
        insert into cases.template (code, title, words, active)
        values (:code, :title::jsonb, :words::jsonb, :active)
        on conflict (code) do nothing
        """,
        made);
  }

  /// Changes one; false when somebody else did first.
  boolean update(Template made) {
    return write(
        """
        update cases.template set title = :title::jsonb, words = :words::jsonb, active = :active,
          version = version + 1
        where code = :code and version = :version
        """,
        made);
  }

  private boolean write(String statement, Template made) {
    return sql.sql(statement)
            .param("code", made.code())
            .param("title", made.title().json())
            .param("words", made.words().json())
            .param("active", made.active())
            .param("version", made.version())
            .update()
        == 1;
  }

  private static Template row(ResultSet row, int number) throws SQLException {
    return new Template(
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        Told.ofJson(row.getString("words")),
        row.getBoolean("active"),
        row.getInt("version"));
  }
}
