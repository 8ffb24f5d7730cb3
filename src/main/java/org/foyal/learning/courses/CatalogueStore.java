package org.foyal.learning.courses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.courses.Course.Level;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people want to be able to do, in `learning.need`, and what is taught for it, in
/// `learning.course`.
@Repository
class CatalogueStore {
  private static final String COURSES =
      """
      select c.*, array(select need from learning.course_need n where n.course = c.code order by need) as needs
      from learning.course c
      """;

  private final JdbcClient sql;

  CatalogueStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Need> listNeeds() {
    return sql.sql("select * from learning.need order by place, code")
        .query(CatalogueStore::need)
        .list();
  }

  boolean add(Need made) {
    return write(
            """
            insert into learning.need (code, title, place, active, example)
            values (:code, :title::jsonb, :place, :active, :example)
            on conflict do nothing
            """,
            made)
        == 1;
  }

  boolean update(Need made) {
    return write(
            """
            update learning.need set title = :title::jsonb, place = :place, active = :active,
              version = version + 1
            where code = :code and version = :version
            """,
            made)
        == 1;
  }

  private int write(String statement, Need made) {
    return sql.sql(statement)
        .param("code", made.code())
        .param("title", made.title().json())
        .param("place", made.place())
        .param("active", made.active())
        .param("example", made.example())
        .param("version", made.version())
        .update();
  }

  List<Course> listCourses() {
    return sql.sql(COURSES + " order by c.title ->> 'fr', c.code")
        .query(CatalogueStore::course)
        .list();
  }

  Optional<Course> findCourse(String code) {
    return sql.sql(COURSES + " where c.code = :code")
        .param("code", code)
        .query(CatalogueStore::course)
        .optional();
  }

  boolean add(Course made) {
    return write(
            """
            insert into learning.course (code, title, description, bring, price, level, minutes,
              audiences, competences, active, example)
            values (:code, :title::jsonb, :description::jsonb, :bring::jsonb, :price::jsonb, :level,
              :minutes, :audiences, :competences, :active, :example)
            on conflict do nothing
            """,
            made)
        && answer(made);
  }

  boolean update(Course made) {
    return write(
            """
            update learning.course set title = :title::jsonb, description = :description::jsonb,
              bring = :bring::jsonb, price = :price::jsonb, level = :level, minutes = :minutes,
              audiences = :audiences, competences = :competences, active = :active,
              version = version + 1
            where code = :code and version = :version
            """,
            made)
        && answer(made);
  }

  private boolean write(String statement, Course made) {
    return sql.sql(statement)
            .param("code", made.code())
            .param("title", made.title().json())
            .param("description", made.description().json())
            .param("bring", made.bring().map(Told::json).orElse(null), Types.VARCHAR)
            .param("price", made.price().map(Told::json).orElse(null), Types.VARCHAR)
            .param("level", made.level().name())
            .param("minutes", made.minutes())
            .param(
                "audiences", made.audiences().stream().map(Audience::name).toArray(String[]::new))
            .param(
                "competences",
                made.competences().stream().map(Competence::code).toArray(String[]::new))
            .param("active", made.active())
            .param("example", made.example())
            .param("version", made.version())
            .update()
        == 1;
  }

  private boolean answer(Course made) {
    sql.sql("delete from learning.course_need where course = :code")
        .param("code", made.code())
        .update();
    sql.sql("insert into learning.course_need (course, need) select :code, unnest(:needs)")
        .param("code", made.code())
        .param("needs", made.needs().toArray(String[]::new))
        .update();
    return true;
  }

  private static Need need(ResultSet row, int number) throws SQLException {
    return new Need(
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        row.getInt("place"),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Course course(ResultSet row, int number) throws SQLException {
    return new Course(
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        Told.ofJson(row.getString("description")),
        Optional.ofNullable(row.getString("bring")).map(Told::ofJson),
        Optional.ofNullable(row.getString("price")).map(Told::ofJson),
        Level.valueOf(row.getString("level")),
        row.getInt("minutes"),
        texts(row, "audiences").map(Audience::valueOf).collect(Collectors.toSet()),
        texts(row, "competences")
            .flatMap(code -> Competence.find(code).stream())
            .collect(Collectors.toSet()),
        texts(row, "needs").toList(),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray());
  }
}
