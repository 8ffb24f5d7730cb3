package org.foyal.learning.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.learning.courses.Competence;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What courses ask about, in `learning.can_do_course`, and in which words, in `learning.can_do`.
@Repository
class CanDoStore {
  private final JdbcClient sql;

  CanDoStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What somebody has chosen for a course.
  record Chosen(List<Competence> competences, int version) {}

  Optional<Chosen> chosen(String course) {
    return sql.sql("select competences, version from learning.can_do_course where course = :course")
        .param("course", course)
        .query((row, _) ->
            new Chosen(
                Stream.of((String[]) row.getArray("competences").getArray())
                    .flatMap(code -> Competence.find(code).stream())
                    .toList(),
                row.getInt("version")))
        .optional();
  }

  /// Keeps what a course asks about. False: somebody else chose since that version, which is nought
  /// where nobody had.
  boolean choose(String course, List<Competence> some, int version) {
    return sql.sql(
                version == 0
                    ? """
                    insert into learning.can_do_course (course, competences)
                    values (:course, :competences) on conflict do nothing
                    """
                    : """
                    update learning.can_do_course set competences = :competences, version = version + 1
                    where course = :course and version = :version
                    """)
            .param("course", course)
            .param("competences", some.stream().map(Competence::code).toArray(String[]::new))
            .param("version", version)
            .update()
        == 1;
  }

  /// The latest wording of each sentence that somebody wrote for a course.
  Map<Competence, CanDo> written(String course) {
    var found = new HashMap<Competence, CanDo>();
    sql.sql(
            """
            select distinct on (competence) competence, revision, sentence from learning.can_do
            where course = :course order by competence, revision desc
            """)
        .param("course", course)
        .query((row, _) ->
            new CanDo(
                Competence.find(row.getString("competence")).orElseThrow(),
                row.getInt("revision"),
                Told.ofJson(row.getString("sentence"))))
        .list()
        .forEach(one -> found.put(one.competence(), one));
    return Map.copyOf(found);
  }

  /// One wording, if there is or was one.
  Optional<Told> wording(String course, Competence competence, int revision) {
    return sql.sql(
            """
            select sentence from learning.can_do
            where course = :course and competence = :competence and revision = :revision
            """)
        .param("course", course)
        .param("competence", competence.code())
        .param("revision", revision)
        .query(String.class)
        .optional()
        .map(Told::ofJson);
  }

  /// Adds a wording; those before stay for the answers that were given to them.
  void write(String course, Competence competence, Told sentence) {
    sql.sql(
            """
            insert into learning.can_do (course, competence, revision, sentence)
            select :course, :competence, coalesce(max(revision), 0) + 1, :sentence::jsonb
            from learning.can_do where course = :course and competence = :competence
            """)
        .param("course", course)
        .param("competence", competence.code())
        .param("sentence", sentence.json())
        .update();
  }
}
