package org.foyal.learning.progress;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.progress.ProgressFigures.Part;
import org.foyal.learning.progress.ProgressFigures.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was published of what people say, in `learning.progress_publication` and
/// `learning.progress_cell`; what is hidden is not kept.
@Repository
class ProgressPublicationStore {
  private final JdbcClient sql;

  ProgressPublicationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds what is published of a course and a quarter, unless it was before.
  void add(String course, ProgressFigures made) {
    int added =
        sql.sql(
                """
                insert into learning.progress_publication (course, quarter, published_on, people)
                values (:course, :quarter, :on, :people) on conflict do nothing
                """)
            .param("course", course)
            .param("quarter", made.quarter().from())
            .param("on", made.on())
            .param("people", number(made.people()), Types.BIGINT)
            .update();
    if (added == 1) {
      made.rows().forEach(row -> add(course, made.quarter(), row));
    }
  }

  private void add(String course, Period quarter, Row row) {
    row.cells()
        .forEach((part, people) ->
            sql.sql(
                    """
                    insert into learning.progress_cell (course, quarter, competence, revision, part, people)
                    values (:course, :quarter, :competence, :revision, :part, :people)
                    """)
                .param("course", course)
                .param("quarter", quarter.from())
                .param("competence", row.asked().competence().code())
                .param("revision", row.asked().revision())
                .param("part", part.name())
                .param("people", number(people), Types.BIGINT)
                .update());
  }

  private static @Nullable Long number(OptionalLong people) {
    return people.isPresent() ? people.getAsLong() : null;
  }

  private static OptionalLong number(@Nullable Long people) {
    return people == null ? OptionalLong.empty() : OptionalLong.of(people);
  }

  /// Knows the words of a sentence.
  interface Wording {
    CanDo of(Competence competence, int revision);
  }

  private record Head(LocalDate on, OptionalLong people) {}

  /// What was published of a course and a quarter.
  ///
  /// @param wording the sentence of a competence in the revision that was published
  Optional<ProgressFigures> find(String course, Period quarter, Wording wording) {
    return sql.sql(
            """
            select published_on, people from learning.progress_publication
            where course = :course and quarter = :quarter
            """)
        .param("course", course)
        .param("quarter", quarter.from())
        .query((row, _) ->
            new Head(
                row.getObject("published_on", LocalDate.class),
                number(row.getObject("people", Long.class))))
        .optional()
        .map(head ->
            new ProgressFigures(
                quarter,
                head.on(),
                head.people(),
                cells(course, quarter).entrySet().stream()
                    .map(one ->
                        new Row(
                            wording.of(one.getKey().competence(), one.getKey().revision()),
                            one.getValue()))
                    .toList()));
  }

  private record Sentence(Competence competence, int revision) {}

  private Map<Sentence, Map<Part, OptionalLong>> cells(String course, Period quarter) {
    var found = new LinkedHashMap<Sentence, Map<Part, OptionalLong>>();
    sql.sql(
            """
            select competence, revision, part, people from learning.progress_cell
            where course = :course and quarter = :quarter order by competence
            """)
        .param("course", course)
        .param("quarter", quarter.from())
        .query(row -> {
          found
              .computeIfAbsent(
                  new Sentence(
                      Competence.find(row.getString("competence")).orElseThrow(),
                      row.getInt("revision")),
                  _ -> new EnumMap<>(Part.class))
              .put(
                  Part.valueOf(row.getString("part")), number(row.getObject("people", Long.class)));
        });
    return found;
  }
}
