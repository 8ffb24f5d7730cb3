package org.foyal.participation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.post.Addressee;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions whose e-mail address nobody has confirmed, in `participation.asking`, and to whom
/// letters went to confirm them, in `confirm_letter`.
@Repository
class AskingStore {
  private final JdbcClient sql;

  AskingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Lets nobody else write to somebody until the transaction ends.
  void lock(Addressee to) {
    sql.sql("select pg_advisory_xact_lock(9, hashtext(:to))")
        .param("to", to.hash())
        .query((row, _) -> row.getObject(1) == null)
        .single();
  }

  /// A question with the hash of the link that confirms it.
  record Kept(Draft draft, String confirmHash) {}

  /// What a form sent before, held until the transaction ends.
  Optional<Kept> lock(UUID form) {
    return sql.sql("select * from participation.asking where form = :form for update")
        .param("form", form)
        .query((row, number) -> new Kept(row(row, number), row.getString("confirm_hash")))
        .optional();
  }

  /// Keeps what a form sent, in the place of what it sent before, whose link leads nowhere then.
  void put(Draft draft, String address, String confirmHash, Instant at) {
    sql.sql(
            """
            insert into participation.asking (form, confirm_hash, mandate, theme, area, title,
              words, name, address, language, at)
            values (:form, :hash, :mandate, :theme, :area, :title, :words, :name, :address,
              :language, :at)
            on conflict (form) do update set confirm_hash = excluded.confirm_hash,
              mandate = excluded.mandate, theme = excluded.theme, area = excluded.area,
              title = excluded.title, words = excluded.words, name = excluded.name,
              address = excluded.address, language = excluded.language, at = excluded.at
            """)
        .param("form", draft.form())
        .param("hash", confirmHash)
        .param("mandate", draft.mandate())
        .param("theme", QuestionStore.some(draft.theme()), Types.VARCHAR)
        .param("area", QuestionStore.some(draft.area()), Types.VARCHAR)
        .param("title", draft.title())
        .param("words", draft.words())
        .param("name", draft.asker().name().orElse(null), Types.VARCHAR)
        .param("address", address)
        .param("language", draft.asker().language().code())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Notes that a letter goes to somebody.
  void written(Addressee to, Instant at) {
    sql.sql("insert into participation.confirm_letter (addressee, at) values (:to, :at)")
        .param("to", to.hash())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// How many letters went to somebody since a moment.
  int countWritten(Addressee to, Instant since) {
    return sql.sql(
            """
            select count(*) from participation.confirm_letter
            where addressee = :to and at > :since
            """)
        .param("to", to.hash())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  Optional<Draft> find(String confirmHash) {
    return sql.sql("select * from participation.asking where confirm_hash = :hash")
        .param("hash", confirmHash)
        .query(AskingStore::row)
        .optional();
  }

  /// The same, held until the transaction ends.
  Optional<Draft> lock(String confirmHash) {
    return sql.sql("select * from participation.asking where confirm_hash = :hash for update")
        .param("hash", confirmHash)
        .query(AskingStore::row)
        .optional();
  }

  void remove(UUID form) {
    sql.sql("delete from participation.asking where form = :form").param("form", form).update();
  }

  /// Forgets to whom letters went.
  void forgetWritten(Instant before) {
    sql.sql("delete from participation.confirm_letter where at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  int forget(Instant before) {
    return sql.sql("delete from participation.asking where at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Draft row(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("form", UUID.class),
        row.getString("mandate"),
        text(row, "theme"),
        text(row, "area"),
        row.getString("title"),
        row.getString("words"),
        Channel.WEB,
        new Asker(
            Optional.ofNullable(row.getString("name")),
            Optional.of(row.getString("address")),
            Optional.empty(),
            Language.find(row.getString("language")).orElse(Language.FR)),
        null);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }
}
