package org.foyal.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases that go together, in `cases.case_file`.
@Repository
class MergeStore {
  private final JdbcClient sql;

  MergeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Closes a case that is about the same as another one, and joins it to that one.
  boolean merge(Case from, long lead, Instant at, LocalDate on) {
    return sql.sql(
                """
                update cases.case_file set state = 'CLOSED', outcome = 'DUPLICATE', closed_at = :at,
                  closed_on = :on, merged_into = :lead, version = version + 1
                where id = :id and version = :version
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("on", on)
            .param("lead", lead)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// The cases that go with this one: joined to it, to one that joined it, or to one that it goes
  /// on with; but not those that went on by themselves.
  List<Case> together(long id) {
    return sql.sql(
            """
            with recursive back (id, joined) as (
              select cast(:id as bigint), false
              union all
              select step.id, step.joined from back cross join lateral (
                select here.follows as id, false as joined from cases.case_file here
                where here.id = back.id and here.follows is not null
                union all
                select other.id, true from cases.case_file other
                where other.merged_into = back.id
                  and not exists (select 1 from cases.case_file n where n.follows = other.id)) step)
            """
                + CaseStore.SELECT
                + " where c.id in (select id from back where joined) order by c.id")
        .param("id", id)
        .query(CaseStore::row)
        .list();
  }
}
