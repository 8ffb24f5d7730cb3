package org.foyal.post;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who said STOP, in `post.stopped`.
@Repository
class StopStore {
  private final JdbcClient sql;

  StopStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean has(Addressee addressee) {
    return sql.sql("select exists (select from post.stopped where addressee = :addressee)")
        .param("addressee", addressee.hash())
        .query(Boolean.class)
        .single();
  }

  void add(Addressee addressee, Instant at) {
    sql.sql(
            """
            insert into post.stopped (addressee, stopped_at) values (:addressee, :at)
            on conflict do nothing
            """)
        .param("addressee", addressee.hash())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(Addressee addressee) {
    sql.sql("delete from post.stopped where addressee = :addressee")
        .param("addressee", addressee.hash())
        .update();
  }
}
