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
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions whose e-mail address nobody has confirmed, in `participation.asking`.
@Repository
class AskingStore {
  private final JdbcClient sql;

  AskingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds one; false when the same form has come before.
  boolean add(Draft draft, String address, String confirmHash, Instant at) {
    return sql.sql(
                """
                insert into participation.asking (form, confirm_hash, mandate, theme, area, title,
                  words, name, address, language, at)
                values (:form, :hash, :mandate, :theme, :area, :title, :words, :name, :address,
                  :language, :at)
                on conflict do nothing
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
            .update()
        == 1;
  }

  /// How many questions of an address wait to be confirmed.
  int count(String address) {
    return sql.sql(
            "select count(*) from participation.asking where lower(address) = lower(:address)")
        .param("address", address)
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
