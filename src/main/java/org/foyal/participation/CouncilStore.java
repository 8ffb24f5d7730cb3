package org.foyal.participation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Bodies, themes and mandates, in `participation.body`, `theme` and `mandate`.
@Repository
class CouncilStore {
  private static final String MANDATES =
      """
      select m.*, b.kind as body_kind, b.title as body_title, b.place as body_place,
        b.active as body_active, b.example as body_example, b.version as body_version
      from participation.mandate m join participation.body b on b.code = m.body
      """;

  private final JdbcClient sql;

  CouncilStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Body> bodies() {
    return sql.sql("select * from participation.body order by place, code")
        .query((row, _) -> body(row, "code", ""))
        .list();
  }

  boolean add(Body made) {
    return write(
        """
        insert into participation.body (code, kind, title, place, active, example)
        values (:code, :kind, :title::jsonb, :place, :active, :example)
        on conflict (code) do nothing
        """,
        made);
  }

  boolean update(Body made) {
    return write(
        """
        update participation.body set kind = :kind, title = :title::jsonb, place = :place,
          active = :active, version = version + 1
        where code = :code and version = :version
        """,
        made);
  }

  private boolean write(String statement, Body made) {
    return sql.sql(statement)
            .param("code", made.code())
            .param("kind", made.kind().name())
            .param("title", made.title().json())
            .param("place", made.place())
            .param("active", made.active())
            .param("example", made.example())
            .param("version", made.version())
            .update()
        == 1;
  }

  List<Theme> themes() {
    return sql.sql("select * from participation.theme order by place, code")
        .query((row, _) ->
            new Theme(
                row.getString("code"),
                Told.ofJson(row.getString("title")),
                row.getInt("place"),
                row.getBoolean("active"),
                row.getBoolean("example"),
                row.getInt("version")))
        .list();
  }

  boolean add(Theme made) {
    return write(
        """
        insert into participation.theme (code, title, place, active, example)
        values (:code, :title::jsonb, :place, :active, :example)
        on conflict (code) do nothing
        """,
        made);
  }

  boolean update(Theme made) {
    return write(
        """
        update participation.theme set title = :title::jsonb, place = :place, active = :active,
          version = version + 1
        where code = :code and version = :version
        """,
        made);
  }

  private boolean write(String statement, Theme made) {
    return sql.sql(statement)
            .param("code", made.code())
            .param("title", made.title().json())
            .param("place", made.place())
            .param("active", made.active())
            .param("example", made.example())
            .param("version", made.version())
            .update()
        == 1;
  }

  List<Mandate> mandates() {
    return sql.sql(MANDATES + " order by b.place, b.code, m.place, m.code")
        .query(CouncilStore::mandate)
        .list();
  }

  Optional<Mandate> findMandate(String code) {
    return sql.sql(MANDATES + " where m.code = :code")
        .param("code", code)
        .query(CouncilStore::mandate)
        .optional();
  }

  boolean add(Mandate made) {
    return write(
        """
        insert into participation.mandate (code, body, name, role, themes, areas, since, until,
          accounts, working_days, accepted, place, example)
        values (:code, :body, :name, :role::jsonb, :themes, :areas, :since, :until,
          :accounts::uuid[], :days, :accepted, :place, :example)
        on conflict (code) do nothing
        """,
        made);
  }

  boolean update(Mandate made) {
    return write(
        """
        update participation.mandate set body = :body, name = :name, role = :role::jsonb,
          themes = :themes, areas = :areas, since = :since, until = :until,
          accounts = :accounts::uuid[], working_days = :days, accepted = :accepted, place = :place,
          version = version + 1
        where code = :code and version = :version
        """,
        made);
  }

  private boolean write(String statement, Mandate made) {
    return sql.sql(statement)
            .param("code", made.code())
            .param("body", made.body().code())
            .param("name", made.name())
            .param("role", made.role().json())
            .param("themes", made.themes().toArray(String[]::new))
            .param("areas", made.areas().toArray(String[]::new))
            .param("since", made.since())
            .param("until", made.until().orElse(null), Types.DATE)
            .param("accounts", made.accounts().stream().map(UUID::toString).toArray(String[]::new))
            .param("days", made.delay().working_days())
            .param("accepted", made.delay().accepted())
            .param("place", made.place())
            .param("example", made.example())
            .param("version", made.version())
            .update()
        == 1;
  }

  private static Mandate mandate(ResultSet row, int number) throws SQLException {
    return new Mandate(
        row.getString("code"),
        body(row, "body", "body_"),
        row.getString("name"),
        Told.ofJson(row.getString("role")),
        texts(row.getArray("themes")),
        texts(row.getArray("areas")),
        row.getObject("since", LocalDate.class),
        Optional.ofNullable(row.getObject("until", LocalDate.class)),
        Stream.of((UUID[]) row.getArray("accounts").getArray()).toList(),
        new Delay(row.getInt("working_days"), row.getBoolean("accepted"), Silence.NOTHING),
        row.getInt("place"),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Stream.of((String[]) array.getArray()).toList();
  }

  private static Body body(ResultSet row, String code, String before) throws SQLException {
    return new Body(
        row.getString(code),
        Body.Kind.valueOf(row.getString(before + "kind")),
        Told.ofJson(row.getString(before + "title")),
        row.getInt(before + "place"),
        row.getBoolean(before + "active"),
        row.getBoolean(before + "example"),
        row.getInt(before + "version"));
  }
}
