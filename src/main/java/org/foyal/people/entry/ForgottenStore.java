package org.foyal.people.entry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about wishes for a new password, in `people.forgotten`.
@Repository
class ForgottenStore {
  private final JdbcClient sql;

  ForgottenStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A wish, as it was typed.
  record Wish(String email, String from, Language language, Instant at) {}

  void add(Wish wish) {
    sql.sql(
            """
            insert into people.forgotten (email, sender, language, asked_at)
            values (:email, :sender, :language, :at)
            """)
        .param("email", wish.email())
        .param("sender", wish.from())
        .param("language", wish.language().code())
        .param("at", Timestamp.from(wish.at()))
        .update();
  }

  /// Takes the oldest wish that no other process is answering.
  Optional<Wish> take() {
    return sql.sql(
            """
            delete from people.forgotten where id =
              (select id from people.forgotten order by id limit 1 for update skip locked)
            returning email, sender, language, asked_at
            """)
        .query((row, _) ->
            new Wish(
                row.getString("email"),
                row.getString("sender"),
                Language.find(row.getString("language")).orElse(Language.FR),
                row.getTimestamp("asked_at").toInstant()))
        .optional();
  }
}
