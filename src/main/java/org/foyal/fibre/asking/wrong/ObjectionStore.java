package org.foyal.fibre.asking.wrong;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What residents say is wrong, in `fibre.objection`.
@Repository
class ObjectionStore {
  private final JdbcClient sql;

  ObjectionStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Objection made) {
    sql.sql(
            """
            insert into fibre.objection (case_id, reference, kind, ref, label, operator, example, filed_at)
            values (:caseId, :reference, :kind, :ref, :label, :operator, :example, :at)
            on conflict do nothing
            """)
        .param("caseId", made.caseId())
        .param("reference", made.reference().toString())
        .param("kind", made.kind().name())
        .param("ref", made.ref().orElse(null))
        .param("label", made.label())
        .param("operator", made.operator().orElse(null))
        .param("example", made.example())
        .param("at", made.filedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Those that wait for an answer, the longest waiting first, or the last answered.
  ///
  /// @param operator whose; empty: everybody's
  List<Objection> list(Optional<String> operator, boolean open, int atMost) {
    return sql.sql(
            """
            select * from fibre.objection
            where (:all or operator = :operator)
              and (coalesce(answer, 'AGREED') = 'AGREED') = :open
            order by case when :open then filed_at end, answered_at desc, case_id limit :most
            """)
        .param("all", operator.isEmpty())
        .param("operator", operator.orElse(""))
        .param("open", open)
        .param("most", atMost)
        .query(ObjectionStore::objection)
        .list();
  }

  Optional<Objection> find(Reference reference) {
    return sql.sql("select * from fibre.objection where reference = :reference")
        .param("reference", reference.toString())
        .query(ObjectionStore::objection)
        .optional();
  }

  /// One, held until the transaction ends.
  Optional<Objection> take(Reference reference) {
    return sql.sql("select * from fibre.objection where reference = :reference for update")
        .param("reference", reference.toString())
        .query(ObjectionStore::objection)
        .optional();
  }

  void answer(Objection asked, Objection.Answered answer, Optional<UUID> by) {
    sql.sql(
            """
            update fibre.objection set answer = :answer, answered_at = :at, answered_by = :by
            where case_id = :id
            """)
        .param("answer", answer.verdict().name())
        .param("at", answer.at().atOffset(ZoneOffset.UTC))
        .param("by", by.orElse(null))
        .param("id", asked.caseId())
        .update();
  }

  private static Objection objection(ResultSet row, int number) throws SQLException {
    var answer = row.getString("answer");
    return new Objection(
        row.getLong("case_id"),
        Reference.read(row.getString("reference")).orElseThrow(),
        Objection.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("ref")),
        row.getString("label"),
        Optional.ofNullable(row.getString("operator")),
        row.getBoolean("example"),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        answer == null
            ? Optional.empty()
            : Optional.of(
                new Objection.Answered(
                    Objection.Verdict.valueOf(answer),
                    row.getObject("answered_at", OffsetDateTime.class).toInstant())));
  }
}
