package org.foyal.fibre.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.Report.Asked;
import org.foyal.fibre.files.reading.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What operators are asked, in `fibre.doubt`; found in the rows of one file on their way.
@Repository
class DoubtStore {
  private final JdbcClient sql;

  DoubtStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Gathers what one file raises: rows that are held back, totals, gels and cabinets that do not
  /// add up.
  void gather(boolean cabinets, boolean totals) {
    sql.sql(
            """
            create temporary table asked on commit drop as
            select 'STATE' as kind, i.source, i.ref, i.operator, i.at_line, i.reason,
              array[t.state, i.state]::text[] as arguments,
              to_jsonb(i) - 'at_line' - 'change' - 'reason' - 'fact_from' as proposed
            from compared_building i join fibre.building t on %s and %s
            where i.change = 'QUESTIONED'
            """
                .formatted(Target.BUILDING.sameKey(), Target.BUILDING.stands()))
        .update();
    if (cabinets) {
      gatherGels();
      gatherDisagreements();
    }
    if (totals) {
      gatherTotals();
    }
  }

  /// The premises of a cabinet's buildings must sum up to what the cabinet says.
  private void gatherTotals() {
    sql.sql(
            """
            insert into asked
            select 'TOTAL', c.source, c.ref, c.operator, c.at_line, 'fibre.files.asked.TOTAL',
              array[c.premises::text, sum(i.premises_least)::text], null
            from incoming_cabinet c join incoming i on i.cabinet = c.ref
            where c.premises is not null
            group by c.source, c.ref, c.operator, c.at_line, c.premises
            having sum(i.premises_least) <> c.premises
            """)
        .update();
  }

  /// Residents may order three months after operators were given access, not before.
  private void gatherGels() {
    sql.sql(
            """
            insert into asked
            select 'GEL', c.source, c.ref, c.operator, c.at_line, 'fibre.files.asked.GEL',
              array[c.available_on::text, c.in_service_on::text], null
            from incoming_cabinet c
            where c.in_service_on < (c.available_on + interval '3 months')::date
            """)
        .update();
  }

  /// Each row repeats its cabinet: all must say the same of it. Rows are held against the first
  /// one's words, and only where one differs are the versions counted.
  private void gatherDisagreements() {
    var columns = Columns.cabinetOnItsWay().filter(column -> !column.equals("area_code")).toList();
    var told = "i.pm_" + String.join(", i.pm_", columns);
    sql.sql(
            """
            insert into asked
            select 'CABINET', i.source, i.cabinet, min(i.operator), min(i.at_line),
              'fibre.files.asked.CABINET', array[count(distinct md5(row(%1$s)::text))::text], null
            from incoming i where (i.source, i.cabinet) in (
              select i.source, i.cabinet from incoming i
              join incoming_cabinet c on c.source = i.source and c.ref = i.cabinet
              where (%1$s) is distinct from (%2$s))
            group by i.source, i.cabinet
            """
                .formatted(told, "c." + String.join(", c.", columns)))
        .update();
  }

  List<Asked> listGathered(int atMost) {
    return sql.sql(
            "select kind, ref, at_line, reason, arguments from asked order by at_line, kind limit :most")
        .param("most", atMost)
        .query((row, _) ->
            new Asked(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                List.of((String[]) row.getArray(5).getArray())))
        .list();
  }

  /// What is neither asked already nor answered for good. An answer holds while its delivery
  /// stands; but a state that an answer made stand, and that goes back once more, is a new
  /// question.
  private static final String NEW =
      """
      not exists (select 1 from fibre.doubt q join fibre.delivery d on d.id = q.delivery
        where q.kind = a.kind and q.source = a.source and q.ref = a.ref
          and q.arguments = a.arguments and (q.answer is null or (d.undone_at is null
            and (q.answer = 'WRONG' or (q.answer = 'RIGHT' and q.kind <> 'STATE')))))
      """;

  /// Open questions whose thing the file speaks of, and finds nothing to ask about.
  private static String mended(boolean cabinets) {
    return """
    q.answer is null and not exists (select 1 from asked a
        where a.kind = q.kind and a.source = q.source and a.ref = q.ref
          and a.arguments = q.arguments)
      and ((q.kind = 'STATE' and exists (select 1 from compared_building i
          where i.source = q.source and i.ref = q.ref))
        or (%s and q.kind <> 'STATE' and exists (select 1 from incoming_cabinet i
          where i.source = q.source and i.ref = q.ref)))
    """
        .formatted(cabinets ? "true" : "false")
        .replace("incoming_cabinet", cabinets ? "incoming_cabinet" : "fibre.cabinet");
  }

  /// Whether a file asks something new, or answers what was asked.
  boolean movesSomething(boolean cabinets) {
    return sql.sql(
            "select exists (select 1 from asked a where "
                + NEW
                + ") or exists (select 1 from fibre.doubt q where "
                + mended(cabinets)
                + ")")
        .query(Boolean.class)
        .single();
  }

