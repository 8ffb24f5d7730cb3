package org.foyal.fablab.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.projects.Project.State;
import org.foyal.shell.language.Language;
import org.foyal.shell.uploads.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Projects and their files, in `fablab.project` and `project_file`.
@Repository
class ProjectStore {
  private final JdbcClient sql;

  ProjectStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// False where the form was kept before.
  boolean add(UUID id, UUID member, Project.Told told, boolean example, Instant now) {
    return with(
                told,
                sql.sql(
                    """
                    insert into fablab.project (id, member, title, purpose, author, licence,
                      language, steps, materials, began_at, changed_at, example)
                    values (:id, :member, :title, :purpose, :author, :licence, :language, :steps,
                      :materials, :now, :now, :example)
                    on conflict (id) do nothing
                    """))
            .param("id", id)
            .param("member", member)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("example", example)
            .update()
        == 1;
  }

  void update(UUID id, Project.Told told, Instant now) {
    with(
            told,
            sql.sql(
                """
                update fablab.project set title = :title, purpose = :purpose, author = :author,
                  licence = :licence, language = :language, steps = :steps,
                  materials = :materials, changed_at = :now
                where id = :id
                """))
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static StatementSpec with(Project.Told told, StatementSpec statement) {
    return statement
        .param("title", told.title())
        .param("purpose", told.purpose())
        .param("author", told.author())
        .param("licence", told.licence().spdx())
        .param("language", told.language().code())
        .param("steps", told.steps().toArray(String[]::new))
        .param("materials", told.materials().toArray(String[]::new));
  }

  void state(UUID id, State state, @Nullable String words, Instant now) {
    sql.sql(
            """
            update fablab.project set state = :state, words = :words, changed_at = :now
            where id = :id
            """)
        .param("state", state.name())
        .param("words", words, java.sql.Types.VARCHAR)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void publish(UUID id, @Nullable UUID by, Instant now) {
    sql.sql(
            """
            update fablab.project set state = 'PUBLISHED', words = null, changed_at = :now,
              published_at = coalesce(published_at, :now), published_by = :by
            where id = :id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by, java.sql.Types.OTHER)
        .param("id", id)
        .update();
  }

  /// Holds a project until the transaction ends.
  Optional<Project> lock(UUID id) {
    return list("id = :it for update", id).stream().findFirst();
  }

  Optional<Project> find(UUID id) {
    return list("id = :it", id).stream().findFirst();
  }

  List<Project> of(UUID member) {
    return list("member = :it order by began_at desc", member);
  }

  List<Project> in(State state, int most) {
    return list(
        "state = :it order by coalesce(published_at, changed_at) desc, id limit " + most,
        state.name());
  }

  private List<Project> list(String where, Object it) {
    var rows =
        sql.sql("select * from fablab.project where " + where)
            .param("it", it)
            .query(ProjectStore::project)
            .list();
    var files = files(rows.stream().map(Project::id).toList());
    return rows.stream()
        .map(one ->
            new Project(
                one.id(),
                one.member(),
                one.told(),
                one.state(),
                one.words(),
                one.changedAt(),
                one.publishedAt(),
                files.getOrDefault(one.id(), List.of()),
                one.example()))
        .toList();
  }

  private Map<UUID, List<Project.File>> files(List<UUID> projects) {
    var all = new HashMap<UUID, List<Project.File>>();
    sql.sql(
            """
            select project, id, name, type, length(bytes) as size from fablab.project_file
            where project = any (:projects) order by id
            """)
        .param("projects", projects.toArray(UUID[]::new))
        .query(row -> {
          all.computeIfAbsent(row.getObject("project", UUID.class), _ -> new ArrayList<>())
              .add(
                  new Project.File(
                      row.getLong("id"),
                      row.getString("name"),
                      row.getString("type"),
                      row.getInt("size")));
        });
    return all;
  }

  /// A file of the same name is replaced.
  void keep(UUID project, Kept file) {
    sql.sql(
            """
            insert into fablab.project_file (project, name, type, hash, bytes)
            values (:project, :name, :type, :hash, :bytes)
            on conflict (project, name) do update
              set type = excluded.type, hash = excluded.hash, bytes = excluded.bytes
            """)
        .param("project", project)
        .param("name", file.name())
        .param("type", file.type())
        .param("hash", file.content().hash())
        .param("bytes", file.content().bytes())
        .update();
  }

  void remove(UUID project, long file) {
    sql.sql("delete from fablab.project_file where project = :project and id = :id")
        .param("project", project)
        .param("id", file)
        .update();
  }

  Optional<Kept> file(UUID project, long file) {
    return sql.sql(
            """
            select name, type, bytes from fablab.project_file
            where project = :project and id = :file
            """)
        .param("project", project)
        .param("file", file)
        .query((row, _) ->
            new Kept(
                row.getString("name"), row.getString("type"), new Content(row.getBytes("bytes"))))
        .optional();
  }

  private static Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        row.getObject("id", UUID.class),
        row.getObject("member", UUID.class),
        new Project.Told(
            row.getString("title"),
            row.getString("purpose"),
            row.getString("author"),
            Licence.find(row.getString("licence")).orElse(Licence.CC_BY_SA_4_0),
            Language.find(row.getString("language")).orElse(Language.FR),
            List.of((String[]) row.getArray("steps").getArray()),
            List.of((String[]) row.getArray("materials").getArray())),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("words")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        List.of(),
        row.getBoolean("example"));
  }
}
