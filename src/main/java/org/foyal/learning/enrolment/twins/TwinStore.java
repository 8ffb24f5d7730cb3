package org.foyal.learning.enrolment.twins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.enrolment.twins.Twin.Known;
import org.foyal.learning.enrolment.twins.Twin.Shared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks for people who are down twice, in `learning.learner`, and joins them.
@Repository
class TwinStore {
  private static final int MOST = 100;

  private final JdbcClient sql;

  TwinStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Those at a session, each beside somebody else who has the same name, address or number.
  List<Twin> of(UUID session) {
    return sql.sql(
            """
            with here as (
              select distinct l.* from learning.learner l
              join learning.participation p on p.learner = l.id
              where p.session = :session and l.erased_on is null and l.joined_into is null
            ), pair as (
              select h.id as here, o.id as other, h.folded = o.folded as name,
                coalesce(lower(h.email) = lower(o.email), false) as email,
                coalesce(right(h.phone, 9) = right(o.phone, 9), false) as phone
              from here h join learning.learner o
                on o.id <> h.id and o.erased_on is null and o.joined_into is null
                and o.example = h.example
                and (o.folded = h.folded or lower(o.email) = lower(h.email)
                  or right(o.phone, 9) = right(h.phone, 9))
            )
            select pair.*, h.name as here_name, h.email as here_email, h.phone as here_phone,
              o.name as other_name, o.email as other_email, o.phone as other_phone,
              (select count(*) from learning.participation p where p.learner = h.id) as here_sessions,
              (select count(*) from learning.participation p where p.learner = o.id) as other_sessions
            from pair join learning.learner h on h.id = pair.here
            join learning.learner o on o.id = pair.other
            order by h.folded, h.id, o.id limit :most
            """)
        .param("session", session)
        .param("most", MOST)
        .query(TwinStore::row)
        .list();
  }

  /// Holds both, so that nobody is put down under either meanwhile; false where one is gone.
  boolean hold(UUID one, UUID other) {
    return sql.sql(
                """
                select id from learning.learner
                where id in (:one, :other) and erased_on is null and joined_into is null
                order by id for update
                """)
            .param("one", one)
            .param("other", other)
            .query(UUID.class)
            .list()
            .size()
        == 2;
  }

  /// Makes one of two.
  void join(UUID kept, UUID other) {
    sql.sql("select learning.join_learners(:kept, :other)")
        .param("kept", kept)
        .param("other", other)
        .query()
        .listOfRows();
  }

  private static Twin row(ResultSet row, int number) throws SQLException {
    return new Twin(known(row, "here"), known(row, "other"), shared(row));
  }

  private static Known known(ResultSet row, String who) throws SQLException {
    return new Known(
        row.getObject(who, UUID.class),
        row.getString(who + "_name"),
        Optional.ofNullable(row.getString(who + "_email")),
        Optional.ofNullable(row.getString(who + "_phone")),
        row.getInt(who + "_sessions"));
  }

  private static Set<Shared> shared(ResultSet row) throws SQLException {
    var shared = EnumSet.noneOf(Shared.class);
    for (var one : Shared.values()) {
      if (row.getBoolean(one.name().toLowerCase(java.util.Locale.ROOT))) {
        shared.add(one);
      }
    }
    return shared;
  }
}
