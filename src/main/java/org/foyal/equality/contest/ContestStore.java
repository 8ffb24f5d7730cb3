package org.foyal.equality.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is contested, in `equality.contest`.
@Repository
class ContestStore {
  private final JdbcClient sql;

  ContestStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The number of a new one; nothing where the same form came before.
  Optional<Long> add(Contests.Said said, Instant at) {
    return sql.sql(
            """
            insert into equality.contest (form, area, indicator, words, email, language, filed_at)
            values (:form, :area, :indicator, :words, :email, :language, :at)
            on conflict (form) do nothing returning id
            """)
        .param("form", said.form())
        .param("area", said.area())
        .param("indicator", said.indicator())
        .param("words", said.words())
        .param("email", said.email().orElse(null))
        .param("language", said.language().code())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  Optional<Contest> findWaiting(long id) {
    return sql.sql("select * from equality.contest where id = :id and case_reference is null")
        .param("id", id)
        .query(ContestStore::contest)
        .optional();
  }

  List<Long> listWaiting() {
    return sql.sql("select id from equality.contest where case_reference is null order by id")
        .query(Long.class)
        .list();
  }

  /// Its case has all of it now: what was said is forgotten here.
  void tie(long id, String reference) {
    sql.sql(
            """
            update equality.contest set case_reference = :reference, words = null, email = null
            where id = :id and case_reference is null
            """)
        .param("reference", reference)
        .param("id", id)
        .update();
  }

  private static Contest contest(ResultSet row, int number) throws SQLException {
    return new Contest(
        row.getLong("id"),
        row.getObject("form", UUID.class),
        row.getString("area"),
        row.getString("indicator"),
        row.getString("words"),
        Optional.ofNullable(row.getString("email")),
        Language.find(row.getString("language")).orElse(Language.FR));
  }
}