  /// Asks what is new, and closes what the file has mended.
  void ask(long delivery, boolean example, Instant now, boolean cabinets) {
    sql.sql(
            """
            update fibre.doubt q set answer = 'MENDED', answered_at = :now, mended_by = d.id,
              answered_by = d.file_name
            from fibre.delivery d where d.id = :delivery and
            """
                + mended(cabinets))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("delivery", delivery)
        .update();
    sql.sql(
            """
            insert into fibre.doubt (delivery, operator, kind, source, ref, line, reason, arguments,
              proposed, example, asked_at)
            select :delivery, a.operator, a.kind, a.source, a.ref, a.at_line, a.reason, a.arguments,
              a.proposed, :example or coalesce((a.proposed ->> 'example')::boolean, false), :now
            from asked a where
            """
                + NEW)
        .param("delivery", delivery)
        .param("example", example)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Questions that wait for an answer, or all the latest.
  ///
  /// @param operator whose; empty: everybody's
  List<Doubt> list(Optional<String> operator, boolean open, int atMost) {
    return sql.sql(
            """
            select q.*, d.file_name from fibre.doubt q join fibre.delivery d on d.id = q.delivery
            where (:all or q.operator = :operator) and (q.answer is null) = :open
            order by coalesce(q.answered_at, q.asked_at) desc, q.id limit :most
            """)
        .param("all", operator.isEmpty())
        .param("operator", operator.orElse(""))
        .param("open", open)
        .param("most", atMost)
        .query(DoubtStore::doubt)
        .list();
  }

  /// One question, held until the transaction ends.
  Optional<Doubt> take(long id) {
    return sql.sql(
            """
            select q.*, d.file_name from fibre.doubt q join fibre.delivery d on d.id = q.delivery
            where q.id = :id for update of q
            """)
        .param("id", id)
        .query(DoubtStore::doubt)
        .optional();
  }

  private static Doubt doubt(ResultSet row, int n) throws SQLException {
    var answer = row.getString("answer");
    return new Doubt(
        row.getLong("id"),
        row.getLong("delivery"),
        row.getString("file_name"),
        Optional.ofNullable(row.getString("operator")),
        row.getString("kind"),
        row.getString("ref"),
        row.getLong("line"),
        row.getString("reason"),
        List.of((String[]) row.getArray("arguments").getArray()),
        row.getBoolean("example"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        answer == null
            ? Optional.empty()
            : Optional.of(
                new Doubt.Answer(
                    Doubt.Verdict.valueOf(answer),
                    row.getString("words") == null ? "" : row.getString("words"),
                    row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                    row.getString("answered_by"))));
  }

  void answer(long id, Doubt.Answer answer) {
    sql.sql(
            """
            update fibre.doubt set answer = :answer, words = :words, answered_at = :at,
              answered_by = :by
            where id = :id
            """)
        .param("answer", answer.verdict().name())
        .param("words", answer.words())
        .param("at", answer.at().atOffset(ZoneOffset.UTC))
        .param("by", answer.by())
        .param("id", id)
        .update();
  }

  /// Makes the version that waited, as of its file's day, learned now.
  ///
  /// @return whether what it was to follow still stands
  boolean apply(long id, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    int ended =
        sql.sql(
                """
                update fibre.building t set ended_by = q.delivery,
                  true_until = case when t.true_from < d.as_of then d.as_of end,
                  until_learned_at = case when t.true_from < d.as_of then :now end,
                  superseded_at = case when t.true_from >= d.as_of then :now end
                from fibre.doubt q join fibre.delivery d on d.id = q.delivery
                where q.id = :id and d.undone_at is null and t.source = q.source and t.ref = q.ref
                  and t.true_until is null and t.superseded_at is null and t.true_from <= d.as_of
                  and t.state = q.arguments[1]
                """)
            .param("now", at)
            .param("id", id)
            .update();
    if (ended == 0) {
      return false;
    }
    sql.sql(
            """
            insert into fibre.building (%s, true_from, learned_at, delivery)
            select %s, d.as_of, :now, q.delivery
            from fibre.doubt q join fibre.delivery d on d.id = q.delivery,
              jsonb_populate_record(null::fibre.building, q.proposed) r
            where q.id = :id
            """
                .formatted(Target.BUILDING.all(""), Target.BUILDING.all("r.")))
        .param("now", at)
        .param("id", id)
        .update();
    return true;
  }

  /// Questions of a delivery that is undone need no answer; those that it had settled need one
  /// again.
  void withdraw(long delivery, String by, Instant now) {
    sql.sql(
            """
            update fibre.doubt set answer = 'MENDED', answered_at = :now, answered_by = :by
            where delivery = :delivery and answer is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("delivery", delivery)
        .update();
    sql.sql(
            """
            update fibre.doubt q set answer = null, answered_at = null, answered_by = null, mended_by = null
            from fibre.delivery d
            where q.mended_by = :delivery and d.id = q.delivery and d.undone_at is null
              and not exists (select 1 from fibre.doubt o where o.kind = q.kind
                and o.source = q.source and o.ref = q.ref and o.answer is null)
            """)
        .param("delivery", delivery)
        .update();
  }
}
